/** A calendar of a large file; without `src`, the control: the same page with a calendar that has no events. */
const query = new URLSearchParams(location.search);
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const longTasks = [];
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longTasks.push(duration);
}).observe({ type: 'longtask' });

globalThis.benchIcs = async () => {
  const begin = performance.now();
  await import('/dist/elements/vr-event-calendar.js');
  const calendar = document.createElement('vr-event-calendar');
  calendar.setAttribute('date', '2026-06-15');
  calendar.setAttribute('src', query.get('src') ?? '/empty.json');
  document.querySelector('main').append(calendar);
  const stands = () =>
    calendar.shadowRoot?.querySelector('[aria-busy="false"]') &&
    calendar.shadowRoot
      .querySelector('vr-event-month')
      ?.shadowRoot?.querySelector(query.has('src') ? '.event' : '.day');
  while (!stands()) {
    if (performance.now() - begin > 60_000) throw new Error('no month after 60 s');
    await frame();
  }
  await frame();
  await frame();
  const painted = performance.now() - begin;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const workers = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/workers/')).length;
  return { painted, longTasks, workers };
};
globalThis.benchReady = true;
