import type { AdapterFactory, PortName } from './ports.ts';

export interface AdapterEntry {
  /** What it can have, known before it is loaded: nested backends decide by it who answers whom. */
  readonly ports: readonly PortName[];
  /** Is signed in by the host page, with its token or its cookies. Only those are that speak for the network itself, never foreign sources. */
  readonly signsIn?: boolean;
  /** May be asked in the reader's name, by a token that the page has for that one server. */
  readonly takesToken?: boolean;
  readonly load: () => Promise<AdapterFactory>;
}

/** Every kind that `src` may name. A new adapter is its folder and one line here. */
export const ADAPTERS: Readonly<Record<string, AdapterEntry>> = {
  hub: {
    ports: ['events', 'ideas', 'peers', 'posts', 'account'],
    signsIn: true,
    load: async () => (await import('./adapters/hub/hub-adapter.ts')).createHubBackend,
  },
  static: {
    ports: ['events', 'ideas', 'peers', 'posts'],
    load: async () => (await import('./adapters/static/static-adapter.ts')).createStaticBackend,
  },
  wordpress: {
    ports: ['events', 'ideas', 'peers', 'posts'],
    load: async () => (await import('./adapters/wordpress/wordpress-adapter.ts')).createWordpressBackend,
  },
  discourse: {
    ports: ['ideas'],
    load: async () => (await import('./adapters/discourse/discourse-adapter.ts')).createDiscourseBackend,
  },
  decidim: {
    ports: ['ideas'],
    load: async () => (await import('./adapters/decidim/decidim-adapter.ts')).createDecidimBackend,
  },
  icalendar: {
    ports: ['events'],
    load: async () => (await import('./adapters/icalendar/icalendar-adapter.ts')).createIcalendarBackend,
  },
  caldav: {
    ports: ['events'],
    load: async () => (await import('./adapters/icalendar/caldav-adapter.ts')).createCaldavBackend,
  },
  drupal: {
    ports: ['events', 'posts'],
    load: async () => (await import('./adapters/drupal/drupal-adapter.ts')).createDrupalBackend,
  },
  feed: {
    ports: ['posts'],
    load: async () => (await import('./adapters/feed/feed-adapter.ts')).createFeedBackend,
  },
  mastodon: {
    ports: ['posts'],
    load: async () => (await import('./adapters/mastodon/mastodon-adapter.ts')).createMastodonBackend,
  },
  ghost: {
    ports: ['posts'],
    load: async () => (await import('./adapters/ghost/ghost-adapter.ts')).createGhostBackend,
  },
  nextcloud: {
    ports: ['peers'],
    takesToken: true,
    load: async () => (await import('./adapters/nextcloud/nextcloud-adapter.ts')).createNextcloudBackend,
  },
  mattermost: {
    ports: ['peers'],
    takesToken: true,
    load: async () => (await import('./adapters/mattermost/mattermost-adapter.ts')).createMattermostBackend,
  },
  matrix: {
    ports: ['peers'],
    takesToken: true,
    load: async () => (await import('./adapters/matrix/matrix-adapter.ts')).createMatrixBackend,
  },
};
