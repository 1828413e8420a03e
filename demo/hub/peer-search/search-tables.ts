import type { Generated, JSONColumnType } from 'kysely';
import type { Mark } from './peer-text.ts';

/** What somebody who is listed is found by. `changed` is the database's to say. */
export interface PeerSearchTable {
  personId: string;
  ordinal: Generated<number>;
  changed: Generated<string>;
  listedUntil: Date;
  /** Folded name, which lists go by. */
  sortName: string;
  orgId: string | null;
  unit: string | null;
  names: string;
  words: string;
  lasting: string | null;
  /** Plain date. */
  goodUntil: string | null;
  marks: JSONColumnType<readonly Mark[]>;
}

/** What an offer or a seek that stands is found by. */
export interface PeerOfferSearchTable {
  offerId: string;
  personId: string;
  /** Place of the widest audience that sees it in `LEVELS`. */
  level: number;
  listedUntil: Date;
  orgId: string | null;
  unit: string | null;
  direction: string;
  topic: string;
  form: string;
  /** Plain date. */
  until: string;
  createdAt: Date;
  words: string;
}

/** Numbers of people who are found no more, for hubs that remember them. */
export interface PeerGoneTable {
  ordinal: number;
  changed: Generated<string>;
  at: Generated<Date>;
}

/** Words that somebody uses, by who may know it. */
export interface PeerWordTable {
  word: string;
  scope: string;
}

declare module '../database/tables.ts' {
  interface Tables {
    peerSearch: PeerSearchTable;
    peerOfferSearch: PeerOfferSearchTable;
    peerGone: PeerGoneTable;
    peerWord: PeerWordTable;
  }
}
