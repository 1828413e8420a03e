import { de, type PeerMessages } from './de/peers.ts';
import type { Dictionary } from './language.ts';

/** What all that shows people says. */
export const peersWords: Dictionary<PeerMessages> = {
  de,
  en: async () => (await import('./en/peers.ts')).en,
};
