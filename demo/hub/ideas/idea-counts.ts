import { sql, type Kysely, type RawBuilder } from 'kysely';
import { callerKey, type Caller } from '../authorization/caller.ts';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import type { HubDatabase, Tables } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { all, ownConditions, type Chosen, type IdeaFilter } from './idea-conditions.ts';
import { visibleIdeas } from './idea-rules.ts';
import { IDEA_FACETS, type IdeaFacet } from '../../../src/model/idea-filter.ts';
import { IDEAS_TOPIC } from './idea-store.ts';
import type { IdeaSearch } from './idea-words.ts';

/** Ideas that are the same in all that a list is narrowed by. */
interface Group {
  readonly stage: string;
  readonly reach: string;
  readonly orgIds: readonly string[];
  readonly topicIds: readonly string[];
  readonly needKinds: readonly string[];
  readonly count: number;
}

export interface FacetValue {
  value: string;
  label?: string;
  count: number;
}

export interface IdeaCounts {
  readonly total: number;
  readonly facets: Record<IdeaFacet, FacetValue[]>;
}

interface Kept {
  readonly revision: string;
  readonly madeAt: number;
  readonly size: number;
  readonly groups: readonly Group[];
}

/** From so many ideas on, counts may be as old as `MAY_AGE`: each write would have all of them counted again. */
const MANY = 5_000;
/** Milliseconds. */
const MAY_AGE = 5_000;
const MOST_KEPT = 50;
const TOPICS = [IDEAS_TOPIC, ACCOUNTS_TOPIC];

const COLUMNS = sql`idea.stage, idea.reach, idea.org_ids, idea.topic_ids, idea.need_kinds`;

/** What everybody of an audience sees alike: it is counted once for all of them, from an index alone. */
const shared = (caller: Caller): RawBuilder<unknown> =>
  caller.kind === 'anonymous'
    ? sql`(idea.visibility = 'public' and idea.released_at is not null)`
    : sql`(idea.visibility in ('public', 'network') and idea.released_at is not null)`;

async function readGroups(db: Kysely<Tables>, condition: RawBuilder<unknown>): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`select ${COLUMNS}, count(*)::int as count from idea where ${condition}
    group by ${COLUMNS}`.execute(db);
  return rows;
}

/**
 * What the caller sees beside what all members see. The first lines say nothing new, but indexes know them: only rows
 * that can be the caller's concern are looked at.
 */
function ownPart(caller: Caller): RawBuilder<unknown> {
  if (caller.kind === 'anonymous') return sql`false`;
  const orgs = [...new Set(caller.memberships.map(({ org }) => org.id))];
  const person = caller.person.id;
  const orgless = caller.memberships.some(({ roles }) => roles.includes('moderator') || roles.includes('admin'));
  return sql`(idea.org_ids && ${orgs}::text[] or idea.org_id = any(${orgs}::text[])
      or idea.author_ids @> array[${person}]::text[] or idea.patron_id = ${person} or idea.pending is not null
      ${orgless ? sql`or idea.org_id is null` : sql``})
    and not ${shared(caller)} and ${visibleIdeas(caller)}`;
}

const searchConditions = (search: IdeaSearch | undefined): RawBuilder<unknown>[] =>
  search ? [sql`idea.search_text @@ ${search.query}::tsquery`] : [];

/** How many ideas there are over all pages, and how many each choice would leave. */
export class IdeaCounter {
  readonly #database: HubDatabase;
  readonly #directory: Directory;
  readonly #kept = new Map<string, Promise<Kept>>();
  /** A topic and those above it. */
  readonly #broader = new Map<string, readonly string[]>();

  constructor(database: HubDatabase, directory: Directory) {
    this.#database = database;
    this.#directory = directory;
  }

  async count(
    caller: Caller,
    filter: IdeaFilter,
    chosen: Chosen,
    search: IdeaSearch | undefined,
    now: number,
  ): Promise<IdeaCounts> {
    const { kysely } = this.#database;
    const own = ownConditions(filter, caller);
    if (own.length > 0) {
      const conditions = [...own, visibleIdeas(caller), ...searchConditions(search)];
      return this.#sum([await readGroups(kysely, all(conditions))], chosen);
    }
    if (search) {
      const key = `${callerKey(caller)} ${search.query}`;
      const condition = () => all([visibleIdeas(caller), ...searchConditions(search)]);
      return this.#sum([await this.#groups(key, condition, now)], chosen);
    }
    const parts = [this.#groups(caller.kind, () => shared(caller), now)];
    if (caller.kind === 'account') parts.push(this.#groups(callerKey(caller), () => ownPart(caller), now));
    return this.#sum(await Promise.all(parts), chosen);
  }

  async #groups(key: string, condition: () => RawBuilder<unknown>, now: number): Promise<readonly Group[]> {
    const revision = this.#database.changes.revision(TOPICS);
    const before = this.#kept.get(key);
    if (before) {
      const { revision: known, madeAt, size, groups } = await before;
      const mayAge = size >= MANY && now >= madeAt && now - madeAt < MAY_AGE;
      if (known === revision || mayAge) return groups;
    }
    // Others who ask meanwhile wait for the same numbers.
    const waiting = this.#kept.get(key);
    if (waiting && waiting !== before) return (await waiting).groups;
    const next = readGroups(this.#database.kysely, condition()).then((groups) => ({
      revision,
      madeAt: now,
      size: groups.reduce((sum, { count }) => sum + count, 0),
      groups,
    }));
    this.#kept.delete(key);
    this.#kept.set(key, next);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    next.catch(() => {
      if (this.#kept.get(key) === next) this.#kept.delete(key);
    });
    return (await next).groups;
  }

  /** A property's own choice does not narrow its own numbers; what was chosen is there even with 0. */
  #sum(parts: readonly (readonly Group[])[], chosen: Chosen): IdeaCounts {
    const counts: Readonly<Record<IdeaFacet, Map<string, number>>> = {
      stage: new Map(),
      topic: new Map(),
      org: new Map(),
      reach: new Map(),
      need: new Map(),
    };
    for (const name of IDEA_FACETS) for (const value of chosen[name] ?? []) counts[name].set(value, 0);
    const fits = (name: IdeaFacet, values: readonly string[]): boolean =>
      chosen[name] === undefined || values.some((value) => chosen[name]?.has(value));
    let total = 0;
    for (const groups of parts) {
      for (const group of groups) {
        const values: Readonly<Record<IdeaFacet, readonly string[]>> = {
          stage: [group.stage],
          topic: group.topicIds,
          org: group.orgIds,
          reach: [group.reach],
          need: group.needKinds,
        };
        const failed = IDEA_FACETS.filter((name) => !fits(name, values[name]));
        if (failed.length === 0) total += group.count;
        // Missing by two properties it counts nowhere, by one only there, where the choice is not looked at.
        if (failed.length > 1) continue;
        for (const name of failed.length === 1 ? failed : IDEA_FACETS) {
          const own = name === 'topic' ? this.#withBroader(values.topic) : values[name];
          for (const value of own) counts[name].set(value, (counts[name].get(value) ?? 0) + group.count);
        }
      }
    }
    return {
      total,
      facets: {
        stage: facet(counts.stage),
        topic: facet(counts.topic, (value) => this.#directory.topicOf(value).label.de),
        org: facet(counts.org, (value) => this.#directory.orgRef(value)?.name ?? value),
        reach: facet(counts.reach),
        need: facet(counts.need),
      },
    };
  }

  #withBroader(ids: readonly string[]): readonly string[] {
    if (ids.length === 0) return ids;
    const key = ids.join('\u0001');
    let found = this.#broader.get(key);
    if (!found) {
      const all = new Set<string>();
      for (const id of ids) {
        let next: string | undefined = id;
        while (next !== undefined && !all.has(next)) {
          all.add(next);
          next = this.#directory.topicOf(next).broader;
        }
      }
      found = [...all];
      if (this.#broader.size > 10_000) this.#broader.clear();
      this.#broader.set(key, found);
    }
    return found;
  }
}

const facet = (counts: ReadonlyMap<string, number>, label?: (value: string) => string | undefined): FacetValue[] =>
  [...counts]
    .map(([value, count]) => {
      const text = label?.(value);
      return { value, count, ...(text !== undefined && { label: text }) };
    })
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
