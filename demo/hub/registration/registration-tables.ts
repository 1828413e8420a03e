import type { Generated } from 'kysely';

/** That a person comes to an event, or to one date of a series. */
export interface EventRegistrationTable {
  id: string;
  eventId: string;
  /** Recurrence id of the date; '' for an event that does not repeat, and for a whole series. */
  recurrenceKey: string;
  personId: string;
  state: string;
  /** Order of those who wait. */
  queue: Generated<string>;
  note: string | null;
  needs: string | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

declare module '../database/tables.ts' {
  interface Tables {
    eventRegistration: EventRegistrationTable;
  }
}
