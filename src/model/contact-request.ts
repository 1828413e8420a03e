import type { Channel, Channels } from './peer-profile.ts';
import type { PeerBrief } from './peer.ts';

/** `withdrawn`: taken back by who sent it. Who is blocked sees `declined`. */
export const REQUEST_STATES = ['sent', 'accepted', 'declined', 'expired', 'blocked', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Somebody asks somebody for contact. Addresses meet only when it is accepted. */
export interface ContactRequest {
  readonly id: string;
  /** Whether the reader has got it or sent it. */
  readonly box: 'received' | 'sent';
  /** The other person. */
  readonly peer: PeerBrief;
  readonly about?: { readonly type: 'idea' | 'offer' | 'event'; readonly id: string; readonly title: string };
  /** What it is about, in a word; shown in lists. */
  readonly topic?: string;
  /** Plain text. */
  readonly message: string;
  /** What the sender gives away with the request, when it is accepted. */
  readonly reveal: readonly Channel[];
  readonly state: RequestState;
  readonly createdAt: string;
  /** RFC 3339; 14 days after it was sent. */
  readonly expiresAt: string;
  readonly answeredAt?: string;
  /** What the other one chose to give; in the answer about one accepted request only, never in lists. */
  readonly contact?: Channels;
  /** `accept`, `decline`, `block`, `withdraw`, `contact` (see the addresses). */
  readonly can: readonly string[];
}

export interface ContactInput {
  readonly toId: string;
  readonly about?: { readonly type: 'idea' | 'offer' | 'event'; readonly id: string };
  readonly topic?: string;
  readonly message: string;
  readonly reveal: readonly Channel[];
}

/** Somebody whose requests the reader does not want. */
export interface BlockedPeer {
  readonly peer: PeerBrief;
  readonly at: string;
}
