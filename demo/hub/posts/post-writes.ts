import type { FastifyRequest } from 'fastify';
import { storyTitleOf } from '../../../src/model/post-cluster.ts';
import type { PostInput } from '../../../src/model/post-input.ts';
import { newId } from '../accounts/new-id.ts';
import { audit } from '../audit/audit.ts';
import { demand, demandAccount } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import { homeOf } from '../events/members-event.ts';
import { FieldCheck, shorten } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { demandMatch } from '../http/preconditions.ts';
import type { Hub } from '../hub.ts';
import { maySeeIdea } from '../ideas/idea-rules.ts';
import { findIdea } from '../ideas/idea-store.ts';
import { checkImages, checkPost, type Written } from './post-check.ts';
import { demandPostDeed, maySeePost } from './post-rules.ts';
import { findPost, POST, type PostRow } from './post-store.ts';
import type { PostDocument } from './post-tables.ts';
import { countWords, plainTextOf, searchTextOf } from './post-text.ts';

/** Characters of a teaser that is made of the text. */
const OWN_TEASER = 200;

type Acting = Pick<FastifyRequest, 'caller' | 'now'>;

/** A post that the caller sees, held until the transaction ends. @throws HttpProblem `not-found` */
export async function holdPost(transaction: HubTransaction, caller: Caller, id: string): Promise<PostRow> {
  const row = await findPost(transaction, id, { forUpdate: true });
  if (!row || row.sourceId !== null || !maySeePost(caller, row)) throw new HttpProblem('not-found');
  return row;
}

/** What the row says because of what was written: the same for new and for changed ones. */
export function columnsOf({ images, texts, ...written }: Written, orgId: string | null) {
  const text = plainTextOf(texts);
  const teaser = texts.teaser ?? shorten(text.replace(/\s+/g, ' ').trim(), OWN_TEASER);
  return {
    ...written,
    orgId,
    teaser,
    texts: JSON.stringify(texts),
    document: JSON.stringify({ ...(images.length > 0 && { images }) } satisfies PostDocument),
    isReport: texts.chapters !== undefined,
    words: countWords(text),
    storyTitle: storyTitleOf(written.title) ?? null,
    searchText: searchTextOf({ ...written, teaser, texts, orgId, authorNames: [] }),
  };
}

async function demandIdea(transaction: HubTransaction, caller: Caller, id: string | null, check: FieldCheck) {
  if (id === null) return;
  const idea = await findIdea(transaction, id);
  if (!idea || !maySeeIdea(caller, idea)) check.wrong('ideaId', 'not-found', 'is not an idea that you can see');
}

async function showImages(
  { uploads }: Hub,
  transaction: HubTransaction,
  id: string,
  images: Written['images'],
): Promise<void> {
  await uploads.release(transaction, { type: POST, id });
  for (const image of images) await uploads.use(transaction, image.id, { type: POST, id, visibility: 'self' });
}

/** For whom somebody writes: an organisation of theirs. */
function orgOf(caller: Caller, wanted: string | undefined, check: FieldCheck): string | null {
  const account = demandAccount(caller);
  if (wanted === undefined) return homeOf(account) ?? null;
  if (account.memberships.some(({ org }) => org.id === wanted)) return wanted;
  check.wrong('orgId', 'not-allowed', 'must be an organisation that you belong to');
  return null;
}

/** Begins a draft; gives its id. */
export async function createPost(
  hub: Hub,
  transaction: HubTransaction,
  { caller, now }: Acting,
  input: PostInput,
): Promise<string> {
  const personId = demandAccount(caller).person.id;
  demand(caller, 'create', { type: POST });
  const id = newId();
  const check = new FieldCheck();
  const orgId = orgOf(caller, input.orgId, check);
  const written = checkPost(input, undefined, hub.directory, check);
  const ideaId = input.ideaId ?? null;
  await checkImages(transaction, written.images, { postId: id, personId }, check);
  await demandIdea(transaction, caller, ideaId, check);
  check.done();
  const at = new Date(now);
  await transaction
    .insertInto('post')
    .values({
      ...columnsOf({ ...written, lang: written.lang ?? hub.config.language }, orgId),
      id,
      sourceId: null,
      guid: null,
      state: 'draft',
      personId,
      ideaId,
      authorNames: [],
      url: null,
      storyUrl: null,
      cluster: id,
      contentHash: null,
      publishedAt: null,
      modifiedAt: null,
      publishAt: null,
      question: null,
      seenAt: null,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  await showImages(hub, transaction, id, written.images);
  await audit(transaction, caller, { action: 'post.create', object: { type: POST, id, orgId } });
  return id;
}

/** Changes what a post says. What is out or handed in must keep a title and a text. */
export async function changePost(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  input: PostInput,
): Promise<PostRow> {
  const { caller, now } = request;
  const row = await holdPost(transaction, caller, id);
  demandPostDeed(hub.config, caller, 'update', row);
  demandMatch(request, row.version);
  const check = new FieldCheck();
  const orgId = input.orgId === undefined || input.orgId === row.orgId ? row.orgId : orgOf(caller, input.orgId, check);
  const written = checkPost(input, row, hub.directory, check);
  const ideaId = input.ideaId === undefined ? row.ideaId : input.ideaId;
  const personId = row.personId ?? '';
  await checkImages(transaction, written.images, { postId: id, personId }, check);
  if (ideaId !== row.ideaId) await demandIdea(transaction, caller, ideaId, check);
  const isHandedIn = row.state !== 'draft' && row.state !== 'returned' && row.state !== 'withdrawn';
  if (isHandedIn) demandWhole(written, check);
  check.done();
  await showImages(hub, transaction, id, written.images);
  await audit(transaction, caller, {
    action: 'post.update',
    object: { type: POST, id, orgId },
    detail: { fields: Object.keys(input), version: row.version + 1 },
  });
  const at = new Date(now);
  return transaction
    .updateTable('post')
    .set({
      ...columnsOf(written, orgId),
      ideaId,
      version: row.version + 1,
      updatedAt: at,
      ...(row.state === 'published' && { modifiedAt: at }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** What somebody else is to read needs a title and a text. */
export function demandWhole({ title, texts }: Pick<Written, 'title' | 'texts'>, check: FieldCheck): void {
  if (title === '') check.wrong('title', 'required', 'must not be empty');
  if (plainTextOf(texts).trim() === '') check.wrong('body', 'required', 'a text or a chapter must be there');
}

/** Deletes what has not come out, or was taken back, for good. */
export async function deletePost(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
): Promise<void> {
  const { caller } = request;
  const row = await holdPost(transaction, caller, id);
  demandPostDeed(hub.config, caller, 'delete', row);
  if (request.headers['if-match'] !== undefined) demandMatch(request, row.version);
  await hub.uploads.release(transaction, { type: POST, id });
  await transaction.deleteFrom('post').where('id', '=', id).execute();
  await audit(transaction, caller, { action: 'post.delete', object: { type: POST, id, orgId: row.orgId } });
}
