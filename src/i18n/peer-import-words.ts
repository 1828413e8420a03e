import { de, type PeerImportMessages } from './de/peer-import.ts';
import type { Dictionary } from './language.ts';

/** What bringing people in from a file says. */
export const peerImportWords: Dictionary<PeerImportMessages> = {
  de,
  en: async () => (await import('./en/peer-import.ts')).en,
};
