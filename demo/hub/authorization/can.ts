import type { Visibility } from '../../../src/model/common.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { hasRole, type AccountCaller, type Caller } from './caller.ts';

/** What decides about an object: who made it, whose it is, who may see it. */
export interface Guarded {
  readonly type: string;
  readonly visibility?: Visibility;
  /** The organisation it belongs to. */
  readonly orgId?: string | null;
  readonly unit?: string | null;
  /** Id of the person who made it. */
  readonly createdBy?: string | null;
  /** Came from elsewhere: it is changed there, never here. */
  readonly gathered?: boolean;
  /** The state it is in, where actions depend on it. */
  readonly state?: string;
  /** What kind of it it is, likewise. */
  readonly kind?: string;
}

export type Rule = (caller: Caller, object: Guarded) => boolean;

const isOwn: Rule = (caller, { createdBy }) =>
  caller.kind === 'account' && createdBy !== null && createdBy === caller.person.id;

/** Organisers, moderators and admins look after what belongs to their organisation; admins after what belongs to none. */
const looksAfter: Rule = (caller, { orgId }) =>
  orgId ? hasRole(caller, ['organiser', 'moderator', 'admin'], orgId) : hasRole(caller, ['admin']);

/** Kinds of events that any member may begin, and then looks after. */
const isMembersKind = ({ kind }: Guarded): boolean => kind === 'impulse' || kind === 'learning-circle';

const mayEditEvent: Rule = (caller, object) =>
  !object.gathered &&
  (looksAfter(caller, object) ||
    (isOwn(caller, object) && (isMembersKind(object) || hasRole(caller, ['organiser', 'moderator', 'admin']))));

/**
 * Every rule of the hub, by type and action. A pair that is not here is forbidden. Modules add their own objects with
 * `addRules`; nowhere else is it decided what somebody may do.
 */
const RULES = new Map<string, Map<string, Rule>>();

export function addRules(type: string, rules: Readonly<Record<string, Rule>>): void {
  const known = RULES.get(type) ?? new Map<string, Rule>();
  for (const [action, rule] of Object.entries(rules)) known.set(action, rule);
  RULES.set(type, known);
}

/** Who may see objects of a type, where that is more than `visibility` says. */
const SIGHT = new Map<string, Rule>();

export const addVisibility = (type: string, rule: Rule): void => void SIGHT.set(type, rule);

addRules('event', {
  create: looksAfter,
  update: mayEditEvent,
  cancel: (caller, object) => object.state !== 'cancelled' && mayEditEvent(caller, object),
  /** See who comes. */
  registrations: mayEditEvent,
  /** Place the sessions of a camp. */
  arrange: (caller, object) => object.kind === 'camp' && object.state !== 'cancelled' && mayEditEvent(caller, object),
});

/** Whether the caller may see an object at all. */
export function maySee(caller: Caller, object: Guarded): boolean {
  const sight = SIGHT.get(object.type);
  if (sight) return sight(caller, object);
  const visibility = object.visibility ?? 'public';
  if (visibility === 'public') return true;
  if (caller.kind === 'anonymous') return false;
  if (isOwn(caller, object)) return true;
  if (visibility === 'network') return true;
  const inOrg = caller.memberships.filter(({ org }) => org.id === object.orgId);
  if (visibility === 'organisation') return inOrg.length > 0;
  if (visibility === 'unit') {
    return inOrg.some(
      ({ unit, roles }) =>
        (unit !== undefined && unit === object.unit) || roles.some((role) => role === 'moderator' || role === 'admin'),
    );
  }
  return false;
}

/** Whether the caller may do something to an object. Who may not see it may do nothing to it. */
export function can(caller: Caller, action: string, object: Guarded): boolean {
  const rule = RULES.get(object.type)?.get(action);
  return rule !== undefined && maySee(caller, object) && rule(caller, object);
}

/** Actions on an object that exists, as its `can[]`: every one but `create`. */
export function actionsOf(caller: Caller, object: Guarded): string[] {
  if (!maySee(caller, object)) return [];
  const actions: string[] = [];
  for (const [action, rule] of RULES.get(object.type) ?? []) {
    if (action !== 'create' && rule(caller, object)) actions.push(action);
  }
  return actions;
}

/** @throws HttpProblem `sign-in-required` for strangers */
export function demandAccount(caller: Caller): AccountCaller {
  if (caller.kind === 'anonymous') throw new HttpProblem('sign-in-required');
  return caller;
}

/**
 * @throws HttpProblem `not-found` for what the caller may not even see, `sign-in-required` for strangers, `denied` for
 * everybody else.
 */
export function demand(caller: Caller, action: string, object: Guarded): void {
  if (can(caller, action, object)) return;
  if (!maySee(caller, object)) throw new HttpProblem('not-found');
  throw new HttpProblem(caller.kind === 'anonymous' ? 'sign-in-required' : 'denied');
}
