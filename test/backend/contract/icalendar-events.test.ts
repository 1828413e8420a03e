import { createIcalendarBackend } from '../../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import { serve } from '../support/server.ts';
import { runEventsPortContract } from './events-port.contract.ts';

const event = (uid: string, ...lines: string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Lindenhafen//Vertrag//DE',
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
  'END:VCALENDAR',
  '',
].join('\r\n');

runEventsPortContract('a calendar file', async () => {
  const server = await serve((_, response) =>
    response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8' }).end(calendar),
  );
  return { port: createIcalendarBackend({ src: `${server.origin}/kalender.ics` }).events, close: server.close };
});
