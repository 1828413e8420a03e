import type { ContextAnnouncement } from './context-announcement.ts';
import type { ContextRequest } from './context-request.ts';
import { ContextSubscribers } from './context-subscribers.ts';
import { runtime } from './runtime.ts';

/**
 * Parks requests that nobody answered at the root of the page and has them asked again when a provider appears, so that
 * the order in which elements are upgraded does not matter for any consumer. Started by the first provider; our own
 * widgets ask again by themselves (`PortController`). One a page, whatever number of copies there is.
 */
export function startContextRoot(): void {
  const page = runtime();
  if (page.contextRoot) return;
  const parked = new Map<unknown, ContextSubscribers>();
  page.contextRoot = parked;
  const root = document.documentElement;
  root.addEventListener('context-request', (event) => {
    const { context, contextTarget, callback, subscribe } = event as ContextRequest;
    if (!subscribe) return;
    let waiting = parked.get(context);
    if (!waiting) parked.set(context, (waiting = new ContextSubscribers()));
    waiting.add(contextTarget ?? (event.composedPath()[0] as Element), callback);
  });
  root.addEventListener('context-provider', (event) => {
    const { context } = event as ContextAnnouncement;
    parked.get(context)?.release(context);
  });
}
