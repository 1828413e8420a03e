import type { SourceConfig } from '../config/config.ts';
import type { OpmlFeed } from './opml.ts';

/** Names of query parameters that let somebody in. */
const SECRETS = /(?:key|token|secret|auth|pass|sig|hash|code)/i;

/** The address of a feed as its system gives it to everybody; undefined where it has none, or none that is known. */
function feedOf({ kind, url }: SourceConfig): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  if (!/^https?:$/.test(address.protocol) || address.username || address.password) return undefined;
  if ([...address.searchParams.keys()].some((name) => SECRETS.test(name))) return undefined;
  const below = (path: string): string =>
    new URL(path, `${address.origin}${address.pathname.replace(/\/*$/, '/')}`).href;
  switch (kind as string) {
    case 'feed':
      return address.href;
    case 'wordpress':
      return below('feed/');
    case 'ghost':
      return below('rss/');
    case 'mastodon':
      return /\/@[^/]+\/?$/.test(address.pathname)
        ? `${address.origin}${address.pathname.replace(/\/$/, '')}.rss`
        : undefined;
    default:
      return undefined;
  }
}

/**
 * The sources that everybody may follow, too. What lies within a network of its own, or has a key in its address, stays
 * with the operator, as do calendars, which are often shared by a secret address.
 */
export const publicSourceFeeds = (sources: readonly SourceConfig[]): OpmlFeed[] =>
  sources.flatMap((source) => {
    const feed = source.allowPrivate?.length ? undefined : feedOf(source);
    return feed ? [{ title: source.label, feed, ...(source.link && { page: source.link }) }] : [];
  });
