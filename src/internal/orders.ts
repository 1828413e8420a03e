import type { AccountPort } from '../backend/ports.ts';
import type { StorageKind } from './device-store.ts';
import { draftScope } from './draft-scope.ts';
import { Outbox, type OutboxEntry, type OutboxOptions } from './outbox.ts';

/** Whose orders, and where they go. */
export interface OrdersOf<P> {
  readonly port: P;
  readonly account: AccountPort | undefined;
  /** Id of the person; undefined where the source knows none. */
  readonly user: string | undefined;
  readonly storage: StorageKind;
}

/** Told of what arrives. */
export type OrderArrival<I, R> = (order: I, answer: R) => void;

/**
 * Writes of a person on their way to a source, of one kind: each arrives once, however often it is tried. They outlive the
 * element that they were written in; who closes it has not taken back what was sent.
 */
export class Orders<I, R> {
  protected readonly outbox: Outbox<I, R>;
  readonly #listeners = new Set<OrderArrival<I, R>>();

  /** @param form the kind, as in `draftScope` */
  constructor({ account, user, storage }: OrdersOf<unknown>, form: string, run: OutboxOptions<I, R>['run']) {
    this.outbox = new Outbox({
      storage,
      scope: draftScope({ endpoint: location.pathname, user, form }),
      run,
      ...(account &&
        user !== undefined && {
          mayGo: async (signal: AbortSignal) => (await account.me({ signal })).person?.id === user,
        }),
    });
    this.outbox.subscribe((entries) => {
      // What is repeated after a reload could undo what was done since. So nothing that has arrived is kept.
      for (const { id, state, input, result } of entries) {
        if (state !== 'sent') continue;
        this.outbox.forget(id);
        if (result) for (const listener of [...this.#listeners]) listener(input, result);
      }
    });
  }

  /** What is under way or was refused, the oldest first. */
  get entries(): readonly OutboxEntry<I, R>[] {
    return this.outbox.entries.filter(({ state }) => state !== 'sent');
  }

  /** Sends what an earlier visit left. */
  resume(): void {
    this.outbox.resume();
  }

  retry({ id }: OutboxEntry<I, R>): void {
    this.outbox.retry(id);
  }

  /** Calls back after each change, and with what has arrived; gives what ends it. */
  subscribe(onChange: () => void, onArrival: OrderArrival<I, R>): () => void {
    const stop = this.outbox.subscribe(onChange);
    this.#listeners.add(onArrival);
    return () => {
      stop();
      this.#listeners.delete(onArrival);
    };
  }

  /** Puts an order in the place of a refused one. While another is under way, a second click is the first. */
  protected put(operation: string, input: I, before: OutboxEntry<I, R> | undefined): void {
    if (before && before.state !== 'refused') return;
    if (before) this.outbox.forget(before.id);
    this.outbox.enqueue({ operation, input });
  }
}

/** The same orders for all elements that show those of a person at a source. */
export function sharedOrders<P extends object, O extends { resume(): void }>(
  make: (of: OrdersOf<P>) => O,
): (of: OrdersOf<P>) => O {
  const known = new WeakMap<P, Map<string, O>>();
  return (of) => {
    const orders = known.get(of.port) ?? new Map<string, O>();
    known.set(of.port, orders);
    const name = JSON.stringify([of.user, of.storage]);
    let found = orders.get(name);
    if (!found) {
      orders.set(name, (found = make(of)));
      found.resume();
    }
    return found;
  };
}
