import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Availability, Expertise, Interest } from '../../../src/model/peer.ts';
import type { Channel, FieldVisibility } from '../../../src/model/peer-profile.ts';

/** What an entry says beside name and organisation. */
export interface PeerDocument {
  readonly pronouns?: string;
  readonly salutation?: string;
  readonly function?: string;
  readonly headline?: string;
  readonly bio?: string;
  readonly expertise?: readonly Expertise[];
  readonly interests?: readonly Interest[];
  readonly languages?: readonly string[];
  readonly availability?: Availability;
  readonly photoAlt?: string;
}

/** Ways to reach somebody that they have written down; the mail address is the account's, or of an import. */
export type StoredChannels = Readonly<Partial<Record<Channel, string>>>;

/** What a file or a directory says of somebody. */
export interface ImportedFields extends Omit<PeerDocument, 'availability' | 'photoAlt'> {
  readonly displayName?: string;
  readonly orgId?: string;
  readonly unit?: string;
  readonly email?: string;
}

export interface PeerProfileTable {
  personId: string;
  version: Generated<number>;
  visibility: Generated<string>;
  orgId: string | null;
  unit: string | null;
  /** Folded name, which lists go by. */
  sortName: string;
  document: JSONColumnType<PeerDocument>;
  fieldVisibility: JSONColumnType<Partial<FieldVisibility>>;
  channels: JSONColumnType<StoredChannels>;
  monthlyRequests: Generated<number>;
  photoId: string | null;
  listed: Generated<boolean>;
  consentAt: Date | null;
  consentVersion: string | null;
  consentExpiresAt: Date | null;
  remindedAt: Date | null;
  source: Generated<string>;
  /** Which of the configured directories, or which file. */
  sourceId: string | null;
  /** Key of the person there. */
  sourceKey: string | null;
  /** ETag or revision there. */
  sourceVersion: string | null;
  lockedFields: Generated<string[]>;
  /** What the source has said last. */
  imported: ColumnType<ImportedFields, string | undefined, string>;
  /** When the source stopped naming them. */
  leftAt: Date | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export interface PeerOfferTable {
  id: string;
  version: Generated<number>;
  personId: string;
  direction: string;
  topic: string;
  text: string | null;
  form: string;
  /** Plain date. */
  until: string;
  state: string;
  remindedAt: Date | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

declare module '../database/tables.ts' {
  interface Tables {
    peerProfile: PeerProfileTable;
    peerOffer: PeerOfferTable;
  }
}
