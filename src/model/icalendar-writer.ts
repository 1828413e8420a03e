import type { CalendarEvent, EventStatus, Recurrence } from './calendar-event.ts';
import { htmlToText } from './html-text.ts';
import { wallText, writeZone } from './icalendar-zone-writer.ts';
import { isPlainDate } from './plain-date.ts';
import { isTimeZone, toWallTime } from './time-zone.ts';

/** A series as one thing: the master with its `recurrence`, and the instances that were changed (`recurrenceId` named). */
export interface CalendarSeries {
  readonly master: CalendarEvent;
  readonly overrides?: readonly CalendarEvent[];
}

export interface CalendarFileOptions {
  /** RFC 3339 instant of the writing (DTSTAMP). */
  readonly now: string;
  /** What made the file (PRODID). */
  readonly prodId?: string;
  /** What the calendar is called in programs that subscribe to it. */
  readonly name?: string;
  /** Where the file can be fetched again. */
  readonly url?: string;
  /** How often that makes sense: a duration as in RFC 5545, 3.3.6, such as `PT1H`. */
  readonly refreshInterval?: string;
  /** What a receiver is to do with it (RFC 5546, 1.4). Default `PUBLISH`. */
  readonly method?: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  /** How often the events were changed (SEQUENCE), or each of them: a program keeps what has the higher number. */
  readonly sequence?: number | ((event: CalendarEvent) => number | undefined);
  /** Mail address in whose name a file is mailed: programs let nobody else change or cancel the event later. */
  readonly organiserAddress?: string;
}

/** What STATUS cannot say is said as well as it can, and exactly (schema.org's EventStatusType) in a property of ours. */
const STATUS: Readonly<Record<EventStatus, readonly string[]>> = {
  scheduled: ['STATUS:CONFIRMED'],
  tentative: ['STATUS:TENTATIVE'],
  cancelled: ['STATUS:CANCELLED'],
  postponed: ['STATUS:TENTATIVE', 'X-VR-STATUS:EventPostponed'],
  'moved-online': ['STATUS:CONFIRMED', 'X-VR-STATUS:EventMovedOnline'],
};

const FOLD_OCTETS = 75;

const octetsOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Breaks a line into pieces of at most 75 octets without cutting a character (RFC 5545, 3.1; RFC 6350, 3.2). */
export function foldContentLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const char of line) {
    const size = octetsOf(char);
    if (octets + size > FOLD_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += char;
    octets += size;
  }
  return folded;
}

/** Control characters have no place in a calendar (RFC 5545, 3.1), halves of surrogate pairs none in UTF-8. */
const UNCLEAN = /[\x00-\x08\x0b-\x1f\x7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const clean = (text: string): string => text.replace(UNCLEAN, '');

/** A value of type TEXT (RFC 5545, 3.3.11; RFC 6350, 3.4). */
export const contentText = (value: string): string =>
  clean(value.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** A parameter value in quotes; what cannot stand in quotes is written by RFC 6868. */
const quoted = (value: string): string =>
  `"${clean(value).replace(/\^/g, '^^').replace(/\n/g, '^n').replace(/"/g, "^'")}"`;

/** An address, if it is one that a program may open. */
const uri = (value: string | undefined): string | undefined =>
  value && /^https?:\/\/[^\s\x00-\x1f"<>]+$/i.test(value) ? value : undefined;

const property = (name: string, value: string | undefined): string[] => (value ? [`${name}:${value}`] : []);

/** The value of RRULE, if it holds nothing but what a rule may hold: it comes from elsewhere and is written as it is. */
const ruleOf = (recurrence: Recurrence | undefined): string | undefined =>
  recurrence?.rule && /^[A-Z0-9=;,:+-]+$/i.test(recurrence.rule) ? recurrence.rule.toUpperCase() : undefined;

/** Writes points in time for one event: as dates, in its zone, or in UTC. */
class TimeWriter {
  readonly #zone: string | undefined;

  constructor(event: CalendarEvent) {
    const zone = event.timeZone;
    this.#zone = zone && zone !== 'UTC' && isTimeZone(zone) ? zone : undefined;
  }

  /** One content line; several points stand in one list. No line where no point can be written. */
  lines(name: string, points: readonly string[]): string[] {
    const days = points.filter(isPlainDate);
    const instants = points.filter((point) => !isPlainDate(point) && !Number.isNaN(Date.parse(point)));
    const lines: string[] = [];
    if (days.length > 0) lines.push(`${name};VALUE=DATE:${days.map((day) => day.replaceAll('-', '')).join(',')}`);
    if (instants.length > 0) {
      const zone = this.#zone;
      const values = instants.map((point) => {
        const instant = Date.parse(point);
        return zone ? wallText(toWallTime(zone, instant)) : `${wallText(instant)}Z`;
      });
      lines.push(`${name}${zone ? `;TZID=${zone}` : ''}:${values.join(',')}`);
    }
    return lines;
  }
}

/** When the series as a whole begins, and when the first of its events ends. */
function firstTimes({ start, end, recurrence }: CalendarEvent): { start: string; end: string } {
  const begin = recurrence?.start;
  if (!begin || begin === start || isPlainDate(begin) !== isPlainDate(start)) return { start, end };
  const moved = Date.parse(begin) + Date.parse(end) - Date.parse(start);
  if (Number.isNaN(moved)) return { start, end };
  const iso = new Date(moved).toISOString();
  return { start: begin, end: isPlainDate(begin) ? iso.slice(0, 10) : iso };
}

/**
 * Dates beside the rule. Without one the first is named among them: it belongs to the series (RFC 5545, 3.8.5.2), yet
 * programs on ical.js leave it out otherwise, and naming it twice is as good as once.
 */
function addedDates(start: string, rule: string | undefined, recurrence: Recurrence | undefined): readonly string[] {
  const added = recurrence?.added ?? [];
  return rule || !added.length || added.includes(start) ? added : [start, ...added];
}

/** Whose event it is. A calendar address is asked for; where none mails the file, none is given away. */
function organiserLines({ organiser }: CalendarEvent, address: string | undefined): string[] {
  const mail = address && /^[^\s\x00-\x1f<>"]+@[^\s\x00-\x1f<>"]+$/.test(address) ? `mailto:${address}` : undefined;
  if (organiser) return [`ORGANIZER;CN=${quoted(organiser.name)}:${mail ?? 'invalid:nomail'}`];
  return mail ? [`ORGANIZER:${mail}`] : [];
}

function eventLines(
  event: CalendarEvent,
  role: 'single' | 'master' | 'override',
  stamp: string,
  { sequence, organiserAddress }: Pick<CalendarFileOptions, 'sequence' | 'organiserAddress'>,
): string[] {
  const times = new TimeWriter(event);
  const version = typeof sequence === 'function' ? sequence(event) : sequence;
  const { recurrence, place } = event;
  const { start, end } = role === 'master' ? firstTimes(event) : event;
  const description = htmlToText(event.description ?? event.summary ?? '');
  const topics = event.topics?.map(({ id, label }) => contentText(label.de ?? label.en ?? id)) ?? [];
  const rule = role === 'master' ? ruleOf(recurrence) : undefined;
  const geo = place?.lat !== undefined && place.lon !== undefined ? `${place.lat};${place.lon}` : undefined;
  const image = uri(event.image?.url);
  const online = uri(event.onlineUrl);
  return [
    'BEGIN:VEVENT',
    // One date out of a series, written alone, stands for itself and needs a name of its own.
    `UID:${contentText(role === 'single' && event.recurrenceId ? `${event.uid}-${event.recurrenceId}` : event.uid)}`,
    `DTSTAMP:${stamp}`,
    ...(version === undefined ? [] : [`SEQUENCE:${Math.max(0, Math.floor(version))}`]),
    ...(role === 'override' && event.recurrenceId ? times.lines('RECURRENCE-ID', [event.recurrenceId]) : []),
    ...times.lines('DTSTART', [start]),
    ...(end > start || event.allDay ? times.lines('DTEND', [end]) : []),
    ...property('RRULE', rule),
    ...(role === 'master' ? times.lines('RDATE', addedDates(start, rule, recurrence)) : []),
    ...(role === 'master' ? times.lines('EXDATE', recurrence?.removed ?? []) : []),
    `SUMMARY:${contentText(event.title)}`,
    ...property('DESCRIPTION', contentText(description)),
    ...property(
      'LOCATION',
      place && contentText([place.name, place.address ?? ''].filter((line) => line !== '').join('\n')),
    ),
    ...property('GEO', geo),
    ...property('URL', uri(event.url)),
    ...STATUS[event.status ?? 'scheduled'],
    ...property('CATEGORIES', topics.join(',')),
    ...property('X-VR-KIND', event.kind),
    ...organiserLines(event, organiserAddress),
    ...(online ? [`CONFERENCE;VALUE=URI;FEATURE=VIDEO:${online}`] : []),
    ...(image ? [`IMAGE;VALUE=URI:${image}`] : []),
    ...(event.links ?? []).flatMap(({ url, label }) => {
      const address = uri(url);
      return address ? [`ATTACH${label ? `;FILENAME=${quoted(label)}` : ''}:${address}`] : [];
    }),
    ...instantProperty('CREATED', event.createdAt),
    ...instantProperty('LAST-MODIFIED', event.updatedAt),
    'END:VEVENT',
  ];
}

const instantProperty = (name: string, instant: string | undefined): string[] =>
  instant && !Number.isNaN(Date.parse(instant)) ? [`${name}:${wallText(Date.parse(instant))}Z`] : [];

/** Years that an event needs its zone for, a year more on each side. */
function widen(zones: Map<string, [number, number]>, event: CalendarEvent): void {
  const { timeZone, allDay, start, end, recurrence } = event;
  if (!timeZone || allDay || timeZone === 'UTC' || !isTimeZone(timeZone)) return;
  const until = /UNTIL=(\d{4})/.exec(recurrence?.rule ?? '')?.[1];
  const years = [recurrence?.start ?? start, end, ...(recurrence?.added ?? [])].map((point) =>
    Number(point.slice(0, 4)),
  );
  const first = Math.min(...years) - 1;
  const last = Math.min(Math.max(...years, Number(until ?? 0)) + 1, first + 60);
  const known = zones.get(timeZone);
  zones.set(timeZone, known ? [Math.min(known[0], first), Math.max(known[1], last)] : [first, last]);
}

const isSeries = (entry: CalendarEvent | CalendarSeries): entry is CalendarSeries => 'master' in entry;

/**
 * Writes an iCalendar file (RFC 5545, with the properties of RFC 7986): CRLF line ends, folded, with the time zones that
 * its events name. An event without `recurrenceId` that has a `recurrence` is written as the series it is. No mail
 * address is written but the one that the options name.
 */
export function writeCalendar(
  entries: readonly (CalendarEvent | CalendarSeries)[],
  options: CalendarFileOptions,
): string {
  const { now, prodId = '-//Verwaltungsrebellen//Bausteine//DE', name, refreshInterval, method = 'PUBLISH' } = options;
  const stamp = `${wallText(Date.parse(now))}Z`;
  const zones = new Map<string, [number, number]>();
  const events: string[] = [];
  const add = (event: CalendarEvent, role: 'single' | 'master' | 'override'): void => {
    widen(zones, event);
    events.push(...eventLines(event, role, stamp, options));
  };
  for (const entry of entries) {
    if (isSeries(entry)) {
      add(entry.master, 'master');
      for (const override of entry.overrides ?? []) add({ ...override, uid: entry.master.uid }, 'override');
    } else add(entry, entry.recurrence && !entry.recurrenceId ? 'master' : 'single');
  }
  // A calendar must hold something, and one without events is a calendar too.
  if (events.length === 0) zones.set('UTC', [1970, 1970]);
  const interval = refreshInterval && /^P[0-9WDTHMS]+$/.test(refreshInterval) ? refreshInterval : undefined;
  const source = uri(options.url);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${contentText(prodId)}`,
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(name ? [`NAME:${contentText(name)}`, `X-WR-CALNAME:${contentText(name)}`] : []),
    ...(source ? [`SOURCE;VALUE=URI:${source}`] : []),
    ...(interval ? [`REFRESH-INTERVAL;VALUE=DURATION:${interval}`, `X-PUBLISHED-TTL:${interval}`] : []),
    ...[...zones].flatMap(([zone, [first, last]]) => writeZone(zone, first, last)),
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldContentLine(line)}\r\n`).join('');
}
