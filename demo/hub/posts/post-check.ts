import type { PostInput } from '../../../src/model/post-input.ts';
import { POST_LIMITS, REPORT_CHAPTERS } from '../../../src/model/post.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import type { FieldCheck } from '../http/characters.ts';
import { plainText } from '../http/characters.ts';
import { POST, type PostRow } from './post-store.ts';
import type { PostDocument, PostTexts } from './post-tables.ts';

/** What somebody has written, as it is kept. */
export interface Written {
  readonly title: string;
  readonly texts: PostTexts;
  readonly images: NonNullable<PostDocument['images']>;
  readonly tags: string[];
  readonly topicIds: string[];
  readonly size: string | null;
  readonly maturity: string | null;
  readonly lang: string | null;
}

type Before = Pick<PostRow, 'title' | 'texts' | 'document' | 'tags' | 'topicIds' | 'size' | 'maturity' | 'lang'>;

function checkTexts(input: PostInput, before: PostTexts, check: FieldCheck): PostTexts {
  const pick = (field: 'teaser' | 'body', max: number): string | undefined =>
    input[field] === undefined ? before[field] : check.text(field, input[field], { max, line: field === 'teaser' });
  const teaser = pick('teaser', POST_LIMITS.teaser);
  const body = pick('body', POST_LIMITS.body);
  const chapters: Record<string, string> = {};
  for (const chapter of REPORT_CHAPTERS) {
    const said = input.chapters?.[chapter];
    const text =
      said === undefined
        ? before.chapters?.[chapter]
        : check.text(`chapters.${chapter}`, said, { max: POST_LIMITS.chapter });
    if (text !== undefined) chapters[chapter] = text;
  }
  return {
    ...(teaser !== undefined && { teaser }),
    ...(body !== undefined && { body }),
    ...(Object.keys(chapters).length > 0 && { chapters }),
  };
}

function checkTags(tags: readonly string[], check: FieldCheck): string[] {
  const words = [...new Set(tags.map((tag) => plainText(tag).replace(/\s+/g, ' ')))].filter((tag) => tag !== '');
  if (words.length > POST_LIMITS.tags) {
    check.wrong('tags', 'too-many', `must be at most ${POST_LIMITS.tags}`, POST_LIMITS.tags);
  }
  words.forEach((tag, index) => {
    if (tag.length > 100) check.wrong(`tags.${index}`, 'too-long', 'must have at most 100 characters', 100);
  });
  return words;
}

function checkTopics(names: readonly string[], directory: Directory, check: FieldCheck): string[] {
  const ids = new Set<string>();
  names.forEach((name, index) => {
    const topic = directory.topic(name);
    if (topic) ids.add(topic.id);
    else check.wrong(`topics.${index}`, 'not-found', 'is not a topic of this hub');
  });
  if (ids.size > POST_LIMITS.topics) {
    check.wrong('topics', 'too-many', `must be at most ${POST_LIMITS.topics}`, POST_LIMITS.topics);
  }
  return [...ids];
}

/** Fields of a post: what the input names, else what was there before. Length, number and topics are told in `check`. */
export function checkPost(
  input: PostInput,
  before: Before | undefined,
  directory: Directory,
  check: FieldCheck,
): Written {
  const title =
    input.title === undefined
      ? before?.title
      : check.text('title', input.title, { max: POST_LIMITS.title, line: true });
  const images = input.images?.map(({ id, alt }) => ({ id, alt: plainText(alt).replace(/\s+/g, ' ') }));
  images?.forEach(({ alt }, index) => check.text(`images.${index}.alt`, alt, { max: POST_LIMITS.alt }));
  if (images && images.length > POST_LIMITS.images) {
    check.wrong('images', 'too-many', `must be at most ${POST_LIMITS.images}`, POST_LIMITS.images);
  }
  return {
    title: title ?? '',
    texts: checkTexts(input, before?.texts ?? {}, check),
    images: images ?? before?.document.images ?? [],
    tags: input.tags === undefined ? (before?.tags ?? []) : checkTags(input.tags, check),
    topicIds: input.topics === undefined ? (before?.topicIds ?? []) : checkTopics(input.topics, directory, check),
    size: input.size === undefined ? (before?.size ?? null) : input.size,
    maturity: input.maturity === undefined ? (before?.maturity ?? null) : input.maturity,
    lang: input.lang ?? before?.lang ?? null,
  };
}

/** Pictures must be there, be pictures, and be the writer's own, or belong to the post already. */
export async function checkImages(
  transaction: HubTransaction,
  images: NonNullable<PostDocument['images']>,
  { postId, personId }: { readonly postId: string; readonly personId: string },
  check: FieldCheck,
): Promise<void> {
  if (images.length === 0) return;
  const rows = await transaction
    .selectFrom('upload')
    .leftJoin('uploadUse', 'uploadUse.uploadId', 'upload.id')
    .select(['upload.id', 'upload.createdBy', 'upload.mediaType', 'uploadUse.objectType', 'uploadUse.objectId'])
    .where(
      'upload.id',
      'in',
      images.map(({ id }) => id),
    )
    .execute();
  images.forEach(({ id }, index) => {
    const upload = rows.find((row) => row.id === id);
    const isHere = upload?.objectType === POST && upload.objectId === postId;
    const isFree = upload?.createdBy === personId && upload.objectId === null;
    // Somebody else's picture is told like one that is not there.
    if (!isHere && !isFree) check.wrong(`images.${index}`, 'not-found', 'is not a picture that you have uploaded');
    else if (!upload.mediaType.startsWith('image/')) check.wrong(`images.${index}`, 'format', 'is not a picture');
  });
}
