import { de, type CalendarMessages } from './de/calendar.ts';
import type { Dictionary } from './language.ts';

/** What the calendar says. */
export const calendarWords: Dictionary<CalendarMessages> = {
  de,
  en: async () => (await import('./en/calendar.ts')).en,
};
