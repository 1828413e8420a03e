import { de, type PeerPageMessages } from './de/peer-page.ts';
import type { Dictionary } from './language.ts';

/** What the page of one person says. */
export const peerPageWords: Dictionary<PeerPageMessages> = {
  de,
  en: async () => (await import('./en/peer-page.ts')).en,
};
