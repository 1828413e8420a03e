/** Event Calendar 5 in its week by the hour. */
import { createCalendar, TimeGrid } from '@event-calendar/core';
import '@event-calendar/core/index.css';

export function mount(place, events, { date }) {
  createCalendar(place, [TimeGrid], {
    view: 'timeGridWeek',
    date,
    locale: 'de',
    firstDay: 1,
    height: '100%',
    dayMaxEvents: true,
    headerToolbar: { start: 'prev,next today', center: 'title', end: '' },
    buttonText: (text) => ({ ...text, today: 'Heute', prev: 'Zurück', next: 'Weiter' }),
    moreLinkContent: ({ num }) => `+${num} weitere`,
    events: events.slice(),
  });
}
