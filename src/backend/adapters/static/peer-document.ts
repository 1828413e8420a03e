import type { Topic } from '../../../model/common.ts';
import { PeerBook } from '../../peer-book.ts';
import { readPeer } from '../../read-peer.ts';
import { list, topic, type Raw, type ReadOptions } from '../../read-shape.ts';
import { readDocument } from './static-document.ts';

/** How a document's peers are read, on the page or in a worker. */
export interface PeerDocumentOptions {
  readonly timeZone: string;
  /** Address of the document. */
  readonly base?: string;
  /** Plain date. */
  readonly today: string;
}

/** The peers of a document, in steps. */
export function readPeers(
  { peers, topics }: { readonly peers: readonly unknown[]; readonly topics: readonly unknown[] },
  { timeZone, base, today }: PeerDocumentOptions,
): Generator<undefined, PeerBook> {
  const options: ReadOptions = { timeZone, ...(base === undefined ? {} : { base }) };
  const scheme: readonly Topic[] = list(topic)(topics, options) ?? [];
  return PeerBook.read(peers, { read: (raw: Raw) => readPeer(raw, options), today, scheme });
}

/** The same from its text. @throws {BackendError} `invalid` */
export function* readPeerText(data: string | Uint8Array, options: PeerDocumentOptions): Generator<undefined, PeerBook> {
  const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
  yield;
  return yield* readPeers(readDocument(text, options.base), options);
}
