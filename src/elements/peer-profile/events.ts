import type { PeerProfile } from '../../model/peer-profile.ts';

/** The reader's entry is another one now: saved, published, renewed, taken out, with another picture. */
export class VrProfileChangedEvent extends CustomEvent<{ readonly profile: PeerProfile }> {
  static readonly eventName = 'vr-profile-changed';
  constructor(profile: PeerProfile) {
    super(VrProfileChangedEvent.eventName, { bubbles: true, composed: true, detail: { profile } });
  }
}

/**
 * - `removed`: the entry is deleted, the account stays
 * - `refused`: an entry that others brought in is deleted and does not come back; the account stays
 * - `erased`: the person is deleted and signed out
 */
export const PROFILE_ENDS = ['removed', 'refused', 'erased'] as const;
export type ProfileEnd = (typeof PROFILE_ENDS)[number];

/** There is no entry of the reader any more. */
export class VrProfileEndedEvent extends CustomEvent<{ readonly how: ProfileEnd }> {
  static readonly eventName = 'vr-profile-ended';
  constructor(how: ProfileEnd) {
    super(VrProfileEndedEvent.eventName, { bubbles: true, composed: true, detail: { how } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-profile-changed': VrProfileChangedEvent;
    'vr-profile-ended': VrProfileEndedEvent;
  }
}
