import type { Peer } from '../../../model/peer.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { BackendError } from '../../backend-error.ts';
import { createCache } from '../../cache.ts';
import { createHttp, type HttpAnswer, type HttpOptions } from '../../http.ts';
import { BookOnThread, portOfPeers, smallIndex, type ReadPeersPort } from '../../open-peers.ts';
import { FEW_PEERS, PeerBook } from '../../peer-book.ts';
import type { CallOptions, PeersPort } from '../../ports.ts';
import type { Raw } from '../../read-shape.ts';
import { runInSlices } from '../../slices.ts';
import { toPeer } from './wordpress-peer-mapping.ts';

interface WordpressPeersOptions extends HttpOptions {
  /** Address of the site, with a slash at the end. */
  readonly site: string;
  /** Version of BuddyPress' API (`v1`, `v2`) where its members are asked for, not WordPress' users. */
  readonly members?: string;
  readonly timeZone: string;
}

/** The API's own limit of a page, and the pages read: what is searched in the page without a library. */
const PAGE = 100;
const MAX_PAGES = FEW_PEERS / PAGE;
const AT_ONCE = 4;
/** How long a list is taken to be unchanged while a reader narrows and searches it. */
const KEEP_MS = 60_000;

/**
 * The people of a WordPress: to strangers it tells of those who have published something, with BuddyPress of its members.
 * Where they are more than are read at once, words are looked for by the site itself, in names.
 */
export function createWordpressPeers({
  site,
  members,
  timeZone,
  ...options
}: WordpressPeersOptions): Pick<ReadPeersPort, 'list' | 'get'> {
  const http = createHttp(options);
  const list = members ? `${site}wp-json/buddypress/${members}/members` : `${site}wp-json/wp/v2/users`;
  const names = { prefix: `${site.replace(/^https?:\/\/|\/$/g, '')}:user:`, base: site };
  const books = createCache<{ readonly open: BookOnThread; readonly partial: boolean }>({ ttl: KEEP_MS });

  const fetchPage = (q: string, number: number, signal: AbortSignal) => {
    const query = new URLSearchParams({
      per_page: String(PAGE),
      page: String(number),
      ...(members ? { type: 'alphabetical', populate_extras: '1' } : { orderby: 'name', order: 'asc' }),
      ...(q && { search: q }),
    });
    return http.json(`${list}?${query.toString()}`, { signal });
  };

  const fetchAll = async (
    q: string,
    signal: AbortSignal,
  ): Promise<{ readonly items: readonly unknown[]; readonly partial: boolean }> => {
    const first = await fetchPage(q, 1, signal);
    const items = [...peopleOf(first)];
    const pages = Number(first.headers.get('x-wp-totalpages') ?? '1') || 1;
    const last = Math.min(pages, MAX_PAGES);
    for (let number = 2; number <= last; number += AT_ONCE) {
      const batch: Promise<readonly unknown[]>[] = [];
      for (let each = number; each < number + AT_ONCE && each <= last; each++)
        batch.push(fetchPage(q, each, signal).then(peopleOf, emptyWhenGone));
      for (const answer of await Promise.all(batch)) items.push(...answer);
    }
    return { items, partial: pages > last };
  };

  const load = (
    { signal, fresh }: CallOptions,
    q = '',
  ): Promise<{ readonly open: BookOnThread; readonly partial: boolean }> => {
    if (fresh) books.clear();
    return books.get(
      q,
      async (all) => {
        const { items, partial } = await fetchAll(q, all);
        const read = (raw: Raw): Peer => toPeer(raw, names);
        const today = plainDateAt(timeZone, Date.now());
        const book = await runInSlices(PeerBook.read(items, { read, today, partial }), all);
        return { open: new BookOnThread(book, smallIndex), partial };
      },
      signal,
    );
  };

  const whole = portOfPeers(async (given) => (await load(given)).open);
  return {
    async list(query, given = {}) {
      const { partial } = await load(given);
      const q = query.q?.trim().slice(0, 200);
      if (!partial || !q) return whole.list(query, given);
      // The site has found them; our own index would not know the others.
      const { open } = await load(given, q);
      return open.list({ ...query, q: undefined }, given.signal);
    },
    async get(id, { signal } = {}): ReturnType<NonNullable<PeersPort['get']>> {
      const number = id.startsWith(names.prefix) ? id.slice(names.prefix.length) : '';
      if (!/^\d{1,15}$/.test(number)) throw new BackendError('missing', `No peer ${id.slice(0, 100)}`, { url: list });
      const url = `${list}/${number}`;
      const { data } = await http.json(url, { signal });
      try {
        // BuddyPress wraps one member into a list.
        const one: unknown = data instanceof Array ? data[0] : data;
        return PeerBook.one((one ?? {}) as Raw, (raw) => toPeer(raw, names));
      } catch (cause) {
        throw new BackendError('invalid', `No person at ${url}`, { url, cause });
      }
    },
  };
}

function peopleOf({ data, url }: HttpAnswer & { readonly data: unknown }): readonly unknown[] {
  if (data instanceof Array) return data;
  throw new BackendError('invalid', `No list of people at ${url}`, { url });
}

/** While pages are read, people may be taken away, and with them the last page. */
function emptyWhenGone(error: unknown): readonly unknown[] {
  if (error instanceof BackendError && error.status === 400) return [];
  throw error;
}
