/** A calendar file of the size that tools choke on: 10,000 events, 5.8 MB, the same each time. */
import { Buffer } from 'node:buffer';
import { createRandom } from './events.mjs';

const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const two = (number) => String(number).padStart(2, '0');
const basicDate = (ms) => new Date(ms).toISOString().slice(0, 10).replaceAll('-', '');

/** Lines of at most 75 octets, as RFC 5545 wants them. */
function fold(line) {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += length;
  }
  return folded;
}

export const wrap = (lines) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//DE', ...ZONE, ...lines, 'END:VCALENDAR', '']
    .map(fold)
    .join('\r\n');

/** A fifth all-day; a tenth weekly, half of them with a date taken out. */
export function makeIcs(count = 10_000) {
  const random = createRandom(7);
  const lines = [];
  for (let index = 0; index < count; index++) {
    const month = Math.floor(random() * 12);
    const day = 1 + Math.floor(random() * 28);
    const hour = 8 + Math.floor(random() * 12);
    const share = random();
    const date = basicDate(Date.UTC(2026, month, day));
    lines.push('BEGIN:VEVENT', `UID:ev-${index}@bench.example`, 'DTSTAMP:20260101T120000Z');
    if (share < 0.2) {
      const end = basicDate(Date.UTC(2026, month, day + 1 + Math.floor(random() * 6)));
      lines.push(`DTSTART;VALUE=DATE:${date}`, `DTEND;VALUE=DATE:${end}`);
    } else {
      lines.push(
        `DTSTART;TZID=Europe/Berlin:${date}T${two(hour)}0000`,
        `DTEND;TZID=Europe/Berlin:${date}T${two(hour + 2)}0000`,
      );
    }
    if (share > 0.9) {
      lines.push('RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=20');
      const removed = basicDate(Date.UTC(2026, month, day + 7));
      if (random() < 0.5) lines.push(`EXDATE;TZID=Europe/Berlin:${removed}T${two(hour)}0000`);
    }
    lines.push(
      `SUMMARY:Netzwerktreffen Nr. ${index} für alle im Netzwerk – Anmeldung über die Webseite`,
      `LOCATION:Bürgerhaus ${index % 50}\\, Lindenallee ${index % 99}\\, 01234 Brückfurt`,
      `DESCRIPTION:Wir treffen uns wie jede Woche\\; bitte ein Beispiel mitbringen.\\nWeitere Angaben folgen: https://example.org/termine/${index}?a=1&b=2`,
      `CATEGORIES:Netzwerk,${index % 3 ? 'Organisationskultur' : 'Transparenz'}`,
      'STATUS:CONFIRMED',
      `GEO:52.${500_000 + index};13.${400_000 + index}`,
      `URL:https://example.org/termine/${index}`,
      'END:VEVENT',
    );
  }
  return wrap(lines);
}

/** Weekly meetings without an end. */
export function makeWeeklyIcs(count) {
  const lines = [];
  for (let index = 0; index < count; index++) {
    const start = `202601${two(1 + (index % 7))}T${two(8 + (index % 12))}0000`;
    lines.push(
      'BEGIN:VEVENT',
      `UID:weekly-${index}@bench.example`,
      'DTSTAMP:20260101T120000Z',
      `DTSTART;TZID=Europe/Berlin:${start}`,
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY',
      `SUMMARY:Runde ${index}`,
      'END:VEVENT',
    );
  }
  return wrap(lines);
}
