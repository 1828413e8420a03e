import type { Programme } from '../../../src/model/calendar-event.ts';
import { DAY_MS, isPlainDate, toEpochDay } from '../../../src/model/plain-date.ts';
import { boundToInstant, fromWallTime, toInstantString, toWallTime } from '../../../src/model/time-zone.ts';
import type { HubTransaction } from '../database/database.ts';
import type { EventDocument } from '../events/event-document.ts';
import { FieldCheck } from '../http/characters.ts';
import { liesWithin, type Span } from './programme-check.ts';
import './programme-tables.ts';

type Times = Pick<EventDocument, 'start' | 'end' | 'allDay' | 'timeZone'>;

export const campSpan = ({ start, end }: Pick<Times, 'start' | 'end'>, hubZone: string): Span => ({
  start: boundToInstant(start, hubZone),
  end: boundToInstant(end, hubZone),
});

const wallOf = (time: string, zone: string): number =>
  isPlainDate(time) ? toEpochDay(time) * DAY_MS : toWallTime(zone, Date.parse(time));

/** Moves instants by a stretch on the clock, so that a session at nine is at nine also across a change of the clocks. */
export type Shift = (instant: number) => number;

/** How a camp moved when nothing but its day or hour changed; undefined where it did not move, or changed its length. */
export function shiftOf(before: Times, after: Times, hubZone: string): Shift | undefined {
  if (before.allDay !== after.allDay) return undefined;
  const zone = after.timeZone ?? hubZone;
  const by = wallOf(after.start, zone) - wallOf(before.start, zone);
  if (by === 0 || Number.isNaN(by) || wallOf(after.end, zone) - wallOf(before.end, zone) !== by) return undefined;
  return (instant) => fromWallTime(zone, toWallTime(zone, instant) + by);
}

/** Slots of a programme as they are after a camp has moved. */
export const shiftSlots = (programme: Programme, shift: Shift): Programme => ({
  ...programme,
  ...(programme.slots && {
    slots: programme.slots.map(({ start, end }) => ({
      start: toInstantString(shift(Date.parse(start))),
      end: toInstantString(shift(Date.parse(end))),
    })),
  }),
});

/** Old names of rooms and their new ones, where the list was kept and names in it changed. */
function renamedRooms(before: readonly string[], after: readonly string[]): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  if (before.length !== after.length) return renamed;
  before.forEach((name, index) => {
    const next = after[index] ?? name;
    if (!after.includes(name) && !before.includes(next)) renamed.set(name, next);
  });
  return renamed;
}

/**
 * Takes the sessions of a camp along when it changes: they move with it, and their rooms are named anew. The caller holds
 * the event's row.
 * @throws HttpProblem where a session in the plan would lie outside of what the camp is now
 */
export async function followCamp(
  transaction: HubTransaction,
  { id, before, after }: { readonly id: string; readonly before: EventDocument; readonly after: EventDocument },
  hubZone: string,
  now: number,
): Promise<void> {
  if (before.kind !== 'camp') return;
  const moved = before.start !== after.start || before.end !== after.end;
  const reframed = JSON.stringify(before.programme) !== JSON.stringify(after.programme) || after.kind !== 'camp';
  if (!moved && !reframed) return;
  const rows = await transaction
    .selectFrom('eventSession')
    .select(['id', 'startAt', 'endAt', 'room', 'state', 'version'])
    .where('eventId', '=', id)
    .where((where) => where.or([where('startAt', 'is not', null), where('room', 'is not', null)]))
    .orderBy('id')
    .execute();
  if (rows.length === 0) return;
  const check = new FieldCheck();
  if (after.kind !== 'camp') check.wrong('kind', 'not-allowed', 'must stay a camp: it has sessions');
  const shift = shiftOf(before, after, hubZone);
  const renamed = renamedRooms(before.programme?.rooms ?? [], after.programme?.rooms ?? []);
  const camp = campSpan(after, hubZone);
  for (const row of rows) {
    const start = row.startAt && (shift?.(row.startAt.getTime()) ?? row.startAt.getTime());
    const end = row.endAt && (shift?.(row.endAt.getTime()) ?? row.endAt.getTime());
    const room = row.room === null ? null : (renamed.get(row.room) ?? row.room);
    if (row.state === 'scheduled') {
      if (start !== null && end !== null && !liesWithin({ start, end }, camp, after.programme)) {
        const isInCamp = liesWithin({ start, end }, camp, undefined);
        check.wrong(isInCamp ? 'programme.slots' : 'end', 'outside', 'leaves a session of the plan without a time');
      }
      const rooms = after.programme?.rooms ?? [];
      if (
        room !== null &&
        rooms.length > 0 &&
        !rooms.includes(room) &&
        before.programme?.rooms.includes(row.room ?? '')
      ) {
        check.wrong('programme.rooms', 'not-allowed', `lacks a room that a session is in: ${room}`);
      }
    }
    if (start === row.startAt?.getTime() && room === row.room) continue;
    await transaction
      .updateTable('eventSession')
      .set({
        ...(start !== null && { startAt: new Date(start) }),
        ...(end !== null && { endAt: new Date(end) }),
        room,
        version: row.version + 1,
        updatedAt: new Date(now),
      })
      .where('id', '=', row.id)
      .execute();
  }
  const seen = new Set<string>();
  const once = check.errors.filter(({ field }) => !seen.has(field) && seen.add(field));
  check.errors.splice(0, check.errors.length, ...once);
  check.done();
}
