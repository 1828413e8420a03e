import { BackendError } from '../../backend-error.ts';
import type { EventsQuery } from '../../ports.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { filterEvents } from '../../../model/event-filter.ts';
import type { Page, Problem, SourceRef } from '../../../model/page.ts';
import { DAY_MS, fromEpochDay } from '../../../model/plain-date.ts';
import { boundToInstant, toInstantString } from '../../../model/time-zone.ts';
import { WorkBudget } from '../../../model/recurrence/work-budget.ts';
import { readEvent, type CalendarSetting, type EventRecord } from './ics-event.ts';
import { repetitionFor, SeriesExpander, type Occurrence, type TimeWindow } from './ics-expand.ts';
import { unescapeText, type Property } from './ics-property.ts';
import { readCalendarFile, type CalendarPart } from './ics-reader.ts';
import { groupSeries, repeats, type Series } from './ics-series.ts';
import { readText, unwrapMultistatus } from './ics-text.ts';
import { ZoneBook } from './ics-zone-book.ts';
import { ianaZone, instantOf, UTC, type Zone } from './ics-zone.ts';
import { recurrenceOf, wordsOf, type EventWords } from './icalendar-mapping.ts';
import { pageOf } from './page-of.ts';

/** What the reader of a file is told beside its bytes. Plain data, so that it can be sent to a worker. */
export interface CalendarOptions {
  /** IANA zone of the reader. */
  readonly timeZone: string;
  readonly source?: SourceRef;
  /** `charset` of the content type. */
  readonly charset?: string;
}

const ALL_STEPS = 1_500_000;
const ALL_RESULTS = 200_000;
const MAX_PROBLEMS = 200;
const EVENTS_A_STEP = 50;
const WORK_A_STEP = 2000;
const YEAR_MS = 366 * DAY_MS;

const valueOf = (properties: readonly Property[], name: string): string =>
  unescapeText(properties.find((property) => property.name === name)?.value ?? '').trim();

/** Why a text is no calendar. */
function refusal(text: string): BackendError {
  if (text.trim() === '') return new BackendError('invalid', 'the answer is empty', { reason: 'empty' });
  if (/^\s*<(?:!doctype html|html|head|body|script)/i.test(text)) {
    return new BackendError('invalid', 'the answer is a web page', { reason: 'html' });
  }
  return new BackendError('invalid', 'the answer is no iCalendar file', { reason: 'content-type' });
}

/**
 * A calendar file, read. Its methods are generators: each `yield` is a place where the work may be interrupted for the
 * page's sake (see slices.ts); they can as well be run in one go.
 */
export class IcsCalendar {
  /** What the calendar calls itself. */
  readonly name: string | undefined;
  readonly #series: readonly Series[];
  readonly #problems: readonly Problem[];
  readonly #reader: Zone;
  readonly #timeZone: string;
  readonly #source: SourceRef | undefined;
  readonly #words = new WeakMap<EventRecord, EventWords>();

  constructor(
    series: readonly Series[],
    problems: readonly Problem[],
    name: string | undefined,
    options: CalendarOptions,
  ) {
    this.#series = series;
    this.#problems = problems;
    this.name = name;
    this.#timeZone = options.timeZone;
    this.#reader = ianaZone(options.timeZone) ?? UTC;
    const { source } = options;
    this.#source = source && name && !source.label ? { ...source, label: name } : source;
  }

  /** @throws {BackendError} `invalid` where a bound of the query is neither a date nor an instant */
  *list(query: EventsQuery): Generator<undefined, Page<CalendarEvent>> {
    const from = boundToInstant(query.from, this.#timeZone);
    const to = boundToInstant(query.to, this.#timeZone);
    if (Number.isNaN(from) || Number.isNaN(to)) {
      throw new BackendError('invalid', `no range of time: from ${query.from} to ${query.to}`);
    }
    const found: { readonly at: number; readonly event: CalendarEvent }[] = [];
    const problems: Problem[] = [...this.#problems];
    const { q = '', kind = '', topic = '', org = '' } = query;
    const filter = { q, kind, topic, org };
    const budget = new WorkBudget(ALL_STEPS, ALL_RESULTS);
    const expander = new SeriesExpander({ from, to }, this.#reader, budget, (occurrence) => {
      const event = this.#event(occurrence);
      if (filterEvents([event], filter).length > 0) found.push({ at: this.#instant(occurrence), event });
    });
    let done = 0;
    let { steps } = budget;
    for (const series of this.#series) {
      const before = found.length;
      if (!expander.expand(series) && problems.length < MAX_PROBLEMS) problems.push(this.#limitReached(series));
      done += 1 + found.length - before;
      if (done >= EVENTS_A_STEP || steps - budget.steps > WORK_A_STEP) {
        done = 0;
        ({ steps } = budget);
        yield;
      }
    }
    found.sort((a, b) => a.at - b.at || (a.event.uid < b.event.uid ? -1 : a.event.uid > b.event.uid ? 1 : 0));
    yield;
    return pageOf(
      found.map(({ event }) => event),
      query,
      problems,
    );
  }

  /**
   * One event: the named instance of a series, else its first.
   *
   * @throws {BackendError} `missing`
   */
  *get(uid: string, recurrenceId?: string): Generator<undefined, CalendarEvent> {
    yield;
    const series = this.#series.find((entry) => entry.uid === uid);
    const window = series && this.#windowOf(series, recurrenceId);
    let best: CalendarEvent | undefined;
    if (series && window) {
      const budget = new WorkBudget(ALL_STEPS, ALL_RESULTS);
      const expander = new SeriesExpander(window, this.#reader, budget, (occurrence) => {
        const event = this.#event(occurrence);
        if (recurrenceId !== undefined && event.recurrenceId !== recurrenceId) return;
        if (!best || event.start < best.start) best = event;
      });
      expander.expand(series);
    }
    if (!best) throw new BackendError('missing', `no event ${uid.slice(0, 100)} in the calendar`);
    return best;
  }

  /** Where to look for an instance: it may have been moved by a year at most. */
  #windowOf(series: Series, recurrenceId: string | undefined): TimeWindow | undefined {
    const record = series.masters[0] ?? series.overrides[0];
    if (!record) return undefined;
    const { start } = record;
    const named =
      recurrenceId === undefined ? instantOf(start.zone, start.wall) : boundToInstant(recurrenceId, this.#timeZone);
    return Number.isNaN(named) ? undefined : { from: named - YEAR_MS, to: named + YEAR_MS };
  }

  #wordsFor(record: EventRecord, master: EventRecord | undefined): EventWords {
    let words = this.#words.get(record);
    if (!words) {
      const recurrence = master && repeats(master.component) ? recurrenceOf(master) : undefined;
      words = { ...wordsOf(record, this.#source), ...(recurrence ? { recurrence } : {}) };
      this.#words.set(record, words);
    }
    return words;
  }

  #event({ record, master, start, end, instance, changed }: Occurrence): CalendarEvent {
    const { allDay } = record.start;
    const text = (point: number, isDay: boolean): string =>
      isDay ? fromEpochDay(point / DAY_MS) : toInstantString(point);
    const words = this.#wordsFor(record, master);
    const byDay = master ? master.start.allDay : (record.instance?.allDay ?? allDay);
    const times = { start: text(start, allDay), end: text(end, allDay), allDay };
    if (instance === undefined) return { ...words, ...times };
    const recurrenceId = text(instance, byDay);
    return changed ? { ...words, ...times, recurrenceId, changed } : { ...words, ...times, recurrenceId };
  }

  #instant({ record, start }: Occurrence): number {
    return record.start.allDay ? instantOf(this.#reader, start) : start;
  }

  #limitReached({ uid, masters }: Series): Problem {
    return {
      code: 'limit-reached',
      detail: 'the series has more occurrences, or takes more work, than one answer may hold',
      item: uid,
      line: masters[0]?.component.line,
      source: this.#source,
    };
  }
}

function settingOf(
  part: CalendarPart,
  all: readonly CalendarPart[],
  options: CalendarOptions,
  report: CalendarSetting['report'],
): CalendarSetting {
  const reader = ianaZone(options.timeZone) ?? UTC;
  // A file of several calendars may describe its zones in one of them only.
  const zones = new ZoneBook([...part.zones, ...all.flatMap((other) => (other === part ? [] : other.zones))]);
  const named = valueOf(part.properties, 'X-WR-TIMEZONE');
  return { zones, reader, floating: (named && zones.find(named)) || reader, report };
}

/**
 * Reads a calendar file, in steps.
 *
 * @throws {BackendError} `invalid` with reason `empty`, `html` or `content-type` where it is none
 */
export function* readCalendar(data: string | Uint8Array, options: CalendarOptions): Generator<undefined, IcsCalendar> {
  const text = unwrapMultistatus(typeof data === 'string' ? data : yield* readText(data, options.charset));
  yield;
  const file = yield* readCalendarFile(text);
  if (!file.isCalendar) throw refusal(text);
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    if (problems.length < MAX_PROBLEMS)
      problems.push(options.source ? { ...problem, source: options.source } : problem);
  };
  file.problems.forEach(report);
  const records: EventRecord[] = [];
  const books: ZoneBook[] = [];
  for (const part of file.calendars) {
    const setting = settingOf(part, file.calendars, options, report);
    books.push(setting.zones);
    for (const component of part.events) {
      const record = readEvent(component, setting);
      if (record) {
        if (!record.instance && repeats(component)) repetitionFor(record);
        records.push(record);
      }
      if (records.length % EVENTS_A_STEP === 0) yield;
    }
  }
  for (const name of new Set(books.flatMap((book) => book.unknown))) {
    report({ code: 'unsupported-part', detail: `nobody knows the time zone "${name.slice(0, 80)}"` });
  }
  yield;
  const series = groupSeries(records);
  const properties = file.calendars[0]?.properties ?? [];
  const name = valueOf(properties, 'NAME') || valueOf(properties, 'X-WR-CALNAME');
  return new IcsCalendar(series, problems, name || undefined, options);
}
