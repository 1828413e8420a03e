import { lazyPort } from '../../lazy-port.ts';
import type { AdapterOptions, Backend, IdeasPort } from '../../ports.ts';

type ReadingPort = Required<Pick<IdeasPort, 'list' | 'get' | 'similar'>>;

/**
 * Proposals of a Decidim as ideas, read only. The address is that of the component as it stands in the browser
 * (`https://decidim/processes/klima/f/29/`), or the platform's with the component's number (`https://decidim/?component=29`).
 */
export function createDecidimBackend({ src, ...options }: AdapterOptions): Backend {
  const load = async (): Promise<ReadingPort> =>
    (await import('./decidim-ideas.ts')).createDecidimIdeas({ ...options, src });
  return { ideas: lazyPort<ReadingPort>(['list', 'get', 'similar'], load) };
}
