import { saveFile } from '../../../internal/save-file.ts';
import type { CalendarEvent, Session } from '../../../model/calendar-event.ts';
import { writeCalendar } from '../../../model/icalendar-writer.ts';
import { sessionEvents } from '../../../model/session-events.ts';
import {
  sessionGrid,
  sessionsByTime,
  timedSessions,
  type GridDay,
  type TimedSession,
} from '../../../model/session-grid.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { clockAt, dayName, hostsOf, rangeOf, type ProgramContext } from './program-context.ts';
import { printSheet, type PrintSheet } from './print-sheet.ts';

/** A programme to take along: as a calendar file, and on paper. */
const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'programm';

/** Saves sessions as a calendar file, one event each. */
export function saveSessions(event: CalendarEvent, sessions: readonly Session[], name: string): void {
  const text = writeCalendar(sessionEvents(event, sessions), {
    now: new Date().toISOString(),
    name: `${event.title}: ${name}`,
  });
  saveFile(`${fileName(`${event.title} ${name}`)}.ics`, 'text/calendar;charset=utf-8', text);
}

/** What stands in a field: title, and below it who and which track. */
const inField = ({ session }: TimedSession, more: readonly string[], { words }: ProgramContext): string => {
  const names = hostsOf(session);
  return [session.title, ...more, names && words.program.hosts(names), session.track ?? ''].filter(Boolean).join('\n');
};

/** The whole programme as it is on the plan. */
function planOf(grid: GridDay, context: ProgramContext): PrintSheet['days'][number] {
  const { words, timeZone } = context;
  const columns = [words.program.time, ...grid.rooms.map((room) => room ?? words.program.noRoom)];
  const going = new Map<number, { text: string; left: number }>();
  const rows = grid.rows.map((row): readonly string[] => {
    const time = rangeOf(row, context);
    if (row.kind === 'break') return [time, words.program.pause];
    if (row.kind === 'whole') return [time, row.sessions.map((one) => inField(one, [], context)).join('\n\n')];
    return [
      time,
      ...grid.rooms.map((room, column) => {
        const cell = row.cells.find((each) => each.room === room);
        const above = going.get(column);
        if (!cell && above && above.left > 0) {
          going.set(column, { ...above, left: above.left - 1 });
          return `(${above.text})`;
        }
        const texts = (cell?.sessions ?? []).map((one) =>
          inField(one, one.end === row.end ? [] : [words.program.until(clockAt(one.end, timeZone))], context),
        );
        const first = cell?.sessions[0]?.session.title ?? '';
        going.set(column, { text: `${first}, ${words.program.goesOn}`, left: (cell?.rowSpan ?? 1) - 1 });
        return texts.join('\n\n') || words.program.free;
      }),
    ];
  });
  return { title: dayName(grid.day, context), columns, rows };
}

/** The reader's own programme: what is on, one after the other. */
function ownOf(grid: GridDay, context: ProgramContext): PrintSheet['days'][number] {
  const { words, own, program, timeZone } = context;
  const timed = timedSessions(program.sessions).filter(
    ({ session, start }) => own.has(session.id) && plainDateAt(timeZone, start) === grid.day,
  );
  return {
    title: dayName(grid.day, context),
    columns: [words.program.time, words.arrange.room, words.program.title],
    rows: sessionsByTime(timed).flatMap(({ sessions }) =>
      sessions.map((one) => [
        rangeOf(one, context),
        one.session.room ?? words.program.forAll,
        inField(one, one.session.abstract ? [one.session.abstract] : [], context),
      ]),
    ),
  };
}

/** Prints the programme, or the reader's own; false where the page cannot. */
export function printProgramme(context: ProgramContext, ownOnly: boolean): boolean {
  const { event, program, words, own, timeZone } = context;
  const days = sessionGrid({ ...event, sessions: program.sessions }, { timeZone });
  return printSheet({
    lang: words.lang,
    title: event.title,
    subtitle: [ownOnly ? words.program.own(own.ids.length) : words.program.title, event.place?.name ?? '']
      .filter(Boolean)
      .join(' · '),
    days: days
      .map((grid) => (ownOnly ? ownOf(grid, context) : planOf(grid, context)))
      .filter(({ rows }) => rows.length > 0),
  });
}
