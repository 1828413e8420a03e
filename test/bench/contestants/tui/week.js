/** TOAST UI Calendar 2.1 in its week by the hour. */
import Calendar from '@toast-ui/calendar';
import '@toast-ui/calendar/dist/toastui-calendar.min.css';
import { convert } from './convert.js';

export function mount(place, events, { date }) {
  const calendar = new Calendar(place, {
    defaultView: 'week',
    usageStatistics: false,
    isReadOnly: true,
    week: { startDayOfWeek: 1, dayNames: ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'], taskView: false },
  });
  calendar.setDate(date);
  calendar.createEvents(events.map(convert));
}
