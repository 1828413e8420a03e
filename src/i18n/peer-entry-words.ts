import { de, type PeerEntryMessages } from './de/peer-entry.ts';
import type { Dictionary } from './language.ts';

/** What writing and publishing the own entry says. */
export const peerEntryWords: Dictionary<PeerEntryMessages> = {
  de,
  en: async () => (await import('./en/peer-entry.ts')).en,
};
