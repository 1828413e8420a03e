import type { CalendarEvent } from '../../../model/calendar-event.ts';

/** The event is another one now than the calendar has. Stays inside the widget. */
export class VrEventChangedEvent extends CustomEvent<{ readonly event: CalendarEvent }> {
  static readonly eventName = 'vr-event-changed';
  constructor(event: CalendarEvent) {
    super(VrEventChangedEvent.eventName, { bubbles: true, detail: { event } });
  }
}

/** The reader is done with it and wants the calendar back. Stays inside the widget. */
export class VrEventCloseEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-event-close';
  constructor() {
    super(VrEventCloseEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-event-changed': VrEventChangedEvent;
    'vr-event-close': VrEventCloseEvent;
  }
}
