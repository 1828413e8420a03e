import { de, type PeerOffersMessages } from './de/peer-offers.ts';
import type { Dictionary } from './language.ts';

/** What offers, seeks and matches say. */
export const peerOffersWords: Dictionary<PeerOffersMessages> = {
  de,
  en: async () => (await import('./en/peer-offers.ts')).en,
};
