import { sql, type Kysely } from 'kysely';
import type { SimilarItem } from '../../../src/model/idea.ts';
import { foldText } from '../../../src/model/fold-text.ts';
import { STOP_WORDS } from '../../../src/model/stop-words.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import { findPeople } from '../accounts/person-refs.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { visibleIdeas, type IdeaRow } from './idea-rules.ts';
import { wordsOf } from '../words/word-search.ts';
import { anyOf } from './idea-words.ts';

export interface SimilarQuery {
  readonly q: string;
  readonly without?: string;
  readonly limit: number;
}

/** Words of a text that are looked up, the longest first: they say most. */
const MOST_WORDS = 10;
/** Ideas that are looked at for one word; a word that more have says little. */
const EACH = 200;
/** How much of what is being written another idea must have in it; less is chance. */
const SHARE = 0.25;
const CANDIDATES = 30;
const PRACTICES: readonly string[] = ['documented', 'transfer'];

interface Scored {
  readonly id: string;
  readonly share: number;
}

async function findCandidates(
  db: Kysely<Tables>,
  caller: Caller,
  words: readonly string[],
  without: string | undefined,
): Promise<readonly Scored[]> {
  const queries = await anyOf(db, words);
  const parts = queries.map(
    (query, index) => sql`(select ${index}::int as word, idea.id from idea
      where idea.search_text @@ ${query}::tsquery and idea.stage not in ('draft', 'merged')
        and idea.id <> ${without ?? ''} and ${visibleIdeas(caller)} limit ${EACH})`,
  );
  const { rows } = await sql<{ word: number; id: string }>`${sql.join(parts, sql` union all `)}`.execute(db);
  const uses = words.map((_, index) => rows.filter(({ word }) => word === index).length);
  const rarity = uses.map((count) => (count === 0 ? 0 : Math.log(1 + (2 * EACH) / count)));
  const whole = rarity.reduce((sum, weight) => sum + weight, 0);
  const shares = new Map<string, number>();
  for (const { word, id } of rows) shares.set(id, (shares.get(id) ?? 0) + (rarity[word] ?? 0) / whole);
  return [...shares]
    .map(([id, share]) => ({ id, share }))
    .filter(({ share }) => share >= SHARE)
    .sort((a, b) => b.share - a.share)
    .slice(0, CANDIDATES);
}

/** Three letters each, of words with blanks around them, as pg_trgm parts them. */
function trigramsOf(text: string): ReadonlySet<string> {
  const trigrams = new Set<string>();
  for (const word of wordsOf([text])) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}

/** Share of trigrams that two texts have in common. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const trigram of a) if (b.has(trigram)) common += 1;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}

/** The next date of events that are to come and have one of the words. */
async function findEvents(
  hub: Pick<Hub, 'directory'>,
  db: Kysely<Tables>,
  caller: Caller,
  words: readonly string[],
  now: number,
): Promise<readonly SimilarItem[]> {
  const seen = caller.kind === 'anonymous' ? ['public'] : ['public', 'network'];
  const long = words.filter((word) => word.length > 3);
  if (long.length === 0) return [];
  const has = long.map((word) => sql<boolean>`o.search_text like ${`%${word}%`}`);
  const fits = sql.join(
    has.map((each) => sql`(${each})::int`),
    sql` + `,
  );
  const { rows } = await sql<{ id: string; title: string; summary: string | null; org: string | null; start: Date }>`
    select e.id, e.document->>'title' as title, e.document->>'summary' as summary, next.org_key as org,
      next.start_at as start
    from (select distinct on (o.event_id) o.event_id, o.start_at, o.org_key, ${fits} as fits
      from event_occurrence o
      where o.start_at >= ${new Date(now)} and not o.long and o.visibility = any(${seen}::text[])
        and (${sql.join(has, sql` or `)})
      order by o.event_id, o.start_at) next
    join event e on e.id = next.event_id
    where coalesce(e.document->>'status', '') <> 'cancelled'
    order by next.fits desc, next.start_at, e.id limit 3`.execute(db);
  return rows.map(({ id, title, summary, org, start }) => ({
    kind: 'event' as const,
    id,
    title,
    ...(summary !== null && { summary }),
    ...(org !== null && { org: hub.directory.orgRef(org) ?? { name: org } }),
    start: toInstantString(start.getTime()),
  }));
}

const KINDS = ['idea', 'practice', 'event', 'peer'] as const;

/**
 * What there is already like something that is being written: ideas, practices, meetings to come, and people who have
 * done it. Sees no more than the caller.
 */
export async function findSimilar(
  hub: Pick<Hub, 'directory' | 'config'>,
  db: Kysely<Tables>,
  caller: Caller,
  { q, without, limit }: SimilarQuery,
  now: number,
): Promise<readonly SimilarItem[]> {
  const words = wordsOf([q])
    .filter((word) => word.length > 2 && !STOP_WORDS.has(word))
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS);
  if (words.length === 0 || limit === 0) return [];
  const [candidates, events] = await Promise.all([
    findCandidates(db, caller, words, without),
    findEvents(hub, db, caller, words, now),
  ]);
  const ideas = await rank(db, q, candidates);
  const orgs = await findOrganisations(
    hub,
    db,
    ideas.flatMap(({ orgId }) => orgId ?? []),
  );
  const found: SimilarItem[] = ideas.map((row) => ({
    kind: PRACTICES.includes(row.stage) ? 'practice' : 'idea',
    id: row.id,
    title: row.title,
    ...(row.document.summary !== '' && { summary: row.document.summary }),
    stage: row.stage,
    ...(row.orgId !== null && { org: orgs(row.orgId) }),
  }));
  const contacts = ideas.flatMap(({ stage, title, document: { practice } }) =>
    PRACTICES.includes(stage) && practice ? [{ id: practice.contact, title }] : [],
  );
  const people = await findPeople(
    hub,
    db,
    contacts.map(({ id }) => id),
  );
  const peers = [...new Map(contacts.map((contact) => [contact.id, contact])).values()].map(
    ({ id, title }): SimilarItem => {
      const { displayName, org } = people(id);
      return { kind: 'peer', id, title: displayName, summary: title, ...(org && { org }) };
    },
  );
  return blend([...found, ...events, ...peers], limit);
}

/** The best of each kind keep a place, so that an hour together and a colleague are found beside many ideas. */
function blend(items: readonly SimilarItem[], limit: number): readonly SimilarItem[] {
  const firsts = KINDS.flatMap((kind) => items.find((item) => item.kind === kind) ?? []);
  const rest = items.filter((item) => !firsts.includes(item));
  const taken = new Set([...firsts, ...rest].slice(0, limit));
  return items.filter((item) => taken.has(item));
}

type Ranked = Pick<IdeaRow, 'id' | 'title' | 'stage' | 'orgId' | 'document'>;

async function rank(db: Kysely<Tables>, q: string, candidates: readonly Scored[]): Promise<readonly Ranked[]> {
  if (candidates.length === 0) return [];
  const shares = new Map(candidates.map(({ id, share }) => [id, share]));
  const rows = await db
    .selectFrom('idea')
    .select(['id', 'title', 'stage', 'orgId', 'document'])
    .where(
      'id',
      'in',
      candidates.map(({ id }) => id),
    )
    .execute();
  const wanted = trigramsOf(foldText(q));
  return rows
    .map((row) => ({
      row,
      score:
        (shares.get(row.id) ?? 0) +
        similarity(wanted, trigramsOf(row.title)) +
        similarity(wanted, trigramsOf(`${row.title} ${row.document.summary}`)),
    }))
    .sort((a, b) => b.score - a.score || (a.row.id < b.row.id ? -1 : 1))
    .map(({ row }) => row);
}
