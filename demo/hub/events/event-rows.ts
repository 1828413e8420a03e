import { foldText } from '../../../src/model/fold-text.ts';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import type { Visibility } from '../../../src/model/common.ts';
import type { Directory } from '../directory/directory.ts';
import type { EventContent, EventDocument, EventOverride, EventSeries } from './event-document.ts';
import { expand, type Occurrence } from './occurrences.ts';

/** An event as modules hand it around: the row, with its JSON read. */
export interface StoredEvent {
  readonly id: string;
  readonly sourceId: string | null;
  readonly uid: string;
  readonly version: number;
  readonly visibility: Visibility;
  readonly orgId: string | null;
  readonly unit: string | null;
  readonly createdBy: string | null;
  readonly document: EventDocument;
  readonly series: EventSeries | null;
  readonly overrides: readonly EventOverride[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type ExpandableEvent = Pick<StoredEvent, 'id' | 'visibility' | 'document' | 'series' | 'overrides'>;

/** Series are kept as dates from three years back to two years ahead; what lies further is found when it comes near. */
export const HORIZON_BACK_MS = 3 * 366 * DAY_MS;
export const HORIZON_AHEAD_MS = 2 * 366 * DAY_MS;
/** How far the horizon may fall behind before it is moved on. */
export const HORIZON_SLACK_MS = 120 * DAY_MS;
/** An occurrence longer than this is found by range, not by its start. */
export const LONG_MS = 7 * DAY_MS;

/** The document as it holds for one date: what the override changes is changed, what it takes away is gone. */
export function contentOf(document: EventDocument, override: EventOverride | undefined): EventContent {
  if (!override) return document;
  const content: Record<string, unknown> = { ...document };
  for (const [key, value] of Object.entries(override.content)) {
    if (value === null) delete content[key];
    else content[key] = value;
  }
  return content as unknown as EventContent;
}

const orgKeyOf = (content: EventContent, directory: Directory): string | null =>
  content.organiser ? directory.orgKey(content.organiser.id ?? content.organiser.name) : null;

function searchText(content: EventContent, directory: Directory): string {
  const topics = (content.topics ?? []).flatMap((key) => Object.values(directory.topicOf(key).label));
  const organiser = content.organiser && (directory.orgRef(content.organiser.id ?? '')?.name ?? content.organiser.name);
  const { title, summary, place } = content;
  return foldText([title, summary, place?.name, place?.address, organiser, ...topics].filter(Boolean).join(' ')).slice(
    0,
    4000,
  );
}

export interface OccurrenceRow {
  readonly eventId: string;
  readonly recurrenceKey: string;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly kind: string;
  readonly orgKey: string | null;
  readonly topicKeys: string[];
  readonly visibility: string;
  readonly long: boolean;
  readonly searchText: string;
}

export function occurrenceRow(event: ExpandableEvent, occurrence: Occurrence, directory: Directory): OccurrenceRow {
  const content = contentOf(event.document, occurrence.override);
  const { allDay } = event.document;
  return {
    eventId: event.id,
    recurrenceKey: occurrence.recurrenceKey,
    startAt: new Date(occurrence.startAt),
    endAt: new Date(occurrence.endAt),
    startDate: allDay ? occurrence.start : null,
    endDate: allDay ? occurrence.end : null,
    kind: content.kind ?? 'other',
    orgKey: orgKeyOf(content, directory),
    topicKeys: [...new Set((content.topics ?? []).map((topic) => directory.topicKey(topic)))],
    visibility: event.visibility,
    long: occurrence.endAt - occurrence.startAt > LONG_MS,
    searchText: searchText(content, directory),
  };
}

/** Every date of an event within the horizon around `now` (epoch ms), and up to when they are told. */
export function occurrenceRows(
  event: ExpandableEvent,
  directory: Directory,
  now: number,
  hubZone: string,
): { readonly rows: OccurrenceRow[]; readonly expandedUntil: Date | null } {
  const window = { from: now - HORIZON_BACK_MS, to: now + HORIZON_AHEAD_MS };
  const { items, goesOn } = expand(event.document, event.series, event.overrides, window, hubZone);
  return {
    rows: items.map((item) => occurrenceRow(event, item, directory)),
    expandedUntil: goesOn ? new Date(window.to) : null,
  };
}
