import type { Kysely } from 'kysely';
import { seenPeer } from '../../../src/model/peer-profile.ts';
import type { PeerBrief } from '../../../src/model/peer.ts';
import { findPeople } from '../accounts/person-refs.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { audienceOf } from './peer-audience.ts';
import { profileOf } from './peer-mapping.ts';
import { findProfiles, isListed, todayOf } from './peer-store.ts';

/**
 * People beside something else, by id: their name and organisation, and what of unit and picture the caller may see. Who
 * is not there any more is a former member.
 */
export async function findBriefs(
  hub: Hub,
  db: Kysely<Tables>,
  caller: Caller,
  ids: readonly string[],
): Promise<(id: string) => PeerBrief> {
  const now = hub.clock();
  const today = todayOf(hub, now);
  const people = await findPeople(hub, db, ids);
  const seen = new Map<string, Pick<PeerBrief, 'unit' | 'photo'>>();
  for (const row of await findProfiles(db, [...new Set(ids)])) {
    const peer = isListed(row, now) ? seenPeer(profileOf(row, today), audienceOf(caller, row)) : undefined;
    if (peer)
      seen.set(row.personId, { ...(peer.unit && { unit: peer.unit }), ...(peer.photo && { photo: peer.photo }) });
  }
  return (id) => {
    const { displayName, org } = people(id);
    return { id, displayName, ...(org && { org }), ...seen.get(id) };
  };
}
