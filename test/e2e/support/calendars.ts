/** Small calendars of people and places that do not exist. December 2026 is the month that the host pages show. */

/** A Saturday noon in Berlin. */
export const DECEMBER = Date.parse('2026-12-05T11:00:00Z');

export const wrapCalendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kreis Auental//Termine//DE', ...lines, 'END:VCALENDAR', ''].join(
    '\r\n',
  );

export interface SmallEvent {
  readonly uid: string;
  readonly title: string;
  /** `20261208T130000Z` */
  readonly start: string;
  readonly end: string;
  readonly more?: readonly string[];
}

export const eventLines = ({ uid, title, start, end, more = [] }: SmallEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  'DTSTAMP:20260101T000000Z',
  `DTSTART:${start}`,
  `DTEND:${end}`,
  `SUMMARY:${title}`,
  ...more,
  'END:VEVENT',
];

export const LUNCH: SmallEvent = {
  uid: 'lunch@auental.example',
  title: 'Mittagsgespräch Fehlerkultur',
  start: '20261208T110000Z',
  end: '20261208T120000Z',
  more: [
    'LOCATION:Kreishaus Auental',
    'DESCRIPTION:<p>Bitte <b>ein Beispiel</b> mitbringen. <a href="https://auental.example/lunch">Mehr dazu</a></p>',
  ],
};
export const EVENING: SmallEvent = {
  uid: 'abend@auental.example',
  title: 'Werkstattabend Bürgerbüro',
  start: '20261216T170000Z',
  end: '20261216T190000Z',
};

export const CALENDAR = wrapCalendar(...eventLines(LUNCH), ...eventLines(EVENING));

/** The same in the library's own JSON. */
export const DOCUMENT = JSON.stringify({
  events: [
    {
      uid: 'lunch@auental.example',
      title: 'Mittagsgespräch Fehlerkultur',
      start: '2026-12-08T11:00:00Z',
      end: '2026-12-08T12:00:00Z',
      allDay: false,
    },
    {
      uid: 'abend@auental.example',
      title: 'Werkstattabend Bürgerbüro',
      start: '2026-12-16T17:00:00Z',
      end: '2026-12-16T19:00:00Z',
      allDay: false,
    },
  ],
});

/** A calendar that is large enough for the worker: `count` events on the days of December 2026. */
export function manyEvents(count: number): string {
  const lines: string[] = [];
  for (let index = 0; index < count; index++) {
    const day = String(1 + (index % 28)).padStart(2, '0');
    lines.push(
      ...eventLines({
        uid: `viele-${index}@auental.example`,
        title: `Treffen Nummer ${index}`,
        start: `202612${day}T090000Z`,
        end: `202612${day}T100000Z`,
        more: [`DESCRIPTION:${'Wir sprechen über das, was sich ändern soll. '.repeat(3)}`],
      }),
    );
  }
  return wrapCalendar(...lines);
}
