import { createIcalendarBackend } from '../../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import { CONTRACT_VEVENTS } from './contract-vevents.ts';
import { serve } from '../support/server.ts';
import { runEventsPortContract } from './events-port.contract.ts';

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Lindenhafen//Vertrag//DE',
  ...CONTRACT_VEVENTS,
  'END:VCALENDAR',
  '',
].join('\r\n');

runEventsPortContract('a calendar file', async () => {
  const server = await serve((_, response) =>
    response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8' }).end(calendar),
  );
  return { port: createIcalendarBackend({ src: `${server.origin}/kalender.ics` }).events, close: server.close };
});
