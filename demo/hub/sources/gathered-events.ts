import { kindOfWords } from '../../../src/backend/event-words.ts';
import type { CalendarEvent } from '../../../src/model/calendar-event.ts';
import { boundToInstant } from '../../../src/model/time-zone.ts';
import type { SourceConfig } from '../config/config.ts';
import type { Directory } from '../directory/directory.ts';
import type { EventContent, EventDocument, EventOverride, EventSeries } from '../events/event-document.ts';
import { occurrenceRow, type OccurrenceRow } from '../events/event-rows.ts';
import type { NewStoredEvent } from '../events/event-store.ts';
import type { Occurrence } from '../events/occurrences.ts';
import { hashOf } from './source-reader.ts';

/** An event of a source with its dates, as it will be stored. */
export interface GatheredEvent {
  readonly event: NewStoredEvent;
  readonly rows: readonly OccurrenceRow[];
  readonly hash: string;
}

/** What stands in a list of its own, is for others, or is decided here. */
const NOT_CONTENT = new Set<keyof CalendarEvent>([
  'uid', 'start', 'end', 'allDay', 'recurrenceId', 'changed', 'recurrence', 'timeZone', 'me', 'id', 'lang', 'visibility',
  'can', 'createdAt', 'updatedAt', 'source', 'topics', 'registration',
]); // prettier-ignore

function contentOfOccurrence(event: CalendarEvent, source: SourceConfig, directory: Directory): EventContent {
  const content: Record<string, unknown> = {};
  for (const key of Object.keys(event) as (keyof CalendarEvent)[]) {
    if (!NOT_CONTENT.has(key) && event[key] !== undefined) content[key] = event[key];
  }
  const words = (event.topics ?? []).map(({ id, label }) => label.de ?? label.en ?? id);
  // A category that said the kind has said all it had to say.
  const topics = words.filter((word) => kindOfWords([word]) === undefined).map((word) => directory.topicKey(word));
  if (topics.length > 0) content['topics'] = topics;
  const named = event.organiser && directory.organisation(event.organiser.name);
  const organiser = named ?? (source.org ? directory.organisation(source.org) : undefined);
  // Who runs a source invites in it, where it does not say otherwise in a name we know.
  if (organiser) content['organiser'] = { id: organiser.id, name: organiser.name };
  // A source cannot take registrations on the hub's behalf.
  if (event.registration && event.registration.mode !== 'hub') content['registration'] = event.registration;
  return content as unknown as EventContent;
}

function overrideOf(event: CalendarEvent, key: string, base: EventContent, content: EventContent): EventOverride {
  const changed: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(base), ...Object.keys(content)]) as Set<keyof EventContent>) {
    if (JSON.stringify(base[name]) !== JSON.stringify(content[name])) changed[name] = content[name] ?? null;
  }
  return { recurrenceId: key, start: event.start, end: event.end, content: changed };
}

/** A start that its rule would give it, for an instance whose end tells the length. */
function headTimes(occurrence: CalendarEvent, start: string): { readonly start: string; readonly end: string } {
  if (start === occurrence.start) return { start, end: occurrence.end };
  const length = Date.parse(occurrence.end) - Date.parse(occurrence.start);
  const end = new Date(Date.parse(start) + length).toISOString();
  return { start, end: occurrence.allDay ? end.slice(0, 10) : `${end.slice(0, 19)}Z` };
}

function gatheredEvent(
  uid: string,
  occurrences: readonly CalendarEvent[],
  source: SourceConfig,
  directory: Directory,
  zone: string,
): GatheredEvent | null {
  const base = occurrences.find(({ changed }) => !changed) ?? occurrences[0];
  if (!base) return null;
  const content = contentOfOccurrence(base, source, directory);
  const { recurrence } = base;
  const series: EventSeries | null = recurrence
    ? {
        ...(recurrence.rule && { rule: recurrence.rule }),
        ...(recurrence.added?.length && { added: recurrence.added }),
        ...(recurrence.removed?.length && { removed: recurrence.removed }),
      }
    : null;
  const document: EventDocument = {
    ...content,
    ...headTimes(base, recurrence?.start ?? base.start),
    allDay: base.allDay,
    ...(base.timeZone && { timeZone: base.timeZone }),
    ...(base.lang && { lang: base.lang }),
  };
  const overrides: EventOverride[] = [];
  const dates = new Map<string, Occurrence>();
  occurrences.forEach((occurrence, index) => {
    // Two events under one uid are a mistake of the source; both are shown, told apart by their start.
    const wanted = occurrence.recurrenceId ?? (index === 0 && !series ? '' : occurrence.start);
    const key = dates.has(wanted) ? occurrence.start : wanted;
    if (dates.has(key)) return;
    const own = contentOfOccurrence(occurrence, source, directory);
    const differs = occurrence.changed === true || (key !== '' && JSON.stringify(own) !== JSON.stringify(content));
    const override = differs ? overrideOf(occurrence, key, content, own) : undefined;
    if (override) overrides.push(override);
    const startAt = boundToInstant(occurrence.start, zone);
    const endAt = Math.max(startAt, boundToInstant(occurrence.end, zone));
    if (Number.isNaN(startAt) || Number.isNaN(endAt)) return;
    dates.set(key, {
      recurrenceKey: key,
      start: occurrence.start,
      end: occurrence.end,
      startAt,
      endAt,
      ...(override && { override }),
    });
  });
  const event: NewStoredEvent = {
    id: `${source.id}.${hashOf(uid).slice(0, 24)}`,
    sourceId: source.id,
    uid: uid.slice(0, 1000),
    visibility: 'public',
    orgId: null,
    unit: null,
    createdBy: null,
    document,
    series,
    overrides,
  };
  const rows = [...dates.values()].map((date) => occurrenceRow(event, date, directory));
  return { event, rows, hash: hashOf(JSON.stringify([event, rows])) };
}

/** The occurrences that a source lists, put together to events and series. */
export function gatheredEvents(
  occurrences: readonly CalendarEvent[],
  source: SourceConfig,
  directory: Directory,
  zone: string,
): GatheredEvent[] {
  const byUid = new Map<string, CalendarEvent[]>();
  for (const occurrence of occurrences) {
    const known = byUid.get(occurrence.uid);
    if (known) known.push(occurrence);
    else byUid.set(occurrence.uid, [occurrence]);
  }
  const events: GatheredEvent[] = [];
  for (const [uid, dates] of byUid) {
    const event = gatheredEvent(uid, dates, source, directory, zone);
    if (event) events.push(event);
  }
  return events;
}
