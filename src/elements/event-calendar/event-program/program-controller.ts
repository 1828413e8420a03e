import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { EventsPort, WriteOptions } from '../../../backend/ports.ts';
import type { EventProgramMessages } from '../../../i18n/de/event-program.ts';
import { asBackendError, noSource } from '../../../internal/as-backend-error.ts';
import { randomId } from '../../../internal/random-id.ts';
import type { CalendarEvent, Session } from '../../../model/calendar-event.ts';
import type { SessionInput } from '../../../model/event-input.ts';

/** What the element gives its controller. */
export interface ProgramHost extends ReactiveControllerHost {
  readonly event: CalendarEvent | undefined;
  readonly port: EventsPort | undefined;
  /** Words of the moment, for what is announced. */
  readonly said: EventProgramMessages;
  /** The event has other sessions now: the calendar around wants to know. */
  programChanged(event: CalendarEvent): void;
}

export interface Notice {
  readonly tone: 'good' | 'bad';
  readonly text: string;
  /** Takes back what the notice tells. */
  readonly undo?: () => void;
}

/** Somebody saved the session between the reader's look at it and the reader's change. */
export interface SessionClash {
  readonly session: Session;
  readonly input: SessionInput;
  /** Names the write, as it was called. */
  readonly name: string;
  readonly after: (session: Session) => void;
}

/** Milliseconds that good news floats over the page; bad news stays, and so does what can be undone. */
const NOTICE_STAYS = 8000;

/** Whose problem a refusal is: the hub names what it is about. */
export const codeOf = (error: BackendError): string =>
  typeof error.problem?.['code'] === 'string' ? error.problem['code'] : '';

/**
 * The sessions of one camp: asks the port for them, takes its answers in, sends what the reader does. What fails is told
 * and loses nothing; what was shown ahead is taken back.
 */
export class ProgramController implements ReactiveController {
  sessions: readonly Session[] = [];
  state: 'none' | 'loading' | 'ready' | 'failed' = 'none';
  error: BackendError | undefined;
  notice: Notice | undefined;
  clash: SessionClash | undefined;

  readonly #host: ProgramHost;
  readonly #busy = new Set<string>();
  readonly #failures = new Map<string, BackendError>();
  /** One key for all tries to send the same. */
  readonly #keys = new Map<string, { readonly input: string; readonly key: string }>();
  #event: CalendarEvent | undefined;
  #port: EventsPort | undefined;
  #told: readonly Session[] | undefined;
  #abort = new AbortController();
  #left = false;
  #noticeTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ProgramHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.#left) return;
    this.#left = false;
    void this.load();
  }

  hostDisconnected(): void {
    this.#left = true;
    clearTimeout(this.#noticeTimer);
    this.#abort.abort();
  }

  hostUpdate(): void {
    const { event, port } = this.#host;
    const before = this.#event;
    const isOther = event?.id !== before?.id || event?.uid !== before?.uid || port !== this.#port;
    this.#event = event;
    this.#port = port;
    if (isOther) {
      this.sessions = event?.sessions ?? [];
      this.notice = this.clash = undefined;
      this.#failures.clear();
      void this.load();
    } else if (event !== before && event?.sessions !== this.#told) {
      // The calendar has something newer than what was told from here.
      if (!this.#can('sessions')) this.sessions = event?.sessions ?? [];
      else if (event?.updatedAt !== before?.updatedAt || event?.etag !== before?.etag) void this.load();
    }
  }

  isBusy(name: string): boolean {
    return this.#busy.has(name);
  }

  failureOf(name: string): BackendError | undefined {
    return this.#failures.get(name);
  }

  forget(name: string): void {
    this.#failures.delete(name);
    this.#host.requestUpdate();
  }

  say(text: string, tone: Notice['tone'] = 'good', undo?: () => void): void {
    const notice = { text, tone, ...(undo && { undo }) };
    this.notice = notice;
    this.#host.requestUpdate();
    clearTimeout(this.#noticeTimer);
    if (tone === 'bad' || undo) return;
    this.#noticeTimer = setTimeout(() => {
      if (this.notice === notice) this.notice = undefined;
      this.#host.requestUpdate();
    }, NOTICE_STAYS);
  }

  byId(id: string): Session | undefined {
    return this.sessions.find((session) => session.id === id);
  }

  /** Asks for the sessions, at first or again; what is shown stays until the answer comes. */
  async load(): Promise<void> {
    this.#abort.abort();
    const abort = (this.#abort = new AbortController());
    const id = this.#event?.id;
    const port = this.#port;
    if (id === undefined || !port?.sessions) {
      this.state = this.#event ? 'ready' : 'none';
      return;
    }
    this.state = 'loading';
    this.error = undefined;
    try {
      const { items } = await port.sessions(id, { signal: abort.signal, fresh: true });
      if (abort.signal.aborted) return;
      this.sessions = items;
      this.state = 'ready';
    } catch (error) {
      if (abort.signal.aborted) return;
      this.state = 'failed';
      this.error = asBackendError(error);
    }
    this.#host.requestUpdate();
  }

  /** Shows or takes back interest; it is shown at once and taken back where the source refuses. */
  async interest(session: Session): Promise<void> {
    const { proposals, failure } = this.#host.said;
    const wanted = !session.me?.interested;
    const name = `interest-${session.id}`;
    if (this.#busy.has(name)) return;
    const count = Math.max(0, (session.interested ?? 0) + (wanted ? 1 : -1));
    this.#put({ ...session, interested: count, me: { ...session.me, interested: wanted } });
    const result = await this.#run(name, (port) => {
      if (!port.sessionInterest) throw noSource();
      return port.sessionInterest(session, wanted, this.#writing(name, { id: session.id, wanted }));
    });
    if (result) {
      this.#take(result);
      this.say((wanted ? proposals.noted : proposals.unnoted)(session.title));
      return;
    }
    this.#put(session);
    const why = this.failureOf(name);
    this.say(
      proposals.notSaved(why?.kind === 'denied' ? this.#host.said.sessionForm.denied : failure[why?.kind ?? 'unknown']),
      'bad',
    );
  }

  /** Sends a new proposal; undefined where it has not arrived, and `failureOf('propose')` says why. */
  async propose(input: SessionInput): Promise<Session | undefined> {
    const id = this.#event?.id;
    const session = await this.#run('propose', (port) => {
      if (!port.proposeSession || id === undefined) throw noSource();
      return port.proposeSession(id, input, this.#writing('propose', { id, ...input }));
    });
    if (session) this.#take(session);
    return session;
  }

  /**
   * Changes a session. Where somebody was faster both versions are shown (`clash`), and `after` is called once the reader
   * has decided for the own one. Undefined where it has not been changed, and `failureOf(name)` says why.
   */
  async update(
    name: string,
    session: Session,
    input: SessionInput,
    after: (session: Session) => void = () => undefined,
  ): Promise<Session | undefined> {
    const changed = await this.#run(name, (port) => {
      if (!port.updateSession) throw noSource();
      return port.updateSession(session, input, this.#writing(name, { id: session.id, etag: session.etag, ...input }));
    });
    if (changed) {
      this.#take(changed);
      after(changed);
      return changed;
    }
    const failure = this.failureOf(name);
    if (failure?.kind !== 'conflict' || codeOf(failure) === 'session-conflict') return undefined;
    await this.load();
    const theirs = this.byId(session.id);
    if (!theirs) return undefined;
    this.#failures.delete(name);
    this.clash = { session: theirs, input, name, after };
    this.#host.requestUpdate();
    return undefined;
  }

  /** The reader has chosen between both versions. */
  async settle(mine: boolean): Promise<void> {
    const { clash } = this;
    this.clash = undefined;
    if (clash && mine) await this.update(clash.name, clash.session, clash.input, clash.after);
    else if (clash) this.say(this.#host.said.conflict.taken);
  }

  #can(method: 'sessions'): boolean {
    return this.#port?.[method] !== undefined && this.#event?.id !== undefined;
  }

  #writing(name: string, given: unknown): WriteOptions {
    const input = JSON.stringify(given);
    const known = this.#keys.get(name);
    const key = known?.input === input ? known.key : randomId();
    this.#keys.set(name, { input, key });
    return { idempotencyKey: key };
  }

  async #run(name: string, work: (port: EventsPort) => Promise<Session>): Promise<Session | undefined> {
    const port = this.#port;
    if (this.#busy.has(name)) return undefined;
    this.#busy.add(name);
    this.#failures.delete(name);
    this.#host.requestUpdate();
    try {
      if (!port) throw noSource();
      const answer = await work(port);
      this.#keys.delete(name);
      return port === this.#port ? answer : undefined;
    } catch (error) {
      this.#failures.set(name, asBackendError(error));
      return undefined;
    } finally {
      this.#busy.delete(name);
      this.#host.requestUpdate();
    }
  }

  #put(session: Session): void {
    const isKnown = this.sessions.some(({ id }) => id === session.id);
    this.sessions = isKnown
      ? this.sessions.map((each) => (each.id === session.id ? session : each))
      : [...this.sessions, session];
    this.#host.requestUpdate();
  }

  /** Takes in an answer of the source. */
  #take(session: Session): void {
    this.#put(session);
    if (!this.#event) return;
    this.#told = this.sessions;
    this.#host.programChanged({ ...this.#event, sessions: this.sessions });
  }
}
