import { de, type EventProgramMessages } from './de/event-program.ts';
import type { Dictionary } from './language.ts';

/** What the programme of a camp says. */
export const eventProgramWords: Dictionary<EventProgramMessages> = {
  de,
  en: async () => (await import('./en/event-program.ts')).en,
};
