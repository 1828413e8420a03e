import { BackendError } from '../../backend-error.ts';
import type { Raw } from '../../read-shape.ts';
import { readFeedDate } from './feed-date.ts';
import { imagesIn } from './feed-image.ts';
import { FEED_LIMITS, type Feed, type FeedItem } from './feed-schema.ts';
import { addressOf, htmlOfText, nameOfPerson, unique } from './feed-values.ts';

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : typeof value === 'number' ? String(value) : undefined;
const listOf = (value: unknown): readonly unknown[] => (value instanceof Array ? value : []);
const rawOf = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});

interface JsonFeedOptions {
  readonly url?: string;
  readonly timeZone?: string;
}

/**
 * Reads JSON Feed 1 and 1.1.
 * @throws {BackendError} `invalid` with reason `not-a-feed`
 */
export function readJsonFeed(text: string, options: JsonFeedOptions): Feed {
  let raw: Raw;
  try {
    raw = rawOf(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (cause) {
    throw new BackendError('invalid', 'Broken JSON', { reason: 'not-a-feed', cause });
  }
  if (!(raw['items'] instanceof Array) || !/jsonfeed/i.test(textOf(raw['version']) ?? '')) {
    throw new BackendError('invalid', 'JSON, but no feed', { reason: 'not-a-feed' });
  }
  const all = listOf(raw['items']);
  const base = options.url;
  const description = textOf(raw['description']);
  return {
    format: 'json',
    title: textOf(raw['title']) ?? '',
    ...some('id', textOf(raw['feed_url'])),
    ...some('url', addressOf(textOf(raw['home_page_url']), base)),
    ...some('description', description && htmlOfText(description)),
    ...some('language', textOf(raw['language'])),
    ...some('image', addressOf(textOf(raw['icon']) ?? textOf(raw['favicon']), base)),
    ...some('next', addressOf(textOf(raw['next_url']), base)),
    ...some('left', all.length > FEED_LIMITS.items ? all.length - FEED_LIMITS.items : undefined),
    authors: authorsOf(raw),
    tags: [],
    items: all.slice(0, FEED_LIMITS.items).map((item) => itemOf(rawOf(item), options)),
  };
}

function itemOf(raw: Raw, { url: base, timeZone }: JsonFeedOptions): FeedItem {
  const plain = textOf(raw['content_text']);
  const content = textOf(raw['content_html']) ?? (plain && htmlOfText(plain));
  const summary = textOf(raw['summary']);
  const url = addressOf(textOf(raw['url']), base) ?? addressOf(textOf(raw['external_url']), base);
  const picture = addressOf(textOf(raw['image']) ?? textOf(raw['banner_image']), base) ?? attachedOf(raw, base);
  const inText = content?.includes('<img') ? imagesIn(content, base) : [];
  const alt = inText.find((image) => image.url === picture)?.alt;
  return {
    title: textOf(raw['title'])?.replace(/\s+/g, ' ') ?? '',
    ...some('id', textOf(raw['id'])),
    ...some('url', url),
    ...some('summary', summary && htmlOfText(summary)),
    ...some('content', content),
    ...some('published', readFeedDate(textOf(raw['date_published']), timeZone)),
    ...some('updated', readFeedDate(textOf(raw['date_modified']), timeZone)),
    ...some('image', picture ? { url: picture, ...(alt === undefined ? {} : { alt }) } : inText[0]),
    ...some('language', textOf(raw['language'])),
    authors: authorsOf(raw),
    tags: unique(listOf(raw['tags']).map(textOf), FEED_LIMITS.tags),
  };
}

function attachedOf(raw: Raw, base: string | undefined): string | undefined {
  const image = listOf(raw['attachments'])
    .map(rawOf)
    .find((each) => /^image\//i.test(textOf(each['mime_type']) ?? ''));
  return addressOf(textOf(image?.['url']), base);
}

function authorsOf(raw: Raw): readonly string[] {
  const all = raw['authors'] instanceof Array ? raw['authors'] : [raw['author']];
  return unique(
    all.map((each) => {
      const name = textOf(typeof each === 'string' ? each : rawOf(each)['name']);
      return name && nameOfPerson(name);
    }),
    FEED_LIMITS.authors,
  );
}

const some = <K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> =>
  (value === undefined || value === '' ? {} : { [key]: value }) as Partial<Record<K, T>>;
