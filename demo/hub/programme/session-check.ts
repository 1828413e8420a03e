import type { Static } from 'typebox';
import type { Programme } from '../../../src/model/calendar-event.ts';
import { EVENT_LIMITS } from '../../../src/model/event-input.ts';
import { USUAL_SESSION_MINUTES } from '../../../src/model/session-conflicts.ts';
import { findPeople } from '../accounts/person-refs.ts';
import type { HubTransaction } from '../database/database.ts';
import type { EventDocument } from '../events/event-document.ts';
import type { FieldCheck } from '../http/characters.ts';
import type { Hub } from '../hub.ts';
import type { StoredHost } from './programme-tables.ts';
import type { NewSessionSchema, SessionPatchSchema } from './session-schema.ts';
import type { SessionRow } from './session-store.ts';

export type NewSession = Static<typeof NewSessionSchema>;
export type SessionPatch = Static<typeof SessionPatchSchema>;

/** What a session says, as it is stored. */
export type SessionWords = Pick<SessionRow, 'title' | 'abstract' | 'track' | 'minutes'>;

/** Where it is in the plan. */
export type SessionPlace = Pick<SessionRow, 'startAt' | 'endAt' | 'room' | 'state'>;

/** The words of a session: what the input names, else what was there before. */
export function checkWords(
  input: Partial<NewSession>,
  before: SessionWords | undefined,
  programme: Programme | undefined,
  check: FieldCheck,
): SessionWords {
  const text = (field: 'abstract' | 'track', max: number, line: boolean): string | null => {
    const value = input[field];
    if (value === undefined) return before?.[field] ?? null;
    return value === null ? null : (check.text(field, value, { max, line }) ?? null);
  };
  const title =
    input.title === undefined
      ? before?.title
      : check.text('title', input.title, { min: 1, max: EVENT_LIMITS.sessionTitle, line: true });
  const track = text('track', EVENT_LIMITS.room, true);
  const tracks = programme?.tracks ?? [];
  if (track !== null && track !== before?.track && tracks.length > 0 && !tracks.includes(track)) {
    check.wrong('track', 'not-found', 'is not a track of this camp');
  }
  return {
    title: title ?? '',
    abstract: text('abstract', EVENT_LIMITS.sessionAbstract, false),
    track,
    minutes: input.minutes === undefined ? (before?.minutes ?? null) : input.minutes,
  };
}

/** When a session ends of which only the start was said: as long as it was, as it asks for, or as the slot goes on. */
function endOf(start: number, row: SessionRow, minutes: number | null, programme: Programme | undefined): number {
  if (row.startAt && row.endAt) return start + row.endAt.getTime() - row.startAt.getTime();
  if (minutes !== null) return start + minutes * 60_000;
  const slot = (programme?.slots ?? []).find((each) => start >= Date.parse(each.start) && start < Date.parse(each.end));
  return slot ? Date.parse(slot.end) : start + USUAL_SESSION_MINUTES * 60_000;
}

/** Where the organiser puts a session. Without a time it is a proposal. */
export function checkPlace(
  patch: SessionPatch,
  row: SessionRow,
  minutes: number | null,
  { programme }: Pick<EventDocument, 'programme'>,
  check: FieldCheck,
): SessionPlace {
  if (patch.start === null || (patch.state === 'proposed' && patch.start === undefined)) {
    return { startAt: null, endAt: null, room: null, state: patch.state === 'cancelled' ? 'cancelled' : 'proposed' };
  }
  const start = patch.start === undefined ? row.startAt?.getTime() : Date.parse(patch.start);
  let { room } = row;
  if (patch.room !== undefined) {
    room =
      patch.room === null ? null : (check.text('room', patch.room, { max: EVENT_LIMITS.room, line: true }) ?? null);
    const rooms = programme?.rooms ?? [];
    if (room !== null && room !== row.room && rooms.length > 0 && !rooms.includes(room)) {
      check.wrong('room', 'not-found', 'is not a room of this camp');
    }
  }
  if (start === undefined) {
    if (patch.state === 'scheduled' || patch.end || (room !== null && patch.room !== undefined)) {
      check.wrong('start', 'required', 'must say when the session begins');
    }
    return { startAt: null, endAt: null, room: null, state: patch.state ?? row.state };
  }
  const kept = patch.start === undefined ? row.endAt?.getTime() : undefined;
  const end = patch.end ? Date.parse(patch.end) : (kept ?? endOf(start, row, minutes, programme));
  if (end <= start) check.wrong('end', 'order', 'must be after start');
  const state = patch.state ?? (patch.start === undefined ? row.state : 'scheduled');
  return { startAt: new Date(start), endAt: new Date(end), room, state };
}

/** Who holds a session: people of the network, and guests by their names. */
export async function checkHosts(
  transaction: HubTransaction,
  hosts: NonNullable<SessionPatch['hosts']>,
  check: FieldCheck,
): Promise<StoredHost[]> {
  const ids = hosts.flatMap((host) => ('id' in host ? host.id : []));
  const known = new Set(
    ids.length === 0
      ? []
      : (await transaction.selectFrom('person').select('id').where('id', 'in', ids).execute()).map(({ id }) => id),
  );
  const seen = new Set<string>();
  return hosts.flatMap((host, index): StoredHost[] => {
    if ('id' in host) {
      if (!known.has(host.id)) check.wrong(`hosts.${index}.id`, 'not-found', 'is nobody of this network');
      if (seen.has(host.id)) return [];
      seen.add(host.id);
      return [{ id: host.id }];
    }
    const displayName = check.text(`hosts.${index}.displayName`, host.displayName, { min: 1, max: 100, line: true });
    return displayName === undefined ? [] : [{ displayName }];
  });
}

/** Names for telling apart who is where, of the hosts as they are stored. */
export async function namedHosts(hub: Hub, transaction: HubTransaction, rows: readonly Pick<SessionRow, 'hosts'>[]) {
  const people = await findPeople(
    hub,
    transaction,
    rows.flatMap(({ hosts }) => hosts.map((host) => ('id' in host ? host.id : undefined))),
  );
  return (hosts: readonly StoredHost[]) => hosts.map((host) => ('id' in host ? people(host.id) : host));
}
