/**
 * Classic script for pages with `<iframe class="vr-frame" src="…/embed/…">`: gives each frame the height of its contents
 * and tells it the page's language, colours and what of it is in view. Without it frames scroll inside.
 */
import { isSwitchedOff } from '../internal/page-switch.ts';
import { TOKENS, type PageMessage } from './protocol.ts';

const LOWEST = 100;
const HIGHEST = 5000;
/** What frames were told last, so that scrolling past one tells it nothing. */
const told = new WeakMap<HTMLIFrameElement, string>();
const dark = matchMedia('(prefers-color-scheme: dark)');
let waiting = 0;

/** Asked for each time: editors and scripts bring frames and take them away. */
const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll<HTMLIFrameElement>('iframe.vr-frame')];

function messageFor(frame: HTMLIFrameElement): PageMessage {
  const style = getComputedStyle(frame);
  const tokens: Record<string, string> = {};
  for (const name of TOKENS) {
    const value = style.getPropertyValue(name).trim();
    if (value) tokens[name] = value;
  }
  const { top: place } = frame.getBoundingClientRect();
  const start = place + frame.clientTop;
  const top = Math.min(frame.clientHeight, Math.max(0, -start));
  const end = Math.max(top, Math.min(frame.clientHeight, innerHeight - start));
  return {
    vr: 1,
    type: 'page',
    lang: frame.closest<HTMLElement>('[lang]')?.lang ?? '',
    theme: /dark/.test(style.colorScheme) && (dark.matches || !/light/.test(style.colorScheme)) ? 'dark' : 'light',
    tokens,
    view: { top: Math.round(top), height: Math.round(end - top) },
  };
}

/** @param anew also what it has been told already: it has just begun to listen */
function tell(frame: HTMLIFrameElement, anew = false): void {
  const message = messageFor(frame);
  const text = JSON.stringify(message);
  if (!anew && told.get(frame) === text) return;
  told.set(frame, text);
  // A sandboxed frame has no origin to name; nothing in here is anybody's secret.
  frame.contentWindow?.postMessage(message, '*');
}

function tellAll(): void {
  waiting ||= requestAnimationFrame(() => {
    waiting = 0;
    for (const frame of frames()) tell(frame);
  });
}

function onMessage({ source, data }: MessageEvent<unknown>): void {
  const { vr, type, value } = (data ?? {}) as {
    readonly vr?: unknown;
    readonly type?: unknown;
    readonly value?: unknown;
  };
  const frame = vr === 1 && source && frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  if (type === 'ready') tell(frame, true);
  else if (type === 'height' && typeof value === 'number' && value > 0) {
    // The height of its contents; a border of the page's comes on top.
    const edges = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(value))) + edges}px`;
    tellAll();
  }
}

/** The emergency stop: each frame becomes its link. */
function replaceAll(): void {
  for (const frame of frames()) {
    const link = document.createElement('a');
    link.href = frame.src;
    link.textContent = frame.title || frame.src;
    frame.replaceWith(link);
  }
}

if (isSwitchedOff()) {
  replaceAll();
  new MutationObserver(replaceAll).observe(document.documentElement, { childList: true, subtree: true });
} else {
  const passive = { capture: true, passive: true };
  addEventListener('message', onMessage);
  addEventListener('scroll', tellAll, passive);
  addEventListener('resize', tellAll);
  dark.addEventListener('change', tellAll);
  // Switches of language and colours change an attribute of the page's root or body; frames come and go anywhere.
  const observer = new MutationObserver(tellAll);
  observer.observe(document.documentElement, { attributes: true });
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => {
    observer.observe(document.body, { attributes: true });
    tellAll();
  });
  tellAll();
}
