/** Event Calendar 5 (Svelte 5, compiled); its `dayMaxEvents` shows as many events as fit the day. */
import { createCalendar, DayGrid, List } from '@event-calendar/core';
import '@event-calendar/core/index.css';

const VIEWS = { month: 'dayGridMonth', list: 'listMonth' };

export function mount(place, events, { date }) {
  const calendar = createCalendar(place, [DayGrid, List], {
    view: VIEWS.month,
    date,
    locale: 'de',
    firstDay: 1,
    height: '100%',
    dayMaxEvents: true,
    headerToolbar: { start: 'prev,next today', center: 'title', end: 'dayGridMonth,listMonth' },
    buttonText: (text) => ({
      ...text,
      today: 'Heute',
      prev: 'Zurück',
      next: 'Weiter',
      dayGridMonth: 'Monat',
      listMonth: 'Liste',
    }),
    moreLinkContent: ({ num }) => `+${num} weitere`,
    events: events.slice(),
  });
  return { next: () => calendar.next(), show: (view) => calendar.setOption('view', VIEWS[view]) };
}
