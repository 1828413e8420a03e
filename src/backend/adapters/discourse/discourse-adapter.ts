import { lazyPort } from '../../lazy-port.ts';
import type { AdapterOptions, Backend, IdeasPort } from '../../ports.ts';

type ReadingPort = Required<Pick<IdeasPort, 'list' | 'get' | 'similar'>>;

/**
 * Topics of a Discourse as ideas, read only: a category (`https://forum/c/ideen/5`), a tag (`/tag/idee`) or the newest
 * (`/latest`, or the forum's address alone). The forum has to let the page's origin read it (`DISCOURSE_ENABLE_CORS`).
 */
export function createDiscourseBackend({ src, ...options }: AdapterOptions): Backend {
  const load = async (): Promise<ReadingPort> =>
    (await import('./discourse-ideas.ts')).createDiscourseIdeas({ ...options, src });
  return { ideas: lazyPort<ReadingPort>(['list', 'get', 'similar'], load) };
}
