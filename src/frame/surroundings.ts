import { TOKENS, type PageMessage } from './protocol.ts';

/** What a dialog needs at least, where the reader sees only a strip of the frame. */
const LEAST_VIEW = 320;
const LANGUAGES: readonly string[] = ['de', 'en'];

/** The property that a token is tried on: what it would not take is not taken. */
const PROPERTY: Readonly<Record<string, string>> = {
  '--vr-radius': 'border-radius',
  '--vr-radius-large': 'border-radius',
  '--vr-font-size': 'font-size',
  '--vr-font-family': 'font-family',
};

/** Whether a page may set a token to a value: known by name, and neither an address nor a way to other values. */
const isAllowed = (name: string, value: unknown): value is string =>
  TOKENS.includes(name) &&
  typeof value === 'string' &&
  value.length < 200 &&
  !/(?:url|image|var|env|attr)\s*\(/i.test(value) &&
  CSS.supports(PROPERTY[name] ?? 'color', value);

const isPage = (data: unknown): data is PageMessage => {
  const { vr, type } = (data ?? {}) as Partial<PageMessage>;
  return vr === 1 && type === 'page';
};

/** Keeps this page in step with the page around its frame: language, colours, and where a dialog is in view. */
export class Surroundings {
  #view: PageMessage['view'] | undefined;
  #isFirst = true;
  readonly #onFirst: () => void;

  /** @param onFirst called when the page around has spoken for the first time, and so listens, too */
  constructor(onFirst: () => void) {
    this.#onFirst = onFirst;
    addEventListener('resize', () => this.#place());
  }

  /** Takes a message of the page around; others are not looked at. */
  take(data: unknown): void {
    if (!isPage(data)) return;
    this.#paint(data);
    this.#speak(data.lang);
    const { top, height } = (data.view ?? {}) as Partial<PageMessage['view']>;
    if (Number.isFinite(top) && Number.isFinite(height)) this.#view = data.view;
    this.#place();
    if (this.#isFirst) this.#onFirst();
    this.#isFirst = false;
  }

  #paint({ theme, tokens }: PageMessage): void {
    const { dataset, style } = document.documentElement;
    // What the address says of colours goes before.
    if (!new URLSearchParams(location.search).has('theme') && (theme === 'light' || theme === 'dark')) {
      dataset['theme'] = theme;
    }
    const given: Readonly<Record<string, unknown>> = tokens ?? {};
    for (const name of TOKENS) {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (isAllowed(name, value)) style.setProperty(name, value);
      else style.removeProperty(name);
    }
  }

  /** Widgets follow the page's language by themselves; what the hub has written is asked for again, once and at first. */
  #speak(lang: unknown): void {
    const wanted = typeof lang === 'string' ? lang.slice(0, 2).toLowerCase() : '';
    const root = document.documentElement;
    const address = new URL(location.href);
    if (!LANGUAGES.includes(wanted) || wanted === root.lang || address.searchParams.has('lang')) return;
    if (this.#isFirst) {
      address.searchParams.set('lang', wanted);
      location.replace(address);
    } else root.lang = wanted;
  }

  /** Dialogs are as high as the frame, which may be many screens: they open where the reader looks. */
  #place(): void {
    if (!this.#view) return;
    const { style } = document.documentElement;
    const height = Math.min(innerHeight, Math.max(LEAST_VIEW, this.#view.height));
    const top = Math.max(0, Math.min(this.#view.top, innerHeight - height));
    style.setProperty('--vr-view-top', `${top}px`);
    style.setProperty('--vr-view-bottom', `${innerHeight - top - height}px`);
    style.setProperty('--vr-view-height', `${height}px`);
  }
}
