import { foldText } from '../../../src/model/fold-text.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { offerOf, profileOf } from '../peers/peer-mapping.ts';
import { findProfile, isListed, offersOf, todayOf } from '../peers/peer-store.ts';
import { peerText } from './peer-text.ts';
import './search-tables.ts';

/**
 * Rebuilds what somebody is found by, in the transaction that wrote their entry, offers, picture or consent. Who is not
 * listed leaves no word behind.
 */
export async function keepSearch(hub: Hub, transaction: HubTransaction, personId: string): Promise<void> {
  const { directory } = hub;
  const now = hub.clock();
  const row = await findProfile(transaction, personId);
  const found = row && isListed(row, now) ? row : undefined;
  const today = todayOf(hub, now);
  const orgs = await findOrganisations(hub, transaction, found?.orgId ? [found.orgId] : []);
  const offers = found ? await offersOf(transaction, [personId], today) : undefined;
  const text =
    found &&
    peerText(
      profileOf(found, today, {
        ...(found.orgId !== null && { org: orgs(found.orgId) }),
        offers: (offers?.get(personId) ?? []).map((offer) => offerOf(directory, ANONYMOUS, offer, { contact: false })),
      }),
      directory,
    );
  if (!found || !text) {
    await transaction.deleteFrom('peerSearch').where('personId', '=', personId).execute();
    return;
  }
  const values = {
    listedUntil: found.consentExpiresAt ?? new Date(now),
    sortName: foldText(found.displayName),
    orgId: found.orgId,
    unit: found.unit,
    names: text.names,
    words: text.words,
    lasting: text.lasting,
    goodUntil: text.goodUntil,
    marks: JSON.stringify(text.marks),
  };
  await transaction
    .insertInto('peerSearch')
    .values({ personId, ...values })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(values))
    .execute();
}
