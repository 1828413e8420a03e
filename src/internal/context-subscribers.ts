import { ContextRequest, type ContextCallback } from './context-request.ts';

interface Subscriber {
  readonly target: WeakRef<Element>;
  /** One function for the whole subscription: consumers tell by it whether they have changed providers. */
  readonly unsubscribe: () => void;
}

/** Who asked for a context: weakly held, since a parked request must not keep a removed element alive. */
export class ContextSubscribers {
  readonly #all = new Map<ContextCallback, Subscriber>();

  /** @returns what ends the subscription */
  add(target: Element, callback: ContextCallback): () => void {
    for (const [old, { target: ref }] of this.#all) if (!ref.deref()) this.#all.delete(old);
    const known = this.#all.get(callback);
    const unsubscribe = known?.unsubscribe ?? ((): void => void this.#all.delete(callback));
    this.#all.set(callback, { target: new WeakRef(target), unsubscribe });
    return unsubscribe;
  }

  tell(value: unknown): void {
    for (const [callback, { unsubscribe }] of [...this.#all]) callback(value, unsubscribe);
  }

  /** Lets all go and has each ask again from where it stands; somebody nearer may answer now. */
  release(context: unknown, except?: Element): void {
    const parked = [...this.#all];
    this.#all.clear();
    for (const [callback, subscriber] of parked) {
      const target = subscriber.target.deref();
      if (target === except) this.#all.set(callback, subscriber);
      else target?.dispatchEvent(new ContextRequest(context, target, callback, true));
    }
  }
}
