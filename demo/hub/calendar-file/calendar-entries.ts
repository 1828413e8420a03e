import type { CalendarEvent } from '../../../src/model/calendar-event.ts';
import { writeCalendar, type CalendarFileOptions, type CalendarSeries } from '../../../src/model/icalendar-writer.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import { eventAnswer, type AnswerDate, type EventAnswer } from '../events/event-mapping.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { overrideDate } from '../events/occurrences.ts';
import type { Hub } from '../hub.ts';
import { eventUrl } from '../registration/registration-calendar.ts';
import { sourceLabels } from '../sources/source-store.ts';

/** What everybody may see of an event, or of one of its dates; a circle's room is for those within it. */
export function publicAnswers({
  config,
  directory,
}: Pick<Hub, 'config' | 'directory'>): (event: StoredEvent, date?: AnswerDate) => CalendarEvent {
  const labels = sourceLabels(config);
  return (event, date) => {
    const { onlineUrl, ...answer } = eventAnswer(event, date, ANONYMOUS, directory, labels);
    const own = event.sourceId === null && event.document.kind === 'learning-circle';
    return { ...answer, ...(onlineUrl !== undefined && !own && { onlineUrl }) } as unknown as CalendarEvent;
  };
}

/** The event as calendars have it: without its programme, and with the way to its page where it has none of its own. */
function entryOf(answer: CalendarEvent, event: StoredEvent, base: string | undefined): CalendarEvent {
  const { sessions: _sessions, ...facts } = answer;
  const url = base && eventUrl(base, event, answer.recurrenceId ?? '');
  return !facts.url && url ? { ...facts, url } : facts;
}

/** The dates that a series has besides those of its rule: the file names each of them. */
export const changedDates = (event: StoredEvent): readonly AnswerDate[] =>
  event.series ? event.overrides.map((override) => overrideDate(event.document, override)) : [];

/**
 * An event for a file: a single one, or a series with what was changed of it.
 * @param answers the event, then one for each of `changedDates`
 */
export function calendarEntry(
  event: StoredEvent,
  answers: readonly (CalendarEvent | EventAnswer)[],
  base: string | undefined,
): CalendarEvent | CalendarSeries {
  const [master, ...overrides] = answers.map((answer) => entryOf(answer as unknown as CalendarEvent, event, base));
  return event.series ? { master: master!, overrides } : master!;
}

/**
 * The file of some events, as of their last change: the same events give the same bytes, and so the same ETag. The
 * version of an event counts on in all its dates (SEQUENCE), so that programs take what is newer.
 */
export function calendarText(
  entries: readonly (CalendarEvent | CalendarSeries)[],
  events: readonly StoredEvent[],
  options: Omit<CalendarFileOptions, 'now' | 'prodId' | 'sequence'>,
): string {
  const changed = events.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt.getTime()), 0);
  const versions = new Map(events.map(({ uid, version }) => [uid, version]));
  return writeCalendar(entries, {
    ...options,
    now: toInstantString(changed),
    prodId: '-//Bausteine//Hub//DE',
    sequence: ({ uid }) => versions.get(uid),
  });
}
