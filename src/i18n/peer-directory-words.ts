import { de, type PeerDirectoryMessages } from './de/peer-directory.ts';
import type { Dictionary } from './language.ts';

/** What the directory of people says. */
export const peerDirectoryWords: Dictionary<PeerDirectoryMessages> = {
  de,
  en: async () => (await import('./en/peer-directory.ts')).en,
};
