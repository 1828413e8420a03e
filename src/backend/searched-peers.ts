import { emptyPage, type Page, type Problem } from '../model/page.ts';
import type { Peer } from '../model/peer.ts';
import { BackendError } from './backend-error.ts';
import { createCache } from './cache.ts';
import { asksWords, PeerBook } from './peer-book.ts';
import { hasAddress } from './no-addresses.ts';
import type { CallOptions, PeersPort } from './ports.ts';
import type { Raw } from './read-shape.ts';
import { runInSlices } from './slices.ts';

/** People that a directory of others has found. */
export interface FoundPeople {
  readonly items: readonly unknown[];
  /** There are more. */
  readonly partial: boolean;
}

/** A directory of others that looks for people itself. */
export interface PeopleDirectory {
  /** @throws {TypeError} for what makes no sense */
  readonly read: (raw: Raw) => Peer;
  readonly search: (q: string, signal: AbortSignal) => Promise<FoundPeople>;
  /** Everybody, as far as it tells; absent where it answers searches only. */
  readonly all?: (signal: AbortSignal) => Promise<FoundPeople>;
  /** One by the id that `read` has given. */
  readonly one?: (id: string, signal?: AbortSignal) => Promise<Raw | undefined>;
}

/** How long an answer is taken to be unchanged while a reader narrows it. */
const KEEP_MS = 30_000;
/** Longer words than anybody types. */
const MOST_LETTERS = 200;

const NEEDS_WORDS: Problem = { code: 'limit-reached', detail: 'This directory lists nobody, it answers searches' };

function missing(id: string): never {
  throw new BackendError('missing', `No peer ${id.slice(0, 100)}`);
}

/** Questions about people answered by a directory that finds them; narrowed and cut into pages here. */
export function portOfDirectory(
  { read, search, all, one }: PeopleDirectory,
  { today }: { readonly today: () => string },
): Required<Pick<PeersPort, 'list' | 'get'>> {
  const books = createCache<PeerBook>({ ttl: KEEP_MS, max: 20 });
  /** Addresses do not stand in ids, so some can only be opened by who was found. */
  const met = new Map<string, Peer>();

  const load = (q: string, { signal, fresh }: CallOptions): Promise<PeerBook> => {
    if (fresh) books.clear();
    return books.get(
      q,
      async (gone) => {
        const { items, partial } = await (q || !all ? search(q, gone) : all(gone));
        const book = await runInSlices(PeerBook.read(items, { read, today: today(), partial }), gone);
        for (const peer of book.peers) met.set(peer.id, peer);
        return book;
      },
      signal,
    );
  };

  return {
    async list({ q, ...query }, options = {}): Promise<Page<Peer>> {
      options.signal?.throwIfAborted();
      const words = asksWords(q)
        ? q
            .replace(/[\u0000-\u001f\u007f]+/g, ' ')
            .trim()
            .slice(0, MOST_LETTERS)
        : '';
      if (!words && !all) return emptyPage([NEEDS_WORDS]);
      // Whoever types an address would learn whose it is.
      if (hasAddress(words)) return { ...emptyPage<Peer>(), total: 0 };
      const book = await load(words, options);
      return runInSlices(book.list(query), options.signal);
    },
    async get(id, { signal } = {}) {
      signal?.throwIfAborted();
      const known = met.get(id);
      if (!one) return known ?? missing(id);
      const raw = await one(id, signal);
      if (!raw) return known ?? missing(id);
      try {
        return PeerBook.one(raw, read);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        return known ?? missing(id);
      }
    },
  };
}
