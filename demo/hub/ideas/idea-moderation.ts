import type { Caller } from '../authorization/caller.ts';
import type { HubConfig } from '../config/config.ts';

/**
 * Whether what this caller submits is open at once, without a moderator reading it first. What strangers and people
 * without a name submit always waits.
 */
export function opensAtOnce({ ideas }: Pick<HubConfig, 'ideas'>, caller: Caller): boolean {
  if (caller.kind === 'anonymous' || ideas.moderation === 'all') return false;
  return ideas.moderation === 'none' || caller.memberships.length > 0;
}
