import type { OrgRef, Topic, Visibility } from './common.ts';
import type { SourceRef } from './page.ts';

/** Longest texts and lists, texts in grapheme clusters. */
export const PEER_LIMITS = {
  displayName: 80,
  pronouns: 60,
  salutation: 60,
  function: 120,
  unit: 120,
  headline: 140,
  bio: 1000,
  label: 60,
  expertise: 12,
  interests: 12,
  languages: 8,
  offers: 20,
  offerText: 300,
  phone: 40,
  chat: 120,
  message: 1000,
  messageMin: 20,
  monthlyRequests: 20,
  photoAlt: 300,
} as const;

/** RFC 6715, parameter LEVEL of EXPERTISE. */
export const EXPERTISE_LEVELS = ['beginner', 'average', 'expert'] as const;
export type ExpertiseLevel = (typeof EXPERTISE_LEVELS)[number];

/** Something that somebody knows: a topic of the network's scheme, or a word of their own. */
export interface Expertise {
  readonly label: string;
  readonly topicId?: string;
  readonly level: ExpertiseLevel;
}

/** Something that somebody is curious about. */
export interface Interest {
  readonly label: string;
  readonly topicId?: string;
}

export const AVAILABILITIES = ['open', 'limited', 'paused'] as const;
export type AvailabilityState = (typeof AVAILABILITIES)[number];

/** Whether somebody answers requests at present, as they say themselves; never measured. */
export interface Availability {
  readonly state: AvailabilityState;
  /** Plain date, the last day on which it holds; then `open` again. */
  readonly until?: string;
}

export const OFFER_DIRECTIONS = ['offer', 'seek'] as const;
export type OfferDirection = (typeof OFFER_DIRECTIONS)[number];
export const OFFER_FORMS = ['talk', 'shadowing', 'review', 'workshop', 'document', 'pilot'] as const;
export type OfferForm = (typeof OFFER_FORMS)[number];
export const OFFER_STATES = ['open', 'matched', 'closed'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** What a peer offers or seeks (schema.org Offer and Demand). */
export interface PeerOffer {
  readonly id: string;
  readonly direction: OfferDirection;
  readonly topic: Topic;
  /** Plain text. */
  readonly text?: string;
  readonly form: OfferForm;
  /** Plain date, the last day on which it stands; at most 12 months ahead. */
  readonly until: string;
  readonly state: OfferState;
  /** Whose it is; in lists of offers, not within a peer. */
  readonly peer?: PeerBrief;
  readonly createdAt: string;
  /** `update`, `close`, `contact`, `impulse` (the reader's own offer may become an impulse). */
  readonly can: readonly string[];
  readonly etag?: string;
}

/** A peer as shown beside something else. */
export type PeerBrief = Pick<Peer, 'id' | 'displayName' | 'org' | 'unit' | 'photo'>;

export const CONTRIBUTION_KINDS = ['idea', 'patron', 'practice', 'event', 'session', 'impulse', 'circle'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** What somebody did in ideas and at events. */
export interface Contribution {
  readonly kind: ContributionKind;
  /** Of the idea or the event. */
  readonly id: string;
  readonly title: string;
  /** RFC 3339 instant. */
  readonly at?: string;
}

/** Why two people fit. The sentence is made from it by the dictionaries. */
export interface MatchReason {
  /**
   * `seeks-yours`: seeks what the reader offers; `offers-yours`: offers what the reader seeks; `shared`: the same topic;
   * `broader`: topics of one field; `near`: the same organisation kind or place; `elsewhere`: another organisation.
   */
  readonly kind: 'seeks-yours' | 'offers-yours' | 'shared' | 'broader' | 'near' | 'elsewhere';
  readonly topic?: Topic;
}

/** How well a peer fits the reader, by what both say of themselves and nothing else. */
export interface PeerMatch {
  readonly peer: Peer;
  /** 0 to 1. */
  readonly score: number;
  readonly why: readonly MatchReason[];
}

/**
 * Somebody who may be found (schema.org Person, SCIM User, vCard): as much of them as the reader may see. Addresses are
 * no part of it.
 */
export interface Peer {
  readonly id: string;
  readonly displayName: string;
  readonly pronouns?: string;
  readonly salutation?: string;
  /** What they do at work. */
  readonly function?: string;
  readonly org?: OrgRef;
  readonly unit?: string;
  readonly headline?: string;
  /** Plain text with line breaks. */
  readonly bio?: string;
  readonly expertise?: readonly Expertise[];
  readonly interests?: readonly Interest[];
  /** BCP 47. */
  readonly languages?: readonly string[];
  readonly photo?: { readonly url: string; readonly alt?: string };
  readonly availability?: Availability;
  /** Open ones. */
  readonly offers?: readonly PeerOffer[];
  /** In the answer about one peer only. */
  readonly contributions?: readonly Contribution[];
  /** Page of the person at the source. */
  readonly url?: string;
  readonly me?: {
    /** It is the reader. */
    readonly self?: boolean;
    /** State of the reader's last request to them. */
    readonly request?: string;
  };
  /** `contact`, `update`. */
  readonly can: readonly string[];
  readonly updatedAt?: string;
  readonly source?: SourceRef;
}

/** Parts of an entry whose audience a person sets. Name and organisation go with the entry itself. */
export const PEER_FIELDS = [
  'pronouns',
  'salutation',
  'function',
  'unit',
  'headline',
  'bio',
  'expertise',
  'interests',
  'languages',
  'photo',
  'availability',
  'offers',
  'contributions',
] as const;
export type PeerField = (typeof PEER_FIELDS)[number];

/** From the narrowest to the widest. */
export const AUDIENCES = ['self', 'unit', 'organisation', 'network', 'public'] as const satisfies readonly Visibility[];

/** Whether what is for `visibility` is seen by `audience`: colleagues of the organisation also see what the network sees. */
export const isSeenBy = (visibility: Visibility, audience: Visibility): boolean =>
  AUDIENCES.indexOf(visibility) >= AUDIENCES.indexOf(audience);
