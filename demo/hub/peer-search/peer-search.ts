import { sql } from 'kysely';
import { foldText } from '../../../src/model/fold-text.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { offerOf, profileOf } from '../peers/peer-mapping.ts';
import { findProfiles, isListed, offersOf, todayOf } from '../peers/peer-store.ts';
import { peerText } from './peer-text.ts';
import './search-tables.ts';

/** Rows that are written at once. */
const AT_ONCE = 500;

/**
 * Rebuilds what people are found by, in the transaction that wrote their entries, offers, pictures or consents. Who is
 * not listed leaves no word behind.
 */
export async function keepSearches(
  hub: Pick<Hub, 'config' | 'directory' | 'clock'>,
  transaction: HubTransaction,
  personIds: readonly string[],
): Promise<void> {
  // In one order, so that two who write the same people wait for each other and never both.
  const ids = [...new Set(personIds)].sort();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    await keepSome(hub, transaction, ids.slice(from, from + AT_ONCE));
  }
}

/** The same for one person. */
export const keepSearch = (
  hub: Pick<Hub, 'config' | 'directory' | 'clock'>,
  transaction: HubTransaction,
  personId: string,
): Promise<void> => keepSearches(hub, transaction, [personId]);

async function keepSome(
  hub: Pick<Hub, 'config' | 'directory' | 'clock'>,
  transaction: HubTransaction,
  ids: readonly string[],
): Promise<void> {
  const { directory } = hub;
  const now = hub.clock();
  const today = todayOf(hub, now);
  const rows = (await findProfiles(transaction, ids)).filter((row) => isListed(row, now));
  const listed = rows.map(({ personId }) => personId);
  const orgIds = rows.flatMap(({ orgId }) => orgId ?? []);
  const orgs = await findOrganisations(hub, transaction, orgIds);
  const offers = await offersOf(transaction, listed, today);
  const values = rows.flatMap((row) => {
    const whole = profileOf(row, today, {
      ...(row.orgId !== null && { org: orgs(row.orgId) }),
      offers: (offers.get(row.personId) ?? []).map((offer) => offerOf(directory, ANONYMOUS, offer, { contact: false })),
    });
    const text = peerText(whole, directory);
    if (!text) return [];
    const { names, words, lasting, goodUntil, marks } = text;
    return [
      {
        personId: row.personId,
        listedUntil: row.consentExpiresAt ?? new Date(now),
        sortName: foldText(row.displayName),
        orgId: row.orgId,
        unit: row.unit,
        names,
        words,
        lasting,
        goodUntil,
        marks: JSON.stringify(marks),
      },
    ];
  });
  const found = new Set(values.map(({ personId }) => personId));
  const gone = ids.filter((id) => !found.has(id));
  if (gone.length > 0) {
    await sql`delete from peer_search where person_id = any(${gone}::text[])`.execute(transaction);
  }
  if (values.length === 0) return;
  await transaction
    .insertInto('peerSearch')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('personId').doUpdateSet(({ ref }) => ({
        listedUntil: ref('excluded.listedUntil'),
        sortName: ref('excluded.sortName'),
        orgId: ref('excluded.orgId'),
        unit: ref('excluded.unit'),
        names: ref('excluded.names'),
        words: ref('excluded.words'),
        lasting: ref('excluded.lasting'),
        goodUntil: ref('excluded.goodUntil'),
        marks: ref('excluded.marks'),
      })),
    )
    .execute();
}
