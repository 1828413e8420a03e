import type { Generated } from 'kysely';

/** Something that one person is told. The sentence is made from `kind` where it is shown. */
export interface NotificationTable {
  id: string;
  personId: string;
  kind: string;
  byPerson: string | null;
  ideaId: string | null;
  eventId: string | null;
  impulseId: string | null;
  contactId: string | null;
  postId: string | null;
  text: string | null;
  at: Generated<Date>;
  readAt: Date | null;
  /** When a mail told it; null while none has. */
  mailedAt: Date | null;
}

declare module '../database/tables.ts' {
  interface Tables {
    notification: NotificationTable;
  }
}
