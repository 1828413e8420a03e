/** The reader leaves a person's page. Stays inside the widget. */
export class VrPeerCloseEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-peer-close';
  constructor() {
    super(VrPeerCloseEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-peer-close': VrPeerCloseEvent;
  }
}
