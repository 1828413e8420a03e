import type { Generated } from 'kysely';

/** A browser that is signed in. */
export interface SessionTable {
  secretHash: string;
  accountId: string;
  createdAt: Generated<Date>;
  expiresAt: Date;
}

declare module '../database/tables.ts' {
  interface Tables {
    session: SessionTable;
  }
}
