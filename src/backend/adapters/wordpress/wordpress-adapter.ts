import { lazyPort } from '../../lazy-port.ts';
import type { AdapterOptions, Backend, IdeasPort } from '../../ports.ts';
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
  const [, site, type] = /^(.*?\/)wp-json(?:\/wp\/v2\/([\w-]+))?(?:\/|$)/.exec(url.pathname) ?? [];
  const path = site ?? url.pathname.replace(/[^/]*$/, (last) => (last && !last.includes('.') ? `${last}/` : ''));
  return { site: url.origin + path, type: type ?? named ?? TYPE };
}

/**
 * Ideas of a WordPress: its published posts of a type. They are read from everywhere; new ones are taken on a page of the
 * same origin only, from people who are signed in to it, and wait there for an editor. The page's nonce goes nowhere else.
 */
export function createWordpressBackend({ src, page = wordpressPage(), ...options }: WordpressOptions): Backend {
  const place = placeOf(src);
  const own = page && new URL(place.site).origin === page.origin ? page : undefined;
  const load = async (): Promise<Required<Pick<IdeasPort, 'list' | 'get' | 'similar' | 'create' | 'vocabulary'>>> =>
    (await import('./wordpress-ideas.ts')).createWordpressIdeas({ ...options, ...place, page: own });
  const reading = ['list', 'get', 'similar'] as const;
  return { ideas: lazyPort(own ? [...reading, 'create', 'vocabulary'] : [...reading], load) };
}
