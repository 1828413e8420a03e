import { BackendError } from '../../backend-error.ts';
import { feedOf, type ReadFeedOptions } from './feed-reader.ts';
import type { Feed } from './feed-schema.ts';
import type { XmlNode } from './xml-reader.ts';

/** JSON Feed 1 and 1.1 as the elements that mean the same, so that all feeds are read by one set of rules. */

const NAMES: Readonly<Record<string, string>> = {
  items: 'entry',
  authors: 'author',
  tags: 'category',
  content_html: 'content:encoded',
  content_text: 'content',
  date_published: 'published',
  date_modified: 'updated',
  banner_image: 'image',
  attachments: 'enclosure',
  home_page_url: 'link',
  // Only where there is no page of its own.
  external_url: 'guid',
  favicon: 'icon',
};
/**
 * Reads JSON Feed 1 and 1.1.
 * @throws {BackendError} `invalid` with reason `not-a-feed`
 */
export function readJsonFeed(text: string, options: ReadFeedOptions = {}): Feed {
  let cause: unknown;
  try {
    const raw = JSON.parse(text.trim()) as Readonly<Record<string, unknown>>;
    if (raw['items'] instanceof Array && String(raw['version']).includes('jsonfeed')) {
      return feedOf(nodeOfJson(raw, 'feed'), options);
    }
  } catch (error) {
    cause = error;
  }
  throw new BackendError('invalid', 'JSON, but no feed', { reason: 'not-a-feed', cause });
}

/** The value of a JSON document as an element. Plain values of an object are its attributes, too. */
function nodeOfJson(value: unknown, name: string, depth = 0): XmlNode {
  const attrs = new Map<string, string>();
  const nodes: (XmlNode | string)[] = [];
  // Texts of JSON Feed are plain, but for the one that says otherwise.
  if (!/content:encoded|enclosure/.test(name)) attrs.set('type', 'text');
  if (typeof value === 'string' || typeof value === 'number') nodes.push(String(value));
  if (typeof value === 'object' && value !== null && depth < 5) {
    for (const [key, each] of Object.entries(value)) {
      // Of the addresses only that of an item is a page; that of a picture or a person is a value.
      const named = key === 'url' && name === 'entry' ? 'link' : Object.hasOwn(NAMES, key) ? NAMES[key]! : key;
      if (typeof each === 'string') attrs.set(key === 'mime_type' ? 'type' : key, each);
      for (const one of each instanceof Array ? (each as readonly unknown[]) : [each])
        nodes.push(nodeOfJson(one, named, depth + 1));
    }
  }
  return { name, attrs, nodes, scope: { prefixes: {} } };
}
