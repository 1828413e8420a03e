import type { CreatedIdea } from '../../backend/ports.ts';
import type { StorageKind } from '../../internal/device-store.ts';
import type { IdeaFormError } from '../../model/idea-form.ts';
import type { DeskHost } from './desk-host.ts';
import type * as Last from './last-parts.ts';
import type { IdeaSender, SendEntry, SendOrder } from './send-idea.ts';

export interface SubmissionPostOptions {
  /** Where an order may be kept. */
  readonly storage: () => StorageKind;
  /** Whose and which. */
  readonly scope: () => string;
  readonly secret: () => string | undefined;
  readonly onSent: (result: CreatedIdea, order: SendOrder) => void;
  /** The server names fields that it does not take. */
  readonly onErrors: (errors: readonly IdeaFormError[]) => void;
  /** An order is on its way, also one from before a reload. */
  readonly onUnderWay: () => void;
}

/** Brings one order at a time to the server and says what became of it. Its code comes with the end of the form. */
export class SubmissionPost {
  entry: SendEntry | undefined;
  readonly #host: DeskHost;
  readonly #options: SubmissionPostOptions;
  #sender: IdeaSender | undefined;
  #resumed = false;

  constructor(host: DeskHost, options: SubmissionPostOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** It is certain that nothing has arrived. */
  get mayWithdraw(): boolean {
    const { entry } = this;
    return !entry || (!entry.doubtful && entry.state !== 'sending') || entry.state === 'refused';
  }

  send(order: SendOrder): void {
    this.#open()?.send(order);
  }

  retry(): void {
    this.#sender?.retry();
  }

  /** Takes the order back; false where it may have arrived. */
  withdraw(): boolean {
    if (this.#sender?.withdraw() === false) return false;
    this.entry = undefined;
    return true;
  }

  forget(): void {
    this.entry = undefined;
    this.#sender?.forget();
  }

  /** What a reload interrupted goes on. */
  resume(): void {
    if (this.#resumed || this.#options.storage() === 'none' || !this.#host.ideas()) return;
    const sender = this.#open();
    this.#resumed = sender !== undefined;
    sender?.resume();
  }

  dispose(): void {
    this.#sender?.dispose();
    this.#sender = undefined;
    this.#resumed = false;
  }

  #open(): IdeaSender | undefined {
    const parts = this.#host.last.get();
    if (!parts) return undefined;
    const { storage, scope, secret } = this.#options;
    if (this.#sender?.storage !== storage()) this.dispose();
    this.#sender ??= new parts.IdeaSender({
      storage: storage(),
      scope: scope(),
      port: this.#host.ideas,
      secret,
      onChange: (entry) => this.#onEntry(entry, parts),
    });
    return this.#sender;
  }

  #onEntry(entry: SendEntry | undefined, parts: typeof Last): void {
    this.entry = entry;
    const { onSent, onErrors, onUnderWay } = this.#options;
    if (entry?.state === 'sent' && entry.result) {
      this.forget();
      onSent(entry.result, entry.input);
    } else if (entry?.state === 'refused') {
      const errors = parts.errorsOfProblem(entry.error, entry.input.input);
      if (errors.length > 0) {
        this.forget();
        onErrors(errors);
      }
    } else if (entry) onUnderWay();
    this.#host.onChange();
  }
}
