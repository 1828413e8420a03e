import type { PortName } from '../backend/ports.ts';
import type { Rung } from './diagnosis.ts';

/** What each widget shows. */
export const PORT_OF: Readonly<Record<string, PortName>> = {
  'vr-blog-feed': 'posts',
  'vr-event-calendar': 'events',
  'vr-idea-board': 'ideas',
  'vr-idea-submission': 'ideas',
  'vr-peer-directory': 'peers',
  'vr-peer-profile': 'peers',
};
export const BACKEND_TAG = 'vr-backend';
export const isOurTag = (tag: string): boolean => tag === BACKEND_TAG || Object.hasOwn(PORT_OF, tag);

/** A widget that stands in the page. */
export interface Widget {
  readonly element: HTMLElement;
  readonly tag: string;
  readonly number: number;
  readonly rung: Rung;
}

/** What stands in the page and is, or was to become, one of ours. */
export interface OnPage {
  readonly widgets: readonly Widget[];
  readonly backends: readonly HTMLElement[];
  /** `vr-…` tags that there are none of. */
  readonly unknown: readonly HTMLElement[];
  /** Mounts and links that nothing has come of. */
  readonly idle: readonly HTMLElement[];
  readonly frames: readonly HTMLIFrameElement[];
}

/** Widgets draw others of our tags; what is in them is theirs. */
function* elementsIn(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot && !element.localName.startsWith('vr-') && !element.hasAttribute('data-vr-doctor'))
      yield* elementsIn(element.shadowRoot);
  }
}

function rungOf(element: Element): Rung {
  if (element.querySelector(':scope > a[data-vr-mounted]')) return 'link';
  const around = element.parentElement;
  if (around?.hasAttribute('data-vr-mounted')) return around.matches('.vr-mount') ? 'mount' : 'link';
  return 'tag';
}

/** Whether it is the fallback inside a widget or a mount. */
const isInside = (element: Element): boolean =>
  element.parentElement?.closest([...Object.keys(PORT_OF), '.vr-mount', '.vr-embed'].join()) != null;

/** Walks the page, open shadow roots of others included. */
export function lookAround(root: Document = document): OnPage {
  const widgets: Widget[] = [];
  const backends: HTMLElement[] = [];
  const unknown: HTMLElement[] = [];
  const idle: HTMLElement[] = [];
  const frames: HTMLIFrameElement[] = [];
  for (const element of elementsIn(root)) {
    if (!(element instanceof HTMLElement)) continue;
    const tag = element.localName;
    if (tag === BACKEND_TAG) backends.push(element);
    else if (Object.hasOwn(PORT_OF, tag))
      widgets.push({ element, tag, number: widgets.length + 1, rung: rungOf(element) });
    else if (tag.startsWith('vr-') && !customElements.get(tag)) unknown.push(element);
    else if (element instanceof HTMLIFrameElement && isFrame(element)) frames.push(element);
    else if (element.matches('.vr-mount,.vr-embed') && !element.hasAttribute('data-vr-mounted') && !isInside(element))
      idle.push(element);
  }
  return { widgets, backends, unknown, idle, frames };
}

const isFrame = (frame: HTMLIFrameElement): boolean =>
  frame.classList.contains('vr-frame') ||
  (URL.canParse(frame.src) && /\/embed\/[a-z-]+\/?$/.test(new URL(frame.src).pathname));
