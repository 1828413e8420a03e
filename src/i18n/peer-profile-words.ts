import { de, type PeerProfileMessages } from './de/peer-profile.ts';
import type { Dictionary } from './language.ts';

/** What the frame of the own entry says. */
export const peerProfileWords: Dictionary<PeerProfileMessages> = {
  de,
  en: async () => (await import('./en/peer-profile.ts')).en,
};
