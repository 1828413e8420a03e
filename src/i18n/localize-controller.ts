import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Messages } from './de/words.ts';
import { languageAt, localeOf, messagesOf, type Dictionary } from './language.ts';

const controllers = new Set<{ refresh(): void }>();
let observer: MutationObserver | undefined;

/** One observer for all widgets of the page: `lang` may change on any element above one of them. */
function watch(): void {
  observer ??= new MutationObserver(() => {
    for (const controller of controllers) controller.refresh();
  });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'], subtree: true });
}

/** Gives an element the words and formats of the language it stands in, and draws it anew when that changes. */
export class LocalizeController<M extends Messages = Messages> implements ReactiveController {
  /** BCP 47 tag of the surroundings. */
  lang = '';
  /** Locale for `Intl`. */
  locale = 'de-DE';
  words: M;
  /** Pending while a dictionary is on its way. An element awaits it before it draws, so nobody sees two languages. */
  pending: Promise<void> | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #dictionary: Dictionary<M>;

  constructor(host: ReactiveControllerHost & HTMLElement, dictionary: Dictionary<M>) {
    this.#host = host;
    this.#dictionary = dictionary;
    this.words = dictionary.de;
    host.addController(this);
  }

  hostConnected(): void {
    controllers.add(this);
    watch();
    this.refresh();
  }

  hostDisconnected(): void {
    controllers.delete(this);
    if (controllers.size === 0) {
      observer?.disconnect();
      observer = undefined;
    }
  }

  refresh(): void {
    const lang = languageAt(this.#host);
    const messages = messagesOf(lang, this.#dictionary);
    this.lang = lang;
    if (messages instanceof Promise) {
      this.pending = messages.then(
        (words) => this.#take(lang, words),
        // The chunk did not arrive (offline): German is better than nothing, and the next change tries again.
        () => this.#take(lang, this.#dictionary.de),
      );
    } else {
      this.#take(lang, messages);
    }
  }

  #take(lang: string, words: M): void {
    if (lang !== this.lang) return;
    this.pending = undefined;
    const locale = localeOf(words.lang === 'de' && !lang.toLowerCase().startsWith('de') ? 'de' : lang);
    if (words === this.words && locale === this.locale) return;
    this.words = words;
    this.locale = locale;
    this.#host.requestUpdate();
  }
}
