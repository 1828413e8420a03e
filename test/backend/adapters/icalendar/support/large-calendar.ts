import { calendarOf } from './calendar-text.ts';

/** A calendar of so many events over 2026, one in ten of them a series. */
export function largeCalendar(events: number): string {
  const parts: string[] = [];
  for (let number = 0; number < events; number++) {
    const day = `2026${String(1 + (number % 12)).padStart(2, '0')}${String(1 + (number % 28)).padStart(2, '0')}`;
    parts.push(
      'BEGIN:VEVENT',
      `UID:${number}@gross.example`,
      `DTSTART;TZID=Europe/Berlin:${day}T${String(8 + (number % 12)).padStart(2, '0')}0000`,
      'DURATION:PT90M',
      ...(number % 10 === 0 ? ['RRULE:FREQ=WEEKLY;COUNT=10'] : []),
      `SUMMARY:Gruppenabend Nr. ${number} für alle\\, die kommen`,
      `LOCATION:Gemeindehaus ${number % 50}`,
      'DESCRIPTION:Wir treffen uns wie jede Woche\\; bitte wetterfeste Kleidung mitbringen.\\nWeitere Angaben folgen im ',
      ' Aushang am Rathaus und auf der Seite der Gemeinde.',
      `CATEGORIES:Gruppe,${number % 3 ? 'Jugend' : 'Kinder'}`,
      'END:VEVENT',
    );
  }
  return calendarOf(...parts);
}
