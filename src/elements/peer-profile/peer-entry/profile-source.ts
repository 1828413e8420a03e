import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { PeersPort, PeerVocabulary, WriteOptions } from '../../../backend/ports.ts';
import { asBackendError, noSource } from '../../../internal/as-backend-error.ts';
import { randomId } from '../../../internal/random-id.ts';
import { unlessAborted } from '../../../internal/unless-aborted.ts';
import type { PeerProfile } from '../../../model/peer-profile.ts';

/** What is under way, or has failed. */
export type ProfileWork = 'save' | 'consent' | 'refuse';

const NOTHING: PeerVocabulary = { topics: [], orgs: [], mails: false };

/** The reader's entry as it is stored, and what is done with it. One thing at a time. */
export class ProfileSource implements ReactiveController {
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  profile: PeerProfile | undefined;
  vocabulary: PeerVocabulary = NOTHING;
  /** Why it could not be loaded. */
  error: BackendError | undefined;
  busy: ProfileWork | undefined;
  /** What failed last, and why. */
  failure: { readonly work: ProfileWork; readonly error: BackendError } | undefined;

  readonly #host: ReactiveControllerHost;
  #port: PeersPort | undefined;
  #user: string | undefined;
  #abort = new AbortController();
  #sent = { content: '', key: '' };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort.abort();
    this.#port = this.busy = undefined;
  }

  /** Turns to the entry of a reader. */
  use(port: PeersPort, user: string | undefined): void {
    if (port === this.#port && user === this.#user) return;
    this.#port = port;
    this.#user = user;
    void this.load();
  }

  /** Asks for the entry, and for what its form suggests. */
  async load(): Promise<void> {
    const port = this.#port;
    if (!port?.profile) return;
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.state = 'loading';
    this.error = this.failure = undefined;
    this.#host.requestUpdate();
    // Without suggestions the form works as well.
    const suggested = port.vocabulary?.({ signal }).catch(() => NOTHING) ?? NOTHING;
    try {
      [this.profile, this.vocabulary] = await unlessAborted(Promise.all([port.profile({ signal }), suggested]), signal);
      this.state = 'ready';
    } catch (cause) {
      if (signal.aborted) return;
      this.error = asBackendError(cause);
      this.state = 'failed';
    }
    this.#host.requestUpdate();
  }

  /** The entry as it is stored now, to be laid beside what was typed. */
  async fresh(): Promise<PeerProfile | undefined> {
    return this.#port?.profile?.({ signal: this.#abort.signal, fresh: true });
  }

  /** Goes on from another version of the entry. */
  take(profile: PeerProfile): void {
    this.profile = profile;
    this.failure = undefined;
    this.#host.requestUpdate();
  }

  failureOf(work: ProfileWork): BackendError | undefined {
    return this.failure?.work === work ? this.failure.error : undefined;
  }

  /**
   * Does something with the entry. The same content goes under the same key, however often it is sent. Undefined where it
   * failed, for which `failure` stands, or where something else is under way.
   */
  async run<T>(
    work: ProfileWork,
    content: unknown,
    call: (port: PeersPort, options: WriteOptions) => Promise<T> | undefined,
  ): Promise<{ readonly done: T } | undefined> {
    const port = this.#port;
    if (!port || this.busy) return undefined;
    const { signal } = this.#abort;
    this.busy = work;
    this.failure = undefined;
    this.#host.requestUpdate();
    try {
      const options = { signal, idempotencyKey: this.#keyFor([work, content]), ifMatch: this.profile?.etag };
      return { done: await (call(port, options) ?? Promise.reject(noSource())) };
    } catch (cause) {
      if (!signal.aborted) this.failure = { work, error: asBackendError(cause) };
      return undefined;
    } finally {
      this.busy = undefined;
      this.#host.requestUpdate();
    }
  }

  #keyFor(what: unknown): string {
    const content = JSON.stringify(what);
    if (content !== this.#sent.content) this.#sent = { content, key: randomId() };
    return this.#sent.key;
  }
}
