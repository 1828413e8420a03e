import { lazyPort } from '../../lazy-port.ts';
import type { ReadPeersPort } from '../../open-peers.ts';
import type { AdapterOptions, Backend, EventsPort, IdeasPort, PostsPort } from '../../ports.ts';
import type { FieldNames } from './wordpress-event-mapping.ts';
import { wordpressPage, type WordpressPage } from './wordpress-page.ts';

export interface WordpressOptions extends AdapterOptions {
  /** The page around; default the one of the browser. */
  readonly page?: WordpressPage;
}

/** Where a WordPress has its ideas. */
export interface WordpressPlace {
  /** Address of the site, with a slash at the end. */
  readonly site: string;
  /** Name of the post type in the REST API (`rest_base`). */
  readonly type: string;
}

const TYPE = 'idee';

/**
 * The address of a site (`https://x/blog/`), of its REST API (`…/wp-json`) or of a list in it (`…/wp-json/wp/v2/idee`).
 * The query `vr-type` names the post type, where the path does not; default `idee`.
 */
export function placeOf(src: string): WordpressPlace {
  const url = new URL(src);
  const named = /^[\w-]+$/.exec(url.searchParams.get('vr-type') ?? '')?.[0];
  const [, site, type] = /^(.*?\/)wp-json(?:\/wp\/v2\/(?!users(?:\/|$))([\w-]+))?(?:\/|$)/.exec(url.pathname) ?? [];
  const path = site ?? url.pathname.replace(/[^/]*$/, (last) => (last && !last.includes('.') ? `${last}/` : ''));
  return { site: url.origin + path, type: type ?? named ?? TYPE };
}

/** Names of fields in the query of an address: `vr-start=beginn`; `vr-start=tag,uhrzeit` are two that belong together. */
const FIELDS: readonly (readonly [keyof FieldNames, string])[] = [
  ['start', 'vr-start'],
  ['end', 'vr-end'],
  ['allDay', 'vr-all-day'],
  ['zone', 'vr-zone'],
  ['rule', 'vr-rrule'],
  ['place', 'vr-place'],
  ['address', 'vr-address'],
  ['online', 'vr-online'],
  ['organiser', 'vr-org'],
  ['registration', 'vr-registration'],
  ['status', 'vr-status'],
  ['kind', 'vr-kind'],
];

/** Where its events are: a type and fields, as far as the address names them. */
export function eventPlaceOf(src: string): { readonly type?: string; readonly fields: FieldNames } {
  const { pathname, searchParams } = new URL(src);
  const inPath = /\/wp-json\/wp\/v2\/([\w-]+)/.exec(pathname)?.[1];
  const inQuery = /^[\w-]+$/.exec(searchParams.get('vr-type') ?? '')?.[0];
  const fields: Partial<Record<keyof FieldNames, string>> = {};
  for (const [name, parameter] of FIELDS) {
    const given = searchParams.get(parameter);
    if (given && /^[\w.,\s-]{1,200}$/.test(given)) fields[name] = given;
  }
  const type = inPath ?? inQuery;
  return { ...(type && { type }), fields };
}

/** Conditions of a list of posts that an address may name, as the API does. */
const CONDITIONS: readonly (readonly [name: string, value: RegExp])[] = [
  ...['categories', 'categories_exclude', 'tags', 'tags_exclude', 'author', 'author_exclude'].map(
    (name) => [name, /^\d+(?:,\d+)*$/] as const,
  ),
  ['lang', /^[\w-]{2,12}$/],
];

/** Where its posts are: the type for posts, unless the address names another one, and what narrows them. */
export function postPlaceOf(src: string): {
  readonly type: string;
  readonly conditions: Readonly<Record<string, string>>;
} {
  const { searchParams } = new URL(src);
  const { type = 'posts' } = eventPlaceOf(src);
  const conditions: Record<string, string> = {};
  for (const [name, form] of CONDITIONS) {
    const given = searchParams.get(name);
    if (given && form.test(given)) conditions[name] = given;
  }
  return { type, conditions };
}

/**
 * Ideas of a WordPress: its published posts of a type. They are read from everywhere; new ones are taken on a page of the
 * same origin only, from people who are signed in to it, and wait there for an editor. The page's nonce goes nowhere else.
 * Its events: those of The Events Calendar, or posts of a type whose fields say when they are. Its people: the users it tells
 * strangers of, or, by the address of their list (`…/wp-json/buddypress/v2/members`), the members of BuddyPress. Its posts:
 * what it has published, or the part of it that the address names (`…/wp-json/wp/v2/posts?categories=4`).
 */
export function createWordpressBackend({ src, label, page = wordpressPage(), ...options }: WordpressOptions): Backend {
  const place = placeOf(src);
  const own = page && new URL(place.site).origin === page.origin ? page : undefined;
  const load = async (): Promise<Required<Pick<IdeasPort, 'list' | 'get' | 'similar' | 'create' | 'vocabulary'>>> =>
    (await import('./wordpress-ideas.ts')).createWordpressIdeas({ ...options, ...place, page: own });
  const reading = ['list', 'get', 'similar'] as const;
  const loadEvents = async (): Promise<Required<Pick<EventsPort, 'list' | 'get'>>> => {
    const { timeZone = 'Europe/Berlin' } = options;
    const { createWordpressEvents } = await import('./wordpress-events.ts');
    return createWordpressEvents({ ...options, site: place.site, ...eventPlaceOf(src), timeZone });
  };
  const members = /\/wp-json\/buddypress\/(v\d)\/members/.exec(new URL(src).pathname)?.[1];
  const loadPeers = async (): Promise<Pick<ReadPeersPort, 'list' | 'get'>> => {
    const { timeZone = 'Europe/Berlin' } = options;
    const { createWordpressPeers } = await import('./wordpress-peers.ts');
    return createWordpressPeers({ ...options, site: place.site, timeZone, ...(members && { members }) });
  };
  const loadPosts = async (): Promise<Required<Pick<PostsPort, 'list' | 'get'>>> => {
    const { createWordpressPosts } = await import('./wordpress-posts.ts');
    return createWordpressPosts({ ...options, src, label, site: place.site, ...postPlaceOf(src) });
  };
  return {
    events: lazyPort<Required<Pick<EventsPort, 'list' | 'get'>>>(['list', 'get'], loadEvents),
    ideas: lazyPort(own ? [...reading, 'create', 'vocabulary'] : [...reading], load),
    peers: lazyPort<Pick<ReadPeersPort, 'list' | 'get'>>(['list', 'get'], loadPeers),
    posts: lazyPort<Required<Pick<PostsPort, 'list' | 'get'>>>(['list', 'get'], loadPosts),
  };
}
