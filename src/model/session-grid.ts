import type { CalendarEvent, Programme, Session } from './calendar-event.ts';
import { DAY_MS, type PlainDate } from './plain-date.ts';
import { sessionSpan, type SessionSpan } from './session-conflicts.ts';
import { plainDateAt } from './time-zone.ts';

/** A session with its time, as epoch milliseconds. */
export interface TimedSession extends SessionSpan {
  readonly session: Session;
}

/** A field of the plan: one room during one row, and the rows below that it goes on through. */
export interface GridCell {
  /** Name of the room; undefined in the column of sessions that have none. */
  readonly room: string | undefined;
  /** Several only where the plan has them at the same time in the same room. */
  readonly sessions: readonly TimedSession[];
  readonly rowSpan: number;
  /** A session can be put here: the row belongs to a slot, or the programme has none. */
  readonly open: boolean;
}

/** A stretch of a day. */
export interface GridRow extends SessionSpan {
  /** `rooms`: a field a room; `whole`: sessions for everybody; `break`: nothing is on. */
  readonly kind: 'rooms' | 'whole' | 'break';
  /** Fields that begin in this row; rooms that go on from above have none. */
  readonly cells: readonly GridCell[];
  /** Of a `whole` row. */
  readonly sessions: readonly TimedSession[];
}

/** The plan of one day. */
export interface GridDay {
  readonly day: PlainDate;
  /** The columns; undefined is the one of sessions without a room that run beside others. */
  readonly rooms: readonly (string | undefined)[];
  readonly rows: readonly GridRow[];
}

/** Sessions that begin at the same time, for lists. */
export interface SessionsAtTime {
  readonly start: number;
  readonly sessions: readonly TimedSession[];
}

export interface GridOptions {
  readonly timeZone: string;
  /** Slots of the programme are rows also where nothing is on yet. Default true. */
  readonly slots?: boolean;
}

/** Longest stretch without anything that is called a break; what is longer is the time between two parts of a day. */
const LONGEST_BREAK = 2 * 3_600_000;

/** The sessions that have a time and take place, in their order. */
export const timedSessions = (sessions: readonly Session[]): readonly TimedSession[] =>
  sessions
    .flatMap((session): TimedSession[] => {
      const span = session.state === 'scheduled' ? sessionSpan(session) : undefined;
      return span ? [{ session, ...span }] : [];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.session.title < b.session.title ? -1 : 1));

/** The slots of a programme as epoch milliseconds, in their order; what is no time is left out. */
export const slotSpans = (programme: Programme | undefined): readonly SessionSpan[] =>
  (programme?.slots ?? [])
    .map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || a.end - b.end);

const overlaps = (a: SessionSpan, b: SessionSpan): boolean => a.start < b.end && b.start < a.end;

/**
 * A camp's sessions as tables of times by rooms, one a day. Sessions of several slots go through several rows; those
 * without a room are rows over the whole width, or, where others run beside them, a column of their own.
 */
export function sessionGrid(
  { sessions = [], programme }: Pick<CalendarEvent, 'sessions' | 'programme'>,
  { timeZone, slots: withSlots = true }: GridOptions,
): readonly GridDay[] {
  const timed = timedSessions(sessions);
  const slots = withSlots ? slotSpans(programme) : [];
  const days = new Map<PlainDate, { sessions: TimedSession[]; slots: SessionSpan[] }>();
  const dayOf = (start: number): { sessions: TimedSession[]; slots: SessionSpan[] } => {
    const day = plainDateAt(timeZone, start);
    const known = days.get(day) ?? { sessions: [], slots: [] };
    days.set(day, known);
    return known;
  };
  for (const session of timed) dayOf(session.start).sessions.push(session);
  for (const slot of slots) dayOf(slot.start).slots.push(slot);
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, parts]) => ({ day, ...gridOfDay(parts.sessions, parts.slots, programme) }));
}

function gridOfDay(
  sessions: readonly TimedSession[],
  slots: readonly SessionSpan[],
  programme: Programme | undefined,
): Omit<GridDay, 'day'> {
  const inRooms = sessions.filter(({ session }) => session.room);
  const isBeside = (one: TimedSession): boolean => inRooms.some((other) => overlaps(one, other));
  const beside = sessions.filter((one) => !one.session.room && isBeside(one));
  const whole = sessions.filter((one) => !one.session.room && !isBeside(one));
  const rooms: (string | undefined)[] = [...(programme?.rooms ?? [])];
  for (const { session } of inRooms) if (!rooms.includes(session.room)) rooms.push(session.room);
  if (beside.length > 0 || rooms.length === 0) rooms.push(undefined);
  const rows = stretches(sessions, slots).map((span): GridRow => {
    const forAll = whole.filter((one) => overlaps(one, span));
    const isUsed = forAll.length > 0 || [...sessions, ...slots].some((one) => overlaps(one, span));
    return { ...span, kind: forAll.length > 0 ? 'whole' : isUsed ? 'rooms' : 'break', cells: [], sessions: forAll };
  });
  const kept = joinWhole(rows.filter(({ kind, start, end }) => kind !== 'break' || end - start <= LONGEST_BREAK));
  return { rooms, rows: fillRooms(kept, rooms, [...inRooms, ...beside], slots) };
}

/** Every stretch of the day between two moments at which something begins or ends. */
function stretches(sessions: readonly SessionSpan[], slots: readonly SessionSpan[]): readonly SessionSpan[] {
  const moments = new Set<number>();
  for (const { start, end } of [...sessions, ...slots]) {
    moments.add(start);
    // What goes on after midnight by many hours would stretch its day without end.
    moments.add(Math.min(end, start + DAY_MS));
  }
  const sorted = [...moments].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => ({ start: sorted[index]!, end }));
}

/** A session for everybody that goes through several stretches is one row. */
function joinWhole(rows: readonly GridRow[]): readonly GridRow[] {
  const joined: GridRow[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    const goesOn = last?.kind === 'whole' && row.sessions.some((one) => last.sessions.includes(one));
    if (!last || !goesOn) joined.push(row);
    else {
      const sessions = [...last.sessions, ...row.sessions.filter((one) => !last.sessions.includes(one))];
      joined[joined.length - 1] = { ...last, end: row.end, sessions };
    }
  }
  return joined;
}

function fillRooms(
  rows: readonly GridRow[],
  rooms: readonly (string | undefined)[],
  sessions: readonly TimedSession[],
  slots: readonly SessionSpan[],
): readonly GridRow[] {
  const cells = rows.map((): GridCell[] => []);
  for (const room of rooms) {
    const own = sessions.filter(({ session }) => (session.room || undefined) === room);
    for (let at = 0; at < rows.length;) {
      const row = rows[at]!;
      if (row.kind !== 'rooms') {
        at++;
        continue;
      }
      const here = own.filter((one) => overlaps(one, row));
      let next = at + 1;
      for (; here.length > 0 && rows[next]?.kind === 'rooms'; next++) {
        const below = own.filter((one) => overlaps(one, rows[next]!));
        if (!below.some((one) => here.includes(one))) break;
        here.push(...below.filter((one) => !here.includes(one)));
      }
      const open = slots.length === 0 || slots.some((slot) => overlaps(slot, row));
      cells[at]!.push({ room, sessions: here, rowSpan: next - at, open });
      at = next;
    }
  }
  return rows.map((row, index) => ({ ...row, cells: cells[index]! }));
}

/** The same as lists: what begins together stands together. */
export function sessionsByTime(timed: readonly TimedSession[]): readonly SessionsAtTime[] {
  const times = new Map<number, TimedSession[]>();
  for (const one of timed) times.set(one.start, [...(times.get(one.start) ?? []), one]);
  return [...times].sort(([a], [b]) => a - b).map(([start, sessions]) => ({ start, sessions }));
}
