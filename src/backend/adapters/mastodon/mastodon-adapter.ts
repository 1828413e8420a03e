import { lazyPort } from '../../lazy-port.ts';
import type { AdapterOptions, Backend, PostsPort } from '../../ports.ts';

/** Whose statuses of which server are shown. */
export interface MastodonPlace {
  /** `https://server.example`. */
  readonly server: string;
  /** Name of the account, with its server where that is another one. */
  readonly account: string;
  readonly replies: boolean;
  readonly boosts: boolean;
  /** Only statuses with this hashtag. */
  readonly tag?: string;
}

const ACCOUNT = /^\/(?:@|users\/|web\/@|web\/accounts\/@)([\w.-]+(?:@[\w.-]+)?)/;

/**
 * The address of a profile (`https://server.example/@name`). Its query may add what is left out by default, `replies=1` and
 * `boosts=1`, or narrow to a hashtag, `tagged=…`. Undefined where the address names no account.
 */
export function placeOf(src: string): MastodonPlace | undefined {
  const { origin, pathname, searchParams } = new URL(src);
  const account = ACCOUNT.exec(decodeURI(pathname))?.[1];
  if (!account) return undefined;
  const says = (name: string): boolean => /^(?:1|true|yes|ja)?$/.test(searchParams.get(name) ?? 'no');
  const tag = searchParams.get('tagged')?.replace(/^#/, '');
  return { server: origin, account, replies: says('replies'), boosts: says('boosts'), ...(tag && { tag }) };
}

/** Public statuses of an account of Mastodon, or of a program that speaks its API. They are read; nothing is ever written. */
export function createMastodonBackend({ src, label, ...options }: AdapterOptions): Backend {
  return {
    posts: lazyPort<Required<Pick<PostsPort, 'list' | 'get'>>>(['list', 'get'], async () =>
      (await import('./mastodon-posts.ts')).createMastodonPosts({ ...options, src, label, place: placeOf(src) }),
    ),
  };
}
