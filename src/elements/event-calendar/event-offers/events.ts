/** The reader wants to see the event that an offer has become, or that a circle is. Stays inside the widget. */
export class VrEventOpenIdEvent extends CustomEvent<{ readonly id: string; readonly start?: string }> {
  static readonly eventName = 'vr-event-open-id';
  /** @param start when it begins or began next, as RFC 3339 instant: where the calendar goes to */
  constructor(id: string, start?: string) {
    super(VrEventOpenIdEvent.eventName, { bubbles: true, detail: { id, ...(start && { start }) } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-event-open-id': VrEventOpenIdEvent;
  }
}
