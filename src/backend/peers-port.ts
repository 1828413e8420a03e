import type { OrgRef, Topic } from '../model/common.ts';
import type { BlockedPeer, ContactInput, ContactRequest } from '../model/contact-request.ts';
import type { Page } from '../model/page.ts';
import type { ImportPreview, ImportResult } from '../model/peer-import.ts';
import type { Channel, ConsentInput, OfferInput, PeerProfile, ProfileInput } from '../model/peer-profile.ts';
import type { OfferDirection, OfferForm, Peer, PeerMatch, PeerOffer } from '../model/peer.ts';
import type { CallOptions, WriteOptions } from './call-options.ts';

/** Several values of one property widen, several properties narrow. */
export interface PeersQuery {
  /** Words that what is shown of a peer must contain; typing errors are forgiven. */
  readonly q?: string;
  /** Topic ids or labels; topics below them count. */
  readonly topic?: readonly string[];
  /** Organisation ids or names. */
  readonly org?: readonly string[];
  /** BCP 47. */
  readonly language?: readonly string[];
  /** Peers who offer, or seek, something now. */
  readonly direction?: readonly OfferDirection[];
  /** Only those who answer requests at present. */
  readonly available?: boolean;
  /** Items a page, at least 1. Without it a source answers all it has. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface OffersQuery {
  readonly q?: string;
  readonly direction?: OfferDirection;
  readonly topic?: readonly string[];
  readonly form?: readonly OfferForm[];
  /** Those of the reader, closed ones too. */
  readonly mine?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

/** What forms need to know before they ask. */
export interface PeerVocabulary {
  readonly topics: readonly Topic[];
  readonly orgs: readonly (OrgRef & { readonly id: string; readonly kind?: string })[];
  /** Portraits: bytes at most; absent: none are taken. */
  readonly photo?: { readonly bytes: number; readonly mediaTypes: readonly string[] };
  /** Requests tell people by mail, too. */
  readonly mails: boolean;
}

export interface PhotoInput {
  readonly file: Blob;
  readonly alt: string;
  /** Square to keep, in pixels of the upright picture; default: the middle. */
  readonly crop?: { readonly x: number; readonly y: number; readonly size: number };
}

/** A source of peers. `list` is the minimum; every other method is a capability, used where `can[]` allows it, too. */
export interface PeersPort {
  /** Facets: `org`, `topic`, `language`, `direction`, `available` (value `yes`). */
  list(query: PeersQuery, options?: CallOptions): Promise<Page<Peer>>;
  get?(id: string, options?: CallOptions): Promise<Peer>;
  vocabulary?(options?: CallOptions): Promise<PeerVocabulary>;
  /** Open ones, the newest first. Facets: `direction`, `topic`, `form`. */
  offers?(query: OffersQuery, options?: CallOptions): Promise<Page<PeerOffer>>;
  /** Peers who fit the reader, the best first; other organisations before the own. */
  matches?(options?: CallOptions & { readonly limit?: number }): Promise<Page<PeerMatch>>;

  /** The reader's own entry, a draft where there is none yet. */
  profile?(options?: CallOptions): Promise<PeerProfile>;
  saveProfile?(input: ProfileInput, options?: WriteOptions): Promise<PeerProfile>;
  /** Publishes the entry, renews the consent, or takes the entry out. */
  consent?(input: ConsentInput, options?: WriteOptions): Promise<PeerProfile>;
  /** undefined takes the picture away. */
  setPhoto?(
    photo: PhotoInput | undefined,
    options?: WriteOptions & { readonly onProgress?: (share: number) => void },
  ): Promise<PeerProfile>;
  /**
   * Deletes the entry and what belongs to it; the account stays. An entry that others have brought in is not brought in
   * again.
   */
  removeProfile?(options?: WriteOptions): Promise<void>;
  /** The own entry as vCard 4 (RFC 6350). */
  profileFile?(options?: CallOptions): Promise<string>;

  createOffer?(input: OfferInput, options?: WriteOptions): Promise<PeerOffer>;
  updateOffer?(offer: PeerOffer, input: OfferInput, options?: WriteOptions): Promise<PeerOffer>;

  requestContact?(input: ContactInput, options?: WriteOptions): Promise<ContactRequest>;
  /** The newest first; `total` counts all, `waiting` those that wait for the reader's answer. */
  requests?(
    query: { readonly box?: 'received' | 'sent'; readonly limit?: number; readonly cursor?: string },
    options?: CallOptions,
  ): Promise<Page<ContactRequest> & { readonly waiting: number }>;
  /** One request, with the addresses where it was accepted. */
  request?(id: string, options?: CallOptions): Promise<ContactRequest>;
  answerRequest?(
    request: Pick<ContactRequest, 'id'>,
    action: 'accept' | 'decline' | 'block' | 'withdraw',
    input?: { readonly reveal?: readonly Channel[] },
    options?: WriteOptions,
  ): Promise<ContactRequest>;
  blocked?(options?: CallOptions): Promise<readonly BlockedPeer[]>;
  unblock?(personId: string, options?: WriteOptions): Promise<void>;

  /** What a file of people would do. */
  previewImport?(file: Blob, input: { readonly orgId: string }, options?: CallOptions): Promise<ImportPreview>;
  importPeers?(
    file: Blob,
    input: { readonly orgId: string; readonly invite: boolean },
    options?: WriteOptions,
  ): Promise<ImportResult>;
}
