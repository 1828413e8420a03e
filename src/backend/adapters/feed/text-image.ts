import type { PostImage } from '../../../model/post.ts';
import { BESIDE, pictureOf } from './feed-image.ts';
import type { FeedItem } from './feed-schema.ts';
import { attr, kidsOf, readXml } from './xml-reader.ts';

/** Of a long text, the part that the picture is looked for in. */
const HEAD = 20_000;

/** The picture of an item: what it names, with the description that the text has for it, else the first of its text. */
export function pictureOfItem({ image, content, summary, base, url }: FeedItem, page?: string): PostImage | undefined {
  const inText = imagesIn(content ?? summary, base ?? url ?? page);
  const alt = image?.alt ?? inText.find((each) => each.url === image?.url)?.alt;
  return image && alt !== undefined ? { ...image, alt } : (image ?? inText[0]);
}

/** Pictures in the beginning of an HTML text, without those that only count readers. */
function imagesIn(html: string | undefined, base: string | undefined): readonly PostImage[] {
  const tags = html?.includes('<img') ? (html.slice(0, HEAD).match(/<img\b(?:"[^"]*"|'[^']*'|[^<>"'])*>/gi) ?? []) : [];
  return tags.flatMap((tag) => {
    const [node] = BESIDE.test(tag) ? [] : kidsOf(readXml(tag), 'img');
    const found = node && pictureOf(node, base);
    const isCounter = [node && attr(node, 'width'), node && attr(node, 'height')].some((size) =>
      /^[012](?:px)?$/.test(size ?? ''),
    );
    return found && !isCounter ? [found] : [];
  });
}
