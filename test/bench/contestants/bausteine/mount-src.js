/** Ours as an editor writes it: one script, one tag with the address of its events. For what is downloaded. */
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

export async function mount(place, _events, { date }) {
  await import('/dist/elements/vr-event-calendar.js');
  const calendar = document.createElement('vr-event-calendar');
  calendar.setAttribute('date', date);
  calendar.setAttribute('src', '/events.json');
  place.append(calendar);
  while (!calendar.shadowRoot?.querySelector('vr-event-month')?.shadowRoot?.querySelector('.event')) await frame();
  return {};
}
