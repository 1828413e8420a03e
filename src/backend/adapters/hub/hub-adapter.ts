import type { BackendError } from '../../backend-error.ts';
import { createWritingHttp } from '../../http-write.ts';
import type { AdapterOptions, Backend } from '../../ports.ts';
import { createHubAccount } from './hub-account.ts';
import { createHubEvents } from './hub-events.ts';
import { createLazyHubIdeas } from './hub-lazy-ideas.ts';
import { createLazyHubMeetings } from './hub-lazy-meetings.ts';
import { createLazyHubPeers } from './hub-lazy-peers.ts';
import { createLazyHubPosts } from './hub-lazy-posts.ts';
import { HubSession } from './hub-session.ts';

/**
 * The network's own server (REST, `docs/hub.md`). `src` is its base, to which `/api/v1` is appended; a base that ends
 * with it already is taken as well.
 */
export function createHubBackend({ src, timeZone = 'Europe/Berlin', ...options }: AdapterOptions): Backend {
  const base = src
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\/api\/v1$/, '');
  const session = new HubSession({ ...options, base });
  // Whatever the hub refuses, it says why by a code; what has none is a proxy or a firewall speaking.
  const isOwnWord = ({ problem }: BackendError): boolean => typeof problem?.['code'] === 'string';
  const http = createWritingHttp({ ...options, session, isOwnWord });
  return {
    events: { ...createHubEvents(http, { base, timeZone }), ...createLazyHubMeetings(http, { base, timeZone }) },
    ideas: createLazyHubIdeas(http, { base, timeZone }),
    peers: createLazyHubPeers(http, { base, timeZone }),
    posts: createLazyHubPosts(http, { base, timeZone }),
    account: createHubAccount(http, { base, session, signIn: options.signIn }),
  };
}
