import { plainDateAt } from '../../../model/time-zone.ts';
import { FEW_PEERS, type IndexMaker } from '../../peer-book.ts';
import { BookOnThread, portOfPeers, smallIndex, type OpenPeers, type ReadPeersPort } from '../../open-peers.ts';
import type { CallOptions } from '../../ports.ts';
import { runInSlices } from '../../slices.ts';
import { readPeers, type PeerDocumentOptions } from './peer-document.ts';
import type { PeerData } from './peers-in-worker.ts';
import type { StaticFile } from './static-adapter.ts';

interface StaticPeersOptions {
  readonly timeZone: string;
  readonly base?: string;
}

/** From this size on a text is not even parsed on the page; fewer people than `FEW_PEERS` hardly fill as much. */
const LONG_TEXT = 4_000_000;

const largeIndex = async (): Promise<IndexMaker> => (await import('./large-index.ts')).makeLargeIndex;

/** Opens people in a worker where they are many; on the page where they are few, or it allows no worker. */
async function openPeers(file: StaticFile, options: PeerDocumentOptions): Promise<OpenPeers> {
  const { data } = file;
  const isText = typeof data === 'string' || data instanceof Uint8Array;
  const inWorker = async (what: PeerData): Promise<OpenPeers | null> =>
    (await import('./peers-in-worker.ts')).openPeersInWorker(what, options);
  if (isText && data.length >= LONG_TEXT) {
    const open = await inWorker(data);
    if (open) return open;
  }
  const document = file.document();
  const isLong = document.peers.length > FEW_PEERS;
  const open = isLong && !(isText && data.length >= LONG_TEXT) ? await inWorker(isText ? data : document) : null;
  return open ?? new BookOnThread(await runInSlices(readPeers(document, options)), isLong ? largeIndex : smallIndex);
}

/** The people of a file: to be found, not to be changed or asked. Each list is read and indexed once a day. */
export function createStaticPeers(
  load: (options: CallOptions) => Promise<StaticFile>,
  { timeZone, base }: StaticPeersOptions,
): ReadPeersPort {
  const opened = new WeakMap<StaticFile, { readonly today: string; readonly peers: Promise<OpenPeers> }>();
  return portOfPeers(async (options) => {
    const file = await load(options);
    const today = plainDateAt(timeZone, Date.now());
    const known = opened.get(file);
    if (known && known.today === today) return known.peers;
    const peers = openPeers(file, { timeZone, base, today });
    opened.set(file, { today, peers });
    peers.catch(() => opened.delete(file));
    return peers;
  });
}
