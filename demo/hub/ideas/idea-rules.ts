import { sql, type RawBuilder, type Selectable } from 'kysely';
import { IDEA_STAGES, type IdeaStage } from '../../../src/model/idea.ts';
import { stepsFor, type IdeaActor } from '../../../src/model/idea-life.ts';
import { actionsOf, addRules, addVisibility, can, demand, type Guarded, type Rule } from '../authorization/can.ts';
import { hasRole, type Caller, type Membership, type Role } from '../authorization/caller.ts';
import type { IdeaTable, MergeSide } from './idea-tables.ts';

export type IdeaRow = Selectable<IdeaTable>;

/** What the request proves beside who sent it. */
export interface IdeaAccess {
  /** It carries the secret of this anonymous idea: it acts as the author. */
  readonly secret?: boolean;
}

/** An idea as `authorization/can.ts` looks at it, for one caller. */
export interface GuardedIdea extends Guarded {
  readonly type: 'idea';
  readonly row: IdeaRow;
  readonly actors: ReadonlySet<IdeaActor>;
  readonly secret: boolean;
}

const MODERATORS: readonly Role[] = ['moderator', 'admin'];
const ORGANISERS: readonly Role[] = ['organiser', 'moderator', 'admin'];

const moderates = ({ roles }: Membership): boolean => roles.some((role) => MODERATORS.includes(role));

/** Whoever moderates the network looks after ideas of no organisation; so do admins, wherever they are. */
function moderatesOrgless(caller: Caller): boolean {
  if (caller.kind === 'anonymous') return false;
  return caller.memberships.some(
    (membership) => membership.roles.includes('admin') || (membership.kind === 'network' && moderates(membership)),
  );
}

const isModeratorOf = (caller: Caller, orgId: string | null | undefined): boolean =>
  orgId ? hasRole(caller, MODERATORS, orgId) : moderatesOrgless(caller);

const isAuthorOf = (caller: Caller, row: IdeaRow, { secret }: IdeaAccess): boolean =>
  secret === true || (caller.kind === 'account' && row.authorIds.includes(caller.person.id));

/** The parts that somebody has in an idea; several at once are usual. `system` is nobody who asks. */
export function actorsOf(caller: Caller, row: IdeaRow, access: IdeaAccess = {}): ReadonlySet<IdeaActor> {
  const actors = new Set<IdeaActor>();
  if (isAuthorOf(caller, row, access)) actors.add('author');
  if (caller.kind === 'anonymous') return actors;
  if (row.patronId === caller.person.id) actors.add('patron');
  if (isModeratorOf(caller, row.orgId)) actors.add('moderator');
  if (row.orgId ? hasRole(caller, ORGANISERS, row.orgId) : actors.has('moderator')) actors.add('organisation');
  if (otherAdministrations(caller, row).length > 0) actors.add('other-organisation');
  return actors;
}

/** Memberships of the caller in administrations that do not take part in the idea: those that could take it over. */
export function otherAdministrations(caller: Caller, row: IdeaRow): readonly Membership[] {
  if (caller.kind === 'anonymous') return [];
  return caller.memberships.filter(
    ({ org, kind = 'administration' }) =>
      kind === 'administration' && org.id !== row.orgId && !row.orgIds.includes(org.id),
  );
}

/**
 * For which idea of a proposed merge the caller may speak: as its author; where it has none that could be asked, because
 * it is anonymous, as its moderator.
 */
export function mergeSidesOf(caller: Caller, row: IdeaRow, access: IdeaAccess = {}): readonly MergeSide[] {
  const sides: MergeSide[] = [];
  const { pending } = row;
  if (isAuthorOf(caller, row, access) || (row.authorIds.length === 0 && isModeratorOf(caller, row.orgId))) {
    sides.push('from');
  }
  const intoAuthors = pending?.intoAuthorIds ?? [];
  const speaks =
    intoAuthors.length > 0
      ? caller.kind === 'account' && intoAuthors.includes(caller.person.id)
      : pending?.to === 'merged' && isModeratorOf(caller, pending.intoOrgId);
  if (speaks) sides.push('into');
  return sides;
}

/** Whether somebody has let it out to its readers. */
export const isReleased = ({ releasedAt }: Pick<IdeaRow, 'releasedAt'>): boolean => releasedAt !== null;

/** Kept back by its author: never handed in, or taken back before anybody let it out. */
const isPrivate = (row: IdeaRow): boolean => row.stage === 'draft' || (row.stage === 'withdrawn' && !isReleased(row));

/**
 * Whether the caller may see an idea. Drafts are the author's; what nobody has released yet is the author's and the
 * moderators' of its organisation; everything else is seen as its `visibility` says, and always by its patron and by
 * those who are asked to let it become part of theirs. `visibleIdeas` is the same in SQL.
 */
export function maySeeIdea(caller: Caller, row: IdeaRow, access: IdeaAccess = {}): boolean {
  if (isAuthorOf(caller, row, access)) return true;
  if (isPrivate(row)) return false;
  if (isModeratorOf(caller, row.orgId)) return true;
  if (row.pending?.to === 'merged' && mergeSidesOf(caller, row, access).length > 0) return true;
  if (!isReleased(row)) return false;
  if (row.visibility === 'public') return true;
  if (caller.kind === 'anonymous') return false;
  if (row.visibility === 'network' || row.patronId === caller.person.id) return true;
  const inside = caller.memberships.filter(({ org }) => org.id === row.orgId || row.orgIds.includes(org.id));
  if (row.visibility === 'organisation') return inside.length > 0;
  return row.visibility === 'unit' && row.unit !== null && inside.some(({ unit }) => unit === row.unit);
}

/** `maySeeIdea` as a condition on rows of the table `idea`. Strangers are asked by two comparisons. */
export function visibleIdeas(caller: Caller): RawBuilder<boolean> {
  const visibility = sql.ref('idea.visibility');
  const released = sql<boolean>`${sql.ref('idea.releasedAt')} is not null`;
  if (caller.kind === 'anonymous') return sql<boolean>`(${visibility} = 'public' and ${released})`;
  const person = caller.person.id;
  const orgs = [...new Set(caller.memberships.map(({ org }) => org.id))];
  const moderated = caller.memberships.filter(moderates).map(({ org }) => org.id);
  const units = caller.memberships.flatMap(({ org, unit }) => (unit === undefined ? [] : [`${org.id}\u0001${unit}`]));
  const orgId = sql.ref('idea.orgId');
  const orgIds = sql.ref('idea.orgIds');
  const pending = sql.ref('idea.pending');
  const into = sql`${pending}->>'intoOrgId'`;
  const inUnits = units.map((unit) => {
    const [org = '', name = ''] = unit.split('\u0001');
    return sql`(${sql.ref('idea.unit')} = ${name} and (${orgId} = ${org} or ${org} = any(${orgIds})))`;
  });
  const orglessModerator = moderatesOrgless(caller);
  return sql<boolean>`(
    (${released} and (${visibility} in ('public', 'network')
      or ${sql.ref('idea.patronId')} = ${person}
      or (${visibility} = 'organisation' and (${orgId} = any(${orgs}::text[]) or ${orgIds} && ${orgs}::text[]))
      or (${visibility} = 'unit' and ${inUnits.length > 0 ? sql`(${sql.join(inUnits, sql` or `)})` : sql`false`})))
    or ${sql.ref('idea.authorIds')} @> array[${person}]::text[]
    or (${sql.ref('idea.stage')} <> 'draft' and (${released} or ${sql.ref('idea.stage')} <> 'withdrawn') and (
      ${orgId} = any(${moderated}::text[])
      ${orglessModerator ? sql`or ${orgId} is null` : sql``}
      or (${pending}->>'to' = 'merged' and (
        jsonb_exists(${pending}->'intoAuthorIds', ${person})
        or (jsonb_array_length(${pending}->'intoAuthorIds') = 0
          and (${into} = any(${moderated}::text[]) ${orglessModerator ? sql`or ${into} is null` : sql``}))))))
  )`;
}

const ENDED: readonly IdeaStage[] = ['stopped', 'declined', 'merged', 'withdrawn'];
/** Stages in which the idea is still its author's to write. */
const WRITABLE = IDEA_STAGES.filter((stage) => !ENDED.includes(stage));
const UNRELEASED: readonly IdeaStage[] = ['draft', 'submitted', 'returned'];
/** Stages in which others can do something for it. */
const LIVING = WRITABLE.filter((stage) => !UNRELEASED.includes(stage));
const TAKEN_OVER_FROM: readonly IdeaStage[] = ['adopted', 'documented', 'transfer'];
const CLOSED: readonly IdeaStage[] = ['draft', 'merged', 'withdrawn'];

type IdeaRule = (idea: GuardedIdea, caller: Caller) => boolean;

const rule =
  (check: IdeaRule): Rule =>
  (caller, object) =>
    check(object as GuardedIdea, caller);

const authorIn = (stages: readonly IdeaStage[]): Rule =>
  rule(({ actors, row }) => actors.has('author') && stages.includes(row.stage));

const helperIn = (stages: readonly IdeaStage[]): Rule =>
  rule(({ actors, row }, caller) => caller.kind === 'account' && !actors.has('author') && stages.includes(row.stage));

/** A step that the caller may take from where the idea stands. What it needs is asked for when it is taken. */
const stepTo = (to: IdeaStage): Rule =>
  rule(({ actors, row }) => {
    if (row.pending?.to === to) return false;
    return stepsFor(row.stage, actors, isReleased(row)).some((step) => step.to === to);
  });

addVisibility(
  'idea',
  rule(({ row, secret }, caller) => maySeeIdea(caller, row, { secret })),
);

addRules('idea', {
  update: authorIn(WRITABLE),
  attach: authorIn(WRITABLE),
  widen: rule(({ actors, row }) => actors.has('author') && WRITABLE.includes(row.stage) && row.reach !== 'civil'),
  support: helperIn(LIVING),
  follow: rule(({ row }, caller) => caller.kind === 'account' && row.stage !== 'draft'),
  comment: rule(
    ({ actors, row }, caller) => (caller.kind === 'account' || actors.has('author')) && !CLOSED.includes(row.stage),
  ),
  'offer-help': helperIn(LIVING.filter((stage) => stage !== 'transfer')),
  'answer-help': authorIn(LIVING),
  answer: rule(({ actors, row }) => actors.has('organisation') && !CLOSED.includes(row.stage)),
  confirm: rule(({ actors, row, secret }, caller) => {
    if (row.pending?.to === 'adopted') return actors.has('organisation');
    if (row.pending?.to !== 'merged') return false;
    const given = row.pending.consents ?? [];
    return mergeSidesOf(caller, row, { secret }).some((side) => !given.includes(side));
  }),
  refuse: rule(({ actors, row, secret }, caller) => {
    if (row.pending?.to === 'adopted') return actors.has('organisation') || actors.has('author');
    if (row.pending?.to !== 'merged') return false;
    // Who proposed it may take it back, too.
    const proposed = caller.kind === 'account' && row.pending.by === caller.person.id;
    return proposed || mergeSidesOf(caller, row, { secret }).length > 0;
  }),
  merge: stepTo('merged'),
  'take-over': rule(({ actors, row }) => actors.has('other-organisation') && TAKEN_OVER_FROM.includes(row.stage)),
  moderate: rule(({ actors, row }) => actors.has('moderator') && !isPrivate(row)),
  report: rule(({ actors, row }) => !actors.has('author') && isReleased(row)),
});

// An idea is passed on by `take-over`, which makes another idea; there is no bare step to it.
for (const stage of IDEA_STAGES) if (stage !== 'transfer') addRules('idea', { [`transition:${stage}`]: stepTo(stage) });

export const guardedIdea = (caller: Caller, row: IdeaRow, access: IdeaAccess = {}): GuardedIdea => ({
  type: 'idea',
  row,
  actors: actorsOf(caller, row, access),
  secret: access.secret === true,
});

/**
 * What the caller may do with an idea (`can[]`): `IDEA_ACTIONS` and `transition:<stage>`. A step stands here as soon as
 * the caller may take it, even where something it needs is still missing: the form says what, and a refusal names the
 * field.
 */
export const ideaActions = (caller: Caller, row: IdeaRow, access: IdeaAccess = {}): string[] =>
  actionsOf(caller, guardedIdea(caller, row, access));

export const mayDoWithIdea = (caller: Caller, action: string, row: IdeaRow, access: IdeaAccess = {}): boolean =>
  can(caller, action, guardedIdea(caller, row, access));

/**
 * @throws HttpProblem `not-found` for what the caller may not even see, `sign-in-required` for strangers, `denied` for
 * everybody else
 */
export const demandIdeaAction = (caller: Caller, action: string, row: IdeaRow, access: IdeaAccess = {}): void =>
  demand(caller, action, guardedIdea(caller, row, access));
