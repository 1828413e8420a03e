import type { Kysely } from 'kysely';
import { boundToInstant } from '../../../src/model/time-zone.ts';
import { can } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import { circleMembers } from '../circles/circle-members.ts';
import type { Tables } from '../database/database.ts';
import type { MoreOfEvent } from '../events/event-mapping.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import type { Hub } from '../hub.ts';
import { guardedCamp, sessionsOf } from './session-store.ts';

export interface ProgrammeOptions {
  readonly caller: Caller;
  /** Epoch ms. */
  readonly now: number;
  /** With the members of a circle, for those within it, and the ideas that came of sessions. */
  readonly whole: boolean;
}

export interface ProgrammePart {
  readonly more: Pick<MoreOfEvent, 'sessions' | 'circle' | 'can'>;
  /** Epoch ms at which the caller may do something else. */
  readonly until: number;
  /** Where a circle meets online is for those within it. */
  readonly hidesRoom: boolean;
}

const NOTHING: ProgrammePart = { more: {}, until: Infinity, hidesRoom: false };

/** What answers about camps and circles say beyond their rows, for a page of events at once. */
export async function programmeParts(
  hub: Pick<Hub, 'directory' | 'config'>,
  db: Kysely<Tables>,
  events: readonly StoredEvent[],
  { caller, now, whole }: ProgrammeOptions,
): Promise<(event: StoredEvent, registered: boolean) => ProgrammePart> {
  const idsOf = (kind: string): string[] =>
    events.filter(({ sourceId, document }) => sourceId === null && document.kind === kind).map(({ id }) => id);
  const zone = hub.config.timeZone;
  const sessions = await sessionsOf(db, hub, caller, idsOf('camp'), now);
  const groups = whole ? await circleMembers(db, hub, idsOf('learning-circle')) : undefined;

  const camp = (event: StoredEvent): ProgrammePart => {
    const guarded = guardedCamp(event, zone, now);
    // What came of a session changes with ideas, which lists do not wait for.
    const all = sessions.get(event.id);
    const own = whole ? all : all?.map(({ ideaId: _idea, ...session }) => session);
    const end = boundToInstant(event.document.end, zone);
    const mayPropose = can(caller, 'propose', guarded);
    return {
      more: { ...(own && { sessions: own }), ...(mayPropose && { can: ['propose'] }) },
      until: caller.kind === 'account' && end > now ? end : Infinity,
      hidesRoom: false,
    };
  };

  const circle = (event: StoredEvent, registered: boolean): ProgrammePart => {
    const isWithin = registered || can(caller, 'registrations', guardedCamp(event, zone, now));
    const group = isWithin ? groups?.get(event.id) : undefined;
    return {
      more: group ? { circle: { ...event.document.circle, members: group } } : {},
      until: Infinity,
      hidesRoom: !isWithin,
    };
  };

  return (event, registered) => {
    if (event.sourceId !== null) return NOTHING;
    if (event.document.kind === 'camp') return camp(event);
    return event.document.kind === 'learning-circle' ? circle(event, registered) : NOTHING;
  };
}
