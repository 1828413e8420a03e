const event = (uid: string, ...lines: string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');

/** What a place of the contract holds (see `EventsPortPlace`), each as iCalendar. */
export const CONTRACT_VEVENTS: readonly string[] = [
  event(
    'woche',
    'SUMMARY:Wochenrunde',
    'DTSTART;TZID=Europe/Berlin:20260319T100000',
    'DTEND;TZID=Europe/Berlin:20260319T110000',
    'RRULE:FREQ=WEEKLY;COUNT=4',
    'EXDATE;TZID=Europe/Berlin:20260402T100000',
  ),
  event('nacht', 'SUMMARY:Lange Nacht', 'DTSTART:20260331T200000Z', 'DTEND:20260401T000000Z'),
  event('impuls', 'SUMMARY:Impuls: Einfache Sprache', 'DTSTART:20260320T110000Z'),
  event('camp', 'SUMMARY:Zukunftscamp Auental', 'DTSTART;VALUE=DATE:20260314', 'DTEND;VALUE=DATE:20260316'),
  event(
    'treffen',
    'SUMMARY:Offenes Treffen',
    'DTSTART:20260310T170000Z',
    'DTEND:20260310T190000Z',
    'ORGANIZER;CN=Stadt Lindenhafen:mailto:post@lindenhafen.example',
    'CATEGORIES:Meetup',
  ),
];
