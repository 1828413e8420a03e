import { backendsChanged, runtime } from '../internal/runtime.ts';
import { VERSION } from '../internal/version.ts';
import { warnOnce } from '../internal/warn.ts';
import { isAloneInBlock, linkTarget, type LinkTarget } from './link-target.ts';
import { createWidget, fillMount, mountAttributes, wrapLink } from './mount.ts';
import { readPageSettings, type PageSettings } from './page-script.ts';
import { isTag, TAGS } from './tag-map.ts';

/** Unknown tags with our prefix are among the undefined ones. */
const OURS = `:not(:defined),${Object.keys(TAGS).join()},.vr-mount,.vr-embed`;
const MOUNTED = 'data-vr-mounted';
/** What an editor's fallback never is, but the rest of a page may well be. */
const SWALLOWED = 'main,header,footer,nav,form,script,h1,h2';

/** Finds tags, mounts and links in a page, loads what they need and keeps watching. */
export class Loader {
  readonly version = VERSION;
  readonly #settings: PageSettings;
  readonly #started = new Map<string, Promise<boolean>>();

  constructor(settings: PageSettings) {
    this.#settings = settings;
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
    const selector = this.#settings.links.length ? `${OURS},a[href]` : OURS;
    const found = [...root.querySelectorAll<HTMLElement>(selector)];
    if (root instanceof HTMLElement && root.matches(selector)) found.unshift(root);
    // A mount whose children the parser has yet to bring must not be filled.
    const complete = document.readyState !== 'loading';
    for (const element of found) {
      if (element.localName.startsWith('vr-')) this.#startTag(element, complete);
      else if (complete && element.isConnected) this.#startMount(element);
    }
  }

  #startTag(element: HTMLElement, complete: boolean): void {
    const tag = element.localName;
    if (!isTag(tag)) {
      warnOnce('VR003', `There is no <${tag}>; there are: ${Object.keys(TAGS).join(', ')}.`, element);
      return;
    }
    if (complete && tag !== 'vr-backend' && element.querySelector(SWALLOWED)) {
      warnOnce('VR010', `<${tag}> has half the page inside it: close it by </${tag}>, not by "/>".`, element);
    }
    if (!customElements.get(tag)) void this.#load(tag);
  }

  #startMount(element: HTMLElement): void {
    const { classList, localName } = element;
    if (element.hasAttribute(MOUNTED) || isInsideWidget(element)) return;
    if (localName !== 'a') {
      if (!classList.contains('vr-mount') && !element.hasAttribute('data-vr-widget')) return;
      const link = classList.contains('vr-embed') ? element.querySelector<HTMLAnchorElement>('a[href]') : null;
      this.#mount(element, this.#targetOf(element, link), fillMount);
    } else if (classList.contains('vr-embed') || this.#isListed(element as HTMLAnchorElement)) {
      this.#mount(element, this.#targetOf(element, element as HTMLAnchorElement), wrapLink);
    }
  }

  #isListed(link: HTMLAnchorElement): boolean {
    return this.#settings.links.some((pattern) => pattern.test(link.href)) && isAloneInBlock(link);
  }

  /** Attributes of ours say more than the address does. */
  #targetOf(element: HTMLElement, link: HTMLAnchorElement | null): LinkTarget | undefined {
    const given = mountAttributes(element);
    const named = element.getAttribute('data-vr-widget');
    const target = link && /^https?:$/.test(link.protocol) ? linkTarget(link.href) : undefined;
    if (named === null) return target && { ...target, attributes: { ...target.attributes, ...given } };
    const widget = named.replace(/^vr-/, '');
    const own = target?.widget === widget ? target.attributes : link ? { src: link.href } : {};
    return { widget, attributes: 'src' in given || 'backend' in given ? given : { ...own, ...given } };
  }

  #mount(element: HTMLElement, target: LinkTarget | undefined, put: (at: Element, widget: HTMLElement) => void): void {
    if (!target) return;
    const tag = `vr-${target.widget}`;
    if (!isTag(tag)) {
      warnOnce('VR012', `There is no widget "${target.widget}"; there are: ${widgetNames()}.`, element);
      return;
    }
    element.setAttribute(MOUNTED, '');
    void this.#load(tag).then((defined) => {
      if (defined) put(element, createWidget(element.ownerDocument, tag, target.attributes));
      else element.removeAttribute(MOUNTED);
    });
  }

  /** Whether the tag is registered in the end; a failed load is tried again the next time it is needed. */
  #load(tag: string): Promise<boolean> {
    let started = this.#started.get(tag);
    if (!started) {
      started = (TAGS[tag]?.() ?? Promise.resolve()).then(
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
}

const widgetNames = (): string =>
  Object.keys(TAGS)
    .filter((tag) => tag !== 'vr-backend')
    .map((tag) => tag.slice(3))
    .join(', ');

/** Links inside a tag or a mount are what stands there without the script. */
function isInsideWidget(element: Element): boolean {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (parent.localName === 'vr-backend') continue;
    if (parent.localName.startsWith('vr-') || parent.matches('.vr-mount,.vr-embed')) return true;
  }
  return false;
}

/** Starts the one loader of the page; a second copy adds its script's source where the first had none. */
export function startLoader(script: Element | null = null): void {
  const page = runtime();
  const settings = readPageSettings(script, location.href);
  if (settings.src && !page.src) {
    page.src = settings.src;
    backendsChanged();
  }
  if (page.loader) return;
  const loader = new Loader(settings);
  page.loader = loader;
  const global = globalThis as { VR?: unknown };
  // The name may be taken by something else; what is there was there first.
  global.VR ??= { version: VERSION, scan: (root: ParentNode = document) => loader.scan(root) };
  loader.watch();
}
