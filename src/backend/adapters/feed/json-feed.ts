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
/** Of the addresses of an item and of a feed only the page is a link; that of a picture or a person is a value. */
const isPage = (key: string, parent: string): boolean => key === 'url' && parent === 'entry';

/** The value of a JSON document as an element. */
export function nodeOfJson(value: unknown, name: string, depth = 0): XmlNode {
  const attrs = new Map<string, string>();
  const nodes: (XmlNode | string)[] = [];
  const node = { name, attrs, nodes, scope: { prefixes: {} } };
  if (typeof value !== 'object' || value === null || depth > 4) {
    if (typeof value === 'string' || typeof value === 'number') nodes.push(String(value));
    // Texts of JSON Feed are plain, but for the one that says otherwise.
    if (name !== 'content:encoded') attrs.set('type', 'text');
    return node;
  }
  if (name === 'enclosure') {
    for (const [key, each] of Object.entries(value)) attrs.set(key === 'mime_type' ? 'type' : key, String(each));
    return node;
  }
  for (const [key, each] of Object.entries(value)) {
    const named = isPage(key, name) ? 'link' : Object.hasOwn(NAMES, key) ? NAMES[key]! : key;
    for (const one of each instanceof Array ? (each as readonly unknown[]) : [each])
      nodes.push(nodeOfJson(one, named, depth + 1));
  }
  return node;
}
