import { foldText, foldWords } from '../model/fold-text.ts';
import type { Page, SourceRef } from '../model/page.ts';
import type { Peer, PeerOffer } from '../model/peer.ts';
import { BackendError } from './backend-error.ts';
import { shortHash } from './short-hash.ts';
import { mergePages, type PagedSource } from './merge-pages.ts';
import { sumFacets } from './sum-facets.ts';
import type { MethodOf } from './lazy-port.ts';
import type { PeersPort } from './ports.ts';

export interface PeersSource {
  readonly source: SourceRef;
  readonly port: PeersPort;
}

type Method = MethodOf<PeersPort>;
type Call = (...args: readonly unknown[]) => Promise<unknown>;

/** Methods of the reader's own: they go where the reader is somebody. */
const OF_THE_READER = [
  'vocabulary',
  'matches',
  'profile',
  'saveProfile',
  'consent',
  'setPhoto',
  'removeProfile',
  'profileFile',
  'createOffer',
  'requests',
  'request',
  'answerRequest',
  'blocked',
  'unblock',
  'previewImport',
  'importPeers',
] as const satisfies readonly Method[];

/** The methods of a port by name; called on it, since a page's own port may be an object of a class. */
const methodsOf = (port: PeersPort): Partial<Record<Method, Call>> => port as unknown as Partial<Record<Method, Call>>;
const can = ({ port }: PeersSource, name: Method): boolean => methodsOf(port)[name] !== undefined;

/** Between the name of a source and its own id. */
const MARK = '~';
/** Walks through pages that are remembered; whoever asks for more begins anew somewhere. */
const MOST_WALKS = 50;

interface Ranked {
  readonly peer: Peer;
  readonly home: PeersSource;
  readonly rank: number;
}

const nameOf = ({ peer }: Ranked): string => foldText(peer.displayName);
const compareNames = (a: Ranked, b: Ranked): number => {
  const [one, other] = [nameOf(a), nameOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
};
/**
 * Who is called so before the others, then the best of each, the second best of each: ranks of different sources cannot be
 * compared.
 */
function compareRanks(q: string): (a: Ranked, b: Ranked) => number {
  const words = foldWords(q);
  const tier = (ranked: Ranked): number => (words.some((word) => nameOf(ranked).includes(word)) ? 0 : 1);
  return (a, b) => tier(a) - tier(b) || a.rank - b.rank;
}

/**
 * Whom a peer may be elsewhere, too: who has the same page, or the same name in an organisation of the same name. An id says
 * nothing beyond its source, and a name alone is many people's.
 */
function keysOf({ displayName, org, url }: Peer): readonly string[] {
  return [
    ...(url === undefined ? [] : [url.replace(/[/#]+$/, '')]),
    ...(org ? [JSON.stringify([foldText(displayName), foldText(org.name)])] : []),
  ];
}

/**
 * Several sources of peers as one directory: in order, each person once, as the first of the sources that know them tells
 * it. What the reader does with the own entry goes to the source that can hold one; a request for contact goes where the
 * person is. Ids of the other sources carry a mark of their source: two files may both begin with `1`.
 */
export function mergePeers(sources: readonly PeersSource[]): PeersPort {
  const primary = sources.find((each) => can(each, 'profile') || can(each, 'requestContact')) ?? sources[0];
  const marks = new Map(
    sources.map((each) => [each, each === primary ? '' : `${shortHash(each.source.id).slice(0, 6)}${MARK}`]),
  );
  const offerHomes = new Map<string, PeersSource>();
  /** Who was shown on the pages before, by the question and the cursor of the next. */
  const walks = new Map<string, ReadonlySet<string>>();

  const homeOf = (id: string): { readonly home: PeersSource | undefined; readonly own: string } => {
    const home = sources.find((each) => each !== primary && id.startsWith(marks.get(each)!));
    return { home: home ?? primary, own: home ? id.slice(marks.get(home)!.length) : id };
  };
  const marked = (id: string, home: PeersSource): string => `${marks.get(home)}${id}`;
  const stampOffer = (offer: PeerOffer, home: PeersSource): PeerOffer => {
    offerHomes.set(offer.id, home);
    const { peer } = offer;
    return peer ? { ...offer, peer: { ...peer, id: marked(peer.id, home) } } : offer;
  };
  const stamp = (peer: Peer, home: PeersSource): Peer => {
    const { source } = home;
    return {
      ...peer,
      id: marked(peer.id, home),
      source: { ...source, ...peer.source, label: source.label ?? peer.source?.label },
      ...(peer.offers && { offers: peer.offers.map((offer) => stampOffer(offer, home)) }),
    };
  };
  const call = (home: PeersSource | undefined, name: Method, args: readonly unknown[]): Promise<unknown> => {
    if (home && can(home, name)) return methodsOf(home.port)[name]!(...args);
    const url = home?.source.url;
    return Promise.reject(new BackendError('unsupported', `No ${name} at ${url ?? 'any source'}`, { url }));
  };

  const list: PeersPort['list'] = async ({ limit, cursor, ...query }, options = {}) => {
    const pages: Page<unknown>[] = [];
    const asked = sources.map((home): PagedSource<Ranked> => ({
      source: home.source,
      list: async (part) => {
        const { start, own } = readStart(part.cursor);
        const page = await home.port.list({ ...query, limit: part.limit, cursor: own }, options);
        pages.push(page);
        const { items, next, ...rest } = page;
        return {
          ...rest,
          items: items.map((peer, index) => ({ peer, home, rank: start + index })),
          ...(next !== undefined && { next: `${start + items.length}${MARK}${next}` }),
        };
      },
    }));
    // Cursors of different questions may be the same: two sources both go on at 20.
    const walkOf = (at: string): string => JSON.stringify([query, at]);
    const before = (cursor === undefined ? undefined : walks.get(walkOf(cursor))) ?? new Set<string>();
    const merged = await mergePages(asked, {
      limit,
      cursor,
      signal: options.signal,
      compare: query.q?.trim() ? compareRanks(query.q) : compareNames,
      // Copies of one person are told apart below, where more than one thing may show that they are.
      key: ({ peer, home }) => marked(peer.id, home),
      stamp: (item) => item,
    });
    const shown = new Set(before);
    const items = merged.items.flatMap(({ peer, home }) => {
      const keys = keysOf(peer);
      const isKnown = keys.some((key) => shown.has(key));
      for (const key of keys) shown.add(key);
      return isKnown ? [] : [stamp(peer, home)];
    });
    if (merged.next !== undefined) {
      walks.set(walkOf(merged.next), shown);
      for (const old of walks.keys()) {
        if (walks.size <= MOST_WALKS) break;
        walks.delete(old);
      }
    }
    return { ...merged, items, ...facetsOf(pages) };
  };

  const port: Record<string, unknown> = { list };
  const has = (name: Method): boolean => sources.some((each) => can(each, name));
  for (const name of OF_THE_READER)
    if (primary && can(primary, name)) port[name] = (...args: unknown[]) => call(primary, name, args);
  const knowing = sources.find((each) => can(each, 'vocabulary'));
  if (knowing) port['vocabulary'] ??= (...args: unknown[]) => call(knowing, 'vocabulary', args);
  if (has('get'))
    port['get'] = (async (id, options) => {
      const { home, own } = homeOf(id);
      return stamp((await call(home, 'get', [own, options])) as Peer, home!);
    }) satisfies PeersPort['get'];
  if (has('requestContact'))
    port['requestContact'] = ((input, options) => {
      const { home, own } = homeOf(input.toId);
      return call(home, 'requestContact', [{ ...input, toId: own }, options]) as ReturnType<
        NonNullable<PeersPort['requestContact']>
      >;
    }) satisfies PeersPort['requestContact'];
  if (has('updateOffer'))
    port['updateOffer'] = ((offer, ...rest) =>
      call(offerHomes.get(offer.id) ?? primary, 'updateOffer', [
        offer,
        ...rest,
      ]) as Promise<PeerOffer>) satisfies PeersPort['updateOffer'];
  if (has('offers'))
    port['offers'] = (async ({ limit, cursor, ...query }, options = {}) => {
      const homes = sources.filter((each) => can(each, 'offers') && (!query.mine || each === primary));
      const pages: Page<unknown>[] = [];
      const merged = await mergePages<PeerOffer>(
        homes.map((home) => ({
          source: home.source,
          list: async (part) => {
            const page = await home.port.offers!({ ...query, ...part }, options);
            pages.push(page);
            return { ...page, items: page.items.map((offer) => stampOffer(offer, home)) };
          },
        })),
        {
          limit,
          cursor,
          signal: options.signal,
          compare: (a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0),
          key: ({ id, peer }) => JSON.stringify([id, peer?.id]),
          stamp: (offer) => offer,
        },
      );
      return { ...merged, ...facetsOf(pages) };
    }) satisfies PeersPort['offers'];
  return port as unknown as PeersPort;
}

function facetsOf(pages: readonly Page<unknown>[]): Pick<Page<unknown>, 'facets'> {
  const facets = pages.flatMap((page) => (page.facets ? [page.facets] : []));
  return facets.length > 0 ? { facets: sumFacets(facets) } : {};
}

/** Where a source's page begins, and its own cursor. */
function readStart(cursor: string | undefined): { readonly start: number; readonly own?: string } {
  const [, start, own] = /^(\d+)~([^]*)$/.exec(cursor ?? '') ?? [];
  return start === undefined ? { start: 0 } : { start: Number(start), own: own! };
}
