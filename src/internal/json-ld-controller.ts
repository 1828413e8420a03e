import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { trustedPolicy } from '../backend/trusted-types.ts';
import type { CalendarEvent } from '../model/calendar-event.ts';
import { eventsJsonLd } from '../model/event-json-ld.ts';
import { eventLink } from './event-link.ts';

/** Data blocks stand beside what an editor put into the element, and in no slot of it. */
const SLOT = 'vr-data';

/**
 * Says to programs what a widget shows to people: one `<script type="application/ld+json">` at the end of the element's
 * own children, for as long as it is on the page. A data block is never run: `script-src` does not concern it.
 */
export class JsonLdController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #script: HTMLScriptElement | undefined;
  #text = '';
  #shown: readonly CalendarEvent[] | undefined;

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

  /** The events that are shown; those that not everybody may see are left out. */
  show(events: readonly CalendarEvent[], language: 'de' | 'en'): void {
    if (events === this.#shown && (this.#text === '' || this.#script?.parentNode === this.#host)) return;
    this.#shown = events;
    // A frame without an address of its own has none to give either.
    const link = /^https?:/.test(location.protocol)
      ? ({ uid, recurrenceId }: CalendarEvent) => eventLink(uid, recurrenceId)
      : undefined;
    const text = eventsJsonLd(events, { language, link });
    if (text === this.#text && (text === '' || this.#script?.parentNode === this.#host)) return;
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
