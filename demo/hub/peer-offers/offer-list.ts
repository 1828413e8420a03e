import { sql, type Kysely, type RawBuilder } from 'kysely';
import { foldText, foldWords } from '../../../src/model/fold-text.ts';
import type { OfferDirection, OfferForm, PeerOffer } from '../../../src/model/peer.ts';
import type { Caller } from '../authorization/caller.ts';
import { can } from '../authorization/can.ts';
import type { Tables } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { invalidFields } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { findBriefs } from '../peers/peer-briefs.ts';
import { guardedPeer, offerOf } from '../peers/peer-mapping.ts';
import { findProfiles, offersOf, todayOf, type OfferRow } from '../peers/peer-store.ts';
import { askedOfOffer, readPeerSearch } from '../peer-search/peer-words.ts';
import type { OfferKind } from '../peer-search/offer-index.ts';
import { peerIndexOf } from '../peer-search/peer-index.ts';
import { belongingsOf, PeerView } from '../peer-search/peer-view.ts';
import type { FacetValue } from '../peer-search/peer-list.ts';
import '../peer-search/search-tables.ts';

export interface OfferListQuery {
  readonly q: string;
  readonly direction?: OfferDirection;
  readonly topic?: readonly string[];
  readonly form?: readonly OfferForm[];
  readonly cursor?: string;
  readonly limit: number;
}

const OFFER_FACETS = ['direction', 'topic', 'form'] as const;
type OfferFacet = (typeof OFFER_FACETS)[number];
/** Chosen values by property, as rows hold them, and as they were asked for. */
type Chosen = Readonly<
  Partial<Record<OfferFacet, { readonly keys: ReadonlySet<string>; readonly asked: readonly string[] }>>
>;

export interface OfferPage {
  readonly items: readonly PeerOffer[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly facets: Readonly<Record<OfferFacet, readonly FacetValue[]>>;
}

type Group = OfferKind & { readonly count: number };

const COLUMNS = ['id', 'version', 'personId', 'direction', 'topic', 'text', 'form', 'state', 'remindedAt', 'createdAt', 'updatedAt'] as const; // prettier-ignore

/** One offer, whoever may see it. */
export async function offerRow(db: Kysely<Tables>, id: string): Promise<OfferRow | undefined> {
  return (await rowsOf(db, [id])).get(id);
}

async function rowsOf(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, OfferRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('peerOffer')
    .select(COLUMNS)
    // A day has no zone: drivers must not make an instant of it.
    .select(sql<string>`until::text`.as('until'))
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** What stands, and the caller may see: as `seenPeer` says, which has written the level of each. */
function visible(caller: Caller, today: string, now: number): RawBuilder<unknown> {
  const stands = sql`s.until >= ${today}::date and s.listed_until > ${new Date(now)}`;
  if (caller.kind === 'anonymous') return sql`(${stands} and s.level = 0)`;
  const { orgIds, units } = belongingsOf(caller);
  const parts = [sql`s.level <= 1`, sql`s.person_id = ${caller.person.id}`];
  if (orgIds.length > 0) parts.push(sql`(s.level = 2 and s.org_id = any(${orgIds}::text[]))`);
  for (const { orgId, unit } of units) parts.push(sql`(s.org_id = ${orgId} and s.unit = ${unit})`);
  return sql`(${stands} and (${sql.join(parts, sql` or `)}))`;
}

function readChoice({ direction, topic, form }: OfferListQuery, directory: Directory): Chosen {
  const choice = (asked: readonly string[], keys: readonly string[] = asked) => ({ keys: new Set(keys), asked });
  return {
    ...(direction && { direction: choice([direction]) }),
    ...(topic?.length && {
      topic: choice(
        topic.map((one) => directory.topicKey(one)),
        topic.flatMap((one) => directory.topicKeysWithin(one)),
      ),
    }),
    ...(form?.length && { form: choice(form) }),
  };
}

/** Counts as if nothing had been chosen in the property. Words of people's own are no choice, unless they were asked for. */
function countOffers(
  groups: readonly Group[],
  chosen: Chosen,
  directory: Directory,
): Pick<OfferPage, 'total' | 'facets'> {
  const counts = Object.fromEntries(
    OFFER_FACETS.map((facet) => [facet, new Map(chosen[facet]?.asked.map((value) => [value, 0] as const))]),
  ) as Record<OfferFacet, Map<string, number>>;
  let total = 0;
  for (const group of groups) {
    const failed = OFFER_FACETS.filter((facet) => chosen[facet] && !chosen[facet].keys.has(group[facet]));
    if (failed.length === 0) total += group.count;
    if (failed.length > 1) continue;
    for (const facet of failed.length === 1 ? failed : OFFER_FACETS) {
      for (const value of facet === 'topic' ? withBroader(group.topic, directory) : [group[facet]]) {
        if (facet === 'topic' && !directory.topic(value) && !counts.topic.has(value)) continue;
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + group.count);
      }
    }
  }
  const facet = (name: OfferFacet, label?: (value: string) => string | undefined): readonly FacetValue[] =>
    [...counts[name]]
      .map(([value, count]) => {
        const text = label?.(value);
        return { value, count, ...(text !== undefined && { label: text }) };
      })
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const topicLabel = (id: string): string | undefined => directory.topicOf(id).label.de;
  return { total, facets: { direction: facet('direction'), topic: facet('topic', topicLabel), form: facet('form') } };
}

function withBroader(id: string, directory: Directory): readonly string[] {
  const ids: string[] = [];
  for (let next: string | undefined = id; next !== undefined && !ids.includes(next);) {
    ids.push(next);
    next = directory.topicOf(next).broader;
  }
  return ids;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z$/;

/** As `writeCursor` was given it. A day that is in no calendar would be an error of the database. */
const isInstant = (text: string): boolean =>
  INSTANT.test(text) &&
  text >= '1970' &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text.slice(0, 19));

function readPlace(cursor: string | undefined): readonly [string, string] | undefined {
  const key = readCursor(cursor, ['string', 'string']);
  if (!key) return undefined;
  if (!isInstant(String(key[0]))) {
    throw invalidFields([{ field: 'cursor', code: 'format', message: 'is not a cursor of this list' }]);
  }
  return [String(key[0]), String(key[1])];
}

/** Offers as they go out, with whose they are. */
export async function answerOffers(
  hub: Hub,
  db: Kysely<Tables>,
  caller: Caller,
  rows: readonly OfferRow[],
  now: number,
): Promise<readonly PeerOffer[]> {
  const ids = [...new Set(rows.map(({ personId }) => personId))];
  const today = todayOf(hub, now);
  const profiles = new Map((await findProfiles(db, ids)).map((row) => [row.personId, row]));
  const briefs = await findBriefs(hub, db, caller, ids);
  return rows.map((row) => {
    const profile = profiles.get(row.personId);
    const contact = profile !== undefined && can(caller, 'contact', guardedPeer(profile, now, today));
    return offerOf(hub.directory, caller, row, { contact, peer: briefs(row.personId) });
  });
}

/** How many there are of each kind among some, which a search has found. */
async function countFound(
  db: Kysely<Tables>,
  found: RawBuilder<unknown>,
  known: readonly string[],
): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`select direction, topic, form, count(*)::int as count from (
      select s.direction, s.form, case when s.topic = any(${known}::text[]) then s.topic else '' end as topic
      from peer_offer_search s where ${found}) offers
    group by direction, topic, form`.execute(db);
  return rows;
}

/** Offers and seeks that stand, the newest first. A walk by cursors meets each once, whatever is written meanwhile. */
export async function listOffers(
  hub: Hub,
  caller: Caller,
  query: OfferListQuery,
  now: number,
): Promise<OfferPage & { readonly people: number }> {
  const { directory, database } = hub;
  const { kysely } = database;
  const today = todayOf(hub, now);
  const search = await readPeerSearch(kysely, directory, caller, query.q);
  const found = [visible(caller, today, now)];
  if (search) found.push(sql`s.words @@ ${askedOfOffer(search)}::tsquery`);
  const chosen = readChoice(query, directory);
  const all = (parts: readonly RawBuilder<unknown>[]) => sql.join([...parts], sql` and `);
  // Words of people's own are as many as people: they are one group, but those that were asked for.
  const known = [...directory.topics.map(({ id }) => id), ...(chosen.topic?.keys ?? [])];
  const index = peerIndexOf(hub);
  await index.follow(now, today);
  const groups = search
    ? await countFound(kysely, all(found), known)
    : index.offers.count(new PeerView(index, caller), today, new Set(known));
  const narrowed = [...found];
  for (const facet of OFFER_FACETS) {
    const choice = chosen[facet];
    if (choice) narrowed.push(sql`${sql.ref(`s.${facet}`)} = any(${[...choice.keys]}::text[])`);
  }
  const after = readPlace(query.cursor);
  if (after) narrowed.push(sql`(s.created_at, s.offer_id) < (${after[0]}::text::timestamptz, ${after[1]})`);
  const { rows: places } = await sql<{ id: string; at: string; personId: string }>`select s.offer_id as id, s.person_id,
      to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from peer_offer_search s where ${all(narrowed)}
    order by s.created_at desc, s.offer_id desc limit ${query.limit + 1}`.execute(kysely);
  const page = places.slice(0, query.limit);
  const last = page.at(-1);
  const rows = await rowsOf(
    kysely,
    page.map(({ id }) => id),
  );
  const items = await answerOffers(
    hub,
    kysely,
    caller,
    page.flatMap(({ id }) => rows.get(id) ?? []),
    now,
  );
  const me = caller.kind === 'account' ? caller.person.id : undefined;
  return {
    items,
    nextCursor: places.length > query.limit && last ? writeCursor([last.at, last.id]) : null,
    ...countOffers(groups, chosen, directory),
    people: new Set(page.map(({ personId }) => personId).filter((id) => id !== me)).size,
  };
}

/** The caller's own, closed and expired ones too, the newest first. They are few. */
export async function ownOffers(
  hub: Hub,
  caller: Caller & { readonly kind: 'account' },
  query: OfferListQuery,
  now: number,
): Promise<OfferPage> {
  const { directory, database } = hub;
  const { kysely } = database;
  const words = foldWords(query.q);
  const own = ((await offersOf(kysely, [caller.person.id])).get(caller.person.id) ?? []).filter((row) => {
    const { label } = directory.topicOf(row.topic);
    const said = foldText([label.de, label.en, row.text].join(' '));
    return words.every((word) => said.includes(word));
  });
  const chosen = readChoice(query, directory);
  const groups = own.map(({ direction, topic, form }) => ({ direction, topic, form, count: 1 }));
  const passing = own.filter((row) =>
    OFFER_FACETS.every((facet) => chosen[facet] === undefined || chosen[facet].keys.has(row[facet])),
  );
  const after = readPlace(query.cursor);
  const from = after ? passing.findIndex(({ id }) => id === after[1]) + 1 : 0;
  const page = passing.slice(from, from + query.limit);
  const last = page.at(-1);
  return {
    items: await answerOffers(hub, kysely, caller, page, now),
    nextCursor:
      from + page.length < passing.length && last ? writeCursor([last.createdAt.toISOString(), last.id]) : null,
    ...countOffers(groups, chosen, directory),
  };
}
