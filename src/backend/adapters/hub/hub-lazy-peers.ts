import type { Http } from '../../http.ts';
import { lazyPort, type MethodOf } from '../../lazy-port.ts';
import type { HubPeers, HubPeersOptions } from './hub-peers.ts';

/** All of `HubPeers`; which of them the reader may use says `can[]`. */
const METHODS: Readonly<Record<MethodOf<HubPeers>, true>> = {
  list: true,
  get: true,
  vocabulary: true,
  offers: true,
  matches: true,
  profile: true,
  saveProfile: true,
  consent: true,
  setPhoto: true,
  removeProfile: true,
  profileFile: true,
  createOffer: true,
  updateOffer: true,
  requestContact: true,
  requests: true,
  request: true,
  answerRequest: true,
  blocked: true,
  unblock: true,
  previewImport: true,
  importPeers: true,
};

/** The hub's peers, their code fetched with the first question. */
export const createLazyHubPeers = (http: Http, options: HubPeersOptions): HubPeers =>
  lazyPort<HubPeers>(Object.keys(METHODS) as MethodOf<HubPeers>[], async () =>
    (await import('./hub-peers.ts')).createHubPeers(http, options),
  );
