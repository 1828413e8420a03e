import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { CAMP, manyEvents } from './sample-events.ts';

const at = (
  title: string,
  day: string,
  from: string,
  until: string,
  more: Partial<CalendarEvent> = {},
): CalendarEvent => ({
  uid: `${title}@musterstadt.example`,
  title,
  start: `2026-03-${day}T${from}:00Z`,
  end: `2026-03-${day}T${until}:00Z`,
  allDay: false,
  kind: 'meetup',
  organiser: { id: 'musterstadt', name: 'Stadt Musterstadt' },
  ...more,
});

/** The week of 12 March 2026: side by side, through midnight, over days, cancelled and moved online. */
export const WEEK_EVENTS: readonly CalendarEvent[] = [
  { ...CAMP, uid: 'woche@neues-amt.example', start: '2026-03-11', end: '2026-03-14', sessions: undefined },
  at('Frühstück der Lotsinnen', '12', '06:30', '07:30'),
  at('Werkstatt: Formulare', '12', '08:00', '11:00', { kind: 'workshop', place: { name: 'Haus der Ämter' } }),
  at('Sprechstunde', '12', '09:00', '10:00', { attendance: 'online' }),
  at('Lernzirkel: Daten lesen', '12', '13:00', '14:30', { kind: 'learning-circle', changed: true }),
  { ...at('Nachtschicht', '12', '21:00', '22:00', { kind: 'other' }), end: '2026-03-13T01:00:00Z' },
  at('Impuls: Ein Amt ohne Zettel', '13', '07:30', '08:00', { kind: 'impulse', status: 'moved-online' }),
  at('Vortrag: Akten im Alltag', '10', '16:00', '17:30', { kind: 'talk', status: 'cancelled' }),
];

const city = { id: 'https://musterstadt.example/termine.ics', label: 'Stadt Musterstadt' };
const county = { id: 'https://beispielland.example/termine.ics', label: 'Landkreis Beispielland' };

/** The same week out of two calendars. */
export const TWO_SOURCES: readonly CalendarEvent[] = WEEK_EVENTS.map((event, index) => ({
  ...event,
  source: index % 2 === 0 ? city : county,
}));

/** An event on the fifth of each month, from summer 2025 to the end of 2027. */
export const MONTHLY: readonly CalendarEvent[] = manyEvents(30).map((event, index) => {
  const month = new Date(Date.UTC(2025, 6 + index, 5)).toISOString().slice(0, 10);
  return {
    ...event,
    title: `Monatstreffen ${month.slice(0, 7)}`,
    start: `${month}T15:00:00Z`,
    end: `${month}T16:00:00Z`,
  };
});
