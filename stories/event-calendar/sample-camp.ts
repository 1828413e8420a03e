import { BackendError, type BackendErrorKind, type BackendErrorOptions } from '../../src/backend/backend-error.ts';
import type { AccountPort, EventsPort } from '../../src/backend/ports.ts';
import type { Me } from '../../src/model/account.ts';
import type { CalendarEvent, Session } from '../../src/model/calendar-event.ts';
import { sessionConflicts } from '../../src/model/session-conflicts.ts';

/** The first morning of the camp, while the second round of sessions is on: 11:20 in Berlin. */
export const CAMP_NOW = '2026-03-20T10:20:00Z';

const LINDENHAFEN = { id: 'lindenhafen', name: 'Stadt Lindenhafen' };
const AUENTAL = { id: 'auental', name: 'Kreis Auental' };

export const MARA = { id: 'mara', displayName: 'Mara Kestner', org: AUENTAL };
export const JON = { id: 'jon', displayName: 'Jon Ahrens', org: LINDENHAFEN };
export const ILKA = { id: 'ilka', displayName: 'Ilka Brandt', org: LINDENHAFEN };

export const MEMBER: Me = {
  anonymous: false,
  person: ILKA,
  memberships: [{ org: LINDENHAFEN, roles: ['member'] }],
  can: [],
};
export const STRANGER: Me = { anonymous: true, can: [] };
export const strangersAccount = (): AccountPort => ({
  me: () => Promise.resolve(STRANGER),
  signIn: () => Promise.resolve(false),
});

const slot = (day: string, from: string, to: string): { readonly start: string; readonly end: string } => ({
  start: `2026-03-${day}T${from}:00Z`,
  end: `2026-03-${day}T${to}:00Z`,
});

const SLOTS = [
  slot('20', '09:00', '09:45'),
  slot('20', '10:00', '10:45'),
  slot('20', '11:00', '11:45'),
  slot('20', '13:00', '13:45'),
  slot('21', '09:00', '09:45'),
  slot('21', '10:00', '10:45'),
];

const placed = (
  id: string,
  title: string,
  at: number,
  room: string | undefined,
  more: Partial<Session> = {},
): Session => ({
  id,
  title,
  ...SLOTS[at],
  ...(room && { room }),
  state: 'scheduled',
  interested: 4,
  etag: `"${id}-1"`,
  can: [],
  ...more,
});

/** What is planned and what is proposed. */
export const CAMP_SESSIONS: readonly Session[] = [
  placed('anfang', 'Begrüßung und Vorstellung der Vorschläge', 0, undefined),
  placed('bescheide', 'Bescheide, die man versteht', 1, 'Saal', {
    track: 'Sprache',
    hosts: [MARA],
    abstract: 'Wir schreiben zwei Bescheide gemeinsam um und prüfen sie mit Bürgerinnen und Bürgern.',
    can: ['interest'],
  }),
  placed('zettel', 'Ein Amt ohne Zettel', 1, 'Raum Ahorn', { track: 'Technik', hosts: [JON] }),
  placed('werkstatt', 'Werkstatt: Prozesse aufnehmen, ohne jemanden zu langweilen', 2, 'Saal', {
    end: '2026-03-20T13:45:00Z',
    track: 'Zusammenarbeit',
    hosts: [JON],
  }),
  placed('gespraech', 'Vom Formular zum Gespräch', 2, 'Raum Ahorn', { track: 'Sprache', ideaId: 'formulare' }),
  placed('ende', 'Was wir mitnehmen', 5, undefined),
  {
    id: 'sitzungen',
    title: 'Sitzungen, die enden',
    abstract: 'Drei Regeln, mit denen unsere Runde nur noch halb so lang tagt.',
    track: 'Zusammenarbeit',
    minutes: 30,
    hosts: [MARA],
    state: 'proposed',
    interested: 7,
    can: ['interest'],
    etag: '"sitzungen-1"',
  },
  {
    id: 'daten',
    title: 'Offene Daten aus dem Katasteramt',
    track: 'Technik',
    minutes: 45,
    hosts: [ILKA],
    state: 'proposed',
    interested: 9,
    me: { host: true },
    can: ['update', 'cancel'],
    etag: '"daten-1"',
  },
];

/** A barcamp of two days. */
export const BARCAMP: CalendarEvent = {
  id: 'barcamp',
  uid: 'barcamp@impulswerk.example',
  title: 'Camp Verwaltung von innen',
  start: '2026-03-20T09:00:00Z',
  end: '2026-03-21T14:00:00Z',
  allDay: false,
  timeZone: 'Europe/Berlin',
  kind: 'camp',
  attendance: 'onsite',
  place: { name: 'Alte Posthalterei Brückfurt', address: 'Marktplatz 1, 01234 Brückfurt' },
  organiser: { id: 'impulswerk', name: 'Impulswerk Lindenhafen e. V.' },
  sessions: CAMP_SESSIONS,
  programme: {
    rooms: ['Saal', 'Raum Ahorn', 'Raum Birke'],
    tracks: ['Sprache', 'Technik', 'Zusammenarbeit'],
    slots: SLOTS,
    proposals: 'open',
  },
  can: ['propose'],
  etag: '"barcamp-1"',
};

const mayPlace = (session: Session): Session => ({
  ...session,
  can: ['update', 'place', 'cancel', ...(session.me?.host ? [] : ['interest'])],
});

/** The same, as those see it who arrange it. */
export const ARRANGED: CalendarEvent = {
  ...BARCAMP,
  can: ['propose', 'arrange', 'update'],
  sessions: CAMP_SESSIONS.map(mayPlace),
};

/** What a sample source was asked: name of the method, and what came with it. */
export type Asked = readonly [method: string, ...input: readonly unknown[]];

export interface CampPort extends EventsPort {
  /** Somebody else changes a session meanwhile. */
  meddle(id: string, change: Partial<Session>): void;
}

/** A source that holds one camp, with the rules that its programme has. */
export function campPort(event: CalendarEvent, asked: Asked[] = []): CampPort {
  let sessions = event.sessions ?? [];
  let made = 1;
  const put = (session: Session): Session => {
    const next = { ...session, etag: `"${session.id}-${++made}"` };
    sessions = sessions.some(({ id }) => id === next.id)
      ? sessions.map((each) => (each.id === next.id ? next : each))
      : [...sessions, next];
    return next;
  };
  return {
    meddle: (id, change) => void put({ ...sessions.find((session) => session.id === id)!, ...change }),
    list: () => Promise.resolve({ items: [event], problems: [] }),
    get: () => Promise.resolve({ ...event, sessions }),
    sessions: () => Promise.resolve({ items: sessions, problems: [] }),
    sessionInterest(session, interested) {
      asked.push(['interest', session.id, interested]);
      const count =
        (session.interested ?? 0) + (interested === (session.me?.interested ?? false) ? 0 : interested ? 1 : -1);
      return Promise.resolve(put({ ...session, interested: count, me: { ...session.me, interested } }));
    },
    proposeSession(eventId, input, options) {
      asked.push(['propose', eventId, input, options?.idempotencyKey]);
      const { title = '', abstract, track, minutes } = input;
      return Promise.resolve(
        put({
          id: `neu-${++made}`,
          title,
          ...(abstract && { abstract }),
          ...(track && { track }),
          ...(minutes && { minutes }),
          hosts: [ILKA],
          state: 'proposed',
          interested: 0,
          me: { host: true },
          can: ['update', 'cancel'],
        }),
      );
    },
    updateSession(given, input) {
      asked.push(['update', given.id, input]);
      const session = sessions.find(({ id }) => id === given.id)!;
      if (session.etag !== given.etag) return Promise.reject(new BackendError('conflict', 'changed', { status: 412 }));
      const { despiteConflicts, start, end, room, abstract, track, minutes, ...words } = input;
      const next = {
        ...session,
        ...words,
        ...(abstract !== undefined && { abstract: abstract ?? undefined }),
        ...(track !== undefined && { track: track ?? undefined }),
        ...(minutes !== undefined && { minutes: minutes ?? undefined }),
        ...(start && { start, state: 'scheduled' as const }),
        ...(start && { end: end ?? undefined }),
        ...(start === null && { start: undefined, end: undefined, room: undefined, state: 'proposed' as const }),
        ...(room !== undefined && { room: room ?? undefined }),
      };
      const conflicts = start && !despiteConflicts ? sessionConflicts(sessions, next) : [];
      if (conflicts.length > 0) {
        const problem = {
          code: 'session-conflict',
          conflicts: conflicts.map(({ kind, name, session: other }) => ({ kind, name, sessionId: other.id })),
        };
        return Promise.reject(new BackendError('conflict', 'taken', { status: 409, problem }));
      }
      return Promise.resolve(put(next));
    },
  };
}

/** A source whose every write fails. */
export function failingCamp(
  event: CalendarEvent,
  kind: BackendErrorKind,
  options: BackendErrorOptions = {},
): EventsPort {
  const fail = (): Promise<never> => Promise.reject(new BackendError(kind, 'sample', options));
  return { ...campPort(event), sessionInterest: fail, proposeSession: fail, updateSession: fail };
}
