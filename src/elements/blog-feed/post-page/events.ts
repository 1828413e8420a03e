/** The reader leaves a post. Stays inside the widget. */
export class VrPostCloseEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-post-close';
  constructor() {
    super(VrPostCloseEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-post-close': VrPostCloseEvent;
  }
}
