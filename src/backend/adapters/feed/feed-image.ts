import type { PostImage } from '../../../model/post.ts';
import { addressOf, lineOf } from './feed-values.ts';
import { attr, kidsOf, textOf, type XmlNode } from './xml-reader.ts';

const PICTURE = /\.(?:avif|webp|jpe?g|png|gif)(?:[?#]|$)/i;
/** Faces of authors, smileys and counters of readers: pictures, but none of the post. */
export const BESIDE = /gravatar\.com|emoji|smil(?:ey|ies)|feedburner|\/\/stats\./i;

/** The picture that an item names, or its cover. */
export function imageOf(item: XmlNode, base: string | undefined): PostImage | undefined {
  const groups = [item, ...kidsOf(item, 'media:group')];
  const contents = groups.flatMap((group) => kidsOf(group, 'media:content'));
  const links = kidsOf(item, 'link').filter((link) => attr(link, 'rel') === 'enclosure');
  const previews = [...groups, ...contents].flatMap((place) => kidsOf(place, 'media:thumbnail'));
  const named = [...contents, ...kidsOf(item, 'enclosure'), ...links, ...previews];
  return named.flatMap((node) => pictureOf(node, base) ?? [])[0] ?? coverOf(item, base);
}

/** The picture that an element points to; its own description describes the picture, that of the item is a summary. */
export function pictureOf(node: XmlNode, base: string | undefined): PostImage | undefined {
  const url = addressOf(attr(node, 'url') ?? attr(node, 'href') ?? attr(node, 'src'), base);
  const kind = attr(node, 'medium') ?? attr(node, 'type') ?? (/thumbnail|img/.test(node.name) ? 'image' : undefined);
  if (!url || !(kind ? /^image/i.test(kind) : PICTURE.test(url)) || BESIDE.test(url)) return undefined;
  const [width = 0, height = 0] = ['width', 'height'].map((name) => parseInt(attr(node, name) ?? '', 10));
  const [told] = kidsOf(node, 'media:description');
  const alt = attr(node, 'alt')?.trim() ?? (told && lineOf(textOf(told)).slice(0, 1500));
  return {
    url,
    ...(alt === undefined ? {} : { alt }),
    ...(width > 0 && height > 0 ? { width, height } : {}),
  };
}

/** `itunes:image` and `image`, of an item or of a whole feed. */
const coverOf = (node: XmlNode, base: string | undefined): PostImage | undefined =>
  ['itunes:image', 'itunes:link', 'image', 'logo', 'icon']
    .flatMap((name) => kidsOf(node, name))
    .flatMap((found) => {
      const text = attr(found, 'href') ?? attr(found, 'url') ?? textOf(kidsOf(found, 'url')[0] ?? found);
      const url = addressOf(text, base);
      return url === undefined ? [] : { url };
    })[0];
