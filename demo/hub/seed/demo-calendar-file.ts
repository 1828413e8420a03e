import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addDays } from '../../../src/model/plain-date.ts';
import type { SourceConfig } from '../config/config.ts';
import { nthWeekday, seedMonday } from './seed-event.ts';

const ZONE = 'Europe/Berlin';

interface Entry {
  readonly uid: string;
  readonly title: string;
  readonly text: string;
  readonly week: number;
  readonly weekday: number;
  readonly at: string;
  readonly until: string;
  readonly rule?: string;
  /** Which such weekday of the month a monthly entry begins on. */
  readonly nth?: number;
  readonly categories: string;
}

const ENTRIES: readonly Entry[] = [
  { uid: 'sprachtreff', title: 'Sprachtreff im Lesecafé', text: 'Offen für alle\\, die Deutsch üben möchten. Mitarbeitende der Ausländerbehörde sind dabei und hören zu.', week: -4, weekday: 5, at: '160000', until: '173000', rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=14', categories: 'Meetup,Co-Produktion und Co-Kreation' },
  { uid: 'reparaturcafe', title: 'Reparaturcafé in der Bibliothek', text: 'Bringen Sie mit\\, was klemmt\\, wackelt oder nicht mehr angeht.', week: -4, weekday: 6, at: '140000', until: '170000', rule: 'FREQ=MONTHLY;BYDAY=3SA;COUNT=8', nth: 3, categories: 'Workshop,Klimawandel' },
  { uid: 'lesung-verwaltung', title: 'Lesung: Aktenzeichen Alltag', text: 'Geschichten aus fünf Jahrzehnten Standesamt\\, vorgelesen von denen\\, die dabei waren.', week: 2, weekday: 3, at: '193000', until: '210000', categories: 'Vortrag' },
  { uid: 'onleihe', title: 'Einführung in die Onleihe', text: 'Bücher auf dem eigenen Gerät ausleihen. Geräte zum Probieren sind da.', week: 1, weekday: 4, at: '100000', until: '110000', categories: 'Workshop,Digitale Transformation' },
]; // prettier-ignore

/** The calendar of the fictional library as its own system would export it: CRLF, folded lines, local times. */
export function demoCalendarText(now: number): string {
  const monday = seedMonday(now);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Stadtbibliothek Brückfurt//Veranstaltungen//DE',
    'X-WR-CALNAME:Stadtbibliothek Brückfurt',
    `X-WR-TIMEZONE:${ZONE}`,
  ];
  for (const { uid, title, text, week, weekday, at, until, rule, nth, categories } of ENTRIES) {
    const planned = addDays(monday, week * 7 + weekday - 1);
    const day = (nth ? nthWeekday(planned, nth, weekday) : planned).replaceAll('-', '');
    lines.push(
      'BEGIN:VEVENT',
      `UID:${uid}@bibliothek.brueckfurt.example`,
      'DTSTAMP:20260101T000000Z',
      `DTSTART;TZID=${ZONE}:${day}T${at}`,
      `DTEND;TZID=${ZONE}:${day}T${until}`,
      ...(rule ? [`RRULE:${rule}`] : []),
      `SUMMARY:${title}`,
      `DESCRIPTION:${text.slice(0, 40)}\r\n ${text.slice(40)}`,
      'LOCATION:Stadtbibliothek Brückfurt\\, Am Wehr 5',
      `CATEGORIES:${categories}`,
      'END:VEVENT',
    );
  }
  return `${[...lines, 'END:VCALENDAR'].join('\r\n')}\r\n`;
}

/** Writes the library's calendar into the data folder, around today, and says how to read it. */
export function demoSource(dataDir: string, now: number): SourceConfig {
  const folder = join(dataDir, 'demo');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'stadtbibliothek-brueckfurt.ics');
  writeFileSync(path, demoCalendarText(now));
  return {
    id: 'stadtbibliothek-brueckfurt',
    kind: 'icalendar',
    url: pathToFileURL(path).href,
    label: 'Stadtbibliothek Brückfurt',
    link: 'https://www.brueckfurt.example/bibliothek',
    org: 'brueckfurt',
    every: 60,
  };
}
