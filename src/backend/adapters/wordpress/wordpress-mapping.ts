import type { IdeaInput } from '../../../model/idea-input.ts';
import type { Idea } from '../../../model/idea.ts';
import { plainParagraphs, plainText, summaryOf } from '../../foreign-text.ts';
import { readIdea } from '../../read-idea.ts';
import type { Raw } from '../../read-shape.ts';
import { asList, asObject, hasValue, termsOf, toTopic } from './wordpress-values.ts';
import { META, type WpMedia, type WpPost } from './wordpress-schema.ts';

export interface WordpressNames {
  /** What comes before a post's number in an id, so that ids of several sites can stand in one board. */
  readonly prefix: string;
  readonly base: string;
}

const STAGE_OF_STATUS: Readonly<Record<string, string>> = {
  pending: 'submitted',
  draft: 'draft',
  'auto-draft': 'draft',
};

/** @throws {TypeError} when there is no number or no title */
export function toIdea(post: WpPost, { prefix, base }: WordpressNames): Idea {
  if (!Number.isSafeInteger(post.id)) throw new TypeError('no id');
  const fields = { ...asObject(post.acf), ...asObject(post.meta) };
  const field = (name: keyof typeof META): unknown => META[name].map((key) => fields[key]).find(hasValue);
  const body = plainParagraphs(post.content?.rendered);
  const terms = termsOf(post);
  const org = field('org');
  const place = field('place');
  return readIdea(
    {
      id: `${prefix}${String(post.id)}`,
      title: plainText(post.title?.rendered),
      summary: summaryOf(plainText(post.excerpt?.rendered) || plainText(post.content?.rendered)),
      body,
      stage: STAGE_OF_STATUS[String(post.status)] ?? field('stage'),
      reach: field('reach'),
      needs: listOf(field('needs')),
      topics: terms.flatMap((term) => (term.taxonomy === 'post_tag' ? [] : (toTopic(term) ?? []))),
      tags: [
        ...terms.flatMap(({ taxonomy, name }) => (taxonomy === 'post_tag' ? [plainText(name)] : [])),
        ...listOf(field('tags')),
      ],
      orgs: org ? [org] : [],
      ...(place ? { place } : {}),
      authors: asList(post._embedded?.author).flatMap((author) => {
        // The pictures of authors lie with a third party, which would learn who reads.
        const { name } = author as { name?: unknown };
        return typeof name === 'string' ? [{ displayName: name }] : [];
      }),
      attachments: asList(post._embedded?.['wp:featuredmedia']).map((media) => toAttachment(media)),
      url: post.link,
      createdAt: instant(post.date_gmt),
      updatedAt: instant(post.modified_gmt),
      activeAt: instant(post.modified_gmt),
    },
    { timeZone: 'UTC', base },
  );
}

/** An idea as it is sent to be looked at by the editors of the site. */
export function toPost(input: IdeaInput, draft: boolean, categories: readonly number[]): Raw {
  const texts = [input.problem, input.body, input.benefitFor, input.firstStep].filter(hasValue) as string[];
  const meta = {
    ...(input.reach ? { [META.reach[0]]: input.reach } : {}),
    ...(input.needs?.length ? { [META.needs[0]]: input.needs.map(({ kind }) => kind) } : {}),
    ...(input.tags?.length ? { [META.tags[0]]: input.tags } : {}),
    ...(input.place ? { [META.place[0]]: input.place.name } : {}),
  };
  return {
    status: draft ? 'draft' : 'pending',
    title: escapeHtml(input.title ?? ''),
    excerpt: escapeHtml(input.summary ?? ''),
    content: texts.flatMap(toParagraphs).join('\n'),
    ...(categories.length ? { categories } : {}),
    ...(Object.keys(meta).length ? { meta } : {}),
  };
}

const toParagraphs = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim())
    .map((part) => `<p>${escapeHtml(part.trim()).replace(/\n/g, '<br />')}</p>`);

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

const instant = (time: unknown): unknown => (typeof time === 'string' ? `${time}Z` : undefined);

function toAttachment(value: unknown): Raw {
  const { id, source_url, mime_type, alt_text, media_details } = value as WpMedia;
  return {
    id: String(id),
    url: source_url,
    mediaType: mime_type,
    alt: alt_text,
    width: media_details?.width,
    height: media_details?.height,
    bytes: media_details?.filesize,
  };
}

/** A list, or words with commas as people type them into a field. */
const listOf = (value: unknown): readonly string[] =>
  (value instanceof Array ? (value as readonly unknown[]) : typeof value === 'string' ? value.split(',') : [])
    .filter((each): each is string => typeof each === 'string')
    .map((each) => each.trim())
    .filter(Boolean);
