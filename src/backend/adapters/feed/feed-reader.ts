import { BackendError } from '../../backend-error.ts';
import { readFeedDate } from './feed-date.ts';
import { coverOf, imageOf } from './feed-image.ts';
import { FEED_LIMITS, type Feed, type FeedFormat, type FeedItem } from './feed-schema.ts';
import { addressOf, firstOf, htmlOf, lineOf, nameOfPerson, titleOf, unique, valueOf } from './feed-values.ts';
import { nodeOfJson } from './json-feed.ts';
import { attr, kidsOf, readXml, textOf, type XmlNode } from './xml-reader.ts';

export interface ReadFeedOptions {
  /** Address of the feed: relative ones start from it. */
  readonly url?: string;
  /** The instant of a time on German clocks (`readFeedDate`); without it they are UTC, too. */
  readonly toInstant?: (wall: number) => number;
}

const ROOTS = /^(?:rss|feed|rdf:rdf|rdf|channel|entry)$/;
const PUBLISHED = [
  'published',
  'issued',
  'pubdate',
  'dcterms:issued',
  'dc:date',
  'dcterms:created',
  'created',
] as const;
const UPDATED = ['updated', 'modified', 'dcterms:modified', 'lastmod', 'lastbuilddate'] as const;

/**
 * Reads a feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, JSON Feed. Broken ones give what is in them.
 * @throws {BackendError} `invalid` with reason `empty`, `html` (a page for people) or `not-a-feed`
 */
export function readFeed(text: string, options: ReadFeedOptions = {}): Feed {
  const head = text.slice(0, 4096).trimStart();
  if (!head && !text.trim()) throw new BackendError('invalid', 'An empty answer', { reason: 'empty' });
  if (/^\ufeff?\{/.test(head)) return feedOf(rootOfJson(text), options);
  const root = rootOf(readXml(text), 0);
  if (root) return feedOf(root, options);
  const isPage = /<(?:!doctype\s+html|html|head|body)\b/i.test(head);
  throw new BackendError('invalid', isPage ? 'A page, no feed' : 'No feed', { reason: isPage ? 'html' : 'not-a-feed' });
}

function rootOfJson(text: string): XmlNode {
  let cause: unknown;
  try {
    const raw = JSON.parse(text.trim()) as Readonly<Record<string, unknown>>;
    if (raw['items'] instanceof Array && String(raw['version']).includes('jsonfeed')) return nodeOfJson(raw, 'feed');
  } catch (error) {
    cause = error;
  }
  throw new BackendError('invalid', 'JSON, but no feed', { reason: 'not-a-feed', cause });
}

function rootOf(node: XmlNode, depth: number): XmlNode | undefined {
  for (const each of node.nodes) {
    if (typeof each === 'string') continue;
    const found = ROOTS.test(each.name) ? each : depth < 5 ? rootOf(each, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Items wherever they stand: in the channel, beside it, in channels of channels. */
function itemsOf(node: XmlNode, depth: number, into: XmlNode[]): XmlNode[] {
  for (const each of node.nodes) {
    if (typeof each === 'string') continue;
    if (each.name === 'item' || each.name === 'entry') into.push(each);
    else if (depth < 4) itemsOf(each, depth + 1, into);
  }
  return into;
}

function formatOf(root: XmlNode): FeedFormat {
  if (kidsOf(root, 'version').length > 0) return 'json';
  if (root.name === 'feed' || root.name === 'entry') return 'atom';
  if (root.name.startsWith('rdf')) return 'rdf';
  return root.name === 'channel' && root.attrs.has('href') ? 'cdf' : 'rss';
}

function feedOf(root: XmlNode, options: ReadFeedOptions): Feed {
  const format = formatOf(root);
  const isAtom = format === 'atom' || format === 'json';
  const [channel = root] = kidsOf(root, 'channel');
  const all = root.name === 'entry' ? [root] : itemsOf(root, 0, []);
  const base = channel.scope.base ?? options.url;
  const url = linkOf(channel, base);
  const language = valueOf(channel, 'language', 'dc:language') ?? channel.scope.lang;
  const given = { authors: authorsOf(channel), isAtom, ...options };
  return {
    format,
    title: titleOf(firstOf(channel, 'title', 'dc:title', 'itunes:title', 'media:title'), isAtom),
    ...present({
      id: valueOf(channel, 'id') ?? attr(channel, 'rdf:about'),
      url,
      description: htmlOf(
        firstOf(channel, 'description', 'subtitle', 'tagline', 'dc:description', 'itunes:summary', 'abstract', 'info'),
        isAtom,
      ),
      language,
      image: coverOf(channel, base)?.url ?? (format === 'rdf' ? coverOf(root, base)?.url : undefined),
      updated: dateOf(channel, [...UPDATED, ...PUBLISHED], options),
      ttl: ttlOf(channel),
      licence: licenceOf(channel, base),
      next: addressOf(relOf(channel, 'next')?.attrs.get('href'), base),
      left: all.length > FEED_LIMITS.items ? all.length - FEED_LIMITS.items : undefined,
    }),
    authors: given.authors,
    tags: tagsOf(channel),
    items: all.slice(0, FEED_LIMITS.items).map((item) => itemOf(item, given)),
  };
}

function itemOf(item: XmlNode, given: ReadFeedOptions & { readonly isAtom: boolean }): FeedItem {
  const { isAtom } = given;
  const base = item.scope.base ?? given.url;
  const text = firstOf(item, 'content:encoded', 'content', 'body', 'fullitem');
  const brief = firstOf(
    item,
    'description',
    'summary',
    'dc:description',
    'abstract',
    'itunes:summary',
    'media:description',
  );
  const [group] = brief ? [] : kidsOf(item, 'media:group');
  const summary = htmlOf(brief ?? (group && firstOf(group, 'media:description')), isAtom);
  const content = htmlOf(text, isAtom);
  const [source] = kidsOf(item, 'source');
  const authors = authorsOf(item);
  return {
    title: titleOf(firstOf(item, 'title', 'dc:title', 'media:title', 'itunes:title'), isAtom),
    ...present({
      id: valueOf(item, 'id', 'guid', 'dc:identifier') ?? attr(item, 'rdf:about'),
      url: linkOf(item, base),
      summary,
      content,
      published: dateOf(item, PUBLISHED, given),
      updated: dateOf(item, UPDATED, given),
      image: imageOf(item, content ?? summary, base),
      language: valueOf(item, 'language', 'dc:language') ?? item.scope.lang,
      licence: licenceOf(item, base),
      base: (text ?? brief ?? item).scope.base,
    }),
    authors: authors.length === 0 && source ? authorsOf(source) : authors,
    tags: tagsOf(item),
  };
}

const present = <T extends object>(values: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

function dateOf(node: XmlNode, names: readonly string[], { toInstant }: ReadFeedOptions): number | undefined {
  for (const name of names) {
    for (const kid of kidsOf(node, name)) {
      const date = readFeedDate(textOf(kid), toInstant);
      if (date !== undefined) return date;
    }
  }
  return readFeedDate(attr(node, 'lastmod'), toInstant);
}

/** The Atom link of a relation, that to a page first. */
function relOf(node: XmlNode, rel: string): XmlNode | undefined {
  const links = kidsOf(node, 'link').filter(
    ({ attrs }) => attrs.has('href') && (attrs.get('rel') ?? 'alternate').replace(/^.*\//, '') === rel,
  );
  return links.find(({ attrs }) => /html/i.test(attrs.get('type') ?? 'html')) ?? links[0];
}

/** The page of a feed or of an item. */
function linkOf(node: XmlNode, base: string | undefined): string | undefined {
  const written = kidsOf(node, 'link').filter(({ attrs }) => !attrs.has('href'));
  const [guid] = kidsOf(node, 'guid');
  const isLink = guid && attr(guid, 'ispermalink')?.trim().toLowerCase() !== 'false';
  const found = [
    valueOf(node, 'feedburner:origlink'),
    relOf(node, 'alternate')?.attrs.get('href'),
    ...written.map(textOf),
    kidsOf(node, 'a')[0]?.attrs.get('href'),
    attr(node, 'href'),
    attr(node, 'rdf:about'),
  ];
  for (const text of found) {
    const url = addressOf(text, base);
    if (url) return url;
  }
  // A guid is an address only when it is a whole one.
  return isLink ? addressOf(textOf(guid), undefined) : undefined;
}

function authorsOf(node: XmlNode): readonly string[] {
  for (const name of [
    'author',
    'dc:creator',
    'dc:author',
    'itunes:author',
    'managingeditor',
    'webmaster',
    'contributor',
    'dc:contributor',
  ]) {
    const names = kidsOf(node, name).map((person) => nameOfPerson(valueOf(person, 'name') ?? ownTextOf(person)));
    const found = unique(names, FEED_LIMITS.authors);
    if (found.length > 0) return found;
  }
  return [];
}

/** Text of a person that is no structure; an address or a web page alone is no name. */
const ownTextOf = (node: XmlNode): string => (node.nodes.every((each) => typeof each === 'string') ? textOf(node) : '');

function tagsOf(node: XmlNode): readonly string[] {
  const words: (string | undefined)[] = [];
  for (const each of node.nodes) {
    if (typeof each === 'string') continue;
    const { name, attrs } = each;
    if (name === 'category' || name === 'dc:subject' || name === 'media:category') {
      words.push(lineOf(attrs.get('label') ?? attrs.get('term') ?? textOf(each)));
    } else if (name === 'itunes:category') {
      words.push(attrs.get('text'), ...kidsOf(each, name).map((below) => attr(below, 'text')));
    } else if (name === 'itunes:keywords' || name === 'media:keywords') {
      words.push(...textOf(each).split(',', FEED_LIMITS.tags).map(lineOf));
    }
  }
  return unique(words, FEED_LIMITS.tags);
}

const PERIODS: Readonly<Record<string, number>> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200 };

function ttlOf(channel: XmlNode): number | undefined {
  const minutes = Number(valueOf(channel, 'ttl'));
  if (minutes > 0) return minutes;
  const period = PERIODS[valueOf(channel, 'sy:updateperiod')?.toLowerCase() ?? ''];
  return period && period / (Number(valueOf(channel, 'sy:updatefrequency')) || 1);
}

function licenceOf(node: XmlNode, base: string | undefined): string | undefined {
  const link = kidsOf(node, 'link').find(({ attrs }) => attrs.get('rel') === 'license');
  const [cc] = kidsOf(node, 'cc:license');
  return (
    addressOf(link?.attrs.get('href') ?? cc?.attrs.get('rdf:resource') ?? (cc && textOf(cc)), base) ??
    valueOf(node, 'dcterms:license')
  );
}
