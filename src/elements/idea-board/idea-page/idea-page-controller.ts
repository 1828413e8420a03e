import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BackendError } from '../../../backend/backend-error.ts';
import type { IdeasPort, WriteOptions } from '../../../backend/ports.ts';
import type { IdeaPageMessages } from '../../../i18n/de/idea-page.ts';
import { randomId } from '../../../internal/random-id.ts';
import type { PersonRef } from '../../../model/common.ts';
import type { HelpOffer, IdeaComment, IdeaSupport } from '../../../model/idea-participation.ts';
import type { Idea } from '../../../model/idea.ts';
import type { Page } from '../../../model/page.ts';
import { noPart, type Conflict, type Notice, type Part } from './page-parts.ts';

/** What the page's element gives the controller. */
export interface IdeaPageHost extends ReactiveControllerHost {
  readonly idea: Idea | undefined;
  readonly port: IdeasPort | undefined;
  readonly secret: string | undefined;
  /** Words of the moment, for what is announced. */
  readonly said: IdeaPageMessages;
  /** The idea is another one now: the list around wants to know. */
  ideaChanged(idea: Idea): void;
}

interface Parts {
  comments: Part<IdeaComment>;
  offers: Part<HelpOffer>;
  supports: Part<IdeaSupport>;
  people: Part<PersonRef>;
}

/** Milliseconds that good news floats over the page; who uses a screen reader has heard it, and bad news stays. */
const NOTICE_STAYS = 8000;

/** Options of a run: what is said when it went well, and how its answer is taken in. */
export interface RunOptions<T> {
  readonly said?: string;
  readonly take?: (value: T) => void;
}

/**
 * The idea on the page and what belongs to it: asks the port, takes its answers in, sends what the reader does. What fails
 * is told and loses nothing: forms keep their text, what was shown ahead is taken back.
 */
export class IdeaPageController implements ReactiveController {
  /** The idea as it is shown: the source's last answer, or what will be when the source agrees. */
  idea: Idea | undefined;
  /** The whole idea is on its way, or could not be had. */
  state: 'none' | 'loading' | 'ready' | 'failed' = 'none';
  error: BackendError | undefined;
  parts: Parts = { comments: noPart, offers: noPart, supports: noPart, people: noPart };
  notice: Notice | undefined;
  conflict: Conflict | undefined;

  readonly #host: IdeaPageHost;
  readonly #busy = new Set<string>();
  readonly #failures = new Map<string, BackendError>();
  /** One key for all tries to send the same. */
  readonly #keys = new Map<string, { readonly input: string; readonly key: string }>();
  #given: Idea | undefined;
  #port: IdeasPort | undefined;
  #abort = new AbortController();
  #left = false;

  constructor(host: IdeaPageHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.#left) return;
    this.#left = false;
    this.#begin();
  }

  hostDisconnected(): void {
    this.#left = true;
    this.#abort.abort();
  }

  hostUpdate(): void {
    const { idea, port } = this.#host;
    const other = idea?.id !== this.#given?.id || port !== this.#port;
    if (other) {
      this.#given = idea;
      this.#port = port;
      this.idea = idea;
      this.parts = { comments: noPart, offers: noPart, supports: noPart, people: noPart };
      this.notice = this.conflict = undefined;
      this.#failures.clear();
      this.#begin();
      return;
    }
    if (idea === this.#given) return;
    this.#given = idea;
    // The list has something newer: ask for the whole of it, unless it is what the page itself has told.
    if (idea && idea !== this.idea && idea.updatedAt !== this.idea?.updatedAt) void this.reload();
  }

  isBusy(name: string): boolean {
    return this.#busy.has(name);
  }

  failureOf(name: string): BackendError | undefined {
    return this.#failures.get(name);
  }

  /** Forgets what went wrong with a form. */
  forget(name: string): void {
    this.#failures.delete(name);
    this.#host.requestUpdate();
  }

  /** Asks for the idea anew; what is shown stays until the answer comes. */
  async reload(): Promise<Idea | undefined> {
    const id = this.idea?.id;
    if (id === undefined || !this.#port?.get) return this.idea;
    const port = this.#port;
    try {
      const idea = await port.get!(id, this.#reading());
      if (port === this.#port && this.idea?.id === id) this.#take(idea);
      return idea;
    } catch (error) {
      this.#readFailed(error);
      return undefined;
    }
  }

  /** Asks for a list beside the idea, at first or again. */
  async load(name: keyof Parts): Promise<void> {
    const port = this.#port;
    const id = this.idea?.id;
    const call = id === undefined ? undefined : this.#listOf(name, id);
    if (!call || this.parts[name].state === 'loading') return;
    this.#setPart(name, { ...this.parts[name], state: this.parts[name].state === 'ready' ? 'ready' : 'loading' });
    try {
      const items = await call;
      if (port === this.#port && id === this.idea?.id) this.#setPart(name, { state: 'ready', items });
    } catch (error) {
      if (this.#abort.signal.aborted || port !== this.#port) return;
      this.#setPart(name, { ...this.parts[name], state: 'failed', error: asFailure(error) });
    }
  }

  /** Options of a write; tries of the same input share one key, so that they act once. */
  writing(name: string, input: unknown, ifMatch?: string): WriteOptions {
    const text = JSON.stringify(input) ?? '';
    let known = this.#keys.get(name);
    if (!known || known.input !== text) this.#keys.set(name, (known = { input: text, key: randomId() }));
    const { secret } = this.#host;
    return { idempotencyKey: known.key, ...(ifMatch && { ifMatch }), ...(secret && { secret }) };
  }

  /** Sends something. True when it went well; a failure is kept under the name for its form to show. */
  async run<T>(name: string, call: () => Promise<T> | undefined, options: RunOptions<T> = {}): Promise<boolean> {
    if (this.#busy.has(name)) return false;
    this.#busy.add(name);
    this.#failures.delete(name);
    this.notice = undefined;
    this.#host.requestUpdate();
    try {
      const value = await call();
      this.#keys.delete(name);
      if (value !== undefined) options.take?.(value);
      if (options.said) this.say(options.said);
      return true;
    } catch (error) {
      this.#failures.set(name, asFailure(error));
      return false;
    } finally {
      this.#busy.delete(name);
      this.#host.requestUpdate();
    }
  }

  /** Sends something that gives the idea anew. */
  change(
    name: string,
    call: (port: IdeasPort, id: string) => Promise<Idea> | undefined,
    said?: string,
  ): Promise<boolean> {
    const { idea } = this;
    const port = this.#port;
    if (!idea || !port) return Promise.resolve(false);
    return this.run(name, () => call(port, idea.id), { said, take: (next: Idea) => this.take(next) });
  }

  /** Shows what will be at once, sends it, and takes it back where the source disagrees. */
  async ahead(
    name: string,
    next: Idea,
    call: (port: IdeasPort, id: string) => Promise<Idea> | undefined,
    said: string,
  ): Promise<boolean> {
    const before = this.idea;
    this.idea = next;
    const done = await this.change(name, call, said);
    if (!done) {
      if (this.idea === next) this.idea = before;
      this.tellFailure(name, true);
    }
    return done;
  }

  /** Says in words why something failed that has no form to show it. */
  tellFailure(name: string, rolledBack = false): void {
    const error = this.#failures.get(name);
    if (!error) return;
    const { page, failure } = this.#host.said;
    const why = failure[error.kind] ?? failure.unknown;
    this.notice = { tone: 'failed', text: rolledBack ? page.rolledBack(why) : page.failed(why) };
    this.#host.requestUpdate();
  }

  say(text: string): void {
    const notice: Notice = { tone: 'done', text };
    this.notice = notice;
    this.#host.requestUpdate();
    setTimeout(() => {
      if (this.notice !== notice) return;
      this.notice = undefined;
      this.#host.requestUpdate();
    }, NOTICE_STAYS);
  }

  setConflict(conflict: Conflict | undefined): void {
    this.conflict = conflict;
    this.#host.requestUpdate();
  }

  /** Takes in an answer of the source that is the whole idea. */
  take(next: Idea): void {
    this.#take(next);
    this.#host.ideaChanged(next);
  }

  /** Puts a comment in its place: a new one at the end, a known one where it was. */
  takeComment(comment: IdeaComment): void {
    const { items } = this.parts.comments;
    const known = items.some(({ id }) => id === comment.id);
    this.#setPart('comments', {
      state: 'ready',
      items: known ? items.map((each) => (each.id === comment.id ? comment : each)) : [...items, comment],
    });
    if (known || !this.idea || comment.state !== 'visible') return;
    const { counts } = this.idea;
    this.idea = { ...this.idea, counts: { ...counts, comments: counts.comments + 1 } };
    this.#host.ideaChanged(this.idea);
  }

  /** Puts a help offer in its place. */
  takeOffer(offer: HelpOffer): void {
    const { items } = this.parts.offers;
    const known = items.some(({ id }) => id === offer.id);
    this.#setPart('offers', {
      state: 'ready',
      items: known ? items.map((each) => (each.id === offer.id ? offer : each)) : [...items, offer],
    });
  }

  #begin(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.state = 'none';
    this.error = undefined;
    const { idea } = this;
    if (!idea || !this.#port) return;
    if (this.#port.get) {
      this.state = 'loading';
      void this.reload();
    } else this.state = 'ready';
    void this.load('comments');
    void this.load('offers');
  }

  #reading(): { signal: AbortSignal; secret?: string } {
    const { secret } = this.#host;
    return { signal: this.#abort.signal, ...(secret && { secret }) };
  }

  #listOf(name: keyof Parts, id: string): Promise<readonly never[]> | undefined {
    const port = this.#port;
    const itemsOf = async <T>(page: Promise<Page<T>> | undefined): Promise<readonly T[]> => (await page)?.items ?? [];
    const options = this.#reading();
    if (name === 'comments')
      return port?.comments && (itemsOf(port.comments(id, options)) as Promise<readonly never[]>);
    if (name === 'offers')
      return port?.helpOffers && (itemsOf(port.helpOffers(id, options)) as Promise<readonly never[]>);
    if (name === 'supports')
      return port?.supports && (itemsOf(port.supports(id, options)) as Promise<readonly never[]>);
    return port?.participants?.(id, options) as Promise<readonly never[]> | undefined;
  }

  #setPart<N extends keyof Parts>(name: N, part: Parts[N] | Part<never>): void {
    this.parts = { ...this.parts, [name]: part };
    this.#host.requestUpdate();
  }

  #take(idea: Idea): void {
    this.idea = idea;
    this.state = 'ready';
    this.error = undefined;
    this.#host.requestUpdate();
  }

  #readFailed(error: unknown): void {
    if (this.#abort.signal.aborted) return;
    this.error = asFailure(error);
    this.state = 'failed';
    this.#host.requestUpdate();
  }
}

/** What a port of the page's own throws may be anything. */
function asFailure(error: unknown): BackendError {
  return error instanceof BackendError ? error : new BackendError('unknown', String(error), { cause: error });
}
