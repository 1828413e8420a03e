import type { CalendarEvent } from '../../model/calendar-event.ts';
import type { PlainDate } from '../../model/plain-date.ts';

/** A view asks that an event be shown. Stays inside the widget. */
export class VrEventSelectEvent extends CustomEvent<{ readonly event: CalendarEvent }> {
  static readonly eventName = 'vr-event-select';
  constructor(event: CalendarEvent) {
    super(VrEventSelectEvent.eventName, { bubbles: true, detail: { event } });
  }
}

/** A view asks for another day: to stand on it, or, with `open`, to see what is on. Stays inside the widget. */
export class VrDaySelectEvent extends CustomEvent<{ readonly date: PlainDate; readonly open: boolean }> {
  static readonly eventName = 'vr-day-select';
  constructor(date: PlainDate, open: boolean) {
    super(VrDaySelectEvent.eventName, { bubbles: true, detail: { date, open } });
  }
}

/** The reader wants to see an event. `preventDefault()` lets the page show it in its own way. */
export class VrEventOpenEvent extends CustomEvent<{ readonly event: CalendarEvent }> {
  static readonly eventName = 'vr-event-open';
  constructor(event: CalendarEvent) {
    super(VrEventOpenEvent.eventName, { bubbles: true, composed: true, cancelable: true, detail: { event } });
  }
}

/** The reader went to another month, view or stretch of time. `from` and `to` are plain dates, half-open. */
export class VrRangeChangedEvent extends CustomEvent<{
  readonly view: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}> {
  static readonly eventName = 'vr-range-changed';
  constructor(view: string, from: PlainDate, to: PlainDate) {
    super(VrRangeChangedEvent.eventName, { bubbles: true, composed: true, detail: { view, from, to } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-event-select': VrEventSelectEvent;
    'vr-day-select': VrDaySelectEvent;
    'vr-event-open': VrEventOpenEvent;
    'vr-range-changed': VrRangeChangedEvent;
  }
}
