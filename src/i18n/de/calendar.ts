import type { EventAttendance, EventKind, EventStatus } from '../../model/calendar-event.ts';
import { de as common } from './words.ts';

const termine = (count: number): string => (count === 1 ? '1 Termin' : `${count} Termine`);

/** German for the calendar: what all widgets say, and what it alone says. */
export const de = {
  ...common,
  calendar: {
    label: 'Veranstaltungskalender',
    today: 'Heute',
    steps: {
      month: ['Vorheriger Monat', 'Nächster Monat'],
      week: ['Vorherige Woche', 'Nächste Woche'],
      day: ['Vorheriger Tag', 'Nächster Tag'],
      agenda: ['Frühere Termine', 'Spätere Termine'],
      program: ['Früher', 'Später'],
    },
    view: 'Ansicht',
    views: { month: 'Monat', week: 'Woche', day: 'Tag', agenda: 'Liste', program: 'Programm' },
    filterKind: 'Art',
    filterTopic: 'Thema',
    filterOrg: 'Verwaltung',
    dayLabel: (day: string, count: number, isToday: boolean) =>
      `${day}${isToday ? ', heute' : ''}, ${count === 0 ? 'keine Termine' : termine(count)}`,
    more: (count: number) => `+${count}`,
    moreLabel: (count: number, day: string) =>
      `${count} ${count === 1 ? 'weiterer Termin' : 'weitere Termine'} am ${day}`,
    dayEmpty: 'An diesem Tag ist nichts geplant.',
    monthEmpty: (month: string) => `Im ${month} sind keine Termine eingetragen.`,
    weekEmpty: 'In dieser Woche sind keine Termine eingetragen.',
    programEmpty: 'Zurzeit ist kein Camp mit Programm eingetragen.',
    agendaEmpty: 'Zurzeit sind keine Termine eingetragen.',
    filterEmpty: 'Zu dieser Auswahl gibt es keine Termine.',
    earlier: 'Frühere Termine ansehen',
    later: 'Spätere Termine ansehen',
    upcoming: 'Kommende Termine',
    showing: (count: number, period: string) => `${period}: ${termine(count)}`,
    since: (day: string) => `seit ${day}`,
    until: (day: string) => `bis ${day}`,
    allDay: 'ganztägig',
    clock: (time: string) => `${time} Uhr`,
    kinds: {
      meetup: 'Meetup',
      camp: 'Camp',
      workshop: 'Workshop',
      impulse: 'Impuls',
      'learning-circle': 'Lernzirkel',
      talk: 'Vortrag',
      other: 'Termin',
    } satisfies Record<EventKind, string>,
    statuses: {
      scheduled: '',
      tentative: 'Noch nicht sicher',
      cancelled: 'Abgesagt',
      postponed: 'Verschoben',
      'moved-online': 'Findet online statt',
    } satisfies Record<EventStatus, string>,
    attendance: {
      onsite: 'vor Ort',
      online: 'online',
      hybrid: 'vor Ort und online',
    } satisfies Record<EventAttendance, string>,
    changedShort: 'Geändert',
    when: 'Wann',
  },
};

/** What a dictionary of the calendar must say. */
export type CalendarMessages = typeof de;
