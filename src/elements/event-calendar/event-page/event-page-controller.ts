import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asBackendError } from '../../../internal/as-backend-error.ts';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { EventsPort } from '../../../backend/ports.ts';
import type { Me } from '../../../model/account.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { dateOfChanged } from '../../../model/series-date.ts';

/** What the page's element gives the controller. */
export interface EventPageHost extends ReactiveControllerHost {
  readonly event: CalendarEvent | undefined;
  readonly port: EventsPort | undefined;
  readonly me: Me | undefined;
  readonly timeZone: string;
}

const keyOf = ({ uid, recurrenceId = '', source }: CalendarEvent): string =>
  `${source?.id ?? ''} ${uid} ${recurrenceId}`;

/** The event of the page with everything its source knows of it, for whoever reads now. */
export class EventPageController implements ReactiveController {
  /** The event as it is shown: what the calendar knows of it, then the source's answer. */
  event: CalendarEvent | undefined;
  state: 'loading' | 'ready' | 'failed' = 'ready';
  error: BackendError | undefined;

  readonly #host: EventPageHost;
  #given: CalendarEvent | undefined;
  #port: EventsPort | undefined;
  #reader: string | undefined;
  #abort: AbortController | undefined;
  /** What the series of the date has just become. */
  #series: CalendarEvent | undefined;

  constructor(host: EventPageHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#given = undefined;
  }

  hostUpdate(): void {
    const { event, port, me } = this.#host;
    const reader = me?.person?.id;
    const other = !event || !this.#given || keyOf(event) !== keyOf(this.#given) || port !== this.#port;
    const turned = reader !== this.#reader;
    // The calendar may have a newer one: what the page itself has told is known already.
    const newer = event !== this.#given && event !== this.event;
    this.#given = event;
    this.#port = port;
    this.#reader = reader;
    if (other || (newer && event)) this.event = event;
    if (event?.uid !== this.#series?.uid) this.#series = undefined;
    if (other || turned) void this.load();
  }

  /** Asks for the event; what is shown stays until the answer comes. */
  async load(fresh = false): Promise<void> {
    this.#abort?.abort();
    const { event } = this;
    const port = this.#port;
    if (!event || !port?.get) {
      this.state = 'ready';
      return;
    }
    const abort = (this.#abort = new AbortController());
    const { recurrenceId } = event;
    this.state = 'loading';
    this.error = undefined;
    try {
      const answer = await port.get(event.uid, {
        signal: abort.signal,
        ...(fresh && { fresh }),
        ...(recurrenceId && { recurrenceId }),
      });
      if (!abort.signal.aborted) this.take(answer);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.error = asBackendError(error);
      // A changed series may have lost the date.
      if (this.error.kind === 'missing' && this.#series) return this.take(this.#series);
      this.state = 'failed';
      this.#host.requestUpdate();
    }
  }

  /** Takes in what was made of the event. Whoever changed a whole series stays with the date that is shown. */
  takeChanged(answer: CalendarEvent): void {
    const { event } = this;
    const isWhole = answer.recurrence && !answer.recurrenceId;
    if (!event?.recurrenceId || !isWhole) return this.take(answer);
    this.take(dateOfChanged(answer, event, this.#host.timeZone));
    this.#series = answer;
    void this.load(true);
  }

  /** Takes in an answer of the source. Where it came from is what the calendar has said. */
  take(answer: CalendarEvent): void {
    const source = this.event?.source ?? answer.source;
    this.event = { ...answer, ...(source && { source }) };
    this.#series = undefined;
    this.state = 'ready';
    this.error = undefined;
    this.#host.requestUpdate();
  }
}
