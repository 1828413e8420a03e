import type { ContactRequest } from '../../../model/contact-request.ts';

/** A request for contact has arrived. Stays inside the widget. */
export class VrContactSentEvent extends CustomEvent<{ readonly request: ContactRequest }> {
  static readonly eventName = 'vr-contact-sent';
  constructor(request: ContactRequest) {
    super(VrContactSentEvent.eventName, { bubbles: true, detail: { request } });
  }
}

/** The reader leaves the form of a request. What was typed stays. Stays inside the widget. */
export class VrContactCloseEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-contact-close';
  constructor() {
    super(VrContactCloseEvent.eventName, { bubbles: true });
  }
}

/** Requests were answered, so that another number of them waits for the reader. Stays inside the widget. */
export class VrContactWaitingEvent extends CustomEvent<{ readonly waiting: number }> {
  static readonly eventName = 'vr-contact-waiting';
  constructor(waiting: number) {
    super(VrContactWaitingEvent.eventName, { bubbles: true, detail: { waiting } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-contact-sent': VrContactSentEvent;
    'vr-contact-close': VrContactCloseEvent;
    'vr-contact-waiting': VrContactWaitingEvent;
  }
}
