import type { Generated } from 'kysely';
import type { RequestState } from '../../../src/model/contact-request.ts';
import type { Channel } from '../../../src/model/peer-profile.ts';

/** Somebody asks somebody for contact. */
export interface ContactRequestTable {
  id: string;
  version: Generated<number>;
  fromPerson: string;
  toPerson: string;
  aboutType: 'idea' | 'offer' | 'event' | null;
  aboutId: string | null;
  topic: string | null;
  message: string;
  /** Which ways to be reached the sender gives; the addresses stand with the account and the entry alone. */
  reveal: Generated<Channel[]>;
  /** Which the other one gives. */
  answerReveal: Generated<Channel[]>;
  /** As it is kept: `blocked` is `declined` to who sent it, and what is `sent` may have expired by the clock. */
  state: RequestState;
  /** Never delivered: the sender was blocked when it was sent. */
  hidden: Generated<boolean>;
  createdAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
  /** When the other one was told of it. */
  toldAt: Date | null;
}

/** Whose requests somebody does not want. */
export interface PeerBlockTable {
  personId: string;
  blockedId: string;
  at: Date;
}

declare module '../database/tables.ts' {
  interface Tables {
    contactRequest: ContactRequestTable;
    peerBlock: PeerBlockTable;
  }
}
