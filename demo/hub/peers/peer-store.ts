import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely';
import { plainDateAt } from '../../../src/model/time-zone.ts';
import { AUDIENCES, type Availability } from '../../../src/model/peer.ts';
import type { Visibility } from '../../../src/model/common.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import type { PeerOfferTable, PeerProfileTable } from './peer-tables.ts';
import './peer-tables.ts';

/** Written to whenever an answer may show other entries, offers or pictures than before (see `Changes`). */
export const PEERS_TOPIC = 'peer';

/** An entry with the name of its person. */
export type ProfileRow = Selectable<PeerProfileTable> & { readonly displayName: string };
export type OfferRow = Selectable<PeerOfferTable>;

type Listing = Pick<ProfileRow, 'listed' | 'consentExpiresAt'>;

/** Whether an entry is in the directory: its person wants it, and their consent holds. */
export const isListed = ({ listed, consentExpiresAt }: Listing, now: number): boolean =>
  listed && consentExpiresAt !== null && consentExpiresAt.getTime() > now;

/** The same over rows of `peer_profile`, or of what `table` calls it. */
export const listedCondition = (now: number, table = 'peer_profile'): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${table}.listed`)} and ${sql.ref(`${table}.consent_expires_at`)} > ${new Date(now)})`;

/** The audience of an entry as the model knows it. */
export const visibilityOf = ({ visibility }: Pick<ProfileRow, 'visibility'>): Visibility =>
  AUDIENCES.find((known) => known === visibility) ?? 'self';

/** What somebody says about being asked; what they said for some days is over afterwards. */
export function availabilityOf({ document }: Pick<ProfileRow, 'document'>, today: string): Availability {
  const { availability } = document;
  return availability && (availability.until === undefined || availability.until >= today)
    ? availability
    : { state: 'open' };
}

/** Today as the network's calendars have it. */
export const todayOf = ({ config }: Pick<Hub, 'config'>, now: number): string => plainDateAt(config.timeZone, now);

/** Entries by the ids of their persons, whoever may see them; those without one are left out. */
export async function findProfiles(db: Kysely<Tables>, personIds: readonly string[]): Promise<readonly ProfileRow[]> {
  if (personIds.length === 0) return [];
  return db
    .selectFrom('peerProfile')
    .innerJoin('person', 'person.id', 'peerProfile.personId')
    .selectAll('peerProfile')
    .select('person.displayName')
    .where(sql<boolean>`peer_profile.person_id = any(${[...personIds]}::text[])`)
    .execute();
}

export async function findProfile(db: Kysely<Tables>, personId: string): Promise<ProfileRow | undefined> {
  return (await findProfiles(db, [personId]))[0];
}

/** An entry that is about to be changed: held until the transaction ends. */
export async function holdProfile(transaction: HubTransaction, personId: string): Promise<ProfileRow | undefined> {
  await transaction.selectFrom('peerProfile').select('personId').where('personId', '=', personId).forUpdate().execute();
  return findProfile(transaction, personId);
}

const OFFER_COLUMNS = [
  'id',
  'version',
  'personId',
  'direction',
  'topic',
  'text',
  'form',
  'state',
  'remindedAt',
  'createdAt',
  'updatedAt',
] as const;

/** Offers and seeks by person, the newest first; with `openOn` only those that stand on that day. */
export async function offersOf(
  db: Kysely<Tables>,
  personIds: readonly string[],
  openOn?: string,
): Promise<ReadonlyMap<string, readonly OfferRow[]>> {
  const found = new Map<string, OfferRow[]>();
  if (personIds.length === 0) return found;
  let query = db
    .selectFrom('peerOffer')
    .select(OFFER_COLUMNS)
    // A day has no zone: drivers must not make an instant of it.
    .select(sql<string>`until::text`.as('until'))
    .where(sql<boolean>`person_id = any(${[...personIds]}::text[])`)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc');
  if (openOn !== undefined) query = query.where('state', '=', 'open').where(sql<boolean>`until >= ${openOn}::date`);
  for (const row of await query.execute()) found.set(row.personId, [...(found.get(row.personId) ?? []), row]);
  return found;
}
