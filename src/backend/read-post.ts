import type { UntrustedHtml } from '../model/common.ts';
import { isPlainDate } from '../model/plain-date.ts';
import {
  MATURITIES,
  MUNICIPALITY_SIZES,
  POST_DEEDS,
  POST_SOURCE_KINDS,
  POST_STATES,
  REPORT_CHAPTERS,
  type AlsoOn,
  type Post,
  type PostImage,
  type PostSource,
} from '../model/post.ts';
import { withoutAddresses } from './no-addresses.ts';
import { cutTeaser, teaserOf } from './post-text.ts';
import { count, few, textUpTo } from './read-limits.ts';
import {
  address,
  flag,
  list,
  oneOf,
  org,
  person,
  readFields,
  shape,
  text,
  topic,
  type Fields,
  type Mutable,
  type Raw,
  type Reader,
  type ReadOptions,
} from './read-shape.ts';
import { readTime } from './read-time.ts';

/** What a source is believed of texts and lists: more than anybody would write, less than would hurt. */
const line = textUpTo(500);
const article = textUpTo(1_000_000) as Reader<UntrustedHtml>;
const MOST = 50;

/** An instant, or the beginning of a day. */
export const moment: Reader<string> = (value, { timeZone }) => {
  if (typeof value !== 'string') return undefined;
  const said = value.trim();
  return readTime(isPlainDate(said) ? `${said}T00:00:00` : said, false, timeZone);
};

const described: Reader<string> = (value) => (typeof value === 'string' ? value.trim().slice(0, 1000) : undefined);
const pixels: Reader<number> = (value, options) => count(value, options) || undefined;

export const postImage = shape<PostImage>(
  { url: address, alt: described, width: pixels, height: pixels },
  ['url'],
  'url',
);
export const postSource = shape<PostSource>(
  { id: text, label: line, url: address, title: line, kind: oneOf(...POST_SOURCE_KINDS) },
  ['id'],
);
const alsoOn = shape<AlsoOn>({ url: address, source: postSource }, ['url', 'source']);

const chapters = <T extends string>(read: Reader<T>): Reader<Readonly<Partial<Record<string, T>>>> =>
  shape(Object.fromEntries(REPORT_CHAPTERS.map((name) => [name, read])));

/** A name, never an address: some programs name people by their e-mail address. */
const author: typeof person = (value, options) => {
  const read = person(value, options);
  const displayName = read ? withoutAddresses(read.displayName) : '';
  return /[\p{L}\p{N}]/u.test(displayName) ? { ...read!, displayName: displayName.slice(0, 200) } : undefined;
};

const tag: Reader<string> = (value) =>
  typeof value === 'string' && value.trim() ? value.trim().slice(0, 100) : undefined;

const POST: Fields<Omit<Post, 'id' | 'title' | 'teaser' | 'authors' | 'tags'>> = {
  url: address,
  content: article,
  format: oneOf('html', 'markdown'),
  warning: line,
  image: postImage,
  publishedAt: moment,
  updatedAt: moment,
  topics: few(MOST, topic),
  org,
  lang: textUpTo(35),
  source: postSource,
  alsoOn: few(MOST, alsoOn),
  // Lists tell by an empty one that it is a report, and leave the chapters for later.
  report: (value, options) => (typeof value === 'object' ? chapters(article)(value, options) : undefined),
  size: oneOf(...MUNICIPALITY_SIZES),
  maturity: oneOf(...MATURITIES),
  ideaId: text,
  ideaTitle: line,
  words: count,
  isProtected: flag,
  licence: line,
  state: oneOf(...POST_STATES),
  publishAt: moment,
  question: textUpTo(5000),
  body: textUpTo(200_000),
  chapters: chapters(textUpTo(50_000)),
  images: few(
    MOST,
    shape<PostImage & { readonly id: string }>(
      { id: text, url: address, alt: described, width: pixels, height: pixels },
      ['id', 'url'],
    ),
  ),
  can: list(oneOf(...POST_DEEDS)),
  etag: text,
};

/**
 * A post in the names of the model, as a static file or a hub sends it. Fields of a wrong type are left out, a missing
 * teaser is made of the text, dates get the one form that `Post` promises.
 * @throws {TypeError} for what has no id, or nothing to read
 */
export function readPost(raw: Raw, options: ReadOptions): Post {
  const id = text(raw['id'], options) ?? address(raw['url'], options);
  if (!id) throw new TypeError('A post needs an id');
  const title = line(raw['title'], options)?.replace(/\s+/g, ' ').trim() ?? '';
  const read = readFields(raw, POST, options, {}) as Mutable<Partial<Post>>;
  const said = typeof raw['teaser'] === 'string' ? raw['teaser'].replace(/\s+/g, ' ').trim() : '';
  const teaser = cutTeaser(said) || (read.format === 'markdown' || read.warning ? '' : teaserOf(read.content));
  if (!title && !teaser && !read.content && !read.image && !read.warning && !read.isProtected && !read.state)
    throw new TypeError('A post needs a title or a text');
  return {
    id,
    title,
    teaser,
    authors: few(MOST, author)(raw['authors'], options) ?? [],
    tags: few(MOST, tag)(raw['tags'], options) ?? [],
    ...read,
  };
}
