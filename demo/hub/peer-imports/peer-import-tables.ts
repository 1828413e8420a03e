import type { Generated } from 'kysely';

/** Keys of people who have refused: no file and no directory brings them back. */
export interface ImportRefusalTable {
  keyHash: string;
  createdAt: Generated<Date>;
}

/** How the pulls of a configured directory go. */
export interface PeopleDirectoryTable {
  id: string;
  lastSuccessAt: Date | null;
  lastTryAt: Date | null;
  nextTryAt: Date | null;
  failures: Generated<number>;
  failureKind: string | null;
  failureDetail: string | null;
  /** People whom the directory names at present. */
  people: Generated<number>;
  created: Generated<number>;
  updated: Generated<number>;
  gone: Generated<number>;
  heldBack: Generated<number>;
}

declare module '../database/tables.ts' {
  interface Tables {
    importRefusal: ImportRefusalTable;
    peopleDirectory: PeopleDirectoryTable;
  }
}
