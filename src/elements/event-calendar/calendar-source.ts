import type { LitElement } from 'lit';
import type { EventsPort, EventsQuery } from '../../backend/ports.ts';
import { LazyPart } from '../../internal/lazy-part.ts';
import { PortController, type PortHost } from '../../internal/port-controller.ts';
import { QueryController } from '../../internal/query-controller.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';
import type { Page } from '../../model/page.ts';
import type { CalendarReader } from './calendar-reader.ts';
import { PlacedEvents } from './placed-events.ts';

/** What the calendar knows: its events, and, where its source is more than a list, who reads it. */
export class CalendarSource {
  readonly query: QueryController<EventsPort, EventsQuery, Page<CalendarEvent>>;
  readonly placed = new PlacedEvents();

  readonly #port: PortController<'events'>;
  readonly #near: () => boolean;
  readonly #host: LitElement & PortHost;
  readonly #readers: LazyPart<{ readonly CalendarReader: typeof CalendarReader }>;
  #reader: CalendarReader | undefined;

  /** @param near whether the reader is near enough for the widget to work */
  constructor(host: LitElement & PortHost, near: () => boolean, asked: () => EventsQuery | undefined) {
    this.#host = host;
    this.#near = near;
    this.#port = new PortController(host, 'events');
    this.#readers = new LazyPart(host, () => import('./calendar-reader.ts'));
    this.query = new QueryController(host, {
      port: () => this.port,
      query: asked,
      run: (port, query, signal, fresh) => port.list(query, { signal, ...(fresh && { fresh }) }),
    });
  }

  get port(): EventsPort | undefined {
    return this.#near() ? this.#port.port : undefined;
  }

  /** No source has turned up for a while. */
  get unresolved(): boolean {
    return this.#near() && this.#port.unresolved;
  }

  /** The source has more than events: people who register, offer and invite. */
  get isShared(): boolean {
    const { port } = this;
    return port?.vocabulary !== undefined || port?.register !== undefined || port?.impulses !== undefined;
  }

  /** A list may leave some events without a source; only where people share it are those its own. */
  isNamed(id: string | undefined): boolean {
    return id !== undefined || this.isShared;
  }

  /** There is something beside the events: ways to take part, several calendars, another zone than the reader's. */
  hasExtras(timeZone: string): boolean {
    if (this.isShared || this.port?.subscribeUrl) return true;
    if (Intl.DateTimeFormat().resolvedOptions().timeZone !== timeZone) return true;
    const ids = (this.query.value?.items ?? []).flatMap(({ source }) => source?.id ?? []);
    return ids.some((id) => id !== ids[0]);
  }

  /** Who reads; undefined where the source knows nobody, and until that is loaded. */
  get reader(): CalendarReader | undefined {
    if (!this.isShared) return undefined;
    const part = this.#readers.get();
    if (!this.#reader && part) {
      this.#reader = new part.CalendarReader(
        this.#host,
        () => this.port,
        () => this.query.run(),
      );
      // Made while the widget is drawn, it asks in the next turn.
      void this.#host.updateComplete.then(() => this.#host.requestUpdate());
    }
    return this.#reader;
  }
}
