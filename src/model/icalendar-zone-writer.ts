import { DAY_MS, daysInMonth, weekdayOf } from './plain-date.ts';
import { offsetAt, transitionsIn, type Transition } from './time-zone.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const two = (number: number): string => String(number).padStart(2, '0');

/** A wall time as DATE-TIME without zone (RFC 5545, 3.3.5). */
export function wallText(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

function offsetText(offset: number): string {
  const seconds = Math.abs(Math.round(offset / 1000));
  const tail = seconds % 60 > 0 ? two(seconds % 60) : '';
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${tail}`;
}

/** The rules "last Sunday of March" and "second Sunday of March" that a wall time meets, as parts of RRULE. */
function rulesOf(wall: number): string[] {
  const date = new Date(wall);
  const month = date.getUTCMonth() + 1;
  const day = date.getUTCDate();
  const weekday = WEEKDAYS[weekdayOf(Math.floor(wall / DAY_MS)) - 1] ?? '';
  const rules = [`BYMONTH=${month};BYDAY=${Math.ceil(day / 7)}${weekday}`];
  if (day + 7 > daysInMonth(date.getUTCFullYear(), month)) rules.unshift(`BYMONTH=${month};BYDAY=-1${weekday}`);
  return rules;
}

/** The yearly rule that all the changes follow, at the same time of day; undefined where there is none. */
function commonRule(walls: readonly number[]): string | undefined {
  const [first = 0, ...rest] = walls;
  const sameTime = rest.every((wall) => (wall - first) % DAY_MS === 0);
  const yearly = walls.every((wall, index) => {
    return new Date(wall).getUTCFullYear() === new Date(first).getUTCFullYear() + index;
  });
  if (!sameTime || !yearly || rest.length === 0) return undefined;
  return rulesOf(first).find((rule) => rest.every((wall) => rulesOf(wall).includes(rule)));
}

function observance(kind: string, from: number, to: number, walls: readonly number[]): string[] {
  const [first = 0, ...rest] = walls;
  const rule = commonRule(walls);
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wallText(first)}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    ...(rule ? [`RRULE:FREQ=YEARLY;${rule}`] : rest.map((wall) => `RDATE:${wallText(wall)}`)),
    `END:${kind}`,
  ];
}

/**
 * VTIMEZONE of an IANA zone for the years given (RFC 5545, 3.6.5), from the zone data of the platform. Where the changes
 * follow one rule through all the years it is written as a rule and holds on for ever.
 */
export function writeZone(zone: string, fromYear: number, toYear: number): string[] {
  const start = Date.UTC(fromYear, 0, 1);
  const first = offsetAt(zone, start);
  const changes: Transition[] = [];
  for (let year = fromYear; year <= toYear; year++) changes.push(...transitionsIn(zone, year));
  const groups = new Map<string, { from: number; to: number; walls: number[] }>();
  for (const { at, before, after } of changes) {
    const key = `${before} ${after}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { from: before, to: after, walls: [] }));
    group.walls.push(at + before);
  }
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observance('STANDARD', first, first, [start + first])];
  for (const { from, to, walls } of groups.values()) {
    lines.push(...observance(to > from ? 'DAYLIGHT' : 'STANDARD', from, to, walls));
  }
  return [...lines, 'END:VTIMEZONE'];
}
