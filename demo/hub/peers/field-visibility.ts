import type { Visibility } from '../../../src/model/common.ts';
import { AUDIENCES, isSeenBy, PEER_FIELDS, type PeerField } from '../../../src/model/peer.ts';
import type { FieldVisibility } from '../../../src/model/peer-profile.ts';

/**
 * The most that a part is for while its person has not said anything about it: what somebody is found by goes with the
 * entry, what is closer to them stays in the network until they widen it (GDPR, Art. 25, 2).
 */
const UNTOLD: Readonly<Record<PeerField, Visibility>> = {
  pronouns: 'network',
  salutation: 'network',
  function: 'public',
  unit: 'public',
  headline: 'public',
  bio: 'network',
  expertise: 'public',
  interests: 'public',
  languages: 'public',
  photo: 'network',
  availability: 'network',
  offers: 'public',
  contributions: 'network',
};

/** The narrower of two audiences. */
export const narrower = (one: Visibility, other: Visibility): Visibility =>
  AUDIENCES.indexOf(one) < AUDIENCES.indexOf(other) ? one : other;

/** Whether a part would be for more than the entry it is in. */
export const isWider = (field: Visibility, entry: Visibility): boolean => field !== entry && isSeenBy(field, entry);

/** Audience of each part: what was said about it, never more than the entry itself. */
export function fieldVisibilityOf(entry: Visibility, told: Partial<FieldVisibility>): FieldVisibility {
  const all = PEER_FIELDS.map((field) => [field, narrower(told[field] ?? UNTOLD[field], entry)] as const);
  return Object.fromEntries(all) as Record<PeerField, Visibility>;
}
