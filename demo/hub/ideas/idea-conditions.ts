import { sql, type RawBuilder } from 'kysely';
import { HELP_KINDS, IDEA_REACHES, IDEA_STAGES } from '../../../src/model/idea.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Directory } from '../directory/directory.ts';
import type { IdeaFacet } from '../../../src/model/idea-filter.ts';

/** What a list is narrowed by, as it comes in an address. */
export interface IdeaFilter extends Readonly<Partial<Record<IdeaFacet, readonly string[]>>> {
  readonly mine?: 'author' | 'following';
  readonly queue?: boolean;
}

/** Chosen values by property, as rows hold them; a property without a choice is absent. */
export type Chosen = Readonly<Partial<Record<IdeaFacet, ReadonlySet<string>>>>;

/** Labels become ids; a topic stands for all below it. */
export function readChoice(filter: IdeaFilter, directory: Directory): Chosen {
  const chosen: Partial<Record<IdeaFacet, ReadonlySet<string>>> = {};
  const known: Readonly<Record<'stage' | 'reach' | 'need', readonly string[]>> = {
    stage: IDEA_STAGES,
    reach: IDEA_REACHES,
    need: HELP_KINDS,
  };
  for (const name of ['stage', 'reach', 'need'] as const) {
    const values = filter[name];
    if (values && values.length > 0) chosen[name] = new Set(values.filter((value) => known[name].includes(value)));
  }
  if (filter.topic && filter.topic.length > 0) {
    chosen.topic = new Set(filter.topic.flatMap((topic) => directory.topicKeysWithin(topic)));
  }
  if (filter.org && filter.org.length > 0) chosen.org = new Set(filter.org.map((org) => directory.orgKey(org)));
  return chosen;
}

export const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** The choice as conditions on rows of `idea`. */
export function choiceConditions(chosen: Chosen): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  const { stage, reach, topic, org, need } = chosen;
  if (stage) conditions.push(sql`idea.stage = any(${[...stage]}::text[])`);
  if (reach) conditions.push(sql`idea.reach = any(${[...reach]}::text[])`);
  if (topic) conditions.push(sql`idea.topic_ids && ${[...topic]}::text[]`);
  if (org) conditions.push(sql`idea.org_ids && ${[...org]}::text[]`);
  if (need) conditions.push(sql`idea.need_kinds && ${[...need]}::text[]`);
  return conditions;
}

/** Whose ideas the caller looks after. */
function moderatedBy(caller: Caller): RawBuilder<unknown> {
  if (caller.kind === 'anonymous') return sql`false`;
  const moderates = caller.memberships.filter(({ roles }) =>
    roles.some((role) => role === 'moderator' || role === 'admin'),
  );
  const orgs = moderates.map(({ org }) => org.id);
  const orgless = moderates.some(({ roles, kind }) => roles.includes('admin') || kind === 'network');
  return sql`(idea.org_id = any(${orgs}::text[])${orgless ? sql` or idea.org_id is null` : sql``})`;
}

/** Lists of the caller's own, and what waits for moderators. Few rows each, found by indexes. */
export function ownConditions({ mine, queue }: IdeaFilter, caller: Caller): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  const person = caller.kind === 'account' ? caller.person.id : undefined;
  if (mine !== undefined && person === undefined) return [sql`false`];
  if (mine === 'author') conditions.push(sql`idea.author_ids @> array[${person}]::text[]`);
  if (mine === 'following') {
    conditions.push(sql`idea.id in (select idea_id from idea_follow where person_id = ${person})`);
  }
  if (queue === true) {
    conditions.push(sql`(idea.stage in ('submitted', 'returned') or idea.held > 0)`, moderatedBy(caller));
  }
  return conditions;
}
