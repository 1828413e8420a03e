import type { CalendarEvent } from '../model/calendar-event.ts';
import type { Impulse, LearningCircle } from '../model/impulse.ts';
import type { Page } from '../model/page.ts';
import { BackendError } from './backend-error.ts';
import { stampEvent, type EventHomes, type EventsSource } from './merge-events.ts';
import { mergePages, type PagedSource } from './merge-pages.ts';
import type { EventsPort } from './ports.ts';

/** What more than looking can be done with events. */
type MeetingMethod = Exclude<
  keyof EventsPort,
  'list' | 'get' | 'subscribeUrl' | 'subscribeFilters' | 'feeds' | 'fileUrl'
>;

/** Methods whose first word is an event, or its id: they go where the event is. */
const OF_AN_EVENT = [
  'update',
  'register',
  'unregister',
  'registrations',
  'registrationsFile',
  'removeRegistration',
  'sessions',
  'proposeSession',
] as const satisfies readonly MeetingMethod[];
/** Methods on a session or an impulse that a list has told of. */
const OF_A_PART = [
  'updateSession',
  'sessionInterest',
  'updateImpulse',
  'withdrawImpulse',
  'impulseInterest',
  'dateImpulse',
] as const satisfies readonly MeetingMethod[];
/** Methods for what is new: they go to the first source that takes it. */
const OF_NEW = ['create', 'offerImpulse', 'createCircle'] as const satisfies readonly MeetingMethod[];

type Call = (...args: readonly unknown[]) => Promise<unknown>;
type Thing = { readonly id: string };

/** The methods of a port by name; called on it, since a page's own port may be an object of a class. */
const methodsOf = (port: EventsPort): Partial<Record<MeetingMethod, Call>> =>
  port as unknown as Partial<Record<MeetingMethod, Call>>;
const can = ({ port }: EventsSource, name: MeetingMethod): boolean => methodsOf(port)[name] !== undefined;

const isEvent = (answer: unknown): answer is CalendarEvent =>
  typeof answer === 'object' && answer !== null && 'uid' in answer && 'start' in answer;
const hasItems = (answer: unknown): answer is Page<Thing> =>
  typeof answer === 'object' && answer !== null && 'items' in answer;

/** Offers before those that have a date, the newest first; as a hub lists them. */
function compareImpulses(a: Impulse, b: Impulse): number {
  const rank = ({ state }: Impulse): number => (state === 'offered' ? 0 : 1);
  return rank(a) - rank(b) || Date.parse(b.createdAt) - Date.parse(a.createdAt);
}

/** By their first meeting. */
function compareCircles(a: LearningCircle, b: LearningCircle): number {
  const first = ({ dates }: LearningCircle): number => Date.parse(dates[0]?.start ?? '') || 0;
  return first(a) - first(b);
}

/**
 * What readers do with the events of several sources: with an event at the source that it came from, with what is new at
 * the first that takes it. A method is there when one source has it; where the event's own has not, it fails as
 * unsupported, which its empty `can[]` has told before.
 * @param events the same sources as one calendar; `homes` is what it remembers of them
 */
export function mergeMeetings(
  sources: readonly EventsSource[],
  events: EventsPort,
  homes: EventHomes,
): Partial<EventsPort> {
  const has = (name: MeetingMethod): boolean => sources.some((each) => can(each, name));
  const first = (name: MeetingMethod): EventsSource | undefined => sources.find((each) => can(each, name));

  const homeOfEvent = async (event: string | Thing): Promise<EventsSource | undefined> => {
    const id = typeof event === 'string' ? event : event.id;
    if (!homes.has(id)) await events.get?.(id).catch(() => undefined);
    return homes.get(id);
  };

  /** The answer; the way back to its source is remembered. */
  const remember = (answer: unknown, home: EventsSource): unknown => {
    if (isEvent(answer)) return stampEvent(answer, home, homes);
    for (const each of hasItems(answer) ? answer.items : [answer as Thing | undefined])
      if (each?.id) homes.set(each.id, home);
    return answer;
  };

  const call = async (
    home: EventsSource | undefined,
    name: MeetingMethod,
    args: readonly unknown[],
  ): Promise<unknown> => {
    if (home && can(home, name)) return remember(await methodsOf(home.port)[name]!(...args), home);
    const url = home?.source.url;
    throw new BackendError('unsupported', `No ${name} at ${url ?? 'any source'}`, { url });
  };

  const port: Partial<Record<MeetingMethod, Call>> = {};
  for (const name of OF_AN_EVENT)
    if (has(name)) port[name] = async (...args) => call(await homeOfEvent(args[0] as string | Thing), name, args);
  for (const name of OF_A_PART)
    if (has(name)) port[name] = (...args) => call(homes.get((args[0] as Thing).id) ?? first(name), name, args);
  for (const name of OF_NEW) if (has(name)) port[name] = (...args) => call(first(name), name, args);
  if (has('vocabulary')) {
    // A form asks what the source that will take its event knows.
    const taker = OF_NEW.map(first).find((home) => home && can(home, 'vocabulary')) ?? first('vocabulary');
    port.vocabulary = (...args) => call(taker, 'vocabulary', args);
  }

  const listed = async <T extends Thing>(home: EventsSource, answer: Promise<Page<T>>): Promise<Page<T>> =>
    remember(await answer, home) as Page<T>;
  const pagesOf = <T extends Thing>(
    name: 'impulses' | 'circles',
    list: (port: EventsPort, page: { readonly limit?: number; readonly cursor?: string }) => Promise<Page<T>>,
  ): PagedSource<T>[] =>
    sources
      .filter((each) => can(each, name))
      .map((home) => ({ source: home.source, list: (page) => listed(home, list(home.port, page)) }));
  const key = ({ id }: Thing): string => id;
  const stamp = <T>(item: T): T => item;

  const lists: Pick<EventsPort, 'impulses' | 'circles'> = {
    ...(has('impulses') && {
      impulses: ({ limit, cursor, ...query }, options = {}) =>
        mergePages<Impulse>(
          pagesOf('impulses', (each, page) => each.impulses!({ ...query, ...page }, options)),
          { limit, cursor, signal: options.signal, compare: compareImpulses, key, stamp },
        ),
    }),
    ...(has('circles') && {
      circles: (options = {}) =>
        mergePages<LearningCircle>(
          pagesOf('circles', (each) => each.circles!(options)),
          { signal: options.signal, compare: compareCircles, key, stamp },
        ),
    }),
  };
  return { ...(port as unknown as Partial<EventsPort>), ...lists };
}
