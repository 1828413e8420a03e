/** FullCalendar 7 in its week by the hour. */
import { Calendar } from 'fullcalendar';
import timegrid from 'fullcalendar/timegrid';
import theme from 'fullcalendar/themes/classic';
import de from 'fullcalendar/locales/de';
import 'fullcalendar/skeleton.css';
import 'fullcalendar/themes/classic/theme.css';
import 'fullcalendar/themes/classic/palette.css';

export function mount(place, events, { date }) {
  new Calendar(place, {
    plugins: [timegrid, theme],
    locales: [de],
    locale: 'de',
    initialView: 'timeGridWeek',
    initialDate: date,
    headerToolbar: { start: 'prev,next today', center: 'title', end: '' },
    dayMaxEvents: 3,
    height: '100%',
    events,
  }).render();
}
