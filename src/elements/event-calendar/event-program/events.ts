import type { SessionInput } from '../../../model/event-input.ts';

/** A proposal, or the change of one, is sent. Stays inside the widget. */
export class VrSessionSendEvent extends CustomEvent<{ readonly input: SessionInput }> {
  static readonly eventName = 'vr-session-send';
  constructor(input: SessionInput) {
    super(VrSessionSendEvent.eventName, { bubbles: true, detail: { input } });
  }
}

/** The form is left without sending it. Stays inside the widget. */
export class VrSessionCancelEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-session-cancel';
  constructor() {
    super(VrSessionCancelEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-session-send': VrSessionSendEvent;
    'vr-session-cancel': VrSessionCancelEvent;
  }
}
