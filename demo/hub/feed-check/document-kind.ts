import type { CheckAnswer } from './check-answer.ts';

type Format = NonNullable<CheckAnswer['feed']>['format'];

export interface FeedForm {
  readonly format: Format;
  readonly version?: string;
}

/** As much of a file as says what it is. */
const HEAD = 20_000;

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'<>]+))`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);

/** The form of a feed by its root; undefined for what is none. */
export function feedForm(text: string): FeedForm | undefined {
  if (/^[\ufeff\s]*\{/.test(text)) {
    const version = /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\/([\d.]{1,5})/.exec(text)?.[1];
    return version === undefined ? undefined : { format: 'json-feed', version };
  }
  const head = text.slice(0, HEAD).replace(/<!--[^]*?-->/g, '');
  const [root = '', name = ''] = /<(?:[\w-]+:)?(rss|rdf|feed|channel|html|svg|body)\b[^<>]*>/i.exec(head) ?? [];
  switch (name.toLowerCase()) {
    case 'rss': {
      const version = attribute(root, 'version');
      return { format: 'rss', ...(version && /^[\d.]{1,6}$/.test(version) && { version }) };
    }
    case 'rdf':
      return { format: 'rdf', version: /my\.netscape\.com/.test(head) ? '0.9' : '1.0' };
    case 'feed':
      return { format: 'atom', version: attribute(root, 'version') === '0.3' ? '0.3' : '1.0' };
    case 'channel':
      return { format: 'cdf' };
    default:
      return undefined;
  }
}

export const isCalendar = (text: string): boolean => /^[\ufeff\s]*BEGIN:VCALENDAR/i.test(text);
export const isPage = (text: string): boolean => /<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, HEAD));

const FEED_TYPES = /^\s*application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)\b/i;
const MOST = 10;

const unescape = (text: string): string =>
  text.replace(/&(amp|quot|lt|gt|#0?39);/gi, (_, name: string) =>
    name.startsWith('#') ? "'" : ({ amp: '&', quot: '"', lt: '<', gt: '>' }[name.toLowerCase()] ?? ''),
  );

function* linksOf(html: string): Generator<string> {
  for (const [tag] of html.matchAll(/<link\b[^<>]*>/gi)) yield tag;
}

const resolved = (href: string | undefined, base: string): string | undefined => {
  const text = unescape(href ?? '').trim();
  if (text === '' || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
};

/** The feeds that a page names (`<link rel="alternate" type="application/rss+xml">`). */
export function feedsOfPage(html: string, base: string): NonNullable<CheckAnswer['feeds']> {
  const feeds = new Map<string, string | undefined>();
  for (const tag of linksOf(html)) {
    const rel = attribute(tag, 'rel')?.toLowerCase().split(/\s+/) ?? [];
    if (!rel.includes('alternate') || !FEED_TYPES.test(attribute(tag, 'type') ?? '')) continue;
    const url = resolved(attribute(tag, 'href'), base);
    if (url && !feeds.has(url)) feeds.set(url, unescape(attribute(tag, 'title') ?? '').slice(0, 200) || undefined);
    if (feeds.size === MOST) break;
  }
  return [...feeds].map(([url, title]) => ({ url, ...(title && { title }) }));
}

/** The address of a WordPress site, which tells more by its interface than by its feed. */
export function wordpressOfPage(html: string, base: string): string | undefined {
  for (const tag of linksOf(html)) {
    if (attribute(tag, 'rel') !== 'https://api.w.org/') continue;
    const api = resolved(attribute(tag, 'href'), base);
    return api?.replace(/(?:wp-json\/?|\?rest_route=.*)$/, '');
  }
  return undefined;
}
