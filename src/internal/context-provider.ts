import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ContextAnnouncement } from './context-announcement.ts';
import type { ContextRequest } from './context-request.ts';
import { startContextRoot } from './context-root.ts';
import { ContextSubscribers } from './context-subscribers.ts';

/**
 * Offers the values of several contexts to everything below its host. A context can be claimed before its value is
 * there, and given up again: then whoever used it asks further out.
 */
export class ContextProvider implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** Claimed contexts with their value, undefined while it is on its way. */
  readonly #values = new Map<unknown, unknown>();
  readonly #subscribers = new Map<unknown, ContextSubscribers>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('context-request', this.#onRequest);
    host.addEventListener('context-provider', this.#onNearer);
  }

  hostConnected(): void {
    startContextRoot();
    for (const context of this.#values.keys()) this.#announce(context);
  }

  /** Offers a context; `undefined` claims it for a value that comes later. */
  offer(context: unknown, value: unknown): void {
    const known = this.#values.has(context);
    if (known && this.#values.get(context) === value) return;
    this.#values.set(context, value);
    if (known) this.#subscribersOf(context).tell(value);
    else if (this.#host.isConnected) this.#announce(context);
  }

  /** Offers it no more. */
  withdraw(context: unknown): void {
    if (!this.#values.delete(context)) return;
    const subscribers = this.#subscribersOf(context);
    subscribers.tell(undefined);
    subscribers.release(context);
  }

  readonly #onRequest = (event: Event): void => {
    const { context, contextTarget, callback, subscribe } = event as ContextRequest;
    const target = contextTarget ?? (event.composedPath()[0] as Element);
    if (target === this.#host || !this.#values.has(context)) return;
    event.stopImmediatePropagation();
    (event as ContextRequest).claimed = true;
    const value = this.#values.get(context);
    if (subscribe) {
      const unsubscribe = this.#subscribersOf(context).add(target, callback);
      if (value !== undefined) callback(value, unsubscribe);
    } else if (value !== undefined) callback(value);
    else {
      // Who asks once gets the value once, when it is there.
      this.#subscribersOf(context).add(target, (late, unsubscribe) => {
        unsubscribe?.();
        callback(late);
      });
    }
  };

  /** Another provider has appeared below: whom it can serve is released to it. */
  readonly #onNearer = (event: Event): void => {
    const { context, contextTarget } = event as ContextRequest;
    const target = contextTarget ?? (event.composedPath()[0] as Element);
    if (target === this.#host || !this.#values.has(context)) return;
    event.stopPropagation();
    this.#subscribersOf(context).release(context, target);
  };

  #announce(context: unknown): void {
    this.#host.dispatchEvent(new ContextAnnouncement(context, this.#host));
  }

  #subscribersOf(context: unknown): ContextSubscribers {
    let subscribers = this.#subscribers.get(context);
    if (!subscribers) this.#subscribers.set(context, (subscribers = new ContextSubscribers()));
    return subscribers;
  }
}
