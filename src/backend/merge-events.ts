import type { CalendarEvent } from '../model/calendar-event.ts';
import type { SourceRef } from '../model/page.ts';
import { BackendError } from './backend-error.ts';
import { mergePages } from './merge-pages.ts';
import type { EventsPort } from './ports.ts';

export interface EventsSource {
  readonly source: SourceRef;
  readonly port: EventsPort;
}

const byStart = (a: CalendarEvent, b: CalendarEvent): number =>
  a.start < b.start ? -1 : a.start > b.start ? 1 : a.end < b.end ? -1 : a.end > b.end ? 1 : 0;

/** Several calendars as one: in order of start, each event once and with the name of its source. */
export function mergeEvents(sources: readonly EventsSource[]): EventsPort {
  const list: EventsPort['list'] = ({ limit, cursor, ...query }, options = {}) =>
    mergePages(
      sources.map(({ source, port }) => ({ source, list: (page) => port.list({ ...query, ...page }, options) })),
      {
        limit,
        cursor,
        signal: options.signal,
        compare: byStart,
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
