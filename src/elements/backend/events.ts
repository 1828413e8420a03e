/**
 * The reader has to sign in: a request was refused (`refused`, once for all that were refused together), or the reader
 * has asked to (`asked`). A page that has a sign-in of its own calls `preventDefault()`, or `respondWith` with a promise
 * of whether somebody is signed in now: then the refused request goes again, and nothing else is opened.
 */
export class VrAuthRequiredEvent extends CustomEvent<{ readonly cause: 'refused' | 'asked' }> {
  static readonly eventName = 'vr-auth-required';
  #done: Promise<boolean> | undefined;

  constructor(cause: 'refused' | 'asked') {
    super(VrAuthRequiredEvent.eventName, { bubbles: true, composed: true, cancelable: true, detail: { cause } });
  }

  /** What the page has promised. */
  get done(): Promise<boolean> | undefined {
    return this.#done;
  }

  /** The page signs the reader in by itself. */
  respondWith(done: Promise<boolean>): void {
    this.preventDefault();
    this.#done = done;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-auth-required': VrAuthRequiredEvent;
  }
}
