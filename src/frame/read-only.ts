import { openBackend } from '../backend/open-backend.ts';
import type { Backend } from '../backend/ports.ts';

/** What only reads. Who reads is nobody's business here: without the account nobody is asked to sign in. */
const READS: { readonly [port in Exclude<keyof Backend, 'account'>]: readonly (keyof NonNullable<Backend[port]>)[] } = {
  events: ['list', 'get', 'subscribeUrl', 'subscribeFilters', 'feeds', 'fileUrl', 'sessions', 'impulses', 'circles'],
  ideas: ['list', 'get', 'vocabulary', 'similar', 'supports', 'comments', 'helpOffers', 'feedUrl'],
  peers: ['list', 'get', 'vocabulary', 'offers'],
  posts: ['list', 'get', 'vocabulary', 'feeds', 'watch'],
};

/** A backend that can be read and nothing else. */
export function readOnly(backend: Backend): Backend {
  const ports: Record<string, unknown> = {};
  for (const [name, methods] of Object.entries(READS)) {
    const port = backend[name as keyof typeof READS] as Readonly<Record<string, unknown>> | undefined;
    if (!port) continue;
    ports[name] = Object.fromEntries(
      methods.flatMap((method) => (port[method] === undefined ? [] : [[method, port[method]]])),
    );
  }
  return ports;
}

/** Gives the widgets of the page their source as one that can only be read. */
export async function makeReadOnly(widgets: Iterable<HTMLElement & { backend?: unknown }>): Promise<void> {
  for (const widget of widgets) {
    const src = widget.getAttribute('src') ?? '';
    widget.backend = readOnly(await openBackend({ src, base: location.href }).ready);
  }
}
