/**
 * Module of the hub's pages for frames (`/embed/…`): starts the widgets in place of what the hub has written, and, in a
 * frame, keeps its height, language and colours in step with the page around. Without a page that answers, the frame
 * scrolls inside.
 */
import { Height } from './height.ts';
import { Surroundings } from './surroundings.ts';
import { WordPress } from './wordpress.ts';

const root = document.documentElement;
const main = document.querySelector<HTMLElement>('[data-embed]');

/** A frame without an origin of its own: no storage, no forms, no windows, and nobody can be signed in. */
const isSandboxed = globalThis.origin === 'null';

function listen(): void {
  root.dataset['framed'] = '';
  const wordPress = new WordPress();
  const height = new Height((value) => {
    parent.postMessage({ vr: 1, type: 'height', value }, '*');
    wordPress.tellHeight(value);
  });
  const surroundings = new Surroundings(() => height.again());
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent) return;
    if (wordPress.isCall(data)) height.again();
    else surroundings.take(data);
  });
  parent.postMessage({ vr: 1, type: 'ready' }, '*');
}

async function start(): Promise<void> {
  if (isSandboxed) {
    // The hub answers its own pages only: what it has written stays, and is whole.
    if (main?.hasAttribute('data-own-origin-only')) return;
    const { makeReadOnly } = await import('./read-only.ts');
    await makeReadOnly(document.querySelectorAll<HTMLElement>('[data-embed] > [src]'));
  }
  await import('../autoload.ts');
  root.dataset['live'] = '';
}

if (parent !== window) listen();
if (isSandboxed) main?.querySelector('[data-act-there]')?.removeAttribute('hidden');
start().catch((error: unknown) => console.error(error));
