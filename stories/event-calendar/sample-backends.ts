import { BackendError, type BackendErrorKind, type BackendErrorOptions } from '../../src/backend/backend-error.ts';
import type { Backend, EventsQuery } from '../../src/backend/ports.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { filterEvents } from '../../src/model/event-filter.ts';
import type { Problem } from '../../src/model/page.ts';
import { boundToInstant } from '../../src/model/time-zone.ts';

const ZONE = 'Europe/Berlin';

/** Whether an event touches a half-open range, as `EventsPort` has it. */
function isWithin(event: CalendarEvent, { from, to }: EventsQuery): boolean {
  const [start, end] = [boundToInstant(event.start, ZONE), boundToInstant(event.end, ZONE)];
  const [begin, finish] = [boundToInstant(from, ZONE), boundToInstant(to, ZONE)];
  return start < finish && (end > begin || (end === start && start >= begin));
}

/** A backend that answers with the events of the range asked for. */
export const backendOf = (events: readonly CalendarEvent[], problems: readonly Problem[] = []): Backend => ({
  events: {
    list: async (query) => {
      const { q = '', kind = '', topic = '', org = '' } = query;
      const items = filterEvents(
        events.filter((event) => isWithin(event, query)),
        { q, kind, topic, org },
      );
      return { items, problems, total: items.length };
    },
    get: async (uid) => {
      const event = events.find((candidate) => candidate.uid === uid);
      if (!event) throw new BackendError('missing', `No event ${uid}`);
      return event;
    },
  },
});

/** A backend that never answers. */
export const silentBackend = (): Backend => ({ events: { list: () => new Promise(() => undefined) } });

/** A backend that fails. */
export const failingBackend = (kind: BackendErrorKind, options: BackendErrorOptions = {}): Backend => ({
  events: {
    list: () =>
      Promise.reject(
        new BackendError(kind, `Planned failure of kind ${kind}`, {
          url: 'https://musterstadt.example/kalender.ics',
          ...options,
        }),
      ),
  },
});

/** A backend that answers once and fails from then on. */
export function failingLater(events: readonly CalendarEvent[], kind: BackendErrorKind): Backend {
  const good = backendOf(events);
  const bad = failingBackend(kind);
  let asked = 0;
  return { events: { list: (...call) => (asked++ === 0 ? good : bad).events!.list(...call) } };
}

/** What is wrong with parts of an answer. */
export const SAMPLE_PROBLEMS: readonly Problem[] = [
  {
    code: 'source-failed',
    kind: 'timeout',
    detail: 'No answer from https://beispielland.example/kalender.ics',
    source: { id: 'https://beispielland.example/kalender.ics', label: 'Landkreis Beispielland' },
  },
  { code: 'invalid-item', item: 'kaputt@musterstadt.example', line: 17, detail: 'DTSTART is no date: "gestern"' },
];
