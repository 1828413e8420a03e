import { BackendError } from '../../src/backend/backend-error.ts';
import type { EventsPort, EventVocabulary, WriteOptions } from '../../src/backend/ports.ts';
import type { Me } from '../../src/model/account.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { untrustedHtml } from '../../src/model/common.ts';
import type { EventInput } from '../../src/model/event-input.ts';
import type { Impulse, LearningCircle } from '../../src/model/impulse.ts';

/** Who organises in the stories: Jonas Albers of Stadt Lindenhafen. */
export const ORGANISER: Me = {
  anonymous: false,
  person: { id: 'jonas', displayName: 'Jonas Albers' },
  memberships: [{ org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' }, roles: ['organiser'] }],
  can: [],
};
export const STRANGER: Me = { anonymous: true, can: [] };

export const VOCABULARY: EventVocabulary = {
  topics: [
    { id: 'organisationskultur', label: { de: 'Organisationskultur', en: 'Organisational culture' } },
    { id: 'digitale-transformation', label: { de: 'Digitale Transformation', en: 'Digital transformation' } },
  ],
  orgs: [
    { id: 'lindenhafen', name: 'Stadt Lindenhafen' },
    { id: 'impulswerk', name: 'Impulswerk Lindenhafen e. V.' },
  ],
  offers: true,
  mails: true,
};

/** A meetup with people who have a place. */
export const OWN_EVENT: CalendarEvent = {
  id: 'evt-1',
  uid: 'evt-1',
  title: 'Meetup: Fehlerkultur im Bauamt',
  summary: 'Was passiert, wenn etwas schiefgeht?',
  start: '2026-11-10T13:00:00Z',
  end: '2026-11-10T15:00:00Z',
  allDay: false,
  timeZone: 'Europe/Berlin',
  kind: 'meetup',
  status: 'scheduled',
  attendance: 'onsite',
  place: { name: 'Rathaus Lindenhafen, Raum 2.14' },
  organiser: { id: 'lindenhafen', name: 'Stadt Lindenhafen' },
  topics: [VOCABULARY.topics[0]!],
  visibility: 'network',
  registration: { mode: 'hub', capacity: 30, registered: 23, waiting: 0 },
  can: ['update', 'cancel', 'registrations'],
  etag: '"1"',
};

/** One date of a series that repeats by a rule of its own. */
export const OWN_SERIES: CalendarEvent = {
  ...OWN_EVENT,
  id: 'evt-2',
  uid: 'evt-2',
  title: 'Sprechstunde: Formulare',
  start: '2026-11-24T13:00:00Z',
  end: '2026-11-24T14:00:00Z',
  recurrenceId: '2026-11-24T13:00:00Z',
  recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', start: '2026-11-10T13:00:00Z' },
};

export interface OrganiserPort extends EventsPort {
  /** What was sent, in its order. */
  readonly sent: { readonly input: EventInput; readonly options: WriteOptions | undefined }[];
  /** Somebody else saves this. */
  change(id: string, change: Partial<CalendarEvent>): void;
}

const version = (etag = '"0"'): number => Number(etag.replaceAll('"', ''));

function applied(event: CalendarEvent, input: EventInput): CalendarEvent {
  const { orgId, topicIds, description, message: _, ...rest } = input;
  const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  const gone = Object.keys(rest).filter((name) => rest[name as keyof typeof rest] === null);
  const organiser = VOCABULARY.orgs.find(({ id }) => id === orgId);
  const merged = {
    ...event,
    ...(kept as Partial<CalendarEvent>),
    ...(organiser && { organiser }),
    ...(topicIds && { topics: VOCABULARY.topics.filter(({ id }) => topicIds.includes(id)) }),
    ...(description && { description: untrustedHtml(description) }),
    etag: `"${version(event.etag) + 1}"`,
  };
  return Object.fromEntries(
    Object.entries(merged).filter(([name]) => !gone.includes(name)),
  ) as unknown as CalendarEvent;
}

/** A port that keeps what organisers save, and refuses what was changed meanwhile, as the hub does. */
export function organiserPort(events: readonly CalendarEvent[] = [], vocabulary = VOCABULARY): OrganiserPort {
  const kept = new Map(events.map((event) => [event.id ?? event.uid, event]));
  const sent: { input: EventInput; options: WriteOptions | undefined }[] = [];
  const find = (id: string): CalendarEvent => {
    const event = kept.get(id);
    if (!event) throw new BackendError('missing', `No event ${id}`);
    return event;
  };
  return {
    sent,
    change: (id, change) => {
      const event = find(id);
      kept.set(id, { ...event, ...change, etag: `"${version(event.etag) + 1}"` });
    },
    list: async () => ({ items: [...kept.values()], problems: [] }),
    get: async (id) => find(id),
    vocabulary: async () => vocabulary,
    create: async (input, options) => {
      sent.push({ input, options });
      const id = `evt-${kept.size + 10}`;
      const bare: CalendarEvent = {
        id,
        uid: id,
        title: '',
        start: '',
        end: '',
        allDay: false,
        can: ['update', 'cancel'],
      };
      const event = applied(bare, input);
      kept.set(id, event);
      return event;
    },
    update: async ({ id }, input, options) => {
      sent.push({ input, options });
      const event = find(id);
      if (options?.ifMatch !== event.etag) throw new BackendError('conflict', 'Changed meanwhile', { status: 412 });
      const changed = applied(event, input);
      kept.set(id, changed);
      return changed;
    },
  };
}

/** A port that takes nothing: the faults of these fields come back. */
export const refusingPort = (
  fieldErrors: readonly { readonly field: string; readonly code: string }[],
  events: readonly CalendarEvent[] = [],
): EventsPort => {
  const refuse = (): Promise<never> =>
    Promise.reject(new BackendError('invalid', 'Refused', { status: 422, problem: { fieldErrors } }));
  return { ...organiserPort(events), create: refuse, update: refuse };
};

const mara = { id: 'mara', displayName: 'Mara Kestner', org: { id: 'auental', name: 'Kreis Auental' } };

export const IMPULSES: readonly Impulse[] = [
  {
    id: 'imp-1',
    title: 'Ich zeige, wie wir Sitzungsvorlagen halbiert haben',
    abstract: 'Mit der Vorlage, den Widerständen und dem, was übrig blieb.',
    by: mara,
    org: mara.org,
    topics: [VOCABULARY.topics[0]!],
    minutes: 30,
    state: 'offered',
    interested: 4,
    me: { interested: false },
    createdAt: '2026-10-01T08:00:00Z',
    can: ['interest'],
    etag: '"1"',
  },
  {
    id: 'imp-2',
    title: 'Ich zeige, wie wir Bescheide mit Bürgerinnen testen',
    by: { id: 'jonas', displayName: 'Jonas Albers', org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' } },
    org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' },
    topics: [],
    minutes: 45,
    state: 'offered',
    interested: 7,
    me: { author: true },
    createdAt: '2026-09-20T08:00:00Z',
    can: ['update', 'date', 'withdraw'],
    etag: '"1"',
  },
  {
    id: 'imp-3',
    title: 'Ich zeige, wie wir Anrufe zurückgewonnen haben',
    by: mara,
    topics: [VOCABULARY.topics[1]!],
    minutes: 20,
    state: 'dated',
    interested: 11,
    event: { id: 'evt-9', title: 'Anrufe zurückgewinnen', start: '2027-02-04T09:00:00Z' },
    createdAt: '2026-09-01T08:00:00Z',
    can: ['interest'],
  },
];

export const CIRCLES: readonly LearningCircle[] = [
  {
    id: 'cir-1',
    title: 'Verständlich schreiben im Amt',
    summary: 'Fünf Treffen, fünf Bescheide, die man versteht.',
    guideUrl: 'https://impulswerk.example/leitfaden',
    by: mara,
    org: mara.org,
    topics: [VOCABULARY.topics[0]!],
    dates: ['2027-03-02', '2027-03-16', '2027-03-30'].map((day) => ({
      start: `${day}T09:00:00Z`,
      end: `${day}T10:30:00Z`,
    })),
    places: 6,
    registered: 4,
    waiting: 0,
    state: 'open',
    can: ['register'],
  },
  {
    id: 'cir-2',
    title: 'Führen ohne Leitungsfunktion',
    topics: [],
    dates: ['2027-01-12', '2027-01-26'].map((day) => ({ start: `${day}T12:00:00Z`, end: `${day}T13:30:00Z` })),
    places: 5,
    registered: 5,
    waiting: 2,
    members: [mara, { id: 'jonas', displayName: 'Jonas Albers' }],
    state: 'full',
    me: { registered: true },
    can: ['unregister'],
  },
];

/** A port with impulses and circles that keeps what is done with them. */
export function offersPort(
  impulses: readonly Impulse[] = IMPULSES,
  circles: readonly LearningCircle[] = CIRCLES,
): EventsPort & { readonly calls: string[]; change(id: string, change: Partial<Impulse>): void } {
  const calls: string[] = [];
  const offers = new Map(impulses.map((impulse) => [impulse.id, impulse]));
  const groups = new Map(circles.map((circle) => [circle.id, circle]));
  const put = (impulse: Impulse): Impulse => {
    offers.set(impulse.id, impulse);
    return impulse;
  };
  const known = (id: string): Impulse => {
    const impulse = offers.get(id);
    if (!impulse) throw new BackendError('missing', `No impulse ${id}`);
    return impulse;
  };
  const eventOf = (id: string, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
    ...OWN_EVENT,
    id,
    uid: id,
    ...more,
  });
  return {
    ...organiserPort([OWN_EVENT]),
    calls,
    change: (id, change) => put({ ...known(id), ...change, etag: '"2"' }),
    impulses: async ({ q = '', topic, mine }) => {
      const items = [...offers.values()].filter(
        (impulse) =>
          impulse.title.toLowerCase().includes(q.toLowerCase()) &&
          (!topic || impulse.topics.some(({ id }) => id === topic)) &&
          (mine !== 'author' || impulse.me?.author) &&
          (mine !== 'interested' || impulse.me?.interested),
      );
      return { items, problems: [], total: items.length };
    },
    offerImpulse: async (input, options) => {
      calls.push(`offer ${input.title ?? ''} ${options?.idempotencyKey ? 'once' : ''}`);
      return put({
        id: `imp-${offers.size + 1}`,
        title: input.title ?? '',
        ...(input.abstract && { abstract: input.abstract }),
        topics: [],
        minutes: input.minutes ?? 30,
        state: 'offered',
        interested: 0,
        me: { author: true },
        createdAt: '2026-11-01T08:00:00Z',
        can: ['update', 'date', 'withdraw'],
      });
    },
    updateImpulse: async ({ id, etag }, { topicIds: _, abstract, ...input }) => {
      const impulse = known(id);
      if (impulse.etag !== etag) throw new BackendError('conflict', 'Changed meanwhile', { status: 412 });
      calls.push(`update ${id} ${JSON.stringify({ ...input, ...(abstract && { abstract }) })}`);
      return put({ ...impulse, ...input, ...(abstract && { abstract }) });
    },
    withdrawImpulse: async ({ id }) => {
      calls.push(`withdraw ${id}`);
      return put({ ...known(id), state: 'withdrawn', can: [] });
    },
    impulseInterest: async ({ id }, interested) => {
      calls.push(`interest ${id} ${String(interested)}`);
      const impulse = known(id);
      const step = Number(interested) - Number(impulse.me?.interested ?? false);
      return put({ ...impulse, interested: impulse.interested + step, me: { interested } });
    },
    dateImpulse: async ({ id, title }, input) => {
      calls.push(`date ${id} ${JSON.stringify(input)}`);
      put({ ...known(id), state: 'dated', can: [], event: { id: 'evt-new', title, start: input.start } });
      return eventOf('evt-new', { title, start: input.start });
    },
    circles: async () => ({ items: [...groups.values()], problems: [] }),
    createCircle: async (input) => {
      calls.push(`found ${input.title} ${input.dates.length} ${input.places}`);
      return eventOf('cir-new', { title: input.title, kind: 'learning-circle' });
    },
    register: async ({ id }) => {
      calls.push(`register ${id}`);
      const circle = groups.get(id);
      if (circle)
        groups.set(id, { ...circle, registered: circle.registered + 1, me: { registered: true }, can: ['unregister'] });
      return eventOf(id, { me: { registered: true } });
    },
    unregister: async ({ id }) => {
      calls.push(`unregister ${id}`);
      const circle = groups.get(id);
      if (circle) groups.set(id, { ...circle, me: {}, registered: circle.registered - 1, can: ['register'] });
      return eventOf(id, { me: {} });
    },
  };
}
