import type { EventAttendance, EventStatus } from '../../../src/model/calendar-event.ts';

/** What happened to somebody's place. */
export type PlaceNews =
  'registered' | 'waiting' | 'promoted' | 'unregistered' | 'removed' | 'changed' | 'message' | 'cancelled';

/** What mails about registrations say, in one language. */
export interface RegistrationWords {
  readonly language: 'de' | 'en';
  readonly greeting: (name: string) => string;
  /** Subject of a mail about one date. */
  readonly subject: Readonly<Record<PlaceNews, (title: string) => string>>;
  /** Subject of a mail about several dates. */
  readonly subjectOfMany: (title: string, count: number) => string;
  readonly sentence: Readonly<Record<PlaceNews, string>>;
  readonly waitingPosition: (position: number) => string;
  readonly stillWaiting: string;
  readonly at: (from: string, to: string) => string;
  readonly oneDay: (day: string) => string;
  readonly zone: (zone: string) => string;
  readonly allDates: string;
  readonly place: (place: string) => string;
  readonly online: (url: string) => string;
  readonly organiser: (name: string) => string;
  readonly changes: string;
  readonly newTitle: (title: string, before: string) => string;
  readonly newTime: (time: string, before: string) => string;
  readonly newPlace: (place: string, before: string | undefined) => string;
  readonly noPlace: (before: string) => string;
  readonly newLink: (url: string) => string;
  readonly noLink: string;
  readonly attendance: Readonly<Record<EventAttendance, string>>;
  readonly status: Readonly<Record<EventStatus, string>>;
  readonly back: string;
  readonly newDates: string;
  readonly message: (message: string) => string;
  readonly fileOfDate: string;
  readonly fileOfCancelled: string;
  readonly more: (count: number) => string;
  readonly look: (url: string) => string;
  readonly giveBack: string;
  readonly why: string;
}

export const de: RegistrationWords = {
  language: 'de',
  greeting: (name) => `Guten Tag ${name},`,
  subject: {
    registered: (title) => `Angemeldet: ${title}`,
    waiting: (title) => `Auf der Warteliste: ${title}`,
    promoted: (title) => `Sie haben einen Platz: ${title}`,
    unregistered: (title) => `Abgemeldet: ${title}`,
    removed: (title) => `Ihre Anmeldung ist aufgehoben: ${title}`,
    changed: (title) => `Geändert: ${title}`,
    message: (title) => `Nachricht zu: ${title}`,
    cancelled: (title) => `Abgesagt: ${title}`,
  },
  subjectOfMany: (title, count) => `${count} Termine: ${title}`,
  sentence: {
    registered: 'Sie sind angemeldet:',
    waiting: 'Alle Plätze sind vergeben. Sie stehen auf der Warteliste:',
    promoted: 'Ein Platz ist frei geworden, und er gehört Ihnen. Sie sind angemeldet:',
    unregistered: 'Sie haben sich abgemeldet:',
    removed: 'Die Organisation hat Ihre Anmeldung aufgehoben:',
    changed: 'Ein Termin, zu dem Sie angemeldet sind, hat sich geändert:',
    message: 'Die Organisation schreibt Ihnen zu einem Termin, zu dem Sie angemeldet sind:',
    cancelled: 'Dieser Termin ist abgesagt:',
  },
  waitingPosition: (position) =>
    position === 1 ? 'Sie rücken als Nächstes nach.' : `Ihr Platz auf der Warteliste: ${position}`,
  stillWaiting: 'Sie stehen hier auf der Warteliste.',
  at: (from, to) => `${from} bis ${to}`,
  oneDay: (day) => `${day}, ganztägig`,
  zone: (zone) => `Zeitzone: ${zone}`,
  allDates: 'Alle kommenden Termine:',
  place: (place) => `Ort: ${place}`,
  online: (url) => `Online: ${url}`,
  organiser: (name) => `Es lädt ein: ${name}`,
  changes: 'Das ist neu:',
  newTitle: (title, before) => `Titel: ${title} (bisher: ${before})`,
  newTime: (time, before) => `Zeit: ${time} (bisher: ${before})`,
  newPlace: (place, before) => (before ? `Ort: ${place} (bisher: ${before})` : `Ort: ${place}`),
  noPlace: (before) => `Der Ort entfällt (bisher: ${before}).`,
  newLink: (url) => `Link zur Teilnahme: ${url}`,
  noLink: 'Der Link zur Teilnahme entfällt.',
  attendance: { onsite: 'Teilnahme: vor Ort', online: 'Teilnahme: online', hybrid: 'Teilnahme: vor Ort und online' },
  status: {
    scheduled: 'Der Termin findet statt.',
    tentative: 'Der Termin ist noch nicht sicher.',
    cancelled: 'Der Termin ist abgesagt.',
    postponed: 'Der Termin ist verschoben. Das neue Datum steht noch nicht fest.',
    'moved-online': 'Der Termin findet jetzt online statt.',
  },
  back: 'Der Termin findet doch statt.',
  newDates: 'Die Reihe hat andere Termine.',
  message: (message) => `Die Organisation schreibt dazu:\n${message}`,
  fileOfDate: 'Öffnen Sie die Datei im Anhang, um den Termin in Ihren Kalender zu übernehmen.',
  fileOfCancelled: 'Öffnen Sie die Datei im Anhang, um den Termin aus Ihrem Kalender zu entfernen.',
  more: (count) => `… und ${count} weitere Termine.`,
  look: (url) => `Zum Termin: ${url}`,
  giveBack: 'Sie können doch nicht? Melden Sie sich beim Termin ab. Dann rückt jemand nach.',
  why: 'Sie bekommen diese Mail, weil Sie sich angemeldet haben.',
};

export const en: RegistrationWords = {
  language: 'en',
  greeting: (name) => `Hello ${name},`,
  subject: {
    registered: (title) => `Registered: ${title}`,
    waiting: (title) => `On the waiting list: ${title}`,
    promoted: (title) => `You have a place: ${title}`,
    unregistered: (title) => `No longer registered: ${title}`,
    removed: (title) => `Your registration was withdrawn: ${title}`,
    changed: (title) => `Changed: ${title}`,
    message: (title) => `Message about: ${title}`,
    cancelled: (title) => `Cancelled: ${title}`,
  },
  subjectOfMany: (title, count) => `${count} dates: ${title}`,
  sentence: {
    registered: 'You are registered:',
    waiting: 'All places are taken. You are on the waiting list:',
    promoted: 'A place has become free, and it is yours. You are registered:',
    unregistered: 'You have given your place back:',
    removed: 'The organisers have withdrawn your registration:',
    changed: 'An event that you are registered for has changed:',
    message: 'The organisers write to you about an event that you are registered for:',
    cancelled: 'This event is cancelled:',
  },
  waitingPosition: (position) =>
    position === 1 ? 'You are next to get a place.' : `Your position on the waiting list: ${position}`,
  stillWaiting: 'You are on the waiting list here.',
  at: (from, to) => `${from} to ${to}`,
  oneDay: (day) => `${day}, all day`,
  zone: (zone) => `Time zone: ${zone}`,
  allDates: 'All dates to come:',
  place: (place) => `Place: ${place}`,
  online: (url) => `Online: ${url}`,
  organiser: (name) => `Invited by: ${name}`,
  changes: 'What is new:',
  newTitle: (title, before) => `Title: ${title} (before: ${before})`,
  newTime: (time, before) => `Time: ${time} (before: ${before})`,
  newPlace: (place, before) => (before ? `Place: ${place} (before: ${before})` : `Place: ${place}`),
  noPlace: (before) => `There is no place any more (before: ${before}).`,
  newLink: (url) => `Link to take part: ${url}`,
  noLink: 'There is no link to take part any more.',
  attendance: { onsite: 'Take part: on site', online: 'Take part: online', hybrid: 'Take part: on site and online' },
  status: {
    scheduled: 'The event takes place.',
    tentative: 'It is not certain yet that the event takes place.',
    cancelled: 'The event is cancelled.',
    postponed: 'The event is postponed. There is no new date yet.',
    'moved-online': 'The event takes place online now.',
  },
  back: 'The event takes place after all.',
  newDates: 'The series has other dates.',
  message: (message) => `The organisers write:\n${message}`,
  fileOfDate: 'Open the attached file to put the date into your calendar.',
  fileOfCancelled: 'Open the attached file to take the date out of your calendar.',
  more: (count) => `… and ${count} more dates.`,
  look: (url) => `See the event: ${url}`,
  giveBack: 'You cannot come after all? Give your place back there, and somebody else gets it.',
  why: 'You get this mail because you have registered.',
};

export const REGISTRATION_WORDS: Readonly<Record<'de' | 'en', RegistrationWords>> = { de, en };
