import { sql, type Insertable } from 'kysely';
import { foldText } from '../../../src/model/fold-text.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { offerOf, profileOf } from '../peers/peer-mapping.ts';
import { findProfiles, isListed, offersOf, todayOf } from '../peers/peer-store.ts';
import { peerText } from './peer-text.ts';
import type { PeerOfferSearchTable, PeerSearchTable } from './search-tables.ts';

/** Rows that are written at once. */
const AT_ONCE = 500;
const WRITTEN = [
  'listedUntil',
  'sortName',
  'orgId',
  'unit',
  'names',
  'words',
  'lasting',
  'goodUntil',
  'marks',
] as const satisfies readonly (keyof PeerSearchTable)[];

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
  const offerRows: Insertable<PeerOfferSearchTable>[] = [];
  const values = rows.flatMap((row) => {
    const whole = profileOf(row, today, {
      ...(row.orgId !== null && { org: orgs(row.orgId) }),
      offers: (offers.get(row.personId) ?? []).map((offer) => offerOf(directory, ANONYMOUS, offer, { contact: false })),
    });
    const text = peerText(whole, directory);
    if (!text) return [];
    const { names, words, lasting, goodUntil, marks } = text;
    const { personId, orgId, unit } = row;
    const shared = { personId, listedUntil: row.consentExpiresAt ?? new Date(now), orgId, unit };
    for (const found of text.offers) {
      const offer = offers.get(personId)?.find(({ id }) => id === found.id);
      if (!offer) continue;
      const { direction, topic, form, until, createdAt } = offer;
      const { level, words: said } = found;
      offerRows.push({ ...shared, offerId: found.id, level, direction, topic, form, until, createdAt, words: said });
    }
    return [
      {
        ...shared,
        sortName: foldText(row.displayName),
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
  await sql`delete from peer_offer_search where person_id = any(${ids}::text[])`.execute(transaction);
  if (values.length === 0) return;
  await transaction
    .insertInto('peerSearch')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .column('personId')
        .doUpdateSet((excluded) =>
          Object.fromEntries(WRITTEN.map((column) => [column, excluded.ref(`excluded.${column}`)])),
        ),
    )
    .execute();
  for (let from = 0; from < offerRows.length; from += AT_ONCE) {
    await transaction
      .insertInto('peerOfferSearch')
      .values(offerRows.slice(from, from + AT_ONCE))
      .execute();
  }
}
