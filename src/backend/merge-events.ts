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

/** By start, then the longer first; days are compared with hours as the reader's zone has them. */
function compareIn(timeZone: string): (a: CalendarEvent, b: CalendarEvent) => number {
  const compare = (a: string, b: string): number => {
    // Two of one form compare as texts.
    if (a.length === b.length) return a < b ? -1 : a > b ? 1 : 0;
    return boundToInstant(a, timeZone) - boundToInstant(b, timeZone);
  };
  return (a, b) => compare(a.start, b.start) || compare(b.end, a.end);
}

/** Several calendars as one: in order of start, each event once and with the name of its source. */
export function mergeEvents(sources: readonly EventsSource[], timeZone = 'Europe/Berlin'): EventsPort {
  const compare = compareIn(timeZone);
  const list: EventsPort['list'] = ({ limit, cursor, ...query }, options = {}) =>
    mergePages(
      sources.map(({ source, port }) => ({ source, list: (page) => port.list({ ...query, ...page }, options) })),
      {
        limit,
        cursor,
        signal: options.signal,
        compare,
        key: ({ uid, recurrenceId, start }) => JSON.stringify([uid, recurrenceId ?? start]),
        stamp: (event, source) => ({
          ...event,
          source: { ...source, ...event.source, label: source.label ?? event.source?.label },
        }),
      },
    );
  const readers = sources.flatMap(({ port }) => (port.get ? [port] : []));
  if (!readers.length) return { list };
  return {
    list,
    async get(uid, options) {
      let first: BackendError | undefined;
      for (const port of readers) {
        try {
          return await port.get!(uid, options);
        } catch (error) {
          if (!(error instanceof BackendError)) throw error;
          // A source that does not have it says less than one that could not answer.
          if (!first || first.kind === 'missing') first = error;
        }
      }
      throw first!;
    },
  };
}
