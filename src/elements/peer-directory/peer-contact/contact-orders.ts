import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import { noSource } from '../../../internal/as-backend-error.ts';
import type { StorageKind } from '../../../internal/device-store.ts';
import { draftScope } from '../../../internal/draft-scope.ts';
import { Outbox, type OutboxEntry } from '../../../internal/outbox.ts';
import type { ContactInput, ContactRequest } from '../../../model/contact-request.ts';

/** A request that is to arrive. Plain data: it may wait on the device. */
export interface ContactOrder {
  readonly input: ContactInput;
  /** Name of the other person, for saying where it goes. */
  readonly name: string;
}

export type ContactEntry = OutboxEntry<ContactOrder, ContactRequest>;

export interface ContactOrdersOf {
  readonly port: PeersPort;
  readonly account: AccountPort | undefined;
  /** Id of the person; undefined where the source knows none. */
  readonly user: string | undefined;
  readonly storage: StorageKind;
}

/** Told of what arrives. */
export type ContactArrival = (order: ContactOrder, request: ContactRequest) => void;

/**
 * Requests for contact on their way, by source and person: each arrives once, however often it is tried. They outlive the
 * form that they were written in; who closes it has not taken back what was sent.
 */
export class ContactOrders {
  readonly #outbox: Outbox<ContactOrder, ContactRequest>;
  readonly #listeners = new Set<ContactArrival>();

  constructor({ port, account, user, storage }: ContactOrdersOf) {
    this.#outbox = new Outbox({
      storage,
      scope: draftScope({ endpoint: location.pathname, user, form: 'contact-requests' }),
      run: ({ input: { input }, key }, signal) =>
        port.requestContact?.(input, { idempotencyKey: key, signal }) ?? Promise.reject(noSource()),
      ...(account &&
        user !== undefined && {
          mayGo: async (signal: AbortSignal) => (await account.me({ signal })).person?.id === user,
        }),
    });
    this.#outbox.subscribe((entries) => {
      for (const { id, state, input, result } of entries) {
        if (state !== 'sent') continue;
        this.#outbox.forget(id);
        if (result) for (const listener of [...this.#listeners]) listener(input, result);
      }
    });
  }

  /** What is under way, the oldest first. */
  get entries(): readonly ContactEntry[] {
    return this.#outbox.entries.filter(({ state }) => state !== 'sent');
  }

  /** Sends what an earlier visit left. */
  resume(): void {
    this.#outbox.resume();
  }

  /** What is under way to a person, or was refused. */
  of(toId: string): ContactEntry | undefined {
    return this.entries.findLast(({ input }) => input.input.toId === toId);
  }

  /** One request to a person at a time: a second click is the first. */
  send(order: ContactOrder): void {
    const before = this.of(order.input.toId);
    if (before && before.state !== 'refused') return;
    if (before) this.#outbox.forget(before.id);
    this.#outbox.enqueue({ operation: 'peers.contact', input: order });
  }

  retry({ id }: ContactEntry): void {
    this.#outbox.retry(id);
  }

  /** Gives one up. What may have arrived already stands among the requests that were sent. */
  giveUp({ id }: ContactEntry): void {
    this.#outbox.forget(id);
  }

  /** Calls back after each change, and with what has arrived; gives what ends it. */
  subscribe(onChange: () => void, onArrival: ContactArrival): () => void {
    const stop = this.#outbox.subscribe(onChange);
    this.#listeners.add(onArrival);
    return () => {
      stop();
      this.#listeners.delete(onArrival);
    };
  }
}

const known = new WeakMap<PeersPort, Map<string, ContactOrders>>();

/** The requests on their way of a person at a source; the same ones for form and inbox. */
export function contactOrders(of: ContactOrdersOf): ContactOrders {
  const orders = known.get(of.port) ?? new Map<string, ContactOrders>();
  known.set(of.port, orders);
  const name = JSON.stringify([of.user, of.storage]);
  let found = orders.get(name);
  if (!found) {
    orders.set(name, (found = new ContactOrders(of)));
    found.resume();
  }
  return found;
}
