/** The page that each calendar is drawn in; the bench calls `bench.mount()`, `.next()` and `.show(view)`. */
import { makeEvents } from '/lib/events.mjs';

/** A step is over when nothing in the page has changed for this long. */
const QUIET_MS = 150;
const LONGEST_MS = 10_000;

const query = new URLSearchParams(location.search);
const events = makeEvents(Number(query.get('count')), query.get('spread'));
const place = document.getElementById('place');
let calendar;
/** When the first month stood. */
let stood = 0;

function* roots(root = place) {
  yield root;
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) yield* roots(element.shadowRoot);
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Does something and waits until what it drew stands: two frames, then until no node changes any more.
 *
 * @returns {Promise<number>} ms to the frame after the last change
 */
async function settled(act) {
  await frame();
  await frame();
  const begin = performance.now();
  await act();
  await frame();
  await frame();
  let painted = performance.now();
  let changed = false;
  const observer = new MutationObserver(() => (changed = true));
  const watch = () => {
    for (const root of roots()) observer.observe(root, { childList: true, subtree: true });
  };
  watch();
  while (performance.now() - painted < QUIET_MS && performance.now() - begin < LONGEST_MS) {
    await frame();
    if (!changed) continue;
    changed = false;
    // What came new may have roots of its own.
    watch();
    await frame();
    painted = performance.now();
  }
  observer.disconnect();
  return painted - begin;
}

function loadStyle(address) {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });
}

globalThis.bench = {
  mount: () =>
    settled(async () => {
      const style = query.get('style');
      const [module] = await Promise.all([import(query.get('module')), style && loadStyle(style)]);
      calendar = await module.mount(place, events, { date: '2026-06-15' });
      stood = performance.now();
    }),
  next: () => settled(() => calendar.next()),
  show: (view) => settled(() => calendar.show(view)),
  /** What the frames of waiting cost where nothing happens. */
  idle: () => settled(() => undefined),
  /** Paths that were asked for until the first month stood. */
  loaded: () =>
    performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < stood)
      .map(({ name }) => new URL(name).pathname),
  nodes: () => {
    let count = 0;
    for (const root of roots()) count += root.querySelectorAll('*').length;
    return count;
  },
  text: () => {
    let text = '';
    for (const root of roots()) text += root.textContent;
    return text;
  },
};
globalThis.benchReady = true;
