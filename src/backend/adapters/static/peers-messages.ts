import type { OffersQuery, PeersQuery } from '../../ports.ts';
import type { PeerDocumentOptions } from './peer-document.ts';

/** What the page asks of the worker. `kept` numbers one of the lists that it keeps. */
export type PeersRequest =
  | {
      readonly ask: 'read';
      readonly kept: number;
      readonly data: string | Uint8Array;
      readonly options: PeerDocumentOptions;
    }
  /** Some of the people of a list that is no text; before the last of its parts. */
  | { readonly ask: 'take'; readonly kept: number; readonly peers: readonly unknown[] }
  | {
      readonly ask: 'gather';
      readonly kept: number;
      readonly topics: readonly unknown[];
      readonly options: PeerDocumentOptions;
    }
  | { readonly ask: 'list'; readonly kept: number; readonly query: PeersQuery }
  | { readonly ask: 'offers'; readonly kept: number; readonly query: OffersQuery }
  | { readonly ask: 'get'; readonly kept: number; readonly id: string }
  | { readonly ask: 'vocabulary'; readonly kept: number };
