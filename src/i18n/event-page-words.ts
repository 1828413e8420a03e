import { de, type EventPageMessages } from './de/event-page.ts';
import type { Dictionary } from './language.ts';

/** What the page of an event says. */
export const eventPageWords: Dictionary<EventPageMessages> = {
  de,
  en: async () => (await import('./en/event-page.ts')).en,
};
