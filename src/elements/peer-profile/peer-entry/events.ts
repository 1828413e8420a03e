import type { PeerProfile } from '../../../model/peer-profile.ts';

/** The picture of the entry is another one, or gone. Stays inside the widget. */
export class VrPhotoChangedEvent extends CustomEvent<{ readonly profile: PeerProfile }> {
  static readonly eventName = 'vr-photo-changed';
  constructor(profile: PeerProfile) {
    super(VrPhotoChangedEvent.eventName, { bubbles: true, detail: { profile } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-photo-changed': VrPhotoChangedEvent;
  }
}
