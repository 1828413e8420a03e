import { ContextRequest, type ContextCallback } from './context-request.ts';

/** Who asked for a context: weakly held, since a parked request must not keep a removed element alive. */
export class ContextSubscribers {
  readonly #targets = new Map<ContextCallback, WeakRef<Element>>();

  add(target: Element, callback: ContextCallback): void {
    for (const [old, ref] of this.#targets) if (!ref.deref()) this.#targets.delete(old);
    this.#targets.set(callback, new WeakRef(target));
  }

  delete(callback: ContextCallback): void {
    this.#targets.delete(callback);
  }

  tell(value: unknown): void {
    for (const callback of [...this.#targets.keys()]) callback(value, () => this.delete(callback));
  }

  /** Lets all go and has each ask again from where it stands; somebody nearer may answer now. */
  release(context: unknown, except?: Element): void {
    const parked = [...this.#targets];
    this.#targets.clear();
    for (const [callback, ref] of parked) {
      const target = ref.deref();
      if (target === except && target) this.add(target, callback);
      else target?.dispatchEvent(new ContextRequest(context, target, callback, true));
    }
  }
}
