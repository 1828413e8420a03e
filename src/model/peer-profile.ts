import type { OrgRef, Visibility } from './common.ts';
import type {
  Availability,
  Expertise,
  Interest,
  OfferDirection,
  OfferForm,
  Peer,
  PeerField,
  PeerOffer,
} from './peer.ts';
import { isSeenBy, PEER_FIELDS } from './peer.ts';

export const PROFILE_SOURCES = ['self', 'scim', 'vcard', 'import'] as const;
export type ProfileSource = (typeof PROFILE_SOURCES)[number];

/**
 * `draft`: never published; `listed`: found by others; `hidden`: taken out by the person; `expired`: the consent has run
 * out, nothing is deleted and nobody else sees it.
 */
export const PROFILE_STATES = ['draft', 'listed', 'hidden', 'expired'] as const;
export type ProfileState = (typeof PROFILE_STATES)[number];

/** That a person wants to be listed: when, to which text, until when (at most 24 months). */
export interface Consent {
  readonly listed: boolean;
  readonly at: string;
  readonly textVersion: string;
  readonly expiresAt: string;
}

export const CHANNELS = ['email', 'phone', 'chat'] as const;
export type Channel = (typeof CHANNELS)[number];
/** Ways to reach somebody. Others learn one only by a request that was accepted. */
export type Channels = Readonly<Partial<Record<Channel, string>>>;

/** Audience of each part of an entry. */
export type FieldVisibility = Readonly<Record<PeerField, Visibility>>;

/** The reader's own entry, whole. */
export interface PeerProfile extends Omit<Peer, 'me' | 'source' | 'offers'> {
  readonly expertise: readonly Expertise[];
  readonly interests: readonly Interest[];
  readonly languages: readonly string[];
  readonly availability: Availability;
  /** All of them, closed ones too. */
  readonly offers: readonly PeerOffer[];
  /** Audience of the entry; parts may be for fewer, never for more. */
  readonly visibility: Visibility;
  readonly fieldVisibility: FieldVisibility;
  /** The most requests a month that reach the person; 0: none. */
  readonly monthlyRequests: number;
  readonly channels: Channels;
  readonly state: ProfileState;
  readonly consent?: Consent;
  /** What the person consents to, in the language asked for. */
  readonly consentText: { readonly version: string; readonly text: string };
  readonly profileSource: ProfileSource;
  /** What the source calls itself, e.g. the name of a directory. */
  readonly sourceLabel?: string;
  /** Fields that only the source changes. */
  readonly lockedFields: readonly (PeerField | 'displayName' | 'org')[];
  /** `update`, `publish`, `hide`, `photo`, `export`, `remove`, `import`. */
  readonly can: readonly string[];
  readonly etag?: string;
}

/** What the form sends. Absent leaves as it is; `null` empties. */
export interface ProfileInput {
  readonly displayName?: string;
  readonly pronouns?: string | null;
  readonly salutation?: string | null;
  readonly function?: string | null;
  readonly unit?: string | null;
  readonly headline?: string | null;
  readonly bio?: string | null;
  readonly expertise?: readonly Expertise[];
  readonly interests?: readonly Interest[];
  readonly languages?: readonly string[];
  readonly availability?: Availability;
  readonly monthlyRequests?: number;
  readonly visibility?: Visibility;
  readonly fieldVisibility?: Partial<FieldVisibility>;
  /** `email` is the account's and is not set here. */
  readonly channels?: Readonly<Partial<Record<'phone' | 'chat', string | null>>>;
}

export interface ConsentInput {
  readonly listed: boolean;
  /** Of the text that was shown; another one stands now: 409 `consent-text`. */
  readonly textVersion?: string;
  /** 1 to 24; default 24. */
  readonly months?: number;
}

export interface OfferInput {
  readonly direction?: OfferDirection;
  /** Id of a topic, or a word of the person's own. */
  readonly topic?: string;
  readonly text?: string | null;
  readonly form?: OfferForm;
  readonly until?: string;
  readonly state?: 'open' | 'matched' | 'closed';
}

/** Who an entry is looked at as: a colleague of the same organisation, somebody of the network, anybody. */
export type ProfileAudience = 'unit' | 'organisation' | 'network' | 'public';

const PARTS_OF_NAME = ['id', 'displayName', 'org', 'url', 'updatedAt'] as const;

/**
 * What an audience sees of an entry; undefined when it does not see it at all. Hub and form use this one function, so that
 * the preview shows the truth. Offers are those given, filtered by `isOpenOffer` of the caller.
 */
export function seenPeer(
  profile: Pick<PeerProfile, 'id' | 'displayName' | 'visibility' | 'fieldVisibility'> &
    Partial<Omit<Peer, 'me' | 'can'>> & { readonly org?: OrgRef },
  audience: ProfileAudience,
): Omit<Peer, 'me' | 'can'> | undefined {
  if (!isSeenBy(profile.visibility, audience)) return undefined;
  const seen: Record<string, unknown> = {};
  for (const name of PARTS_OF_NAME) if (profile[name] !== undefined) seen[name] = profile[name];
  for (const field of PEER_FIELDS) {
    const value = profile[field];
    if (value === undefined || (value instanceof Array && value.length === 0)) continue;
    if (isSeenBy(profile.fieldVisibility[field], audience)) seen[field] = value;
  }
  return seen as unknown as Omit<Peer, 'me' | 'can'>;
}
