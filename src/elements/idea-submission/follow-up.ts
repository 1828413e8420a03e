import type { BackendError } from '../../backend/backend-error.ts';
import { asBackendError, noSource } from '../../internal/as-backend-error.ts';
import type { IdeasPort, WriteOptions } from '../../backend/ports.ts';
import { randomId } from '../../internal/random-id.ts';
import type { TransitionInput } from '../../model/idea-input.ts';
import type { Idea } from '../../model/idea.ts';

export interface FollowUpOptions {
  readonly id: string;
  /** Of the private link; it stays in memory. */
  readonly secret: string | undefined;
  readonly port: () => IdeasPort | undefined;
  readonly onChange: () => void;
}

/** One idea of one's own, followed: how it stands, what is asked, what can be done about it. */
export class FollowUp {
  readonly id: string;
  readonly secret: string | undefined;
  idea: Idea | undefined;
  /** Why it could not be loaded. */
  error: BackendError | undefined;
  /** Why the last step could not be sent. */
  sendError: BackendError | undefined;
  busy = false;
  /** What was done last. */
  news: '' | 'sent' | 'saved' | 'withdrawn' = '';
  answer = '';
  /** Reason of a withdrawal while it is being asked for. */
  reason: string | undefined;
  reasonMissing = false;

  readonly #options: FollowUpOptions;
  #key = '';
  #abort = new AbortController();

  constructor(options: FollowUpOptions) {
    this.#options = options;
    this.id = options.id;
    this.secret = options.secret;
  }

  /** Whether somebody may do something with it now. */
  may(action: string): boolean {
    return this.idea?.can.includes(action) === true;
  }

  async load(): Promise<void> {
    const { signal } = this.#abort;
    const port = this.#options.port();
    if (!port) return;
    this.error = undefined;
    this.busy = true;
    this.#options.onChange();
    try {
      if (!port.get) throw noSource();
      const { secret } = this;
      const idea = await port.get(this.id, { signal, fresh: true, ...(secret && { secret }) });
      if (signal.aborted) return;
      this.idea = idea;
    } catch (error) {
      if (signal.aborted) return;
      this.error = asBackendError(error);
    }
    this.busy = false;
    this.#options.onChange();
  }

  change(change: { readonly answer?: string; readonly reason?: string | undefined }): void {
    Object.assign(this, change);
    this.reasonMissing = false;
    // Other words are another message.
    this.#key = '';
    this.#options.onChange();
  }

  /** Answers the moderators' question: the idea goes back to them. */
  async sendAnswer(): Promise<void> {
    const note = this.answer.trim();
    if (await this.#step({ to: 'submitted', ...(note && { note }) })) {
      this.answer = '';
      this.news = 'sent';
    }
    this.#options.onChange();
  }

  async withdraw(): Promise<void> {
    const note = this.reason?.trim();
    this.reasonMissing = !note;
    if (note && (await this.#step({ to: 'withdrawn', note }))) {
      this.reason = undefined;
      this.news = 'withdrawn';
    }
    this.#options.onChange();
  }

  dispose(): void {
    this.#abort.abort();
  }

  async #step(input: TransitionInput): Promise<boolean> {
    const port = this.#options.port();
    if (this.busy || !port?.transition) return false;
    this.#key ||= randomId();
    this.busy = true;
    this.sendError = undefined;
    this.#options.onChange();
    const { secret } = this;
    const options: WriteOptions = {
      idempotencyKey: this.#key,
      signal: this.#abort.signal,
      ...(secret && { secret }),
    };
    try {
      this.idea = await port.transition(this.id, input, options);
      this.#key = '';
      return true;
    } catch (error) {
      if (!this.#abort.signal.aborted) this.sendError = asBackendError(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
