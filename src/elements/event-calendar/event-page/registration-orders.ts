import type { EventsPort } from '../../../backend/ports.ts';
import { noSource } from '../../../internal/as-backend-error.ts';
import { Orders, sharedOrders, type OrderArrival, type OrdersOf } from '../../../internal/orders.ts';
import type { OutboxEntry } from '../../../internal/outbox.ts';
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

/** Told of what arrives while an event is open. */
export type ArrivalListener = OrderArrival<RegistrationOrder, CalendarEvent>;

/** Registrations on their way, by source and person. */
export class RegistrationOrders extends Orders<RegistrationOrder, CalendarEvent> {
  constructor(of: OrdersOf<EventsPort>) {
    const { port } = of;
    super(of, 'event-registrations', ({ input: { id, recurrenceId, input }, key }, signal) => {
      const ref = { id, ...(recurrenceId && { recurrenceId }) };
      const sent = input
        ? port.register?.(ref, input, { idempotencyKey: key, signal })
        : port.unregister?.(ref, { idempotencyKey: key, signal });
      return sent ?? Promise.reject(noSource());
    });
  }

  /** What is under way for an event, or was refused. */
  of({ id, recurrenceId }: Pick<RegistrationOrder, 'id' | 'recurrenceId'>): RegistrationEntry | undefined {
    return this.entries.findLast(({ input }) => input.id === id && (input.recurrenceId ?? '') === (recurrenceId ?? ''));
  }

  /** One order for an event at a time. */
  send(order: RegistrationOrder): void {
    this.put(order.input ? 'events.register' : 'events.unregister', order, this.of(order));
  }

  /** Gives an order up. What may have arrived is taken back by its opposite. */
  giveUp(entry: RegistrationEntry): void {
    this.outbox.forget(entry.id);
    if (entry.doubtful && entry.input.input && entry.state !== 'refused') {
      const { input: _, ...order } = entry.input;
      this.send(order);
    }
  }
}

/** The orders of a person at a source; the same ones for every event that is opened. */
export const registrationOrders = sharedOrders((of: OrdersOf<EventsPort>) => new RegistrationOrders(of));
