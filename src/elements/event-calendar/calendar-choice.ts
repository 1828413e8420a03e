import type { EventsQuery } from '../../backend/ports.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';
import type { EventFilter } from '../../model/event-filter.ts';

/** Lets some events pass. */
export type EventSieve = (events: readonly CalendarEvent[]) => readonly CalendarEvent[];

/** What the reader narrows the events to. */
export class CalendarChoice {
  values: EventFilter = { q: '', kind: '', topic: '', org: '' };
  /** Ids of the sources that are switched off. */
  hidden: ReadonlySet<string> = new Set();
  /** The reader's own zone, where times are wanted in it. */
  zone: string | undefined;
  /** What lets the chosen events pass; undefined where nothing is chosen. */
  sieve: EventSieve | undefined;
  #byValue: EventSieve | undefined;

  /** @param sieve what lets the events of these values pass */
  narrow(values: EventFilter, sieve: EventSieve | undefined): void {
    this.values = values;
    this.#byValue = sieve;
    this.#join();
  }

  /** What the reader narrowed the events to, over what the page did. */
  over(fixed: Pick<EventsQuery, 'kind' | 'topic' | 'org'>): Pick<EventsQuery, 'kind' | 'topic' | 'org'> {
    const { kind, topic, org } = this.values;
    return { ...fixed, ...(kind && { kind }), ...(topic && { topic }), ...(org && { org }) };
  }

  hide(sources: ReadonlySet<string>): void {
    this.hidden = sources;
    this.#join();
  }

  #join(): void {
    const { hidden } = this;
    const byValue = this.#byValue;
    this.sieve =
      hidden.size === 0
        ? byValue
        : (events) => {
            const shown = events.filter(({ source }) => !hidden.has(source?.id ?? ''));
            return byValue ? byValue(shown) : shown;
          };
  }
}
