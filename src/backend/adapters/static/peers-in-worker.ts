import type { Page } from '../../../model/page.ts';
import type { Peer, PeerOffer } from '../../../model/peer.ts';
import type { OpenPeers } from '../../open-peers.ts';
import type { PeerVocabulary } from '../../ports.ts';
import { workerCalls } from '../../worker-calls.ts';
import type { PeerDocumentOptions } from './peer-document.ts';
import type { PeersRequest } from './peers-messages.ts';

/** People that go over in one message: copying more of them at once would hold up the page. */
const PORTION = 200;

/** What the worker is given: the text of a document, or what somebody has read already. */
export type PeerData =
  string | Uint8Array | { readonly peers: readonly unknown[]; readonly topics: readonly unknown[] };

/** Reads people in the page's worker, which all long lists of a page share; null where there can be none. */
export async function openPeersInWorker(
  data: PeerData,
  options: PeerDocumentOptions,
  signal?: AbortSignal,
): Promise<OpenPeers | null> {
  const calls = await workerCalls('peers');
  if (!calls) return null;
  const kept = calls.number();
  const ask = <T>(request: PeersRequest, stop?: AbortSignal): Promise<T> => calls.ask(request, stop) as Promise<T>;
  if (typeof data === 'string' || data instanceof Uint8Array) {
    await ask({ ask: 'read', kept, data, options }, signal);
  } else {
    const { peers, topics } = data;
    try {
      // Each is waited for: it keeps the page free.
      for (let at = 0; at < peers.length; at += PORTION)
        await ask({ ask: 'take', kept, peers: peers.slice(at, at + PORTION) }, signal);
      await ask({ ask: 'gather', kept, topics, options }, signal);
    } catch (error) {
      // What a page has put into its objects (functions, nodes) does not go over.
      if (error instanceof DOMException && error.name === 'DataCloneError') return null;
      throw error;
    }
  }
  const open: OpenPeers = {
    // A query may carry more than a message can; only what is asked goes over.
    list: ({ q, topic, org, language, direction, available, limit, cursor }, stop) =>
      ask<Page<Peer>>(
        { ask: 'list', kept, query: { q, topic, org, language, direction, available, limit, cursor } },
        stop,
      ),
    offers: ({ q, direction, topic, form, mine, limit, cursor }, stop) =>
      ask<Page<PeerOffer>>({ ask: 'offers', kept, query: { q, direction, topic, form, mine, limit, cursor } }, stop),
    get: (id, stop) => ask<Peer>({ ask: 'get', kept, id }, stop),
    vocabulary: (stop) => ask<PeerVocabulary>({ ask: 'vocabulary', kept }, stop),
  };
  calls.keepFor(open, kept);
  return open;
}
