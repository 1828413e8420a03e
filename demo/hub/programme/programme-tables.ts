import type { Generated, JSONColumnType } from 'kysely';

/** Who holds a session: a person of the hub by id, a guest by name. */
export type StoredHost =
  { readonly id: string } | { readonly displayName: string; readonly org?: { readonly name: string } };

/** A camp's session, or a proposal for one. */
export interface EventSessionTable {
  id: string;
  eventId: string;
  version: Generated<number>;
  title: string;
  abstract: string | null;
  startAt: Date | null;
  endAt: Date | null;
  room: string | null;
  track: string | null;
  minutes: number | null;
  hosts: JSONColumnType<StoredHost[]>;
  state: string;
  createdBy: string | null;
  ideaId: string | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export interface SessionInterestTable {
  sessionId: string;
  personId: string;
  at: Generated<Date>;
}

declare module '../database/tables.ts' {
  interface Tables {
    eventSession: EventSessionTable;
    sessionInterest: SessionInterestTable;
  }
}
