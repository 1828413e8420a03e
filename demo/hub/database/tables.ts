import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Problem } from '../../../src/model/page.ts';
import type { EventDocument, EventOverride, EventSeries } from '../events/event-document.ts';

/** The rows of the base; modules that add tables add theirs to `Tables` by interface merging in their own folder. */

/** One event or one whole series, the hub's own (`sourceId` null) or gathered. */
export interface EventTable {
  id: string;
  sourceId: string | null;
  uid: string;
  version: Generated<number>;
  visibility: string;
  orgId: string | null;
  unit: string | null;
  createdBy: string | null;
  document: JSONColumnType<EventDocument>;
  series: JSONColumnType<EventSeries> | null;
  overrides: JSONColumnType<EventOverride[]>;
  /** Tells whether a gathered event is still the same; null for the hub's own. */
  contentHash: string | null;
  /** Up to when occurrences stand in `eventOccurrence`; null where all of them do. */
  expandedUntil: Date | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

/** One date of an event: everything a list filters, sorts and counts by, in one row. */
export interface EventOccurrenceTable {
  eventId: string;
  /** Recurrence id (instant or plain date), '' for an event that does not repeat. */
  recurrenceKey: string;
  startAt: Date;
  endAt: Date;
  /** Plain dates of all-day occurrences. */
  startDate: string | null;
  endDate: string | null;
  kind: string | null;
  /** Organisation id of the configuration, else the organiser's name, else null. */
  orgKey: string | null;
  topicKeys: string[];
  visibility: string;
  /** Lasts longer than a week: found by range, not by start. */
  long: boolean;
  searchText: string;
}

/** What the gatherer knows of a source, and its last good copy. */
export interface SourceTable {
  id: string;
  etag: string | null;
  lastModified: string | null;
  /** The last good copy, byte for byte. */
  body: Uint8Array | null;
  contentType: string | null;
  /** What the events at hand were made of: the copy and the settings it was read with. */
  importKey: string | null;
  importedAt: Date | null;
  lastSuccessAt: Date | null;
  lastTryAt: Date | null;
  nextTryAt: Date | null;
  failures: Generated<number>;
  failureKind: string | null;
  failureDetail: string | null;
  /** HTTP status of the failure, where there was an answer. */
  failureStatus: number | null;
  /** Hash of the address that is gone for good (410): it is not asked again. */
  stoppedFor: string | null;
  /** Minutes until the next look, as the last reading made them out. */
  pauseMinutes: number | null;
  itemCount: Generated<number>;
  problems: JSONColumnType<Problem[]>;
}

export interface AuditEntryTable {
  id: Generated<number>;
  at: Generated<Date>;
  accountId: string | null;
  personId: string | null;
  action: string;
  objectType: string;
  objectId: string;
  orgId: string | null;
  detail: JSONColumnType<Record<string, unknown>>;
}

export interface IdempotencyKeyTable {
  callerKey: string;
  key: string;
  route: string;
  requestHash: string;
  status: number | null;
  headers: JSONColumnType<Record<string, string>> | null;
  body: string | null;
  createdAt: ColumnType<Date, never, never>;
}

/** Small facts about the database itself, such as when it was seeded. */
export interface FactTable {
  name: string;
  value: string;
}

/** Every table of the hub by its name in TypeScript (`eventOccurrence` is `event_occurrence` in SQL). */
export interface Tables {
  event: EventTable;
  eventOccurrence: EventOccurrenceTable;
  source: SourceTable;
  auditEntry: AuditEntryTable;
  idempotencyKey: IdempotencyKeyTable;
  fact: FactTable;
}
