import { BackendError, type BackendErrorKind, type BackendErrorOptions } from '../../src/backend/backend-error.ts';
import type { AccountPort, EventsPort } from '../../src/backend/ports.ts';
import type { Me } from '../../src/model/account.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import type { Registration } from '../../src/model/registration.ts';
import { REGISTRATIONS } from './page-events.ts';

export const ROSA_SIGNED_IN: Me = {
  anonymous: false,
  person: { id: 'rosa', displayName: 'Rosa Lindner', org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' } },
  can: [],
};
export const NOBODY: Me = { anonymous: true, can: [] };

export const memberAccount = (): AccountPort => ({ me: () => Promise.resolve(ROSA_SIGNED_IN) });
export const strangersAccount = (): AccountPort => ({
  me: () => Promise.resolve(NOBODY),
  signIn: () => Promise.resolve(false),
});

/** What a sample port was asked to do: name of the method and what came with it. */
export type Asked = readonly [method: string, ...input: readonly unknown[]];

export interface SamplePort extends EventsPort {
  /** The next write fails so; undefined mends it. */
  failure: BackendError | undefined;
  /** What happens at the source while nobody looks. */
  happens(change: (event: CalendarEvent) => CalendarEvent): void;
}

/** A source that holds one event and takes registrations for it by the rules of places. `asked` tells what it was asked. */
export function samplePort(given: CalendarEvent, asked: Asked[] = [], registrations = REGISTRATIONS): SamplePort {
  let event = given;
  let listed: readonly Registration[] = registrations;
  let made = 1;
  const put = (next: CalendarEvent): CalendarEvent => (event = { ...next, etag: `"${++made}"` });
  const counts = (registered: number, waiting: number): Pick<CalendarEvent, 'registration'> => ({
    registration: {
      ...event.registration!,
      registered: (event.registration?.registered ?? 0) + registered,
      waiting: (event.registration?.waiting ?? 0) + waiting,
    },
  });
  const write = async (method: string, ...input: readonly unknown[]): Promise<void> => {
    asked.push([method, ...input]);
    await Promise.resolve();
    if (port.failure) throw port.failure;
  };
  const port: SamplePort = {
    failure: undefined,
    happens: (change) => (event = change(event)),
    list: () => Promise.resolve({ items: [event], problems: [] }),
    get: () => Promise.resolve(event),
    fileUrl: ({ id = '' }) => `https://netz.example/api/v1/events/${id}.ics`,
    subscribeUrl: 'https://netz.example/calendar.ics',
    subscribeFilters: true,
    feeds: { rss: 'https://netz.example/calendar.rss', json: 'https://netz.example/calendar.json' },
    vocabulary: () => Promise.resolve({ topics: [], orgs: [], offers: true, mails: true, keptDays: 30 }),
    async register(ref, input) {
      await write('register', ref, input);
      const { me } = event;
      if (me?.registered ?? me?.waitingPosition !== undefined) return put({ ...event, me: { ...me, ...input } });
      const { capacity = Infinity, registered = 0, waiting = 0 } = event.registration ?? {};
      const free = registered < capacity;
      return put({
        ...event,
        ...(free ? counts(1, 0) : counts(0, 1)),
        me: { ...(free ? { registered: true } : { waitingPosition: waiting + 1 }), ...input },
        can: ['unregister'],
      });
    },
    async unregister(ref) {
      await write('unregister', ref);
      const { me, ...rest } = event;
      return put({ ...rest, ...(me?.registered ? counts(-1, 0) : counts(0, -1)), can: ['register'] });
    },
    update: () => Promise.resolve(event),
    registrations: (_, options) => {
      asked.push(['registrations', options?.cursor]);
      const size = 50;
      const from = Number(options?.cursor ?? 0);
      const items = listed.slice(from, from + size);
      const next = from + size < listed.length ? { next: String(from + size) } : {};
      return port.failure
        ? Promise.reject(port.failure)
        : Promise.resolve({ items, problems: [], total: listed.length, ...next });
    },
    registrationsFile: () => Promise.resolve('\ufeffName;Stand\r\nRosa Lindner;angemeldet\r\n'),
    async removeRegistration(ref, id) {
      await write('removeRegistration', ref, id);
      listed = listed.map((item) => (item.id === id ? { ...item, state: 'cancelled' } : item));
    },
  };
  return port;
}

/** A sample port whose writes fail. */
export function failingPort(
  event: CalendarEvent,
  kind: BackendErrorKind,
  options: BackendErrorOptions = {},
): SamplePort {
  const port = samplePort(event);
  port.failure = new BackendError(kind, `Planned failure of kind ${kind}`, options);
  return port;
}

/** How the hub refuses: a conflict with a code. */
export const refusal = (code: string): BackendError =>
  new BackendError('conflict', code, { status: 409, problem: { code } });
