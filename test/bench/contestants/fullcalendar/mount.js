/** FullCalendar 7 without a framework (Preact inside), theme "classic"; "+N" after 3 events a day. */
import { Calendar } from 'fullcalendar';
import daygrid from 'fullcalendar/daygrid';
import list from 'fullcalendar/list';
import theme from 'fullcalendar/themes/classic';
import de from 'fullcalendar/locales/de';
import 'fullcalendar/skeleton.css';
import 'fullcalendar/themes/classic/theme.css';
import 'fullcalendar/themes/classic/palette.css';

const VIEWS = { month: 'dayGridMonth', list: 'listMonth' };

export function mount(place, events, { date }) {
  const calendar = new Calendar(place, {
    plugins: [daygrid, list, theme],
    locales: [de],
    locale: 'de',
    initialView: VIEWS.month,
    initialDate: date,
    headerToolbar: { start: 'prev,next today', center: 'title', end: 'dayGridMonth,listMonth' },
    dayMaxEvents: 3,
    height: '100%',
    events,
  });
  calendar.render();
  return { next: () => calendar.next(), show: (view) => calendar.changeView(VIEWS[view]) };
}
