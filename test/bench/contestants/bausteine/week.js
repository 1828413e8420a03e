/** Ours in the week view from the beginning, from the production build. */
import { showCalendar, until } from './mount.js';

export async function mount(place, events, { date }) {
  const { find, isIdle } = await showCalendar(place, events, { date, view: 'week' });
  await until(() => isIdle() && find('vr-event-week', '.event'));
}
