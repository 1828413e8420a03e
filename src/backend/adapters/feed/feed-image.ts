import type { PostImage } from '../../../model/post.ts';
import { addressOf, lineOf } from './feed-values.ts';
import { decodeEntities } from './xml-text.ts';
import { kidsOf, textOf, type XmlNode } from './xml-reader.ts';

const PICTURE = /\.(?:avif|webp|jpe?g|png|gif)(?:[?#]|$)/i;
/** Faces of authors, smileys and counters of readers: pictures, but none of the post. */
const BESIDE =
  /gravatar\.com\/|\/s\.w\.org\/images\/core\/emoji|\/smil(?:ey|ies)|feedburner\.com\/~|stats\.wordpress\.com|\/b\.gif\?|pixel/i;
const IMG = /<img\b((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
/** Of a long text, the part that the picture is looked for in. */
const HEAD = 20_000;

/** The picture of an item: what it names itself, else the first in its text. */
export function imageOf(item: XmlNode, html: string | undefined, base: string | undefined): PostImage | undefined {
  const inText = html?.includes('<img') ? imagesIn(html, base) : [];
  const named = mediaOf(item, base) ?? enclosureOf(item, base) ?? inText[0] ?? coverOf(item, base);
  if (!named || named.alt !== undefined) return named;
  const alt = inText.find(({ url }) => url === named.url)?.alt;
  return alt === undefined ? named : { ...named, alt };
}

/** Media RSS: pictures before previews, those of a group among them. */
function mediaOf(item: XmlNode, base: string | undefined): PostImage | undefined {
  const groups = [item, ...kidsOf(item, 'media:group')];
  const contents = groups.flatMap((group) => kidsOf(group, 'media:content'));
  for (const content of contents) {
    const { attrs } = content;
    const url = pictureOf(attrs.get('url'), base);
    const kind = attrs.get('medium') ?? attrs.get('type') ?? '';
    if (!url || !(kind ? /^image/i.test(kind) : PICTURE.test(url))) continue;
    // Below the picture it describes the picture; below the item it is its summary.
    const [told] = kidsOf(content, 'media:description');
    const alt = told && lineOf(textOf(told)).slice(0, 1500);
    return { url, ...(alt ? { alt } : {}), ...sizeOf(attrs) };
  }
  for (const place of [...groups, ...contents]) {
    for (const { attrs } of kidsOf(place, 'media:thumbnail')) {
      const url = pictureOf(attrs.get('url'), base);
      if (url) return { url, ...sizeOf(attrs) };
    }
  }
  return undefined;
}

function enclosureOf(item: XmlNode, base: string | undefined): PostImage | undefined {
  const links = kidsOf(item, 'link').filter(({ attrs }) => attrs.get('rel') === 'enclosure');
  for (const { attrs } of [...kidsOf(item, 'enclosure'), ...links]) {
    const url = pictureOf(attrs.get('url') ?? attrs.get('href'), base);
    const type = attrs.get('type');
    if (url && (type ? /^image\//i.test(type) : PICTURE.test(url))) return { url };
  }
  return undefined;
}

/** `itunes:image` and `image`, of an item or of a whole feed. */
export function coverOf(node: XmlNode, base: string | undefined): PostImage | undefined {
  for (const name of ['itunes:image', 'image', 'logo', 'icon']) {
    for (const found of kidsOf(node, name)) {
      const [inner] = kidsOf(found, 'url');
      const url = pictureOf(found.attrs.get('href') ?? found.attrs.get('url') ?? textOf(inner ?? found), base);
      if (url) return { url };
    }
  }
  return undefined;
}

/** Pictures in the beginning of an HTML text, without those of one or two pixels. */
export function imagesIn(html: string, base: string | undefined): readonly PostImage[] {
  const found: PostImage[] = [];
  for (const [, inside = ''] of html.slice(0, HEAD).matchAll(IMG)) {
    const attrs = new Map<string, string>();
    for (const [, key = '', one, two, three] of inside.matchAll(ATTRIBUTE)) {
      attrs.set(key.toLowerCase(), decodeEntities(one ?? two ?? three ?? ''));
    }
    const url = pictureOf(attrs.get('src'), base);
    const { width, height } = sizeOf(attrs);
    if (!url || (width ?? 9) < 3 || (height ?? 9) < 3 || /smiley|emoji/.test(attrs.get('class') ?? '')) continue;
    const alt = attrs.get('alt');
    found.push({ url, ...(alt === undefined ? {} : { alt: alt.trim() }), ...sizeOf(attrs) });
  }
  return found;
}

const pictureOf = (text: string | undefined, base: string | undefined): string | undefined => {
  const url = addressOf(text, base);
  return url && !BESIDE.test(url) ? url : undefined;
};

function sizeOf(attrs: ReadonlyMap<string, string>): { readonly width?: number; readonly height?: number } {
  const [width = 0, height = 0] = ['width', 'height'].map((name) => parseInt(attrs.get(name) ?? '', 10));
  return width > 0 && height > 0 ? { width, height } : {};
}
