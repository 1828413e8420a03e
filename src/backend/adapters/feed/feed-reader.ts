import { BackendError } from '../../backend-error.ts';
import { readFeedDate } from './feed-date.ts';
import { imageOf } from './feed-image.ts';
import type { Feed, FeedFormat, FeedItem } from './feed-schema.ts';
import { addressOf, firstOf, htmlOf, lineOf, nameOfPerson, titleOf, unique, valueOf } from './feed-values.ts';
import { attr, hasKids, kidsOf, readXml, textOf, type XmlNode } from './xml-reader.ts';

export interface ReadFeedOptions {
  /** Address of the feed: relative ones start from it. */
  readonly url?: string;
  /** The instant of a time on German clocks (`readFeedDate`); without it they are UTC, too. */
  readonly toInstant?: (wall: number) => number;
}

/** Items that are read of one feed, tags and authors of one item. */
const MOST_ITEMS = 2000;
const MOST_WORDS = 50;

/**
 * Reads a feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF; for JSON Feed there is `readJsonFeed`. Broken ones give what
 * is in them.
 * @throws {BackendError} `invalid` with reason `empty`, `html` (a page for people) or `not-a-feed`
 */
export function readFeed(text: string, options: ReadFeedOptions = {}): Feed {
  const head = text.slice(0, 4096).trimStart();
  if (!head && !text.trim()) throw new BackendError('invalid', 'An empty answer', { reason: 'empty' });
  const [root] = nodesIn(readXml(text), /^(?:rss|feed|rdf:rdf|rdf|channel|entry)$/);
  if (root) return feedOf(root, options);
  const isPage = /<(?:!doctype\s+html|html|head|body)\b/i.test(head);
  throw new BackendError('invalid', isPage ? 'A page, no feed' : 'No feed', { reason: isPage ? 'html' : 'not-a-feed' });
}

/** The elements of these names nearest to the top: below channels, beside them, in channels of channels. */
const nodesIn = (node: XmlNode, names: RegExp, depth = 5): readonly XmlNode[] =>
  node.nodes.flatMap((each) =>
    typeof each === 'string' ? [] : names.test(each.name) ? each : depth ? nodesIn(each, names, depth - 1) : [],
  );

function formatOf(root: XmlNode): FeedFormat {
  if (kidsOf(root, 'version')[0]) return 'json';
  if (/feed|entry/.test(root.name)) return 'atom';
  return root.name.startsWith('rdf') ? 'rdf' : attr(root, 'href') ? 'cdf' : 'rss';
}

/** A feed of the element at its root. */
export function feedOf(root: XmlNode, options: ReadFeedOptions): Feed {
  const format = formatOf(root);
  const isAtom = format === 'atom' || format === 'json';
  const [channel = root] = kidsOf(root, 'channel');
  const all = root.name === 'entry' ? [root] : nodesIn(root, /^(?:item|entry)$/);
  return {
    ...itemOf(channel, isAtom, options),
    format,
    items: all.slice(0, MOST_ITEMS).map((item) => itemOf(item, isAtom, options)),
    left: Math.max(0, all.length - MOST_ITEMS),
  };
}

/** An item, or what a channel says of itself: both have the same elements. */
function itemOf(item: XmlNode, isAtom: boolean, { url, toInstant }: ReadFeedOptions): FeedItem {
  const base = item.scope.base ?? url;
  const text = firstOf(item, 'content:encoded content body fullitem');
  const brief = firstOf(
    item,
    'description summary subtitle tagline dc:description abstract itunes:summary info media:description media:group/media:description',
  );
  const summary = htmlOf(brief, isAtom);
  const content = htmlOf(text, isAtom);
  const links = kidsOf(item, 'link');
  const [source = item] = kidsOf(item, 'source');
  const authors = authorsOf(item);
  const licences = [...links.filter((link) => attr(link, 'rel') === 'license'), ...kidsOf(item, 'cc:license')];
  const dateOf = (names: string): number | undefined =>
    names
      .split(' ')
      .flatMap((name) => kidsOf(item, name).map((node) => readFeedDate(textOf(node), toInstant)))
      .find((date) => date !== undefined);
  return {
    title: titleOf(firstOf(item, 'title dc:title media:title itunes:title'), isAtom),
    id: valueOf(item, 'id guid dc:identifier') ?? attr(item, 'rdf:about'),
    url: linkOf(item, links, base),
    summary,
    content,
    published: dateOf('published issued pubdate dcterms:issued dc:date dcterms:created created'),
    updated:
      dateOf('updated modified dcterms:modified lastmod lastbuilddate') ??
      readFeedDate(attr(item, 'lastmod'), toInstant),
    image: imageOf(item, base),
    language: valueOf(item, 'language dc:language') ?? item.scope.lang,
    licence: licences
      .map((node) => addressOf(attr(node, 'href') ?? attr(node, 'rdf:resource') ?? textOf(node), base))
      .find(Boolean),
    base: (text ?? brief ?? item).scope.base,
    authors: authors.length > 0 ? authors : authorsOf(source),
    tags: unique(
      wordsIn(item)
        .slice(0, 4 * MOST_WORDS)
        .map(lineOf),
      MOST_WORDS,
    ),
  };
}

/** The page of a feed or of an item: what it is linked to, else what it is. */
function linkOf(node: XmlNode, links: readonly XmlNode[], base: string | undefined): string | undefined {
  const pages = links.filter(
    (link) => attr(link, 'href') && /(?:^|\/)alternate$/.test(attr(link, 'rel') ?? 'alternate'),
  );
  const page = pages.find((link) => /html/i.test(attr(link, 'type') ?? 'html')) ?? pages[0];
  const [guid] = kidsOf(node, 'guid');
  return (
    [
      valueOf(node, 'feedburner:origlink'),
      page && attr(page, 'href'),
      ...links.filter((link) => !attr(link, 'href')).map(textOf),
      ...kidsOf(node, 'a').map((link) => attr(link, 'href')),
      attr(node, 'href'),
      attr(node, 'rdf:about'),
    ]
      .map((text) => addressOf(text, base))
      .find(Boolean) ??
    // A guid is an address only when it is a whole one.
    (guid && !/false/i.test(attr(guid, 'ispermalink') ?? '') ? addressOf(textOf(guid), undefined) : undefined)
  );
}

/** Names of the first kind of authors that has any. Of a structure only the name counts. */
const authorsOf = (node: XmlNode): readonly string[] =>
  'author dc:creator dc:author itunes:author managingeditor webmaster contributor dc:contributor'
    .split(' ')
    .map((name) =>
      unique(
        kidsOf(node, name).map((each) => nameOfPerson(valueOf(each, 'name') ?? (hasKids(each) ? '' : textOf(each)))),
        MOST_WORDS,
      ),
    )
    .find((names) => names.length > 0) ?? [];

const wordsIn = (node: XmlNode): readonly string[] =>
  node.nodes.flatMap((each) => {
    if (typeof each === 'string') return [];
    if (/keywords$/.test(each.name)) return textOf(each).split(',', MOST_WORDS);
    if (!/^(?:\w+:)?category$|^dc:subject$/.test(each.name)) return [];
    return [attr(each, 'label') ?? attr(each, 'term') ?? attr(each, 'text') ?? textOf(each), ...wordsIn(each)];
  });
