import type { AccountPort, EventsPort } from '../../../backend/ports.ts';
import { noSource } from '../../../internal/as-backend-error.ts';
import type { StorageKind } from '../../../internal/device-store.ts';
import { draftScope } from '../../../internal/draft-scope.ts';
import { Outbox, type OutboxEntry } from '../../../internal/outbox.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { RegistrationInput } from '../../../model/event-input.ts';

/** What a reader wants of an event: to come (with `input`), or not to come any more. Plain data: it may wait on the device. */
export interface RegistrationOrder {
  readonly id: string;
  readonly recurrenceId?: string;
  readonly input?: RegistrationInput;
  /** When it was sent there were places left, or the reader was registered already. */
  readonly stood: 'free' | 'full' | 'registered' | 'waiting';
}

export type RegistrationEntry = OutboxEntry<RegistrationOrder, CalendarEvent>;

export interface OrdersOf {
  readonly port: EventsPort;
  readonly account: AccountPort | undefined;
  /** Id of the person; undefined where the source knows none. */
  readonly user: string | undefined;
  readonly storage: StorageKind;
}

/** Told of what arrives while an event is open. */
export type ArrivalListener = (order: RegistrationOrder, event: CalendarEvent) => void;

/**
 * Registrations on their way, by source and person. They outlive the dialog they were made in: who closes it has not
 * taken back what was sent.
 */
export class RegistrationOrders {
  readonly #outbox: Outbox<RegistrationOrder, CalendarEvent>;
  readonly #listeners = new Set<ArrivalListener>();

  constructor({ port, account, user, storage }: OrdersOf) {
    this.#outbox = new Outbox({
      storage,
      scope: draftScope({ endpoint: location.pathname, user, form: 'event-registrations' }),
      run: ({ input: { id, recurrenceId, input }, key }, signal) => {
        const ref = { id, ...(recurrenceId && { recurrenceId }) };
        const sent = input
          ? port.register?.(ref, input, { idempotencyKey: key, signal })
          : port.unregister?.(ref, { idempotencyKey: key, signal });
        return sent ?? Promise.reject(noSource());
      },
      ...(account &&
        user !== undefined && {
          mayGo: async (signal: AbortSignal) => (await account.me({ signal })).person?.id === user,
        }),
    });
    this.#outbox.subscribe((entries) => {
      // A registration is a PUT: repeated after a reload it would undo what was cancelled since. So nothing that has
      // arrived is kept.
      for (const { id, state, input, result } of entries) {
        if (state !== 'sent') continue;
        this.#outbox.forget(id);
        if (result) for (const listener of [...this.#listeners]) listener(input, result);
      }
    });
  }

  /** Sends what an earlier visit left. */
  resume(): void {
    this.#outbox.resume();
  }

  /** What is under way for an event, or was refused. */
  of({ id, recurrenceId }: Pick<RegistrationOrder, 'id' | 'recurrenceId'>): RegistrationEntry | undefined {
    return this.#outbox.entries.findLast(
      ({ input }) => input.id === id && (input.recurrenceId ?? '') === (recurrenceId ?? ''),
    );
  }

  /** One order for an event at a time: a second click is the first. */
  send(order: RegistrationOrder): void {
    const before = this.of(order);
    if (before && before.state !== 'refused') return;
    if (before) this.#outbox.forget(before.id);
    this.#outbox.enqueue({ operation: order.input ? 'events.register' : 'events.unregister', input: order });
  }

  retry(entry: RegistrationEntry): void {
    this.#outbox.retry(entry.id);
  }

  /** Gives an order up. What may have arrived is taken back by its opposite. */
  giveUp(entry: RegistrationEntry): void {
    this.#outbox.forget(entry.id);
    if (entry.doubtful && entry.input.input && entry.state !== 'refused') {
      const { input: _, ...order } = entry.input;
      this.send(order);
    }
  }

  /** Calls back after each change, and with what has arrived; gives what ends it. */
  subscribe(onChange: () => void, onArrival: ArrivalListener): () => void {
    const stop = this.#outbox.subscribe(onChange);
    this.#listeners.add(onArrival);
    return () => {
      stop();
      this.#listeners.delete(onArrival);
    };
  }
}

const known = new WeakMap<EventsPort, Map<string, RegistrationOrders>>();

/** The orders of a person at a source; the same ones for every event that is opened. */
export function registrationOrders(of: OrdersOf): RegistrationOrders {
  const orders = known.get(of.port) ?? new Map<string, RegistrationOrders>();
  known.set(of.port, orders);
  const name = JSON.stringify([of.user, of.storage]);
  let found = orders.get(name);
  if (!found) {
    orders.set(name, (found = new RegistrationOrders(of)));
    found.resume();
  }
  return found;
}
