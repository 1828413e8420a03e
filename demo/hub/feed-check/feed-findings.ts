import { DAY_MS } from '../../../src/model/plain-date.ts';
import type { Post } from '../../../src/model/post.ts';
import type { CheckAnswer, CheckFinding } from './check-answer.ts';
import type { FeedForm } from './document-kind.ts';

type Finding = CheckAnswer['findings'][number];
type Transport = NonNullable<CheckAnswer['transport']>;

const OLD_DAYS = 365;
const LARGE_BYTES = 1_000_000;
/** Shorter texts are teasers, whatever element they stand in. */
const FULL_TEXT_WORDS = 80;

interface Picture {
  readonly url: string;
  readonly alt: string | undefined;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);

/** The pictures of a post, each address once: its own, and those in its text. */
function picturesOf(post: Post, base: string): Picture[] {
  const pictures = new Map<string, Picture>();
  const add = (address: string, alt: string | undefined): void => {
    if (!URL.canParse(address, base)) return;
    const { href: url, protocol } = new URL(address, base);
    if (/^https?:$/.test(protocol) && pictures.get(url)?.alt === undefined) pictures.set(url, { url, alt });
  };
  if (post.image) add(post.image.url, post.image.alt);
  if (post.content && post.format !== 'markdown') {
    for (const [tag] of post.content.matchAll(/<img\b[^<>]*>/gi)) {
      add((attribute(tag, 'src') ?? '').replaceAll('&amp;', '&'), attribute(tag, 'alt'));
    }
  }
  return [...pictures.values()];
}

export interface ReadFeed {
  readonly url: URL;
  readonly form: FeedForm;
  readonly title: string | undefined;
  readonly posts: readonly Post[];
  readonly transport: Transport;
  readonly isDoubtful: boolean;
  readonly isMoved: boolean;
  /** Epoch ms. */
  readonly now: number;
}

const hasFullText = ({ content, words = 0, teaser }: Post): boolean =>
  content !== undefined && (words >= FULL_TEXT_WORDS || content.length > teaser.length * 2);

const count = (code: CheckFinding, found: number, of: number): Finding[] =>
  found > 0 ? [{ code, count: found, of }] : [];
const when = (code: CheckFinding, holds: boolean, detail?: string): Finding[] =>
  holds ? [{ code, ...(detail !== undefined && { detail }) }] : [];

function imageHosts(pictures: readonly Picture[]): { readonly host: string; readonly count: number }[] {
  const hosts = new Map<string, number>();
  for (const { url } of pictures) {
    const { host } = new URL(url);
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
  }
  return [...hosts]
    .map(([host, found]) => ({ host, count: found }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 20);
}

const isFeedType = (contentType: string | undefined, { format }: FeedForm): boolean =>
  contentType === undefined
    ? false
    : format === 'json-feed'
      ? /\bjson\b/i.test(contentType)
      : /[/+]xml\b/i.test(contentType);

/** What a feed holds, what its readers will miss, and which servers their browsers would ask. */
export function feedFindings(read: ReadFeed): Pick<CheckAnswer, 'feed' | 'hosts' | 'findings' | 'transport'> {
  const { url, form, title, posts, transport, now } = read;
  const of = posts.length;
  const number = (test: (post: Post) => unknown): number => posts.filter(test).length;
  const dated = posts.filter(({ publishedAt }) => publishedAt !== undefined && Date.parse(publishedAt) <= now + DAY_MS);
  const newest = dated.reduce<Post | undefined>(
    (latest, post) => (latest && latest.publishedAt! >= post.publishedAt! ? latest : post),
    undefined,
  );
  const pictures = posts.flatMap((post) => picturesOf(post, post.url ?? url.href));
  const bare = pictures.filter(({ alt }) => alt === undefined).length;
  const hosts = imageHosts(pictures);
  const foreign = hosts.filter(({ host }) => host !== url.host);
  const fullText = number(hasFullText);
  const isOld = newest !== undefined && now - Date.parse(newest.publishedAt!) > OLD_DAYS * DAY_MS;
  const findings: Finding[] = [
    ...when('no-items', of === 0),
    ...count(
      'no-titles',
      number((post) => post.title === ''),
      of,
    ),
    ...count(
      'no-links',
      number((post) => !post.url),
      of,
    ),
    ...count(
      'no-dates',
      number((post) => !post.publishedAt),
      of,
    ),
    ...count(
      'future-dates',
      number((post) => post.publishedAt && Date.parse(post.publishedAt) > now + DAY_MS),
      of,
    ),
    ...when('old', isOld, newest?.publishedAt),
    ...when('http', !transport.https),
    ...count('http-images', pictures.filter((picture) => picture.url.startsWith('http:')).length, pictures.length),
    ...when('no-cors', !transport.cors.allowed, transport.cors.header),
    ...when('content-type', !isFeedType(transport.contentType, form), transport.contentType),
    ...when('encoding', read.isDoubtful, transport.encoding),
    ...count('no-alt', bare, pictures.length),
    ...count(
      'no-images',
      number((post) => picturesOf(post, url.href).length === 0),
      of,
    ),
    ...count('foreign-images', foreign.length, hosts.length),
    ...count(
      'no-authors',
      number((post) => post.authors.length === 0),
      of,
    ),
    ...when('no-full-text', of > 0 && fullText === 0),
    ...when('moved', read.isMoved, url.href),
    ...when('large', transport.bytes > LARGE_BYTES),
  ];
  return {
    feed: {
      ...form,
      ...(title && { title: title.slice(0, 300) }),
      items: of,
      ...(newest && { newest: { title: (newest.title || newest.teaser).slice(0, 200), at: newest.publishedAt! } }),
      fullText,
      images: pictures.length,
    },
    transport,
    hosts: { source: url.host, images: hosts },
    findings,
  };
}
