import type { Session } from './calendar-event.ts';
import type { PersonRef } from './common.ts';

/** Minutes that a session takes which says neither its end nor how long it is. */
export const USUAL_SESSION_MINUTES = 45;

/** Epoch milliseconds, half-open. */
export interface SessionSpan {
  readonly start: number;
  readonly end: number;
}

/** What of a session says when and where it is, and who holds it. */
export type PlacedSession = Pick<Session, 'start' | 'end' | 'room' | 'minutes' | 'hosts'> & {
  readonly id?: string;
  readonly state?: Session['state'];
};

/** Why two sessions cannot be at the same time. */
export interface SessionConflict<S extends PlacedSession = Session> {
  readonly kind: 'room' | 'host';
  /** The session that is there already. */
  readonly session: S;
  /** Of the room or the person that both need. */
  readonly name: string;
}

/** When a session is; undefined for a proposal without a time. */
export function sessionSpan({ start, end, minutes }: PlacedSession): SessionSpan | undefined {
  const from = Date.parse(start ?? '');
  if (Number.isNaN(from)) return undefined;
  const to = Date.parse(end ?? '');
  return { start: from, end: to > from ? to : from + (minutes ?? USUAL_SESSION_MINUTES) * 60_000 };
}

/** Rooms and names are typed by people: case and blanks tell nothing apart. */
const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('de');

const isSamePerson = (a: PersonRef, b: PersonRef): boolean =>
  a.id !== undefined && b.id !== undefined ? a.id === b.id : folded(a.displayName) === folded(b.displayName);

/**
 * What stands against a session at its place: others in the same room, or with one of its hosts, that are on while it is.
 * The session itself, proposals and cancelled ones stand in nobody's way.
 */
export function sessionConflicts<S extends PlacedSession>(
  sessions: readonly S[],
  candidate: PlacedSession,
): readonly SessionConflict<S>[] {
  const span = sessionSpan(candidate);
  if (!span) return [];
  const room = folded(candidate.room ?? '');
  return sessions.flatMap((session): SessionConflict<S>[] => {
    const other = sessionSpan(session);
    if (!other || (session.state ?? 'scheduled') !== 'scheduled') return [];
    if (session.id !== undefined && session.id === candidate.id) return [];
    if (other.start >= span.end || span.start >= other.end) return [];
    const hosts = (candidate.hosts ?? []).filter((host) => session.hosts?.some((taken) => isSamePerson(host, taken)));
    return [
      ...(room !== '' && folded(session.room ?? '') === room
        ? [{ kind: 'room' as const, session, name: session.room ?? '' }]
        : []),
      ...hosts.map(({ displayName }) => ({ kind: 'host' as const, session, name: displayName })),
    ];
  });
}

/** Titles of the sessions that each of these overlaps, by its id: nobody is in two rooms at once. */
export function sessionClashes(sessions: readonly Session[]): ReadonlyMap<string, readonly string[]> {
  const clashes = new Map<string, readonly string[]>();
  for (const { id, start, end, minutes } of sessions) {
    const span = sessionSpan({ start, end, minutes });
    const others = sessions.filter((other) => {
      const taken = sessionSpan(other);
      return other.id !== id && span && taken && taken.start < span.end && span.start < taken.end;
    });
    if (others.length > 0)
      clashes.set(
        id,
        others.map(({ title }) => title),
      );
  }
  return clashes;
}
