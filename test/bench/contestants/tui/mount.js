/** TOAST UI Calendar 2.1 (Preact inside). It has no list. */
import Calendar from '@toast-ui/calendar';
import '@toast-ui/calendar/dist/toastui-calendar.min.css';
import { convert } from './convert.js';

export const withoutList = true;

export function mount(place, events, { date }) {
  const calendar = new Calendar(place, {
    defaultView: 'month',
    usageStatistics: false,
    isReadOnly: true,
    month: { startDayOfWeek: 1, dayNames: ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'], visibleEventCount: 3 },
  });
  calendar.setDate(date);
  calendar.createEvents(events.map(convert));
  return { next: () => calendar.next() };
}
