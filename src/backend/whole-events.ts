import type { CalendarEvent } from '../model/calendar-event.ts';
import { filterEvents } from '../model/event-filter.ts';
import type { Page, Problem } from '../model/page.ts';
import { DAY_MS } from '../model/plain-date.ts';
import { boundToInstant } from '../model/time-zone.ts';
import { BackendError } from './backend-error.ts';
import { expandSeries, type Span } from './expand-series.ts';
import type { CallOptions, EventsPort } from './ports.ts';
import { cutPage } from './read-list.ts';

/** Events of a source that knows few questions or none: at least those of a span, series as their masters. */
export interface WholeEvents {
  readonly events: readonly CalendarEvent[];
  readonly problems: readonly Problem[];
}

interface TimedEvent {
  readonly event: CalendarEvent;
  readonly start: number;
  readonly end: number;
}

/** Those that reach into the span, by start, the longer first, each once. */
function sortedWithin(events: readonly CalendarEvent[], { from, to }: Span, zone: string): CalendarEvent[] {
  const seen = new Set<string>();
  const found: TimedEvent[] = [];
  for (const event of events) {
    const start = boundToInstant(event.start, zone);
    const end = boundToInstant(event.end, zone);
    if (!(start < to && (end > from || (end === start && start >= from)))) continue;
    const key = `${event.uid} ${event.recurrenceId ?? ''}`;
    if (!seen.has(key)) found.push({ event, start, end });
    seen.add(key);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.map(({ event }) => event);
}

function occurrencesIn(
  events: readonly CalendarEvent[],
  span: Span,
  zone: string,
  problems: Problem[],
): CalendarEvent[] {
  const masters = events.filter(({ recurrence, recurrenceId }) => recurrence && !recurrenceId);
  if (!masters.length) return [...events];
  const series = new Set(masters);
  return [...events.filter((event) => !series.has(event)), ...expandSeries(masters, [], span, zone, problems)];
}

/**
 * Questions about events answered from what `load` brings: series expanded, filters, words, order, pages.
 * @param load is told the span that is asked for (none: one event is looked for by its uid)
 */
export function portOfEvents(
  load: (span: Span | undefined, options: CallOptions) => Promise<WholeEvents>,
  timeZone: string,
): Required<Pick<EventsPort, 'list' | 'get'>> {
  return {
    async list({ from, to, q = '', kind = '', topic = '', org = '', limit, cursor }, options = {}) {
      const span = { from: boundToInstant(from, timeZone), to: boundToInstant(to, timeZone) };
      if (!(span.from <= span.to)) throw new BackendError('invalid', `No range: ${from} to ${to}`);
      options.signal?.throwIfAborted();
      const whole = await load(span, options);
      options.signal?.throwIfAborted();
      const problems = [...whole.problems];
      const found = filterEvents(occurrencesIn(whole.events, span, timeZone, problems), { q, kind, topic, org });
      const page: Page<CalendarEvent> = {
        ...cutPage(sortedWithin(found, span, timeZone), { limit, cursor }),
        problems,
      };
      return page;
    },
    async get(uid, { recurrenceId, ...options } = {}) {
      const { events } = await load(undefined, options);
      const own = events.filter((event) => event.uid === uid);
      const exact = own.find((event) => event.recurrenceId === recurrenceId);
      if (exact) return exact;
      // The date comes from a link, which may name anything.
      const at = recurrenceId ? boundToInstant(recurrenceId, timeZone) : NaN;
      if (!Number.isNaN(at)) {
        const near = occurrencesIn(own, { from: at - DAY_MS, to: at + DAY_MS }, timeZone, []);
        const instance = near.find((event) => event.recurrenceId === recurrenceId);
        if (instance) return instance;
      } else if (!recurrenceId && own[0]) return own[0];
      throw new BackendError('missing', `No event ${uid.slice(0, 100)}`);
    },
  };
}
