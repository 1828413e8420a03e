import { addRules, addVisibility, type Guarded, type Rule } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { RequestState } from '../../../src/model/contact-request.ts';

/** Type of requests for contact in `can`. */
export const CONTACT_REQUEST = 'contact-request';

/** A request as rules look at it. `createdBy` has sent it. */
export interface GuardedRequest extends Guarded {
  readonly type: typeof CONTACT_REQUEST;
  readonly createdBy: string;
  readonly toPerson: string;
  /** By the clock, and as the caller sees it. */
  readonly state: RequestState;
  /** Never delivered. */
  readonly hidden: boolean;
  /** Who has got it wants no more from who sent it. */
  readonly blocked: boolean;
}

export const isSender = (caller: Caller, { createdBy }: Pick<GuardedRequest, 'createdBy'>): boolean =>
  caller.kind === 'account' && caller.person.id === createdBy;

export const isReceiver = (caller: Caller, { toPerson }: Pick<GuardedRequest, 'toPerson'>): boolean =>
  caller.kind === 'account' && caller.person.id === toPerson;

const rule =
  (check: (object: GuardedRequest, caller: Caller) => boolean): Rule =>
  (caller, object) =>
    check(object as GuardedRequest, caller);

// The two of them and nobody else, whatever somebody is in the network.
addVisibility(
  CONTACT_REQUEST,
  rule((request, caller) => isSender(caller, request) || (isReceiver(caller, request) && !request.hidden)),
);

const answers = rule((request, caller) => isReceiver(caller, request) && request.state === 'sent');

addRules(CONTACT_REQUEST, {
  accept: answers,
  decline: answers,
  block: rule((request, caller) => isReceiver(caller, request) && !request.blocked),
  withdraw: rule((request, caller) => isSender(caller, request) && request.state === 'sent'),
  /** See the addresses that the other one gives. */
  contact: rule(({ state }) => state === 'accepted'),
});
