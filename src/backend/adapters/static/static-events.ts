import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { Page, Problem } from '../../../model/page.ts';
import { DAY_MS } from '../../../model/plain-date.ts';
import { boundToInstant, fromInstantString, startOfDay } from '../../../model/time-zone.ts';
import { BackendError } from '../../backend-error.ts';
import type { Span } from '../../expand-series.ts';
import type { CallOptions, EventsPort, EventsQuery } from '../../ports.ts';
import { readEvent } from '../../read-event.ts';
import type { Raw } from '../../read-shape.ts';
import type { StaticDocument } from './static-document.ts';

export interface StaticEventsOptions {
  readonly timeZone: string;
}

/** What was read of a document so far; items are read when a range needs them, each once. */
interface Reading {
  readonly events: (CalendarEvent | Problem | undefined)[];
  /** Positions of the items that stand for a series. */
  readonly masters: number[];
  /** Positions of the items that replace an instance of a series. */
  readonly overrides: number[];
  /** How an item is read: in full where one has more than a plain event. */
  readonly read: typeof readEvent;
}

/** Longer than any offset from UTC, so that texts with different offsets can be compared by their dates. */
const MARGIN = 2 * DAY_MS;
/** Problems told at most; the rest are of the same file and the same kind. */
const MAX_PROBLEMS = 50;

export function createStaticEvents(
  load: (options: CallOptions) => Promise<StaticDocument>,
  { timeZone }: StaticEventsOptions,
): EventsPort {
  const readings = new WeakMap<StaticDocument, Reading>();

  const readingOf = async (file: StaticDocument): Promise<Reading> => {
    let reading = readings.get(file);
    if (!reading) {
      const read = await readerOf(file.events);
      // Two questions at once share what comes first.
      reading = readings.get(file) ?? { events: [], read, ...findSeries(file.events) };
      readings.set(file, reading);
    }
    return reading;
  };

  const readAt = (file: StaticDocument, reading: Reading, index: number): CalendarEvent | Problem =>
    (reading.events[index] ??= readItem(file.events[index]!, { timeZone, base: file.base }, reading.read));

  const occurrences = async (file: StaticDocument, span: Span, problems: Problem[]): Promise<CalendarEvent[]> => {
    const reading = await readingOf(file);
    const series = new Set([...reading.masters, ...reading.overrides]);
    const found: CalendarEvent[] = [];
    const take = (index: number, into: CalendarEvent[]): void => {
      const read = readAt(file, reading, index);
      if ('uid' in read) into.push(read);
      else if (problems.length < MAX_PROBLEMS) problems.push(read);
    };

    // Texts that begin with a date compare as dates: most items are passed over without being read.
    const first = new Date(span.from - MARGIN).toISOString();
    const last = new Date(span.to + MARGIN).toISOString();
    for (let index = 0; index < file.events.length; index++) {
      const raw: Raw | null = file.events[index]!;
      const start = raw?.start;
      if (typeof start === 'string' && start[4] === '-') {
        if (start > last) continue;
        const end = raw.end;
        if ((typeof end === 'string' && end > start ? end : start) < first && !series.has(index)) continue;
      }
      if (!series.has(index)) take(index, found);
    }
    if (series.size) {
      const masters: CalendarEvent[] = [];
      const overrides: CalendarEvent[] = [];
      for (const index of reading.masters) take(index, masters);
      for (const index of reading.overrides) take(index, overrides);
      const { expandSeries } = await import('../../expand-series.ts');
      found.push(...expandSeries(masters, overrides, span, timeZone, problems));
    }
    return found;
  };

  const list = async (query: EventsQuery, options: CallOptions = {}): Promise<Page<CalendarEvent>> => {
    const span = { from: boundToInstant(query.from, timeZone), to: boundToInstant(query.to, timeZone) };
    if (!(span.from <= span.to)) throw new BackendError('invalid', `No range: ${query.from} to ${query.to}`);
    const problems: Problem[] = [];
    const found = await occurrences(await load(options), span, problems);
    options.signal?.throwIfAborted();
    return pageOf(sortedWithin(await filtered(found, query), span, timeZone), query, problems);
  };

  return {
    list,
    async get(uid, { recurrenceId, ...options } = {}) {
      const file = await load(options);
      const reading = await readingOf(file);
      for (let index = 0; index < file.events.length; index++) {
        const raw = file.events[index]!;
        if ((raw?.uid ?? raw?.id) !== uid) continue;
        const read = readAt(file, reading, index);
        if ('uid' in read && (!recurrenceId || read.recurrenceId === recurrenceId)) return read;
      }
      // The date comes from a link, which may name anything.
      const at = recurrenceId ? boundToInstant(recurrenceId, timeZone) : NaN;
      if (!Number.isNaN(at)) {
        const near = await occurrences(file, { from: at - DAY_MS, to: at + DAY_MS }, []);
        const instance = near.find((event) => event.uid === uid && event.recurrenceId === recurrenceId);
        if (instance) return instance;
      }
      throw new BackendError('missing', `No event ${uid}`, { url: file.base });
    },
  };
}

/** Series and what overrides them; an item with a rule and a `recurrenceId` is an instance that a hub expanded. */
function findSeries(events: readonly Raw[]): Pick<Reading, 'masters' | 'overrides'> {
  const masters: number[] = [];
  const overrides: number[] = [];
  for (let index = 0; index < events.length; index++) {
    const raw = events[index];
    if (raw?.recurrence && !raw.recurrenceId) masters.push(index);
  }
  if (!masters.length) return { masters, overrides };
  const series = new Set(masters.map((index) => events[index]!.uid));
  for (let index = 0; index < events.length; index++) {
    const raw = events[index];
    if (raw?.recurrenceId && series.has(raw.uid)) overrides.push(index);
  }
  return { masters, overrides };
}

/** Few files hold programmes or circles; the others need not load what reads them. */
async function readerOf(events: readonly Raw[]): Promise<typeof readEvent> {
  if (!events.some((raw: Raw | null) => raw?.sessions ?? raw?.programme ?? raw?.circle ?? raw?.me)) return readEvent;
  return (await import('../../read-meeting.ts')).readMeeting;
}

function readItem(
  raw: Raw | null,
  options: { readonly timeZone: string; readonly base?: string },
  read: typeof readEvent,
): CalendarEvent | Problem {
  try {
    return read(raw ?? {}, options);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const item = typeof raw?.uid === 'string' ? raw.uid : undefined;
    return { code: 'invalid-item', detail: error.message, ...(item ? { item } : {}) };
  }
}

/** Few calendars are narrowed by their editor; the others need not load what does it. */
async function filtered(events: readonly CalendarEvent[], query: EventsQuery): Promise<readonly CalendarEvent[]> {
  const { q = '', kind = '', topic = '', org = '' } = query;
  if (!(q || kind || topic || org)) return events;
  const { filterEvents } = await import('../../../model/event-filter.ts');
  return filterEvents(events, { q, kind, topic, org });
}

/** Those in the range (`EventsPort`), by start, the longer first. */
function sortedWithin(events: readonly CalendarEvent[], { from, to }: Span, zone: string): CalendarEvent[] {
  const days = new Map<string, number>();
  const midnight = (date: string): number => {
    let instant = days.get(date);
    if (instant === undefined) days.set(date, (instant = startOfDay(zone, date)));
    return instant;
  };
  const instant = (time: string, allDay: boolean): number => (allDay ? midnight(time) : fromInstantString(time));
  const timed: { event: CalendarEvent; start: number; end: number }[] = [];
  for (const event of events) {
    const start = instant(event.start, event.allDay);
    const end = instant(event.end, event.allDay);
    if (start < to && (end > from || (end === start && start >= from))) timed.push({ event, start, end });
  }
  timed.sort((a, b) => a.start - b.start || b.end - a.end);
  return timed.map(({ event }) => event);
}

function pageOf(
  items: readonly CalendarEvent[],
  { limit, cursor }: EventsQuery,
  problems: readonly Problem[],
): Page<CalendarEvent> {
  const begin = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isInteger(begin) || begin < 0) throw new BackendError('invalid', 'Unknown cursor');
  const end = limit === undefined ? items.length : begin + Math.max(1, limit);
  return {
    items: begin === 0 && end >= items.length ? items : items.slice(begin, end),
    total: items.length,
    problems,
    ...(end < items.length ? { next: String(end) } : {}),
  };
}
