import type { ContactInput } from '../../../model/contact-request.ts';
import type { PeerBrief } from '../../../model/peer.ts';

/** The reader wants to see a person's entry. Stays inside the widget. */
export class VrPeerOpenEvent extends CustomEvent<{ readonly id: string }> {
  static readonly eventName = 'vr-peer-open';
  constructor(id: string) {
    super(VrPeerOpenEvent.eventName, { bubbles: true, detail: { id } });
  }
}

/** What a request for contact refers to, with the words to name it by. */
export type ContactAbout = NonNullable<ContactInput['about']> & { readonly title: string };

/** The reader wants to ask somebody for contact. Stays inside the widget. */
export class VrContactOpenEvent extends CustomEvent<{ readonly peer: PeerBrief; readonly about?: ContactAbout }> {
  static readonly eventName = 'vr-contact-open';
  /** @param about the offer that the reader answers to */
  constructor(peer: PeerBrief, about?: ContactAbout) {
    super(VrContactOpenEvent.eventName, { bubbles: true, detail: { peer, ...(about && { about }) } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-peer-open': VrPeerOpenEvent;
    'vr-contact-open': VrContactOpenEvent;
  }
}
