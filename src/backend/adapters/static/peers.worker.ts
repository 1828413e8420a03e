import { BackendError } from '../../backend-error.ts';
import { BookOnThread } from '../../open-peers.ts';
import type { PeerBook } from '../../peer-book.ts';
import { runAtOnce } from '../../slices.ts';
import { answerCalls, postPage, postValue } from '../../worker-scope.ts';
import { makeLargeIndex } from './large-index.ts';
import { readPeers, readPeerText } from './peer-document.ts';
import type { PeersRequest } from './peers-messages.ts';

/** Reads long lists of people away from the page, keeps them, and answers what the page asks. */

const books = new Map<number, BookOnThread>();
const parts = new Map<number, unknown[]>();

function take(kept: number, peers: readonly unknown[]): void {
  const list = parts.get(kept) ?? [];
  list.push(...peers);
  parts.set(kept, list);
}

function keep(kept: number, book: PeerBook): void {
  const open = new BookOnThread(book, () => Promise.resolve(makeLargeIndex));
  books.set(kept, open);
  // Before anybody has typed a word; between its steps the worker answers.
  void open.index().catch(() => undefined);
}

function bookOf(kept: number): BookOnThread {
  const book = books.get(kept);
  if (!book) throw new BackendError('unknown', 'the worker has no such list');
  return book;
}

answerCalls<PeersRequest>(
  async (request) => {
    const { call, kept } = request;
    switch (request.ask) {
      case 'read':
        keep(kept, runAtOnce(readPeerText(request.data, request.options)));
        postValue(call, undefined);
        break;
      case 'take':
        take(kept, request.peers);
        postValue(call, undefined);
        break;
      case 'gather':
        keep(kept, runAtOnce(readPeers({ peers: parts.get(kept) ?? [], topics: request.topics }, request.options)));
        parts.delete(kept);
        postValue(call, undefined);
        break;
      case 'list':
        postPage(call, await bookOf(kept).list(request.query));
        break;
      case 'offers':
        postPage(call, await bookOf(kept).offers(request.query));
        break;
      case 'get':
        postValue(call, await bookOf(kept).get(request.id));
        break;
      case 'vocabulary':
        postValue(call, await bookOf(kept).vocabulary());
    }
  },
  (kept) => {
    books.delete(kept);
    parts.delete(kept);
  },
);
