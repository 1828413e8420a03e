/** Schedule-X 4 (Preact and signals). It wants Temporal values; its manual sets them up by this polyfill. */
import 'temporal-polyfill/global';
import { createCalendar, createViewMonthGrid, createViewList } from '@schedule-x/calendar';
import { deDE } from '@schedule-x/translations';
import '@schedule-x/theme-default/dist/calendar.css';
import { converter } from './convert.js';

export function mount(place, events, { date }) {
  const month = createViewMonthGrid();
  const list = createViewList();
  const views = { month: month.name, list: list.name };
  const calendar = createCalendar({
    views: [month, list],
    defaultView: views.month,
    selectedDate: globalThis.Temporal.PlainDate.from(date),
    locale: 'de-DE',
    timezone: 'Europe/Berlin',
    translations: { deDE },
    firstDayOfWeek: 1,
    monthGridOptions: { nEventsPerDay: 3 },
    events: events.map(converter()),
  });
  calendar.render(place);
  // The signals that its own plugin for controls sets.
  const { datePickerState, calendarState } = calendar.$app;
  const day = datePickerState.selectedDate;
  return {
    next: () => (day.value = day.value.add({ months: 1 })),
    show: (view) => calendarState.setView(views[view], day.value),
  };
}
