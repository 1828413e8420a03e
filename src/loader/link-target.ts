import { guessKind } from '../backend/source-grammar.ts';

/** The widget that an address stands for. */
export interface LinkTarget {
  /** Name of the tag without `vr-`. */
  readonly widget: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const WIDGET_OF_KIND: Readonly<Record<string, string>> = {
  icalendar: 'event-calendar',
  static: 'event-calendar',
  feed: 'blog-feed',
  wordpress: 'blog-feed',
  ghost: 'blog-feed',
  mastodon: 'blog-feed',
};

/**
 * What a link without any attributes of ours leads to: a hub's `/embed/<widget>?view=…`, whose query are the attributes,
 * or data whose kind the address tells. Undefined for any other address.
 */
export function linkTarget(href: string): LinkTarget | undefined {
  const url = new URL(href);
  const [, base, widget] = /^(.*)\/embed\/([a-z-]+)\/?$/.exec(url.pathname) ?? [];
  if (widget) {
    const attributes = Object.fromEntries(url.searchParams);
    return { widget, attributes: { src: `hub+${url.origin}${base}/`, ...attributes } };
  }
  const kind = guessKind(href);
  const known = kind && WIDGET_OF_KIND[kind];
  return known ? { widget: known, attributes: { src: href } } : undefined;
}

const BLOCKS = /^(P|DIV|FIGURE|SECTION|ARTICLE|MAIN|BODY|BLOCKQUOTE|TD|DD|CENTER)$/;
const INLINE = /^(SPAN|STRONG|EM|B|I|U|SMALL|FONT)$/;

/** Whether a link is all that its block has to say: only then may something larger take its place. */
export function isAloneInBlock(link: HTMLAnchorElement): boolean {
  if (link.closest('nav,[role=navigation]')) return false;
  let block = link.parentElement;
  while (block && INLINE.test(block.tagName)) block = block.parentElement;
  if (!block || !BLOCKS.test(block.tagName)) return false;
  const others = block.querySelectorAll(
    'a,img,picture,video,audio,iframe,object,input,button,select,textarea,table,hr',
  );
  for (const other of others) if (other !== link && !link.contains(other)) return false;
  return block.textContent.trim() === link.textContent.trim();
}
