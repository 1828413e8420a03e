/** A list asks for events after its last one, or, with `earlier`, before its first. Stays inside the widget. */
export class VrEventsMoreEvent extends CustomEvent<{ readonly earlier: boolean }> {
  static readonly eventName = 'vr-events-more';
  constructor(earlier = false) {
    super(VrEventsMoreEvent.eventName, { bubbles: true, detail: { earlier } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-events-more': VrEventsMoreEvent;
  }
}
