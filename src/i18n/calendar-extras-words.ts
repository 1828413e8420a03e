import { de, type CalendarExtrasMessages } from './de/calendar-extras.ts';
import type { Dictionary } from './language.ts';

/** What a calendar says beside its events. */
export const calendarExtrasWords: Dictionary<CalendarExtrasMessages> = {
  de,
  en: async () => (await import('./en/calendar-extras.ts')).en,
};
