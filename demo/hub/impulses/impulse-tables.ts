import type { Generated } from 'kysely';

/** A short session that a member offers. */
export interface ImpulseTable {
  id: string;
  version: Generated<number>;
  title: string;
  abstract: string | null;
  topicIds: Generated<string[]>;
  minutes: number;
  orgId: string | null;
  createdBy: string | null;
  state: string;
  /** The event that it became. */
  eventId: string | null;
  searchText: string;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export interface ImpulseInterestTable {
  impulseId: string;
  personId: string;
  at: Generated<Date>;
}

declare module '../database/tables.ts' {
  interface Tables {
    impulse: ImpulseTable;
    impulseInterest: ImpulseInterestTable;
  }
}
