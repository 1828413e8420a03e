import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BackendError } from '../backend/backend-error.ts';
import type { WriteOptions } from '../backend/ports.ts';
import { asBackendError } from './as-backend-error.ts';
import { randomId } from './random-id.ts';

/** What is being done, by a name each: one at a time, the same content under the same key, its failure kept. */
export class Deeds implements ReactiveController {
  /** What was done last, in words for a screen reader and the eye. */
  said = '';

  readonly #host: ReactiveControllerHost;
  #abort = new AbortController();
  readonly #busy = new Set<string>();
  readonly #failures = new Map<string, BackendError>();
  readonly #keys = new Map<string, { readonly content: string; readonly key: string }>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Lets go of everything: another source, or another person. */
  reset(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#busy.clear();
    this.#failures.clear();
    this.#keys.clear();
    this.said = '';
  }

  isBusy(name: string): boolean {
    return this.#busy.has(name);
  }

  failureOf(name: string): BackendError | undefined {
    return this.#failures.get(name);
  }

  forgive(name: string): void {
    this.#failures.delete(name);
  }

  say(words: string): void {
    this.said = words;
    this.#host.requestUpdate();
  }

  /** Gives undefined where it failed, cannot be done here, or is being done already. */
  async run<T>(
    name: string,
    content: unknown,
    work: (options: WriteOptions) => Promise<T> | undefined,
  ): Promise<T | undefined> {
    if (this.#busy.has(name)) return undefined;
    const { signal } = this.#abort;
    this.#busy.add(name);
    this.#failures.delete(name);
    this.said = '';
    this.#host.requestUpdate();
    try {
      const done = await work({ signal, idempotencyKey: this.#keyFor(name, content) });
      if (signal.aborted) return undefined;
      this.#keys.delete(name);
      return done;
    } catch (cause) {
      if (!signal.aborted) this.#failures.set(name, asBackendError(cause));
      return undefined;
    } finally {
      if (!signal.aborted) {
        this.#busy.delete(name);
        this.#host.requestUpdate();
      }
    }
  }

  #keyFor(name: string, content: unknown): string {
    const text = JSON.stringify(content);
    const known = this.#keys.get(name);
    if (known?.content === text) return known.key;
    const key = randomId();
    this.#keys.set(name, { content: text, key });
    return key;
  }
}
