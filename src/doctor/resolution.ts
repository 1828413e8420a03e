import { portContext } from '../backend/contexts.ts';
import type { Backend, PortName } from '../backend/ports.ts';
import { ContextRequest } from '../internal/context-request.ts';
import { runtime, type BackendElement } from '../internal/runtime.ts';
import type { Way } from './diagnosis.ts';
import { BACKEND_TAG, PORT_OF, type Widget } from './widgets-on-page.ts';

/** What a widget's element says of its source; it may not be upgraded. */
interface Asking extends HTMLElement {
  readonly backend?: Backend | string | null;
  readonly src?: string | null;
  readonly labels?: string | null;
  readonly timeZone?: string;
}

/** What is to be asked to find out how a source fares. */
export interface Resolution {
  readonly way: Way;
  /** Text of a `src` that can be tried as it is. */
  readonly src?: string;
  readonly labels?: string | null;
  readonly timeZone?: string;
  /** A backend of the page's own, which only it can ask. */
  readonly backend?: Backend;
  /** Why there is none. */
  readonly missing?: 'nothing' | 'several' | 'script' | { readonly id: string };
}

/** Where a widget gets its data from, by the same order as the widget itself goes (`PortController`). */
export function resolve({ element, tag }: Widget): Resolution {
  const port = PORT_OF[tag]!;
  const asking = element as Asking;
  const given = asking.backend ?? element.getAttribute('backend');
  const src = asking.src ?? element.getAttribute('src');
  const labels = asking.labels ?? element.getAttribute('labels');
  const timeZone = asking.timeZone;
  if (typeof given === 'object' && given) return { way: 'property', backend: given };
  if (src?.trim()) return { way: 'src', src, labels, timeZone };
  if (given) return byId(element, given);
  return around(element, port) ?? ofPage(port, timeZone);
}

function byId(element: Element, reference: string): Resolution {
  const id = reference.replace(/^#/, '');
  const root = element.getRootNode() as Partial<NonElementParentNode>;
  const named = root.getElementById?.(id) ?? element.ownerDocument.getElementById(id);
  const known = [...runtime().backends].find((backend) => backend === named);
  if (known) return of('id', known);
  return { way: 'none', missing: named?.localName === BACKEND_TAG ? 'script' : { id } };
}

function around(element: Element, port: PortName): Resolution | undefined {
  const backends = runtime().backends;
  for (let at: Node | null = element; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null))
    for (const backend of backends) if (backend === at && backend.ports.includes(port)) return of('nearest', backend);
  // Somebody else's provider answers by the protocol only.
  let value: unknown;
  const request = new ContextRequest(portContext(port), element, (given) => (value = given));
  element.dispatchEvent(request);
  return value ? { way: 'nearest', backend: { [port]: value } } : undefined;
}

function ofPage(port: PortName, timeZone: string | undefined): Resolution {
  const page = runtime();
  const having = [...page.backends].filter(({ ports }) => ports.includes(port));
  const isComing = !customElements.get(BACKEND_TAG) && document.querySelector(BACKEND_TAG) !== null;
  if (isComing) return { way: 'none', missing: 'script' };
  if (having.length === 1) return of('only', having[0]!);
  if (page.src) return { way: 'script', src: page.src, timeZone };
  return { way: 'none', missing: having.length > 1 ? 'several' : 'nothing' };
}

function of(way: Way, element: BackendElement): Resolution {
  const { src, labels, timeZone, getToken, fetch, backend, provided } = element as BackendElement &
    Partial<Record<'src' | 'labels' | 'timeZone', string>> &
    Partial<Record<'getToken' | 'fetch' | 'backend', unknown>>;
  // What has a token or a way of its own can only be asked through itself.
  const isOwn = getToken !== undefined || fetch !== undefined || backend !== undefined || !src?.trim();
  return { way, src, labels, timeZone, ...(isOwn && provided && { backend: provided }) };
}
