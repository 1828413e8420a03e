import { de as common } from './words.ts';

/** German for what a calendar has beside its events: several sources, entries, the way to a date, the reader's own zone. */
export const de = {
  ...common,
  extras: {
    create: 'Termin anlegen',
    offers: 'Impulse und Lernzirkel',
    subscribe: 'Abonnieren',
    more: 'Mehr',
    sources: (count: number) => `${count} Kalender`,
    sourcesShown: (shown: number, count: number) => `${shown} von ${count} Kalendern`,
    sourcesLabel: 'Angezeigte Kalender',
    ownSource: 'Dieser Kalender',
    ownZone: (place: string) => `Zeiten in meiner Zeitzone (${place})`,
    jump: 'Zu einem Datum',
    jumpHint: 'Mit den Pfeiltasten zum Tag, Eingabetaste wählt ihn.',
    weekNumber: (week: number) => `KW ${week}`,
    weekNumberLabel: (week: number) => `Kalenderwoche ${week}`,
    allDay: 'Ganztägig',
    nextDay: 'bis zum nächsten Tag',
    previousDay: 'seit dem Vortag',
  },
};

/** What a dictionary of it must say. */
export type CalendarExtrasMessages = typeof de;
