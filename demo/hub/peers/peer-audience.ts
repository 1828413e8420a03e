import type { ProfileAudience } from '../../../src/model/peer-profile.ts';
import type { Caller } from '../authorization/caller.ts';

/** Whose entry it is, and where they belong. */
export interface Belonging {
  readonly personId: string;
  readonly orgId: string | null;
  readonly unit: string | null;
}

/**
 * As whom the caller looks at an entry. One's own is looked at as the closest colleagues do: what nobody else sees is in
 * `/me/profile`.
 */
export function audienceOf(caller: Caller, { personId, orgId, unit }: Belonging): ProfileAudience {
  if (caller.kind === 'anonymous') return 'public';
  if (caller.person.id === personId) return 'unit';
  const here = caller.memberships.filter(({ org }) => org.id === orgId);
  if (here.length === 0) return 'network';
  return unit !== null && here.some((membership) => membership.unit === unit) ? 'unit' : 'organisation';
}
