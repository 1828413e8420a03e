import { untrustedHtml } from '../../../model/common.ts';
import type { Page, Problem } from '../../../model/page.ts';
import type { Post, PostSource } from '../../../model/post.ts';
import { withReport } from '../../../model/report-lens.ts';
import { toInstantString } from '../../../model/time-zone.ts';
import { teaserOf } from '../../post-text.ts';
import { shortHash } from '../../short-hash.ts';
import type { Feed, FeedItem } from './feed-schema.ts';
import { pictureOfItem } from './text-image.ts';
import { escapeHtml, wordsOfHtml } from './xml-text.ts';

/** HTML that a teaser is made of. */
const HEAD = 4000;
/** A summary that is longer than a teaser is the text itself. */
const WHOLE = 600;
/** What a content system writes below each item for those who copy it. */
const SIGNED =
  /\s*(?:The post|Der Beitrag|Der Artikel)\s.{1,300}?\s(?:appeared first on|erschien zuerst auf|ist erschienen auf)\s.{1,200}$/i;
/** How Mastodon writes a content warning into a feed. */
const WARNING =
  /^\s*<p><strong>(?:content warning|inhaltswarnung|cw):<\/strong>\s*([^<]{1,300})<\/p>\s*(?:<hr\s*\/?>)?/i;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;

/** The source that a feed is, as readers are told. */
export const sourceOfFeed = (feed: Feed, src: string, label?: string): PostSource => ({
  id: src,
  kind: 'feed',
  ...(label ? { label } : {}),
  ...(feed.title ? { title: feed.title.slice(0, 200) } : {}),
  ...(feed.url ? { url: feed.url } : {}),
});

/** Posts of a feed. Items that say nothing become problems. */
export function postsOfFeed(feed: Feed, source: PostSource): Page<Post> {
  const items: Post[] = [];
  const problems: Problem[] = [];
  const urls = new Map<string, string | undefined>();
  for (const item of feed.items) {
    let id =
      item.id ?? item.url ?? shortHash(`${item.title} ${item.published ?? ''} ${item.summary ?? item.content ?? ''}`);
    // A guid that all items share is none.
    if (urls.has(id) && item.url && urls.get(id) !== item.url) id = item.url;
    urls.set(id, item.url);
    const post = postOf(item, id, feed, source);
    if (post.title || post.teaser || post.url) items.push(withReport(post));
    else if (problems.length < 20)
      problems.push({ code: 'invalid-item', detail: 'No title, text or link', item: id.slice(0, 300) });
  }
  if (feed.left)
    problems.push({ code: 'limit-reached', detail: `${feed.left} items beyond the first ${feed.items.length}` });
  return { items, problems };
}

function postOf(item: FeedItem, id: string, feed: Feed, source: PostSource): Post {
  const { url, title, published, updated, authors, tags } = item;
  const image = pictureOfItem(item, feed.url);
  const whole = item.content ?? (item.summary && item.summary.length > WHOLE ? item.summary : undefined);
  const warning = WARNING.exec(item.summary ?? item.content ?? '')?.[1];
  const brief = (item.summary ?? item.content ?? '').replace(warning ? WARNING : '', '');
  const base = item.base ?? (url ? undefined : feed.url);
  const content = whole && absolute(whole.replace(warning ? WARNING : '', ''), base);
  const lang = languageOf(item.language) ?? languageOf(feed.language);
  const licence = item.licence ?? feed.licence;
  const first = published ?? updated;
  const byFeed = authors.length === 0 && feed.authors.length === 1 ? feed.authors : authors;
  return {
    id,
    title: title.slice(0, 500),
    teaser: teaserOfItem(brief) || (brief === item.summary ? teaserOfItem(item.content ?? '') : ''),
    authors: byFeed.map((displayName) => ({ displayName })),
    tags: tags.map((tag) => tag.slice(0, 100)),
    source,
    ...(url ? { url } : {}),
    ...(content ? { content: untrustedHtml(content), words: countWords(content) } : {}),
    ...(warning ? { warning: wordsOfHtml(warning) } : {}),
    ...(image ? { image } : {}),
    ...(first === undefined ? {} : { publishedAt: toInstantString(first) }),
    ...(updated === undefined ? {} : { updatedAt: toInstantString(updated) }),
    ...(lang ? { lang } : {}),
    ...(licence ? { licence: licence.slice(0, 300) } : {}),
    ...(/action=postpass/.test(content ?? '') ? { isProtected: true } : {}),
  };
}

function teaserOfItem(html: string): string {
  const cut = html.length > HEAD ? html.slice(0, HEAD).replace(/<[^>]*$/, '') : html;
  return teaserOf(escapeHtml(wordsOfHtml(cut).replace(SIGNED, '')));
}

/** Addresses of a text whose start is another than its page. */
const absolute = (html: string, base: string | undefined): string =>
  base === undefined
    ? html
    : html.replace(
        /(\s(?:src|href|poster)\s*=\s*)(["'])(?![a-z][a-z\d+.-]*:|#)([^"']*)\2/gi,
        (whole, name: string, quote: string, path: string) =>
          URL.canParse(path, base) ? `${name}${quote}${escapeHtml(new URL(path, base).href)}${quote}` : whole,
      );

/** Words between tags, without the price of making text. */
export function countWords(html: string): number {
  let words = 0;
  let isTag = false;
  let isWord = false;
  for (let at = 0; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === 60) isTag = true;
    else if (code === 62 && isTag) isTag = false;
    else if (isTag) continue;
    else if (code <= 32 || code === 160) isWord = false;
    else if (!isWord) {
      isWord = true;
      words++;
    }
  }
  return words;
}

function languageOf(text: string | undefined): string | undefined {
  const tag = text?.trim().replace(/_/g, '-');
  return tag && LANGUAGE.test(tag) ? tag : undefined;
}
