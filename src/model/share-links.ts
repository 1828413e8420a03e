/** Ways to hand something on, in no order of rank. */
export const SHARE_SERVICES = ['mail', 'copy', 'mastodon', 'linkedin', 'threema', 'print'] as const;
export type ShareService = (typeof SHARE_SERVICES)[number];

export interface Shared {
  readonly title: string;
  readonly url: string;
}

/** The ways that an editor has listed, in that order, each once; what is no way is left out. */
export function shareServices(list: string | undefined): readonly ShareService[] {
  const words = (list ?? '').toLowerCase().split(/[\s,;]+/);
  return [...new Set(words)].flatMap((word) => SHARE_SERVICES.find((service) => service === word) ?? []);
}

/**
 * The address that hands something on by a service: a plain link, which asks nobody anything before it is followed.
 * Undefined for what is no link, and for Mastodon as long as nobody knows the reader's own server.
 */
export function shareLink(service: ShareService, { title, url }: Shared, server?: string): string | undefined {
  const text = encodeURIComponent(`${title}\n${url}`);
  switch (service) {
    case 'mail':
      return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\r\n${url}\r\n`)}`;
    case 'mastodon':
      return server && `https://${server}/share?text=${text}`;
    case 'linkedin':
      return `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(url)}`;
    case 'threema':
      return `https://threema.id/compose?text=${text}`;
    default:
      return undefined;
  }
}

/** Host of a Mastodon server, as people write it: its name, its address, or their own `@name@server`. */
export function mastodonServer(text: string): string | undefined {
  const name = text
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .split('/')[0]!
    .split('@')
    .at(-1)!
    .toLowerCase();
  const address = `https://${name}`;
  if (!URL.canParse(address)) return undefined;
  const { host, hostname } = new URL(address);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(hostname) ? host : undefined;
}
