import type { Problem } from '../../../model/page.ts';
import type { Component, Property } from './ics-property.ts';

/** What a file holds: one entry for each VCALENDAR; events outside of any are put into one of their own. */
export interface CalendarFile {
  readonly calendars: readonly CalendarPart[];
  readonly problems: readonly Problem[];
  /** Whether anything of a calendar was found at all. */
  readonly isCalendar: boolean;
}

export interface CalendarPart {
  readonly properties: readonly Property[];
  readonly events: readonly Component[];
  readonly zones: readonly Component[];
}

interface OpenCalendar {
  readonly properties: Property[];
  readonly events: Component[];
  readonly zones: Component[];
}

/** Components that never stand inside each other: where one begins, the END of the one before was forgotten. */
const TOP = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE', 'VAVAILABILITY']);
/** Everything an event can tell us. ATTENDEE is not among it: addresses of people are not even kept in memory. */
const EVENT_PROPERTIES = new Set(
  (
    'UID SEQUENCE DTSTAMP CREATED LAST-MODIFIED DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID SUMMARY ' +
    'DESCRIPTION LOCATION GEO URL STATUS CATEGORIES ORGANIZER ATTACH IMAGE CONFERENCE'
  ).split(' '),
);
const DATES = new Set(['DTSTART', 'DTEND', 'RECURRENCE-ID', 'EXDATE', 'RDATE']);
const MAX_DEPTH = 100;
const MAX_PROBLEMS = 100;
const LINES_A_STEP = 500;

const isBreak = (code: number): boolean => code === 10 || code === 13;
const isBlank = (code: number): boolean => code === 32 || code === 9;

/** Where the value begins: at the first colon outside quotes. */
function colonOf(line: string, name: string, semicolon: number): number {
  if (DATES.has(name)) {
    // Zone names with a colon belong into quotes and often are not: TZID=(UTC+01:00) Berlin:20260504T180000.
    const last = line.lastIndexOf(':');
    if (/^\d{8}/.test(line.slice(last + 1, last + 9))) return last;
  }
  let quoted = false;
  for (let at = semicolon; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    else if (code === 58 && !quoted) return at;
  }
  return line.indexOf(':', semicolon);
}

/** Reads the lines of one file into components. Whatever cannot be read costs the line it stands on, and is told. */
class ComponentReader {
  readonly problems: Problem[] = [];
  readonly calendars: OpenCalendar[] = [];
  isCalendar = false;
  readonly #stack: Component[] = [];
  #tooDeep = 0;
  /** Whether something filled the lines of the file up with blanks; else a blank at the end of a title is its own. */
  #padded = false;
  #calendar: OpenCalendar | null = null;

  /** Takes one unfolded line. */
  take(line: string, number: number): void {
    const colon = line.indexOf(':');
    const semicolon = line.indexOf(';');
    const withParams = semicolon >= 0 && (colon < 0 || semicolon < colon);
    const head = withParams ? semicolon : colon;
    const name = head < 0 ? '' : line.slice(0, head).trim().toUpperCase();
    const split = withParams ? colonOf(line, name, semicolon) : colon;
    const value = line.slice(split + 1);
    if (name === 'BEGIN' && split > 0) {
      if (/\s$/.test(value)) this.#padded = true;
      this.#begin(value.trim().toUpperCase(), number);
      return;
    }
    const open = this.#stack.at(-1);
    if (!open) return;
    if (name === 'END' && split > 0) {
      this.#end(value.trim().toUpperCase(), number);
      return;
    }
    if (name === '' || split < 0 || /\s/.test(name)) {
      this.#report(`not a content line: ${line.slice(0, 40)}`, number);
      return;
    }
    if (this.#tooDeep > 0 || !this.#wants(open, name)) return;
    const params = withParams ? line.slice(semicolon + 1, split) : '';
    open.properties.push({ name, params, value: this.#padded ? value.trimEnd() : value, line: number });
  }

  finish(number: number): void {
    const open = this.#stack[0];
    if (open) this.#report(`the file ends inside ${this.#stack.at(-1)?.name ?? open.name}`, number);
    while (this.#stack.length > 0) this.#pop();
  }

  #wants(open: Component, name: string): boolean {
    switch (open.name) {
      case 'VEVENT':
        return EVENT_PROPERTIES.has(name) || name.startsWith('X-');
      case 'VCALENDAR':
      case 'VTIMEZONE':
      case 'STANDARD':
      case 'DAYLIGHT':
        return true;
      default:
        return false;
    }
  }

  #begin(name: string, line: number): void {
    if (name === 'VCALENDAR' || TOP.has(name)) {
      this.isCalendar = true;
      this.#closeForgotten(name, line);
    }
    if (this.#stack.length >= MAX_DEPTH) {
      if (this.#tooDeep++ === 0) this.#report(`components stand more than ${MAX_DEPTH} deep in each other`, line);
      return;
    }
    const component: Component = { name, line, properties: [], parts: [] };
    this.#stack.push(component);
    if (name === 'VCALENDAR') {
      this.#calendar = { properties: component.properties, events: [], zones: [] };
      this.calendars.push(this.#calendar);
    }
  }

  #closeForgotten(next: string, line: number): void {
    const open = this.#stack.findIndex(({ name }) => TOP.has(name) || (next === 'VCALENDAR' && name === next));
    if (open < 0) return;
    this.#report(`${this.#stack[open]?.name ?? ''} has no END before line ${line}`, this.#stack[open]?.line ?? line);
    this.#tooDeep = 0;
    while (this.#stack.length > open) this.#pop();
  }

  #end(name: string, line: number): void {
    const open = this.#stack.findLastIndex((component) => component.name === name);
    if (this.#tooDeep > 0 && !TOP.has(name) && name !== 'VCALENDAR') {
      this.#tooDeep--;
      return;
    }
    if (open < 0) {
      this.#report(`END:${name.slice(0, 20)} without BEGIN`, line);
      return;
    }
    this.#tooDeep = 0;
    const forgotten = this.#stack.at(-1);
    if (open < this.#stack.length - 1) this.#report(`${forgotten?.name ?? ''} has no END before line ${line}`, line);
    while (this.#stack.length > open) this.#pop();
  }

  #pop(): void {
    const component = this.#stack.pop();
    if (!component) return;
    if (component.name === 'VCALENDAR') this.#calendar = null;
    else if (component.name === 'VEVENT') this.#home().events.push(component);
    else if (component.name === 'VTIMEZONE') this.#home().zones.push(component);
    else if (component.name === 'STANDARD' || component.name === 'DAYLIGHT') this.#stack.at(-1)?.parts.push(component);
  }

  /** The calendar that a component belongs to; components without one get one of their own. */
  #home(): OpenCalendar {
    if (!this.#calendar) {
      this.#calendar = { properties: [], events: [], zones: [] };
      this.calendars.push(this.#calendar);
    }
    return this.#calendar;
  }

  #report(detail: string, line: number): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ code: 'invalid-item', detail, line });
  }
}

/**
 * Reads the text of a calendar file in steps of some hundred lines, so that the caller can give the page air in between.
 * Line ends may be CRLF, LF, CR or CR CR LF, mixed; folded lines may have empty lines in their folds.
 */
export function* readCalendarFile(text: string): Generator<undefined, CalendarFile> {
  // Files of old Macs, and others that lost their line feeds on the way.
  const lines = /\r(?![\r\n])/.test(text) ? text.replace(/\r+\n?/g, '\n') : text;
  const reader = new ComponentReader();
  let at = lines.charCodeAt(0) === 0xfeff ? 1 : 0;
  let number = 1;
  let untilPause = LINES_A_STEP;
  while (at < lines.length) {
    const first = number;
    const pieces: string[] = [];
    let begin = at;
    for (;;) {
      let end = lines.indexOf('\n', begin);
      if (end < 0) end = lines.length;
      let stop = end;
      while (stop > begin && lines.charCodeAt(stop - 1) === 13) stop--;
      pieces.push(lines.slice(begin, stop));
      at = end + 1;
      number++;
      while (at < lines.length && isBreak(lines.charCodeAt(at))) if (lines.charCodeAt(at++) === 10) number++;
      if (at >= lines.length || !isBlank(lines.charCodeAt(at))) break;
      begin = at + 1;
      if (pieces.length % LINES_A_STEP === 0) yield;
    }
    const line = pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('');
    if (line.trim() !== '') reader.take(line, first);
    untilPause -= pieces.length;
    if (untilPause <= 0) {
      untilPause = LINES_A_STEP;
      yield;
    }
  }
  reader.finish(number);
  return { calendars: reader.calendars, problems: reader.problems, isCalendar: reader.isCalendar };
}
