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
    peerGone: PeerGoneTable;
    peerWord: PeerWordTable;
  }
}
