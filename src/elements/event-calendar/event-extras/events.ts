/** What a calendar offers beside its events. */
export type CalendarEntry = 'create' | 'offers' | 'subscribe';

/** The reader wants one of the calendar's entries. Stays inside the widget. */
export class VrCalendarEntryEvent extends CustomEvent<{ readonly entry: CalendarEntry }> {
  static readonly eventName = 'vr-calendar-entry';
  constructor(entry: CalendarEntry) {
    super(VrCalendarEntryEvent.eventName, { bubbles: true, detail: { entry } });
  }
}

/** Calendars were switched on or off. Stays inside the widget. */
export class VrSourcesChangeEvent extends CustomEvent<{ readonly hidden: ReadonlySet<string> }> {
  static readonly eventName = 'vr-sources-change';
  /** @param hidden ids of the sources that are off */
  constructor(hidden: ReadonlySet<string>) {
    super(VrSourcesChangeEvent.eventName, { bubbles: true, detail: { hidden } });
  }
}

/** Times are wanted in the reader's own zone, or (without one) in the widget's. Stays inside the widget. */
export class VrZoneChangeEvent extends CustomEvent<{ readonly zone: string | undefined }> {
  static readonly eventName = 'vr-zone-change';
  constructor(zone: string | undefined) {
    super(VrZoneChangeEvent.eventName, { bubbles: true, detail: { zone } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-calendar-entry': VrCalendarEntryEvent;
    'vr-sources-change': VrSourcesChangeEvent;
    'vr-zone-change': VrZoneChangeEvent;
  }
}
