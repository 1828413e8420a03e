import { de, type EventOffersMessages } from './de/event-offers.ts';
import type { Dictionary } from './language.ts';

/** What impulses and learning circles say. */
export const eventOffersWords: Dictionary<EventOffersMessages> = {
  de,
  en: async () => (await import('./en/event-offers.ts')).en,
};
