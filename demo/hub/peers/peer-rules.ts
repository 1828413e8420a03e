import { addRules, addVisibility, can, type Guarded, type Rule } from '../authorization/can.ts';
import { hasRole, type Caller } from '../authorization/caller.ts';
import { isSeenBy, type AvailabilityState, type OfferDirection, type OfferState } from '../../../src/model/peer.ts';
import type { Visibility } from '../../../src/model/common.ts';
import '../impulses/impulse-rules.ts';
import { audienceOf } from './peer-audience.ts';

/** Type of an entry that others see, in `can`. */
export const PEER = 'peer';
/** Type of one's own entry, in `can`. */
export const PROFILE = 'profile';

/** An entry as rules look at it. */
export interface GuardedPeer extends Guarded {
  readonly type: typeof PEER;
  readonly personId: string;
  readonly visibility: Visibility;
  readonly orgId: string | null;
  readonly unit: string | null;
  /** The person wants to be found at present, and their consent holds. */
  readonly listed: boolean;
  readonly availability: AvailabilityState;
}

/** One's own entry as rules look at it. */
export interface GuardedProfile extends Guarded {
  readonly type: typeof PROFILE;
  readonly createdBy: string;
  readonly listed: boolean;
  /** Something of it is kept; else there is only what the account says. */
  readonly kept: boolean;
  readonly photos: boolean;
}

const peerRule =
  (check: (object: GuardedPeer, caller: Caller) => boolean): Rule =>
  (caller, object) =>
    check(object as GuardedPeer, caller);

const profileRule =
  (check: (object: GuardedProfile, caller: Caller) => boolean): Rule =>
  (caller, object) =>
    check(object as GuardedProfile, caller);

const isSelf = (caller: Caller, personId: string): boolean =>
  caller.kind === 'account' && caller.person.id === personId;

// Nobody sees more for what they are in the network: an entry is its person's, and moderators are colleagues.
addVisibility(
  PEER,
  peerRule(
    (peer, caller) =>
      isSelf(caller, peer.personId) || (peer.listed && isSeenBy(peer.visibility, audienceOf(caller, peer))),
  ),
);

addRules(PEER, {
  contact: peerRule(
    ({ personId, availability }, caller) =>
      caller.kind === 'account' && !isSelf(caller, personId) && availability !== 'paused',
  ),
  update: peerRule(({ personId }, caller) => isSelf(caller, personId)),
});

addVisibility(
  PROFILE,
  profileRule(({ createdBy }, caller) => isSelf(caller, createdBy)),
);

addRules(PROFILE, {
  update: () => true,
  publish: () => true,
  hide: profileRule(({ listed }) => listed),
  photo: profileRule(({ photos }) => photos),
  export: () => true,
  remove: profileRule(({ kept }) => kept),
  import: (caller) => hasRole(caller, ['organiser', 'moderator', 'admin']),
});

/** Type of offers and seeks, in `can`. Who sees them is decided by the entry that they stand in. */
export const PEER_OFFER = 'peer-offer';

/** An offer or a seek as rules look at it. */
export interface GuardedOffer extends Guarded {
  readonly type: typeof PEER_OFFER;
  readonly createdBy: string;
  readonly direction: OfferDirection;
  readonly state: OfferState;
  /** Whether the reader may ask its person for contact. */
  readonly contact: boolean;
}

const offerRule =
  (check: (object: GuardedOffer, caller: Caller) => boolean): Rule =>
  (caller, object) =>
    check(object as GuardedOffer, caller);

addVisibility(PEER_OFFER, () => true);

addRules(PEER_OFFER, {
  create: (caller) => caller.kind === 'account',
  update: offerRule(({ createdBy }, caller) => isSelf(caller, createdBy)),
  close: offerRule(({ createdBy, state }, caller) => isSelf(caller, createdBy) && state === 'open'),
  contact: offerRule(({ contact, state }) => contact && state === 'open'),
  /** What somebody can talk about may become an impulse, which any member may offer. */
  impulse: offerRule(
    ({ createdBy, direction, state }, caller) =>
      isSelf(caller, createdBy) &&
      direction === 'offer' &&
      state === 'open' &&
      can(caller, 'create', { type: 'impulse' }),
  ),
});
