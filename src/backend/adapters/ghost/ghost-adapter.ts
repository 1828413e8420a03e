import { lazyPort } from '../../lazy-port.ts';
import type { AdapterOptions, Backend, PostsPort } from '../../ports.ts';

/** Where a Ghost has its posts. */
export interface GhostPlace {
  /** Address of its Content API, with a slash at the end. */
  readonly api: string;
  /** Address of the site, with a slash at the end. */
  readonly site: string;
  /** Reads what is public anyway, and is made to stand in pages (docs.ghost.org/content-api). */
  readonly key: string;
  /** A condition in Ghost's own language, `tag:erfahrung`. */
  readonly filter?: string;
}

/** The address of a site, or of its Content API (`https://x/ghost/api/content/?key=…`); the query has the key, and a filter. */
export function placeOf(src: string): GhostPlace {
  const { origin, pathname, searchParams } = new URL(src);
  const [, before, api = '/ghost/api/content/'] =
    /^(.*?)(\/ghost\/api\/(?:(?:v\d|canary)\/)?content\/)/.exec(`${pathname}/`) ?? [];
  const site = `${origin}${before ?? pathname.replace(/\/+$/, '')}`;
  const filter = searchParams.get('filter');
  return { api: site + api, site: `${site}/`, key: searchParams.get('key') ?? '', ...(filter && { filter }) };
}

/** Public posts of a Ghost, over its Content API. They are read; nothing is ever written. */
export function createGhostBackend({ src, label, ...options }: AdapterOptions): Backend {
  return {
    posts: lazyPort<Required<Pick<PostsPort, 'list' | 'get'>>>(['list', 'get'], async () =>
      (await import('./ghost-posts.ts')).createGhostPosts({ ...options, ...placeOf(src), src, label }),
    ),
  };
}
