import { createWritingHttp } from '../../http-write.ts';
import type { AdapterOptions, Backend } from '../../ports.ts';
import { createHubEvents } from './hub-events.ts';
import { createLazyHubIdeas } from './hub-lazy-ideas.ts';

/**
 * The network's own server (REST, `docs/hub.md`). `src` is its base, to which `/api/v1` is appended; a base that ends
 * with it already is taken as well.
 */
export function createHubBackend({ src, timeZone = 'Europe/Berlin', ...options }: AdapterOptions): Backend {
  const base = src
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\/api\/v1$/, '');
  const http = createWritingHttp(options);
  return {
    events: createHubEvents(http, { base, timeZone }),
    ideas: createLazyHubIdeas(http, { base, timeZone }),
  };
}
