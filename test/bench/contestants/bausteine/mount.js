/**
 * Ours, from the production build as a page loads it: two modules of `dist`, events handed over by the property
 * `backend`. Each step waits for what a reader sees, since the events come through a port and views through chunks.
 */
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

export async function until(condition) {
  while (!condition()) await frame();
}

/** @param {{date: string, view: 'month' | 'week'}} first what is shown first */
export async function showCalendar(place, events, { date, view }) {
  const [{ createStaticBackend }] = await Promise.all([
    import('/dist/adapters/static.js'),
    import('/dist/elements/vr-event-calendar.js'),
  ]);
  const calendar = document.createElement('vr-event-calendar');
  calendar.date = date;
  calendar.view = view;
  calendar.limit = 200;
  calendar.backend = createStaticBackend({
    data: {
      events: events.map(({ id, title, location, allDay, start, end }) => ({
        uid: id,
        title,
        place: location,
        allDay,
        start,
        end,
      })),
    },
  });
  place.append(calendar);
  const find = (tag, selector) =>
    calendar.shadowRoot?.querySelector(tag)?.shadowRoot?.querySelector(selector) ?? undefined;
  const isIdle = () => calendar.shadowRoot?.querySelector('[aria-busy="false"]');
  return { calendar, find, isIdle };
}

export async function mount(place, events, { date }) {
  // From the first of the month, so that the list holds the whole of it as the others' do.
  const first = `${date.slice(0, 8)}01`;
  const { calendar, find, isIdle } = await showCalendar(place, events, { date: first, view: 'month' });
  const hasDay = (day) => find('vr-event-month', `[data-day="${day}"]`);
  await until(() => isIdle() && (events.length === 0 || find('vr-event-month', '.event')));
  return {
    async next() {
      calendar.goTo('2026-07-01');
      await until(() => isIdle() && hasDay('2026-07-31') && !hasDay('2026-06-15'));
    },
    async show(view) {
      calendar.view = view === 'list' ? 'agenda' : 'month';
      await until(() => isIdle() && find(view === 'list' ? 'vr-event-agenda' : 'vr-event-month', '.event'));
    },
  };
}
