import type { CalendarEvent } from '../model/calendar-event.ts';
import type { SourceRef } from '../model/page.ts';
import { boundToInstant } from '../model/time-zone.ts';
import { BackendError } from './backend-error.ts';
import { mergePages } from './merge-pages.ts';
import type { EventsPort } from './ports.ts';

export interface EventsSource {
  readonly source: SourceRef;
  readonly port: EventsPort;
}

/** Which source an event, a session or an offer came from, by its id or uid: what is done with it goes there. */
export type EventHomes = Map<string, EventsSource>;

/** By start, then the longer first; days are compared with hours as the reader's zone has them. */
function compareIn(timeZone: string): (a: CalendarEvent, b: CalendarEvent) => number {
  const compare = (a: string, b: string): number => {
    // Two of one form compare as texts.
    if (a.length === b.length) return a < b ? -1 : a > b ? 1 : 0;
    return boundToInstant(a, timeZone) - boundToInstant(b, timeZone);
  };
  return (a, b) => compare(a.start, b.start) || compare(b.end, a.end);
}

/**
 * The event with the name of its source, which is remembered. What an editor named is one calendar, also where it is a hub
 * that gathers others; without a name they stay apart as the hub tells them.
 */
export function stampEvent(event: CalendarEvent, home: EventsSource, homes: EventHomes): CalendarEvent {
  const { source } = home;
  homes.set(event.uid, home);
  if (event.id) homes.set(event.id, home);
  for (const { id } of event.sessions ?? []) homes.set(id, home);
  const { url } = event.source ?? {};
  const named = source.label === undefined ? event.source : url !== undefined && { url };
  return { ...event, source: { ...source, ...named } };
}

/** Several calendars as one: in order of start, each event once and with the name of its source. */
export function mergeEvents(
  sources: readonly EventsSource[],
  timeZone = 'Europe/Berlin',
  homes: EventHomes = new Map(),
): EventsPort {
  const compare = compareIn(timeZone);
  const bySource = new Map(sources.map((home) => [home.source, home]));
  const list: EventsPort['list'] = ({ limit, cursor, ...query }, options = {}) =>
    mergePages(
      sources.map(({ source, port }) => ({ source, list: (page) => port.list({ ...query, ...page }, options) })),
      {
        limit,
        cursor,
        signal: options.signal,
        compare,
        key: ({ uid, recurrenceId, start }) => JSON.stringify([uid, recurrenceId ?? start]),
        stamp: (event, source) => stampEvent(event, bySource.get(source)!, homes),
      },
    );

  const get: NonNullable<EventsPort['get']> = async (uid, options) => {
    const known = homes.get(uid);
    let first: BackendError | undefined;
    for (const home of known?.port.get ? [known] : sources) {
      if (!home.port.get) continue;
      try {
        return stampEvent(await home.port.get(uid, options), home, homes);
      } catch (error) {
        if (!(error instanceof BackendError)) throw error;
        // A source that does not have it says less than one that could not answer.
        if (!first || first.kind === 'missing') first = error;
      }
    }
    throw first!;
  };

  // A calendar program subscribes to one address: the first that there is.
  const subscribed = sources.find(({ port }) => port.subscribeUrl)?.port;
  const feeds = sources.find(({ port }) => port.feeds)?.port.feeds;
  return {
    list,
    ...(sources.some(({ port }) => port.get !== undefined) && { get }),
    ...(subscribed && {
      subscribeUrl: subscribed.subscribeUrl,
      ...(subscribed.subscribeFilters && { subscribeFilters: true }),
    }),
    ...(feeds && { feeds }),
    ...(sources.some(({ port }) => port.fileUrl !== undefined) && {
      fileUrl: (event: CalendarEvent) => (homes.get(event.id ?? '') ?? homes.get(event.uid))?.port.fileUrl?.(event),
    }),
  };
}
