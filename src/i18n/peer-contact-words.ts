import { de, type PeerContactMessages } from './de/peer-contact.ts';
import type { Dictionary } from './language.ts';

/** What requests for contact say. */
export const peerContactWords: Dictionary<PeerContactMessages> = {
  de,
  en: async () => (await import('./en/peer-contact.ts')).en,
};
