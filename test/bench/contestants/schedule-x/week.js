/** Schedule-X 4 in its week by the hour. */
import 'temporal-polyfill/global';
import { createCalendar, createViewWeek } from '@schedule-x/calendar';
import { deDE } from '@schedule-x/translations';
import '@schedule-x/theme-default/dist/calendar.css';
import { converter } from './convert.js';

export function mount(place, events, { date }) {
  const week = createViewWeek();
  createCalendar({
    views: [week],
    defaultView: week.name,
    selectedDate: globalThis.Temporal.PlainDate.from(date),
    locale: 'de-DE',
    timezone: 'Europe/Berlin',
    translations: { deDE },
    firstDayOfWeek: 1,
    events: events.map(converter()),
  }).render(place);
}
