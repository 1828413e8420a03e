import { boundToInstant } from '../../../src/model/time-zone.ts';
import { actionsOf, addRules, addVisibility, can, maySee, type Guarded, type Rule } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { EventDocument } from '../events/event-document.ts';
import type { StoredHost } from './programme-tables.ts';

/** A camp as rules about its programme look at it. */
export interface GuardedCamp extends Guarded {
  readonly type: 'event';
  /** People may propose sessions, and the camp is not over. */
  readonly proposals?: boolean;
  /** The camp is over or called off: nothing of its programme changes any more. */
  readonly over?: boolean;
}

export interface GuardedSession extends Guarded {
  readonly type: 'event-session';
  readonly camp: GuardedCamp;
  readonly state: string;
  readonly hosts: readonly StoredHost[];
  readonly createdBy: string | null;
  readonly hasTime: boolean;
}

/** What an event's rules need to know of its programme. `now` in epoch ms. */
export function campFacts(
  document: EventDocument,
  hubZone: string,
  now: number,
): Pick<GuardedCamp, 'kind' | 'proposals' | 'over'> {
  const { kind, status, programme, end } = document;
  if (kind !== 'camp') return kind ? { kind } : {};
  const over = status === 'cancelled' || boundToInstant(end, hubZone) <= now;
  return { kind, over, proposals: !over && programme?.proposals === 'open' };
}

const sessionRule =
  (check: (caller: Caller, session: GuardedSession) => boolean): Rule =>
  (caller, object) =>
    check(caller, object as GuardedSession);

export const isHost = (caller: Caller, hosts: readonly StoredHost[]): boolean =>
  caller.kind === 'account' && hosts.some((host) => 'id' in host && host.id === caller.person.id);

export const arranges = (caller: Caller, { camp }: Pick<GuardedSession, 'camp'>): boolean =>
  can(caller, 'arrange', camp);

addRules('event', {
  propose: (caller, object) => caller.kind === 'account' && (object as GuardedCamp).proposals === true,
});

// A proposal that was taken back is for those who had to do with it; what stood in the plan and falls out is news to all.
addVisibility(
  'event-session',
  sessionRule(
    (caller, session) =>
      maySee(caller, session.camp) &&
      (session.state !== 'cancelled' ||
        session.hasTime ||
        isHost(caller, session.hosts) ||
        can(caller, 'update', session.camp)),
  ),
);

addRules('event-session', {
  update: sessionRule(
    (caller, session) =>
      arranges(caller, session) ||
      (session.state !== 'cancelled' && !session.camp.over && isHost(caller, session.hosts)),
  ),
  place: sessionRule(arranges),
  cancel: sessionRule(
    (caller, session) =>
      session.state !== 'cancelled' &&
      (arranges(caller, session) || (!session.camp.over && isHost(caller, session.hosts))),
  ),
  interest: sessionRule(
    (caller, { state, camp, hosts }) =>
      caller.kind === 'account' && state !== 'cancelled' && !camp.over && !isHost(caller, hosts),
  ),
});

export const sessionActions = (caller: Caller, session: GuardedSession): string[] => actionsOf(caller, session);
