import { addRules, addVisibility, type Guarded, type Rule } from '../authorization/can.ts';
import { hasRole, type Caller } from '../authorization/caller.ts';

/** An impulse as rules look at it. A new one has no state yet, and no organisation before it is known. */
export interface GuardedImpulse extends Guarded {
  readonly type: 'impulse';
}

const isMine = (caller: Caller, { createdBy }: Guarded): boolean =>
  caller.kind === 'account' && createdBy === caller.person.id;

/** Whoever offers it, and the moderators of the organisation that it comes from. */
const answersFor: Rule = (caller, object) =>
  isMine(caller, object) || (object.orgId ? hasRole(caller, ['moderator', 'admin'], object.orgId) : false);

const belongs = (caller: Caller, orgId: string | null | undefined): boolean =>
  caller.kind === 'account' &&
  (orgId ? caller.memberships.some(({ org }) => org.id === orgId) : caller.memberships.length > 0);

// What was taken back is its author's alone: to look up what it said.
addVisibility('impulse', (caller, object) => object.state !== 'withdrawn' || isMine(caller, object));

addRules('impulse', {
  create: (caller, { orgId }) => belongs(caller, orgId),
  update: (caller, object) => object.state === 'offered' && answersFor(caller, object),
  date: (caller, object) => object.state === 'offered' && isMine(caller, object),
  withdraw: (caller, object) => object.state === 'offered' && answersFor(caller, object),
  interest: (caller, object) => caller.kind === 'account' && object.state === 'offered' && !isMine(caller, object),
});

// Any member may begin a learning circle for an organisation of their own.
addRules('learning-circle', { create: (caller, { orgId }) => belongs(caller, orgId) });
