import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { trustedPolicy } from '../backend/trusted-types.ts';

/** Data blocks stand beside what an editor put into the element, and in no slot of it. */
const SLOT = 'vr-data';

/**
 * Says to programs what a widget shows to people: one `<script type="application/ld+json">` at the end of the element's
 * own children, for as long as it is on the page. A data block is never run: `script-src` does not concern it.
 */
export class DataBlockController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #script: HTMLScriptElement | undefined;
  #text = '';
  #of: unknown;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#write();
  }

  hostDisconnected(): void {
    this.#remove();
  }

  /**
   * @param of what the block tells of: the text is made anew only where that is another
   * @param make the text, made by `scriptJson`; '' for none
   */
  tell(of: unknown, make: () => string): void {
    const stands = (): boolean => this.#text === '' || this.#script?.parentNode === this.#host;
    if (of === this.#of && stands()) return;
    this.#of = of;
    const text = make();
    if (text === this.#text && stands()) return;
    this.#text = text;
    this.#remove();
    this.#write();
  }

  /**
   * A text in a `<script>` counts as code to Trusted Types, even where its type says that it is data and nothing is run.
   * The policy takes JSON alone. A page whose list forbids the policy does without the block. Each change is a new
   * element, whole before it comes onto the page.
   */
  #write(): void {
    if (this.#text === '' || this.#script || !this.#host.isConnected) return;
    const policy = trustedPolicy();
    if (!policy && 'trustedTypes' in globalThis) return;
    const script = this.#host.ownerDocument.createElement('script');
    script.type = 'application/ld+json';
    script.slot = SLOT;
    script.textContent = policy ? policy.createScript(this.#text) : this.#text;
    this.#host.append(script);
    this.#script = script;
  }

  #remove(): void {
    this.#script?.remove();
    this.#script = undefined;
  }
}
