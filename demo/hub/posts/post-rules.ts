import { sql, type RawBuilder } from 'kysely';
import { POST_DEEDS, type PostDeed } from '../../../src/model/post.ts';
import { addRules, addVisibility, can, demand, type Guarded, type Rule } from '../authorization/can.ts';
import { hasRole, type Caller, type Role } from '../authorization/caller.ts';
import type { HubConfig } from '../config/config.ts';
import { POST, type PostRow } from './post-store.ts';

type RuledPost = Pick<PostRow, 'state' | 'orgId' | 'personId' | 'sourceId' | 'publishedAt'>;

/** A post as `authorization/can.ts` looks at it. */
interface GuardedPost extends Guarded {
  readonly type: typeof POST;
  readonly row: RuledPost;
  /** What a member publishes is read by somebody else first. */
  readonly moderated: boolean;
}

const MODERATORS: readonly Role[] = ['moderator', 'admin'];

/** Whoever moderates the network looks after posts of no organisation; so do admins, wherever they are. */
function moderatesOrgless(caller: Caller): boolean {
  if (caller.kind === 'anonymous') return false;
  return caller.memberships.some(
    ({ roles, kind }) => roles.includes('admin') || (kind === 'network' && roles.includes('moderator')),
  );
}

const isModerator = (caller: Caller, { orgId }: Pick<RuledPost, 'orgId'>): boolean =>
  orgId ? hasRole(caller, MODERATORS, orgId) : moderatesOrgless(caller);

const isAuthor = (caller: Caller, { personId }: Pick<RuledPost, 'personId'>): boolean =>
  caller.kind === 'account' && personId === caller.person.id;

/**
 * What is published is everybody's to read. A draft is its author's alone; what was handed in is the moderators' of its
 * organisation, too, and so is what was public once.
 */
export function maySeePost(caller: Caller, row: RuledPost): boolean {
  if (row.state === 'published') return true;
  if (isAuthor(caller, row)) return true;
  if (row.state === 'draft') return false;
  if (row.state === 'withdrawn' && row.publishedAt === null) return false;
  return isModerator(caller, row);
}

/** Posts that wait for the caller as a moderator, as a condition on rows `p` of the table. */
export function queuedPosts(caller: Caller): RawBuilder<unknown> {
  if (caller.kind === 'anonymous') return sql`false`;
  const orgs = caller.memberships
    .filter(({ roles }) => roles.some((role) => MODERATORS.includes(role)))
    .map(({ org }) => org.id);
  return sql`p.state in ('pending', 'scheduled') and (p.org_id = any(${orgs}::text[])
    ${moderatesOrgless(caller) ? sql`or p.org_id is null` : sql``})`;
}

const rule =
  (check: (caller: Caller, post: GuardedPost) => boolean): Rule =>
  (caller, object) => {
    const post = object as GuardedPost;
    return post.row.sourceId === null && check(caller, post);
  };

/**
 * Who may let it out: moderators, and its author where nobody has to read it first. What its author has taken back comes
 * out again only by the author's own hand.
 */
const mayRelease = (caller: Caller, { row, moderated }: GuardedPost): boolean =>
  isAuthor(caller, row)
    ? !moderated || isModerator(caller, row)
    : row.state !== 'withdrawn' && isModerator(caller, row);

// One that is only about to be written has no row.
addVisibility(POST, (caller, object) => {
  const { row } = object as Partial<GuardedPost>;
  return row === undefined || maySeePost(caller, row);
});

addRules(POST, {
  create: (caller) => caller.kind === 'account' && caller.memberships.length > 0,
  // What is out was read as it is: its author takes it back to change it.
  update: rule((caller, post) => {
    const { row } = post;
    if (row.state === 'published' || row.state === 'scheduled') return mayRelease(caller, post);
    return isAuthor(caller, row) || (row.state === 'pending' && isModerator(caller, row));
  }),
  submit: rule(
    (caller, post) =>
      isAuthor(caller, post.row) &&
      !mayRelease(caller, post) &&
      ['draft', 'returned', 'withdrawn'].includes(post.row.state),
  ),
  publish: rule((caller, post) => post.row.state !== 'published' && mayRelease(caller, post)),
  schedule: rule((caller, post) => post.row.state !== 'published' && mayRelease(caller, post)),
  return: rule(
    (caller, { row }) =>
      (row.state === 'pending' || row.state === 'scheduled') && isModerator(caller, row) && !isAuthor(caller, row),
  ),
  withdraw: rule(
    (caller, { row }) =>
      ['pending', 'scheduled', 'published'].includes(row.state) && (isAuthor(caller, row) || isModerator(caller, row)),
  ),
  delete: rule((caller, { row }) => isAuthor(caller, row) && ['draft', 'returned', 'withdrawn'].includes(row.state)),
});

const guarded = ({ posts }: Pick<HubConfig, 'posts'>, row: RuledPost): GuardedPost => ({
  type: POST,
  row,
  moderated: posts.moderation,
});

/** What the caller may do with a post (`can[]`). A step stands here even where something it needs is still missing. */
export const postDeeds = (config: Pick<HubConfig, 'posts'>, caller: Caller, row: RuledPost): PostDeed[] =>
  caller.kind === 'anonymous' || row.sourceId !== null
    ? []
    : POST_DEEDS.filter((deed) => can(caller, deed, guarded(config, row)));

/** @throws HttpProblem `not-found`, `sign-in-required` or `denied` */
export const demandPostDeed = (
  config: Pick<HubConfig, 'posts'>,
  caller: Caller,
  deed: PostDeed,
  row: RuledPost,
): void => demand(caller, deed, guarded(config, row));
