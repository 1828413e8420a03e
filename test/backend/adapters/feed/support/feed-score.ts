import { BackendError } from '../../../../../src/backend/backend-error.ts';
import { decodeFeed } from '../../../../../src/backend/adapters/feed/feed-charset.ts';
import type { Feed, FeedItem } from '../../../../../src/backend/adapters/feed/feed-schema.ts';
import { pictureOfItem } from '../../../../../src/backend/adapters/feed/text-image.ts';
import { wordsOfHtml } from '../../../../../src/backend/adapters/feed/xml-text.ts';
import { readAnyFeed } from './feeds.ts';

/** What a row of the corpus expects of one value of a feed (`scope: 'feed'`) or of an item by its place. */
export interface FeedAssert {
  readonly scope?: 'feed' | number;
  readonly kind: string;
  readonly expect?: string | number;
}

/** A row of the corpus' manifest. */
export interface FeedRow {
  readonly file: string;
  readonly suite: string;
  readonly asserts: readonly FeedAssert[];
}

export interface FeedScore {
  met: number;
  all: number;
  readonly missed: string[];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const plain = (text: string): string => oneLine(wordsOfHtml(wordsOfHtml(text)));
/** HTML without the liberties of those who write it. */
const htmlForm = (html: string): string =>
  oneLine(html)
    .replace(/\s*\/>/g, '>')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#38;|&#x26;/g, '&amp;')
    .replace(/> </g, '><')
    .toLowerCase();

function isMet(from: FeedItem, { kind, expect }: FeedAssert): boolean {
  const text = String(expect);
  const same = (value: string | undefined): boolean => value !== undefined && plain(value) === plain(text);
  if (kind === 'title') return same(from.title);
  if (kind === 'author') return from.authors.some(same);
  if (kind === 'tag') return from.tags.some(same);
  if (kind === 'link') return from.url === text;
  if (kind === 'id') return from.id === text;
  if (kind === 'date') return from.published === expect || from.updated === expect;
  if (kind === 'image') return pictureOfItem(from)?.url === text;
  if (kind === 'imageAlt') return pictureOfItem(from)?.alt === text;
  if (kind !== 'content') throw new Error(`No comparison for ${kind}`);
  return [from.content, from.summary].some(
    (html) => html !== undefined && (htmlForm(html) === htmlForm(text) || plain(html) === plain(text)),
  );
}

/** Reads one file of the corpus and counts what came out as it should. Errors without a type pass through. */
export function scoreFeed({ file, asserts }: FeedRow, bytes: Uint8Array, score: FeedScore): void {
  let feed: Feed | undefined;
  try {
    feed = readAnyFeed(decodeFeed(bytes));
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
  }
  for (const each of asserts) {
    score.all++;
    const from = each.scope === 'feed' ? feed : feed?.items[each.scope ?? 0];
    if (from && isMet(from, each)) score.met++;
    else score.missed.push(`${file} ${String(each.scope)} ${each.kind}: ${String(each.expect)}`);
  }
}

/** Share of what must come out right, by suite: well-formed, real, Go's parser, ill-formed. */
export const BARS: Readonly<Record<string, number>> = { A: 0.89, B: 0.98, C: 0.9, D: 0.97 };
