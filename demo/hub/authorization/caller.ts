import type { OrgRef, PersonRef } from '../../../src/model/common.ts';

export const ROLES = ['member', 'organiser', 'moderator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** That a person belongs to an organisation, and what they do there. */
export interface Membership {
  readonly org: OrgRef & { readonly id: string };
  /** What the organisation is (`administration`, `civil-society`, `company`, `network`). Default: an administration. */
  readonly kind?: string;
  readonly unit?: string;
  readonly roles: readonly Role[];
}

export interface AnonymousCaller {
  readonly kind: 'anonymous';
}

export interface AccountCaller {
  readonly kind: 'account';
  readonly accountId: string;
  readonly person: PersonRef & { readonly id: string };
  readonly memberships: readonly Membership[];
}

/** Who asks. Sign-in decides it once a request (`request.caller`); everything else only reads it. */
export type Caller = AnonymousCaller | AccountCaller;

export const ANONYMOUS: AnonymousCaller = Object.freeze({ kind: 'anonymous' });

/** A key under which answers and idempotency keys of this caller are kept apart from those of others. */
export const callerKey = (caller: Caller): string =>
  caller.kind === 'anonymous' ? 'anonymous' : `account:${caller.accountId}`;

/** Whether the caller has one of the roles, in the organisation where one is named, else in any. */
export function hasRole(caller: Caller, roles: readonly Role[], orgId?: string): boolean {
  if (caller.kind === 'anonymous') return false;
  return caller.memberships.some(
    (membership) =>
      (orgId === undefined || membership.org.id === orgId) && membership.roles.some((role) => roles.includes(role)),
  );
}
