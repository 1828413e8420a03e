import { untrustedHtml, type OrgRef, type PersonRef, type Topic } from './common.ts';
import { listOf, rowsOf, textOf, type FormRow, type FormValues } from './form-values.ts';
import { countGraphemes } from './graphemes.ts';
import { markdownToText } from './markdown.ts';
import { personalTraces, type PersonalTrace } from './personal-traces.ts';
import type { PostInput } from './post-input.ts';
import {
  MATURITIES,
  MUNICIPALITY_SIZES,
  POST_LIMITS,
  REPORT_CHAPTERS,
  type Maturity,
  type MunicipalitySize,
  type Post,
  type ReportChapter,
} from './post.ts';
import { instantOf, isSkipped, isTypedTime } from './wall-clock.ts';

/** The form of a post: texts as they are typed, and what is sent. */

/** What is written: an experience report in chapters, or a post of one text. */
export const POST_SORTS = ['report', 'post'] as const;
export type PostSort = (typeof POST_SORTS)[number];

/**
 * Why a post cannot come out yet: `no-text` (nothing is told), `tags` (too many), `tag-long`, `alt` (a picture without
 * words), `alt-long`, `unfinished` (a picture has not arrived, or was refused).
 */
export type PostFault = 'no-text' | 'tags' | 'tag-long' | 'alt' | 'alt-long' | 'unfinished';

/** Letters of a tag. */
export const TAG_LENGTH = 40;

/** What a new post begins with. */
export interface PostFormFrame {
  readonly orgId?: string;
  readonly lang?: string;
}

/** A picture as the form keeps it. `decoration`: `yes` where it needs no words. `id` is empty until it has arrived. */
export type PictureRow = FormRow & Readonly<Record<'id' | 'url' | 'name' | 'alt' | 'decoration', string>>;

export const pictureRows = (values: FormValues): readonly PictureRow[] =>
  rowsOf(values, 'images').map(({ id = '', url = '', name = '', alt = '', decoration = '' }) => ({
    id,
    url,
    name,
    alt,
    decoration,
  }));

const isReport = ({ report, chapters }: Post): boolean =>
  Object.values(chapters ?? {}).some(Boolean) || Object.values(report ?? {}).some(Boolean);

/** A post as its form holds it; without one what a new one begins with. */
export function postFormValues(post: Post | undefined, frame: PostFormFrame = {}): FormValues {
  return inputValues(post ? storedInput(post) : { ...(frame.orgId && { orgId: frame.orgId }) }, {
    sort: !post || isReport(post) || !post.body ? 'report' : 'post',
    images: post?.images ?? [],
  });
}

/** What an idea gives for a report, as the form holds it. */
export const prefilledValues = (input: PostInput, frame: PostFormFrame = {}): FormValues =>
  inputValues({ ...(frame.orgId && { orgId: frame.orgId }), ...input }, { sort: 'report', images: [] });

function inputValues(
  input: PostInput,
  { sort, images }: { readonly sort: PostSort; readonly images: NonNullable<Post['images']> },
): FormValues {
  const { title, teaser, body, chapters = {}, topics = [], tags = [], size, maturity, ideaId, orgId } = input;
  return {
    sort,
    title: title ?? '',
    teaser: teaser ?? '',
    ...Object.fromEntries(REPORT_CHAPTERS.map((chapter) => [chapter, chapters[chapter] ?? ''])),
    body: body ?? '',
    images: images.map(({ id, url, alt }) => ({
      id,
      url,
      name: '',
      alt: alt ?? '',
      decoration: alt === '' ? 'yes' : '',
    })),
    size: size ?? '',
    maturity: maturity ?? '',
    topicIds: topics,
    tags: tags.join(', '),
    ideaId: ideaId ?? '',
    orgId: orgId ?? '',
  };
}

const storedInput = (post: Post): PostInput => ({
  title: post.title,
  teaser: post.teaser,
  ...(post.body && { body: post.body }),
  chapters: post.chapters ?? {},
  topics: (post.topics ?? []).map(({ id }) => id),
  tags: post.tags,
  size: post.size ?? null,
  maturity: post.maturity ?? null,
  ideaId: post.ideaId ?? null,
  ...(post.org?.id && { orgId: post.org.id }),
});

/** Tags as they are typed: parted by commas, semicolons or lines, each once. */
export function tagsIn(values: FormValues): readonly string[] {
  const seen = new Set<string>();
  return textOf(values, 'tags')
    .split(/[,;\n]/)
    .map((tag) => tag.trim().replace(/^#/, '').replace(/\s+/g, ' '))
    .filter((tag) => tag !== '' && !seen.has(tag.toLowerCase()) && seen.add(tag.toLowerCase()));
}

export const sortOf = (values: FormValues): PostSort => (textOf(values, 'sort') === 'post' ? 'post' : 'report');

const oneOf = <T extends string>(known: readonly T[], text: string): T | null =>
  known.find((word) => word === text) ?? null;

/** Everything that the form holds, in the words of the server. The text of the other sort stays unsent. */
export function postInput(values: FormValues): PostInput {
  const sort = sortOf(values);
  const orgId = textOf(values, 'orgId');
  const chapters = Object.fromEntries(
    REPORT_CHAPTERS.map((chapter) => [chapter, sort === 'report' ? textOf(values, chapter) : '']),
  ) as Readonly<Record<ReportChapter, string>>;
  return {
    title: textOf(values, 'title'),
    teaser: textOf(values, 'teaser'),
    body: sort === 'post' ? textOf(values, 'body') : '',
    chapters,
    topics: listOf(values, 'topicIds'),
    tags: tagsIn(values),
    size: sort === 'report' ? oneOf<MunicipalitySize>(MUNICIPALITY_SIZES, textOf(values, 'size')) : null,
    maturity: sort === 'report' ? oneOf<Maturity>(MATURITIES, textOf(values, 'maturity')) : null,
    images: pictureRows(values)
      .filter(({ id }) => id !== '')
      .map(({ id, alt, decoration }) => ({ id, alt: decoration === 'yes' ? '' : alt.trim().normalize('NFC') })),
    ideaId: textOf(values, 'ideaId') || null,
    ...(orgId && { orgId }),
  };
}

/** What is sent for a new post: what holds nothing is left out. */
export function newPostInput(values: FormValues, lang: string): PostInput {
  const { chapters = {}, ...input } = postInput(values);
  const told = Object.entries(chapters).filter(([, text]) => text);
  const filled = Object.entries(input).filter(([, value]) => value !== null && value !== '' && !isEmptyList(value));
  return {
    ...(Object.fromEntries(filled) as PostInput),
    ...(told.length > 0 && { chapters: Object.fromEntries(told) }),
    lang,
  };
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** What differs from the post as it is stored; empty where nothing does. Chapters go together. */
export function postChanges(values: FormValues, post: Post): PostInput {
  const next = postInput(values);
  const was = postInput(postFormValues(post));
  const changed = (Object.keys(next) as (keyof PostInput)[]).filter(
    (key) => JSON.stringify(next[key]) !== JSON.stringify(was[key]),
  );
  return Object.fromEntries(changed.map((key) => [key, next[key]]));
}

/** What hinders: a draft may lack its text, and a picture its words; what comes out must not. */
export function postFaults(values: FormValues, isDraft = false): Readonly<Record<string, PostFault>> {
  const faults: Record<string, PostFault> = {};
  const tags = tagsIn(values);
  if (tags.length > POST_LIMITS.tags) faults['tags'] = 'tags';
  else if (tags.some((tag) => countGraphemes(tag) > TAG_LENGTH)) faults['tags'] = 'tag-long';
  const pictures = pictureRows(values);
  if (pictures.some(({ alt }) => countGraphemes(alt.trim()) > POST_LIMITS.alt)) faults['images'] = 'alt-long';
  else if (pictures.some(({ alt, decoration }) => !alt.trim() && decoration !== 'yes')) faults['images'] = 'alt';
  else if (pictures.some(({ id }) => id === '')) faults['images'] = 'unfinished';
  if (isDraft) return faults;
  const isPost = sortOf(values) === 'post';
  const isTold = isPost ? textOf(values, 'body') : REPORT_CHAPTERS.some((chapter) => textOf(values, chapter));
  if (!isTold) faults[isPost ? 'body' : 'situation'] = 'no-text';
  return faults;
}

/** The post as it would be with what is typed: what a preview shows. */
export function typedPost(
  values: FormValues,
  post: Post | undefined,
  known: { readonly topics: readonly Topic[]; readonly orgs: readonly OrgRef[]; readonly author?: PersonRef },
): Post {
  const {
    title = '',
    teaser = '',
    body,
    chapters = {},
    tags = [],
    topics = [],
    size,
    maturity,
    orgId,
  } = postInput(values);
  const told = REPORT_CHAPTERS.filter((chapter) => chapters[chapter]);
  const images = pictureRows(values)
    .filter(({ url }) => url !== '')
    .map(({ id, url, alt, decoration }) => ({ id, url, alt: decoration === 'yes' ? '' : alt }));
  const [first] = images;
  const org = known.orgs.find(({ id }) => id === orgId) ?? post?.org;
  const ideaId = textOf(values, 'ideaId');
  return {
    id: post?.id ?? 'preview',
    title,
    teaser,
    ...(body && { content: untrustedHtml(body), format: 'markdown' as const }),
    ...(told.length > 0 && {
      report: Object.fromEntries(told.map((chapter) => [chapter, untrustedHtml(chapters[chapter] ?? '')])),
      format: 'markdown' as const,
    }),
    ...(first && { image: { url: first.url, alt: first.alt }, images }),
    authors: post?.authors ?? (known.author ? [known.author] : []),
    ...(post?.publishedAt && { publishedAt: post.publishedAt }),
    tags,
    topics: known.topics.filter(({ id }) => topics.includes(id)),
    ...(org && { org }),
    ...(post?.lang && { lang: post.lang }),
    ...(size && { size }),
    ...(maturity && { maturity }),
    ...(ideaId && { ideaId, ...(post?.ideaTitle && { ideaTitle: post.ideaTitle }) }),
  };
}

/** Places in a post's texts that may name somebody. The contact is given on purpose, so it is not looked at. */
export function postTraces(values: FormValues): readonly PersonalTrace[] {
  const { title, teaser, body, chapters = {} } = postInput(values);
  const { contact: _, ...told } = chapters;
  return personalTraces({
    title,
    teaser,
    ...Object.fromEntries(Object.entries(told).map(([chapter, text]) => [chapter, text && markdownToText(text)])),
    body: body && markdownToText(body),
  });
}

/** Why a post cannot come out at a time that was typed: `past`, or `skipped` by the clocks. */
export type ScheduleFault = 'past' | 'skipped';

/** The instant at which a post is to come out. Both fields must be filled. */
export const scheduledAt = (values: FormValues, zone: string): string =>
  instantOf({ date: textOf(values, 'date'), time: textOf(values, 'time') }, zone);

/** @param now epoch ms */
export function scheduleFaults(values: FormValues, zone: string, now: number): Readonly<Record<string, ScheduleFault>> {
  const typed = { date: textOf(values, 'date'), time: textOf(values, 'time') };
  if (!isTypedTime(typed)) return {};
  if (isSkipped(typed, zone)) return { time: 'skipped' };
  return Date.parse(instantOf(typed, zone)) <= now ? { date: 'past' } : {};
}
