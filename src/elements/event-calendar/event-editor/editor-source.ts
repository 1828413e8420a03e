import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { EventsPort, EventVocabulary } from '../../../backend/ports.ts';
import { asBackendError, noSource } from '../../../internal/as-backend-error.ts';
import { randomId } from '../../../internal/random-id.ts';
import { unlessAborted } from '../../../internal/unless-aborted.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { seriesHead, type EditScope } from '../../../model/event-form.ts';
import type { EventInput } from '../../../model/event-input.ts';

/** What the form is about. */
export interface EditorSubject {
  readonly port: EventsPort;
  readonly event: CalendarEvent | undefined;
  readonly scope: EditScope;
}

const NOTHING: EventVocabulary = { topics: [], orgs: [], offers: false, mails: false };

/**
 * Fetches what the organiser's form needs, the event as it is stored and who may invite, and sends what was made of it. The
 * same content goes under the same key, however often it is sent.
 */
export class EditorSource implements ReactiveController {
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  /** As it is stored now; undefined for a new one. */
  event: CalendarEvent | undefined;
  vocabulary: EventVocabulary = NOTHING;
  /** Why it could not be loaded. */
  error: BackendError | undefined;
  /** It is being sent. */
  busy = false;
  /** Why sending failed. */
  failure: BackendError | undefined;

  readonly #host: ReactiveControllerHost;
  #subject: EditorSubject | undefined;
  #abort = new AbortController();
  #sent = { content: '', key: '' };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort.abort();
    this.#subject = undefined;
    this.busy = false;
  }

  /** Forgets what it was about. */
  forget(): void {
    this.#abort.abort();
    this.#subject = this.event = this.error = this.failure = undefined;
    this.state = 'idle';
    this.busy = false;
  }

  /** Turns to an event, or to a new one. */
  use(subject: EditorSubject): void {
    const { port, event, scope } = this.#subject ?? {};
    // The same event comes anew with every change of it; a form that is being filled in keeps its own version.
    if (this.#subject && port === subject.port && event?.id === subject.event?.id && scope === subject.scope) return;
    this.#subject = subject;
    void this.load();
  }

  /** Asks anew for what is to be changed. */
  async load(): Promise<void> {
    const subject = this.#subject;
    if (!subject) return;
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.state = 'loading';
    this.error = this.failure = undefined;
    this.#host.requestUpdate();
    const loads = Promise.all([this.#stored(subject, signal), subject.port.vocabulary?.({ signal }) ?? NOTHING]);
    try {
      [this.event, this.vocabulary] = await unlessAborted(loads, signal);
      this.state = 'ready';
    } catch (cause) {
      if (signal.aborted) return;
      this.error = asBackendError(cause);
      this.state = 'failed';
    }
    this.#host.requestUpdate();
  }

  /** The event as it is stored now, to be laid beside what was typed. */
  async fresh(): Promise<CalendarEvent | undefined> {
    const subject = this.#subject;
    return subject && this.#stored(subject, this.#abort.signal);
  }

  /** Goes on from another version of the event. */
  take(event: CalendarEvent): void {
    this.event = event;
    this.failure = undefined;
  }

  /**
   * Sends what was made of the form. Gives the event as it is then; undefined where it failed, for which `failure` stands,
   * or where it is being sent already.
   */
  async send(input: EventInput): Promise<CalendarEvent | undefined> {
    const subject = this.#subject;
    if (!subject || this.busy) return undefined;
    const { port, scope } = subject;
    const { event } = this;
    const { signal } = this.#abort;
    this.busy = true;
    this.failure = undefined;
    this.#host.requestUpdate();
    try {
      const options = { signal, idempotencyKey: this.#keyFor(input) };
      const sent = event?.id
        ? port.update?.({ id: event.id, ...dateOf(event, scope) }, input, { ...options, ifMatch: event.etag })
        : port.create?.(input, options);
      return await (sent ?? Promise.reject(noSource()));
    } catch (cause) {
      if (!signal.aborted) this.failure = asBackendError(cause);
      return undefined;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  async #stored({ port, event, scope }: EditorSubject, signal: AbortSignal): Promise<CalendarEvent | undefined> {
    if (!event) return undefined;
    const known = port.get ? await port.get(event.id ?? event.uid, { signal, ...dateOf(event, scope) }) : event;
    return scope === 'series' ? seriesHead(known) : known;
  }

  #keyFor(input: EventInput): string {
    const content = JSON.stringify(input);
    if (content !== this.#sent.content) this.#sent = { content, key: randomId() };
    return this.#sent.key;
  }
}

const dateOf = ({ recurrenceId }: CalendarEvent, scope: EditScope): { readonly recurrenceId?: string } =>
  scope === 'date' && recurrenceId ? { recurrenceId } : {};
