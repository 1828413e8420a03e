import type { PeersPort } from '../../../backend/ports.ts';
import { noSource } from '../../../internal/as-backend-error.ts';
import { Orders, sharedOrders, type OrderArrival, type OrdersOf } from '../../../internal/orders.ts';
import type { OutboxEntry } from '../../../internal/outbox.ts';
import type { ContactInput, ContactRequest } from '../../../model/contact-request.ts';

/** A request that is to arrive. Plain data: it may wait on the device. */
export interface ContactOrder {
  readonly input: ContactInput;
  /** Name of the other person, for saying where it goes. */
  readonly name: string;
}

export type ContactEntry = OutboxEntry<ContactOrder, ContactRequest>;

/** Told of what arrives. */
export type ContactArrival = OrderArrival<ContactOrder, ContactRequest>;

/** Requests for contact on their way, by source and person. */
export class ContactOrders extends Orders<ContactOrder, ContactRequest> {
  constructor(of: OrdersOf<PeersPort>) {
    super(
      of,
      'contact-requests',
      ({ input: { input }, key }, signal) =>
        of.port.requestContact?.(input, { idempotencyKey: key, signal }) ?? Promise.reject(noSource()),
    );
  }

  /** What is under way to a person, or was refused. */
  of(toId: string): ContactEntry | undefined {
    return this.entries.findLast(({ input }) => input.input.toId === toId);
  }

  /** One request to a person at a time. */
  send(order: ContactOrder): void {
    this.put('peers.contact', order, this.of(order.input.toId));
  }

  /** Gives one up. What may have arrived already stands among the requests that were sent. */
  giveUp({ id }: ContactEntry): void {
    this.outbox.forget(id);
  }
}

/** The requests on their way of a person at a source; the same ones for form and inbox. */
export const contactOrders = sharedOrders((of: OrdersOf<PeersPort>) => new ContactOrders(of));
