import type { Http } from '../../http.ts';
import { lazyPort, type MethodOf } from '../../lazy-port.ts';
import type { PostsPort } from '../../ports.ts';
import type { HubPosts, HubPostsOptions } from './hub-posts.ts';

/** All of `HubPosts`; which of them the reader may use for a post says its `can[]`. */
const METHODS: Readonly<Record<MethodOf<HubPosts>, true>> = {
  list: true,
  get: true,
  vocabulary: true,
  sources: true,
  prefill: true,
  create: true,
  update: true,
  step: true,
  remove: true,
  attach: true,
};

/** The hub's posts, their code fetched with the first question: a page with a calendar only does without it. */
export function createLazyHubPosts(http: Http, options: HubPostsOptions): PostsPort {
  const load = async (): Promise<HubPosts> => (await import('./hub-posts.ts')).createHubPosts(http, options);
  const api = `${options.base}/api/v1/posts`;
  return {
    ...lazyPort<HubPosts>(Object.keys(METHODS) as MethodOf<HubPosts>[], load),
    feeds: { rss: `${api}.rss`, atom: `${api}.atom`, json: `${api}.json`, opml: `${api}.opml` },
  };
}
