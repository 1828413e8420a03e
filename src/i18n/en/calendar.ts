import type { CalendarMessages } from '../de/calendar.ts';
import { en as common } from './words.ts';

const events = (count: number): string => (count === 1 ? '1 event' : `${count} events`);

/** English for the calendar. */
export const en: CalendarMessages = {
  ...common,
  calendar: {
    label: 'Event calendar',
    today: 'Today',
    steps: {
      month: ['Previous month', 'Next month'],
      week: ['Previous week', 'Next week'],
      day: ['Previous day', 'Next day'],
      agenda: ['Earlier events', 'Later events'],
      program: ['Earlier', 'Later'],
    },
    view: 'View',
    views: { month: 'Month', week: 'Week', day: 'Day', agenda: 'List', program: 'Programme' },
    filterKind: 'Kind',
    filterTopic: 'Topic',
    filterOrg: 'Administration',
    dayLabel: (day, count, isToday) =>
      `${day}${isToday ? ', today' : ''}, ${count === 0 ? 'no events' : events(count)}`,
    more: (count) => `+${count}`,
    moreLabel: (count, day) => `${count} more ${count === 1 ? 'event' : 'events'} on ${day}`,
    dayEmpty: 'Nothing is planned on this day.',
    monthEmpty: (month) => `There are no events in ${month}.`,
    weekEmpty: 'There are no events in this week.',
    programEmpty: 'There is no camp with a programme at the moment.',
    agendaEmpty: 'There are no events at the moment.',
    filterEmpty: 'No events match this choice.',
    earlier: 'See earlier events',
    later: 'See later events',
    upcoming: 'Coming events',
    showing: (count, period) => `${period}: ${events(count)}`,
    since: (day) => `since ${day}`,
    until: (day) => `until ${day}`,
    allDay: 'all day',
    clock: (time) => time,
    kinds: {
      meetup: 'Meetup',
      camp: 'Camp',
      workshop: 'Workshop',
      impulse: 'Impulse',
      'learning-circle': 'Learning circle',
      talk: 'Talk',
      other: 'Event',
    },
    statuses: {
      scheduled: '',
      tentative: 'Not yet certain',
      cancelled: 'Cancelled',
      postponed: 'Postponed',
      'moved-online': 'Takes place online',
    },
    attendance: { onsite: 'on site', online: 'online', hybrid: 'on site and online' },
    changedShort: 'Changed',
    when: 'When',
  },
};
