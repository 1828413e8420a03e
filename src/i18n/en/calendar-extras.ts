import type { CalendarExtrasMessages } from '../de/calendar-extras.ts';
import { en as common } from './words.ts';

/** English for what a calendar has beside its events. */
export const en: CalendarExtrasMessages = {
  ...common,
  extras: {
    create: 'Add an event',
    offers: 'Impulses and learning circles',
    subscribe: 'Subscribe',
    more: 'More',
    sources: (count) => `${count} calendars`,
    sourcesShown: (shown, count) => `${shown} of ${count} calendars`,
    sourcesLabel: 'Calendars shown',
    ownSource: 'This calendar',
    ownZone: (place) => `Times in my time zone (${place})`,
    jump: 'Go to a date',
    jumpHint: 'Arrow keys lead to the day, Enter chooses it.',
    weekNumber: (week) => `Week ${week}`,
    weekNumberLabel: (week) => `Week ${week}`,
    allDay: 'All day',
    nextDay: 'until the next day',
    previousDay: 'since the day before',
  },
};
