import { untrustedHtml } from '../../src/model/common.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';

/** The moment at which stories and tests look at the calendar: a Thursday, 11:00 in Berlin. */
export const NOW = '2026-03-12T10:00:00Z';

const digital = { id: 'digital', label: { de: 'Digitalisierung', en: 'Digitalisation' } };
const participation = { id: 'beteiligung', label: { de: 'Beteiligung', en: 'Participation' } };
const city = { id: 'musterstadt', name: 'Stadt Musterstadt', url: 'https://musterstadt.example' };
const county = { id: 'beispielland', name: 'Landkreis Beispielland' };
const club = { id: 'neues-amt', name: 'Neues Amt e. V.' };

/** An ordinary event with everything that there can be. */
export const FULL_EVENT: CalendarEvent = {
  uid: 'werkstatt-1@musterstadt.example',
  title: 'Werkstatt: Bescheide, die man versteht',
  start: '2026-03-17T13:00:00Z',
  end: '2026-03-17T15:30:00Z',
  allDay: false,
  timeZone: 'Europe/Berlin',
  kind: 'workshop',
  status: 'scheduled',
  attendance: 'hybrid',
  summary: 'Wir schreiben zwei Bescheide gemeinsam um.',
  description: untrustedHtml(
    '<p>Bringen Sie <strong>einen Bescheid</strong> mit, der Ihnen Mühe macht.</p><ul><li>Sprache</li><li>Aufbau</li></ul><p><a href="/mehr">Zur Vorbereitung</a></p>',
  ),
  place: { name: 'Haus der Ämter, Raum 12', address: 'Beispielallee 3, 01234 Musterstadt' },
  onlineUrl: 'https://treffen.example/werkstatt',
  url: 'https://musterstadt.example/werkstatt',
  organiser: city,
  topics: [digital, participation],
  links: [{ url: 'https://musterstadt.example/folien.pdf', label: 'Folien' }],
  recurrence: { rule: 'FREQ=MONTHLY;BYDAY=3TU;UNTIL=20260630' },
  recurrenceId: '2026-03-17T13:00:00Z',
  registration: {
    mode: 'external',
    url: 'https://anmelden.example/werkstatt',
    capacity: 20,
    registered: 17,
    closesAt: '2026-03-15T22:00:00Z',
  },
  source: { id: 'https://musterstadt.example/kalender.ics', label: 'Kalender der Stadt' },
};

/** A camp of two days with a programme. */
export const CAMP: CalendarEvent = {
  uid: 'camp@neues-amt.example',
  title: 'Camp Verwaltung von innen',
  start: '2026-03-20',
  end: '2026-03-22',
  allDay: true,
  kind: 'camp',
  attendance: 'onsite',
  place: { name: 'Alte Posthalterei Brückfurt' },
  organiser: club,
  topics: [participation],
  sessions: [
    {
      id: 's2',
      title: 'Vom Formular zum Gespräch',
      start: '2026-03-20T10:00:00Z',
      end: '2026-03-20T11:00:00Z',
      room: 'Saal',
      track: 'Praxis',
      state: 'scheduled',
      hosts: [{ displayName: 'Mara Muster' }],
    },
    { id: 's1', title: 'Begrüßung', start: '2026-03-20T09:00:00Z', end: '2026-03-20T09:30:00Z', state: 'scheduled' },
    { id: 's3', title: 'Nicht angenommen', state: 'proposed' },
  ],
};

export const CANCELLED: CalendarEvent = {
  uid: 'abgesagt@beispielland.example',
  title: 'Vortrag: Akten im Alltag',
  start: '2026-03-24T16:00:00Z',
  end: '2026-03-24T17:30:00Z',
  allDay: false,
  kind: 'talk',
  status: 'cancelled',
  attendance: 'online',
  organiser: county,
  topics: [digital],
};

const meetup = (day: string, title: string, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: `${title}@musterstadt.example`,
  title,
  start: `${day}T16:00:00Z`,
  end: `${day}T18:00:00Z`,
  allDay: false,
  kind: 'meetup',
  attendance: 'onsite',
  place: { name: 'Café am Markt' },
  organiser: city,
  topics: [participation],
  ...more,
});

/** A month as a network has it: March 2026, with a busy day on the 26th. */
export const SAMPLE_EVENTS: readonly CalendarEvent[] = [
  meetup('2026-03-05', 'Feierabendtreff im Rathaus'),
  meetup('2026-03-12', 'Offene Runde der Digitallotsinnen und Digitallotsen', { organiser: county, topics: [digital] }),
  FULL_EVENT,
  CAMP,
  CANCELLED,
  meetup('2026-03-26', 'Lernzirkel: Daten lesen', { kind: 'learning-circle', organiser: club, topics: [digital] }),
  meetup('2026-03-26', 'Impuls: Ein Amt ohne Zettel', {
    kind: 'impulse',
    start: '2026-03-26T07:00:00Z',
    end: '2026-03-26T07:30:00Z',
    attendance: 'online',
    place: undefined,
  }),
  meetup('2026-03-26', 'Stammtisch Beispielland', { organiser: county }),
  meetup('2026-03-26', 'Übung: Sitzungen, die enden', { kind: 'workshop', organiser: club }),
  meetup('2026-03-26', 'Nachtschicht', { start: '2026-03-26T20:00:00Z', end: '2026-03-27T01:00:00Z', kind: 'other' }),
  meetup('2026-03-31', 'Verschobener Rundgang', { status: 'postponed' }),
  meetup('2026-04-14', 'Frühlingstreffen der Verwaltungsnetze', { organiser: club }),
  meetup('2026-05-12', 'Sprechstunde für neue Ideen', { attendance: 'online', place: undefined }),
];

/** As many events as asked for, spread over the days of March 2026. */
export function manyEvents(count: number): CalendarEvent[] {
  const events: CalendarEvent[] = [];
  for (let index = 0; index < count; index++) {
    const day = String(1 + (index % 31)).padStart(2, '0');
    const hour = String(6 + (index % 14)).padStart(2, '0');
    events.push({
      uid: `viele-${index}@musterstadt.example`,
      title: `Termin Nummer ${index + 1}`,
      start: `2026-03-${day}T${hour}:00:00Z`,
      end: `2026-03-${day}T${hour}:45:00Z`,
      allDay: false,
      kind: 'meetup',
      organiser: city,
    });
  }
  return events;
}

/** What German administration can do to a narrow column. */
export const LONG_WORDS: readonly CalendarEvent[] = [
  meetup('2026-03-12', 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungserläuterungstermin', {
    place: { name: 'Kreisverwaltungsreferatsnebenstellensitzungszimmer' },
    organiser: { name: 'Zweckverband Abwasserbeseitigungskoordinierungsgemeinschaft Beispielland-Musterstadt' },
    topics: [{ id: 'lang', label: { de: 'Verwaltungsverfahrensvereinfachungsmaßnahmen' } }],
    summary: 'https://musterstadt.example/ein/sehr/langer/pfad/ohne/jede/gelegenheit/umzubrechen/und/noch/weiter',
  }),
  meetup('2026-03-13', 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzestreffen', {
    allDay: true,
    start: '2026-03-13',
    end: '2026-03-16',
  }),
];
