/** react-big-calendar 1.20 with React and the date-fns localizer: month and agenda. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { Calendar, dateFnsLocalizer } from 'react-big-calendar';
import { format, getDay, parse, startOfWeek } from 'date-fns';
import { de } from 'date-fns/locale/de';
import 'react-big-calendar/lib/css/react-big-calendar.css';

const VIEWS = { month: 'month', list: 'agenda' };
const at = (time) => new Date(time.length > 10 ? time : `${time}T00:00:00`);

export const mount = (place, events, { date }) => mountView(place, events, { date, view: VIEWS.month });

/** @param {{date: string, view: 'month' | 'week'}} first what is shown first; a week is shown alone */
export function mountView(place, events, { date, view }) {
  const localizer = dateFnsLocalizer({
    format,
    parse,
    startOfWeek: (day) => startOfWeek(day, { weekStartsOn: 1 }),
    getDay,
    locales: { de },
  });
  const converted = events.map(({ id, title, allDay, start, end }) => ({
    id,
    title,
    allDay,
    start: at(start),
    end: at(end),
  }));
  const messages = {
    month: 'Monat',
    agenda: 'Liste',
    today: 'Heute',
    next: 'Weiter',
    previous: 'Zurück',
    date: 'Datum',
    time: 'Zeit',
    event: 'Termin',
    allDay: 'ganztägig',
    showMore: (count) => `+${count} weitere`,
  };
  const root = createRoot(place);
  let shown = { view, date: at(date) };
  const draw = (change) => {
    shown = { ...shown, ...change };
    flushSync(() =>
      root.render(
        createElement(Calendar, {
          localizer,
          culture: 'de',
          events: converted,
          views: view === 'week' ? ['week'] : ['month', 'agenda'],
          messages,
          length: 30,
          ...shown,
          onView: (view) => draw({ view }),
          onNavigate: (day) => draw({ date: day }),
          style: { height: '100%' },
        }),
      ),
    );
  };
  draw({});
  return {
    next: () => draw({ date: new Date(shown.date.getFullYear(), shown.date.getMonth() + 1, 1) }),
    show: (view) => draw({ view: VIEWS[view] }),
  };
}
