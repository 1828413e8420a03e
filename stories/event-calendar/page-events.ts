import type { CalendarEvent, RegistrationInfo } from '../../src/model/calendar-event.ts';
import type { Registration } from '../../src/model/registration.ts';
import { untrustedHtml } from '../../src/model/common.ts';

/** Moment that the stories of the page stand at: a Thursday morning. */
export const NOW = '2026-03-12T08:30:00Z';

const LINDENHAFEN = { id: 'lindenhafen', name: 'Stadt Lindenhafen' };
const AUENTAL = { id: 'auental', name: 'Kreis Auental' };
const BRUECKFURT = { id: 'brueckfurt', name: 'Stadt Brückfurt' };

/** A meetup with places, for a member who may register. */
export const MEETUP: CalendarEvent = {
  id: 'm1',
  uid: 'm1',
  title: 'Meetup: Fehlerkultur im Bauamt',
  summary: 'Drei Fälle, die schiefgingen, und was daraus wurde.',
  description: untrustedHtml('Wir erzählen, fragen nach und schreiben auf, was andere übernehmen können.'),
  start: '2026-03-19T13:00:00Z',
  end: '2026-03-19T15:00:00Z',
  allDay: false,
  timeZone: 'Europe/Berlin',
  kind: 'meetup',
  status: 'scheduled',
  attendance: 'hybrid',
  place: { name: 'Rathaus, Raum 2.14', address: 'Am Markt 1, 01234 Lindenhafen' },
  onlineUrl: 'https://konferenz.lindenhafen.example/meetup',
  organiser: LINDENHAFEN,
  topics: [{ id: 'kultur', label: { de: 'Organisationskultur', en: 'Organisational culture' } }],
  visibility: 'public',
  registration: {
    mode: 'hub',
    scope: 'date',
    capacity: 20,
    registered: 17,
    waiting: 0,
    closesAt: '2026-03-18T11:00:00Z',
  },
  can: ['register'],
  etag: '"1"',
};

export const withRegistration = (
  registration: Partial<RegistrationInfo>,
  more: Partial<CalendarEvent> = {},
): CalendarEvent => ({ ...MEETUP, ...more, registration: { ...MEETUP.registration!, ...registration } });

export const FULL_MEETUP = withRegistration({ registered: 20, waiting: 2 });
export const LATER_MEETUP = withRegistration({ opensAt: '2026-03-14T07:00:00Z' }, { can: [] });
export const HEAD_START = withRegistration({ opensAt: '2026-03-14T07:00:00Z' }, { kind: 'impulse' });
export const CLOSED_MEETUP = withRegistration({ closesAt: '2026-03-11T11:00:00Z' }, { can: [] });
export const PAST_MEETUP: CalendarEvent = {
  ...MEETUP,
  start: '2026-03-05T13:00:00Z',
  end: '2026-03-05T15:00:00Z',
  can: [],
};
export const CANCELLED_MEETUP: CalendarEvent = { ...MEETUP, status: 'cancelled', can: [] };
export const EXTERNAL_MEETUP: CalendarEvent = {
  ...MEETUP,
  registration: { mode: 'external', url: 'https://anmelden.brueckfurt.example/meetup' },
};
export const REGISTERED_MEETUP: CalendarEvent = {
  ...withRegistration({ registered: 18 }),
  me: { registered: true, note: 'Ich bringe den Fall Carport mit.', needs: 'Ein Platz nahe der Tür.' },
  can: ['unregister'],
};
export const WAITING_MEETUP: CalendarEvent = { ...FULL_MEETUP, me: { waitingPosition: 3 }, can: ['unregister'] };

/** One date of a series, moved by a day. */
export const MOVED_DATE: CalendarEvent = {
  ...MEETUP,
  recurrenceId: '2026-03-18T13:00:00Z',
  recurrence: { rule: 'FREQ=MONTHLY;BYDAY=3WE;UNTIL=20260630T215959Z', start: '2026-01-21T13:00:00Z' },
  changed: true,
};

/** A learning circle as one of its members sees it. */
export const CIRCLE: CalendarEvent = {
  ...MEETUP,
  id: 'c1',
  uid: 'c1',
  title: 'Lernzirkel: Einfach schreiben',
  kind: 'learning-circle',
  attendance: 'online',
  recurrenceId: '2026-03-19T13:00:00Z',
  recurrence: {
    start: '2026-03-03T13:00:00Z',
    added: ['2026-03-03T13:00:00Z', '2026-03-19T13:00:00Z', '2026-04-02T12:00:00Z', '2026-04-16T12:00:00Z'],
  },
  registration: { mode: 'hub', scope: 'series', capacity: 6, registered: 3, waiting: 0 },
  circle: {
    guideUrl: 'https://lindenhafen.example/leitfaden.pdf',
    members: [
      { id: 'rosa', displayName: 'Rosa Lindner', org: LINDENHAFEN },
      { id: 'mirja', displayName: 'Mirja Feldweg', org: AUENTAL },
      { id: 'ole', displayName: 'Ole Brandt', org: BRUECKFURT },
    ],
  },
  me: { registered: true },
  can: ['unregister'],
};

/** The meetup for those who plan it. */
export const ORGANISED: CalendarEvent = {
  ...FULL_MEETUP,
  can: ['register', 'update', 'cancel', 'registrations'],
};

export const REGISTRATIONS: readonly Registration[] = [
  {
    id: 'r1',
    person: { id: 'rosa', displayName: 'Rosa Lindner', org: LINDENHAFEN },
    state: 'registered',
    note: 'Ich bringe den Fall Carport mit.',
    needs: 'Ein Platz nahe der Tür.',
    createdAt: '2026-03-02T09:12:00Z',
  },
  {
    id: 'r2',
    person: { id: 'mirja', displayName: 'Mirja Feldweg', org: AUENTAL },
    state: 'registered',
    createdAt: '2026-03-03T14:40:00Z',
  },
  { id: 'r3', state: 'registered', createdAt: '2026-03-04T08:00:00Z' },
  {
    id: 'r4',
    person: { id: 'ole', displayName: 'Ole Brandt', org: BRUECKFURT },
    state: 'waiting',
    waitingPosition: 1,
    needs: 'Gebärdensprache',
    createdAt: '2026-03-09T10:05:00Z',
  },
  {
    id: 'r5',
    person: { id: 'tom', displayName: 'Tom Auer', org: AUENTAL },
    state: 'cancelled',
    createdAt: '2026-03-01T10:00:00Z',
  },
];
