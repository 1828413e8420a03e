import { lazyPort } from '../../lazy-port.ts';
import type { AdapterOptions, Backend, EventsPort, PostsPort } from '../../ports.ts';
import type { DrupalFields } from './drupal-schema.ts';

/** Where a Drupal has its events or posts. */
export interface DrupalPlace {
  /** Address of the site, with a slash at the end. */
  readonly site: string;
  /** Address of its JSON:API, without a slash at the end. */
  readonly api: string;
  /** `node/event`, where the address names it. */
  readonly type?: string;
  readonly fields: DrupalFields;
}

/** Names of fields in the query of an address: `vr-start=field_when`. */
const FIELDS: readonly (readonly [keyof DrupalFields, string])[] = [
  ['start', 'vr-start'],
  ['end', 'vr-end'],
  ['place', 'vr-place'],
  ['organiser', 'vr-org'],
  ['registration', 'vr-registration'],
  ['online', 'vr-online'],
];

/**
 * The address of a site (`https://x/`), of its JSON:API (`…/jsonapi`) or of a list in it (`…/jsonapi/node/event`). The
 * query `vr-type` names the content type, where the path does not.
 */
export function placeOf(src: string): DrupalPlace {
  const url = new URL(src);
  const [, before, inPath] = /^(.*?)\/jsonapi(?:\/([\w-]+\/[\w-]+))?(?:\/|$)/.exec(url.pathname) ?? [];
  const path = before ?? url.pathname.replace(/\/[^/]*\.[^/]*$|\/$/, '');
  const named = /^(?:[\w-]+\/)?[\w-]+$/.exec(url.searchParams.get('vr-type') ?? '')?.[0];
  const type = inPath ?? (named && (named.includes('/') ? named : `node/${named}`));
  const fields: Partial<Record<keyof DrupalFields, string>> = {};
  for (const [name, parameter] of FIELDS) {
    const given = /^[\w-]{1,100}$/.exec(url.searchParams.get(parameter) ?? '')?.[0];
    if (given) fields[name] = given;
  }
  const site = `${url.origin}${path}/`;
  return { site, api: `${site}jsonapi`, ...(type && { type }), fields };
}

/**
 * Events of a Drupal: content of a type with a field of dates (datetime, daterange, smart_date), over its JSON:API. They
 * are read; nothing is ever written. Its posts: content of a type for articles.
 */
export function createDrupalBackend({ src, label, timeZone = 'Europe/Berlin', ...options }: AdapterOptions): Backend {
  const load = async (): Promise<Required<Pick<EventsPort, 'list' | 'get'>>> =>
    (await import('./drupal-events.ts')).createDrupalEvents({ ...options, ...placeOf(src), timeZone });
  const loadPosts = async (): Promise<Required<Pick<PostsPort, 'list' | 'get'>>> =>
    (await import('./drupal-posts.ts')).createDrupalPosts({ ...options, ...placeOf(src), src, label });
  return {
    events: lazyPort<Required<Pick<EventsPort, 'list' | 'get'>>>(['list', 'get'], load),
    posts: lazyPort<Required<Pick<PostsPort, 'list' | 'get'>>>(['list', 'get'], loadPosts),
  };
}
