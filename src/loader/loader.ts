import { runtime } from '../internal/runtime.ts';
import { VERSION } from '../internal/version.ts';
import { warnOnce } from '../internal/warn.ts';
import type { PageSettings } from './page-script.ts';
import type { Pace } from './own-task.ts';
import { isTag, TAGS } from './tag-map.ts';

/** Unknown tags with our prefix are among the undefined ones. */
const OURS = `:not(:defined),${Object.keys(TAGS).join()}`;
/** What an editor's fallback never is, but the rest of a page may well be. */
const SWALLOWED = ':is(main,header,footer,nav,form,script,h1,h2):not([data-vr-fallback] *)';

/** Finds tags, mounts and links in a page, loads what they need and keeps watching. */
export class Loader {
  readonly version = VERSION;
  readonly #settings: PageSettings;
  readonly #mounts: string;
  readonly #pace: Pace;
  readonly #started = new Map<string, Promise<boolean>>();

  constructor(settings: PageSettings, pace: Pace = (load) => load()) {
    this.#pace = pace;
    this.#settings = settings;
    this.#mounts = `.vr-mount,.vr-embed${settings.links ? ',a[href]' : ''}`;
  }

  /** Looks at the page and at everything that is added to it, also where a framework swaps its whole body. */
  watch(): void {
    this.scan(document);
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this.scan(document));
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node instanceof Element && node.isConnected) this.scan(node);
    }).observe(document.documentElement, { childList: true, subtree: true });
  }

  /** Starts what is in a part of the page, such as a shadow root, which cannot be watched from outside. Idempotent. */
  scan(root: ParentNode): void {
    // A mount whose children the parser has yet to bring must not be filled.
    const complete = document.readyState !== 'loading';
    for (const element of select(root, OURS))
      if (element.localName.startsWith('vr-')) this.#startTag(element, complete);
    const mounts = complete ? select(root, this.#mounts) : [];
    if (!mounts.length) return;
    const load = (tag: string): Promise<boolean> => this.load(tag);
    import('./start-mounts.ts').then(
      ({ startMounts }) => startMounts(mounts, this.#settings.links, load),
      (error: unknown) => warnOnce('VR014', `Mounts and links could not be started: ${String(error)}`),
    );
  }

  /** Whether the tag is registered in the end; a failed load is tried again the next time it is needed. */
  load(tag: string): Promise<boolean> {
    let started = this.#started.get(tag);
    if (!started) {
      started = this.#pace(TAGS[tag] ?? (() => Promise.resolve())).then(
        () => customElements.get(tag) !== undefined,
        (error: unknown) => {
          this.#started.delete(tag);
          warnOnce('VR014', `<${tag}> could not be loaded: ${String(error)}`);
          return false;
        },
      );
      this.#started.set(tag, started);
    }
    return started;
  }

  #startTag(element: Element, complete: boolean): void {
    const tag = element.localName;
    if (!isTag(tag)) warnOnce('VR003', `There is no <${tag}>; there are: ${Object.keys(TAGS).join(', ')}.`, element);
    // Also where something else has the tag: what is loaded then tells of it.
    else if (!customElements.get(tag) || !runtime().tags.has(tag)) void this.load(tag);
    if (complete && tag !== 'vr-backend' && element.querySelector(SWALLOWED)) {
      warnOnce('VR010', `<${tag}> has half the page inside it: close it by </${tag}>, not by "/>".`, element);
    }
  }
}

function select(root: ParentNode, selector: string): HTMLElement[] {
  const found = [...root.querySelectorAll<HTMLElement>(selector)];
  if (root instanceof HTMLElement && root.matches(selector)) found.unshift(root);
  return found;
}
