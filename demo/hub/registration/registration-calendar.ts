import type { CalendarEvent } from '../../../src/model/calendar-event.ts';
import { writeCalendar, type CalendarSeries } from '../../../src/model/icalendar-writer.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import { eventAnswer, type AnswerDate } from '../events/event-mapping.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { overrideDate } from '../events/occurrences.ts';
import type { Hub } from '../hub.ts';
import type { Mail } from '../mail/mail.ts';
import { headDate, type DateTimes } from './date-view.ts';

/** One date for the calendars of those who come. */
export interface CalendarDate {
  readonly event: StoredEvent;
  /** `recurrenceKey` '' for a single event, and for a series that people register for as a whole. */
  readonly date: DateTimes;
  /** It does not take place, or not for the reader, any more. */
  readonly gone: boolean;
}

const NO_SOURCES = new Map<string, never>();
const LINE = 200_000;

/** The address that mails come from: `Name <address>`. */
const addressOf = (from: string): string => (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();

/** Link to an event, and to one date of it, in the page of the network. */
export const eventUrl = (publicUrl: string, event: Pick<StoredEvent, 'uid'>, recurrenceKey: string): string =>
  `${publicUrl}/#vr-event=${encodeURIComponent(event.uid)}${recurrenceKey === '' ? '' : `&vr-date=${encodeURIComponent(recurrenceKey)}`}`;

function entryOf({ directory, config }: Pick<Hub, 'directory' | 'config'>, { event, date, gone }: CalendarDate) {
  const answer = (at?: AnswerDate): CalendarEvent => {
    const made = eventAnswer(event, at, ANONYMOUS, directory, NO_SOURCES) as unknown as CalendarEvent;
    const { sessions: _sessions, registration: _registration, ...facts } = made;
    const url = config.publicUrl && eventUrl(config.publicUrl, event, at?.recurrenceKey ?? '');
    return { ...facts, ...(!facts.url && url && { url }), ...(gone && { status: 'cancelled' as const }) };
  };
  if (date.recurrenceKey !== '') return answer(date);
  if (!event.series) return answer();
  const overrides = event.overrides.map((override) => answer(overrideDate(event.document, override)));
  return { master: answer(headDate(event)), overrides } satisfies CalendarSeries;
}

/**
 * The file beside a mail. `PUBLISH`, not `REQUEST`: the network knows who comes, and nobody shall be asked to answer by
 * mail. Names (UID) stay the same for a date's whole life and the version of the event counts on (SEQUENCE), so that a
 * later file takes the place of an earlier one.
 */
export function registrationCalendar(
  hub: Pick<Hub, 'directory' | 'config'>,
  dates: readonly CalendarDate[],
  now: number,
): Mail['calendar'] {
  const [first] = dates;
  if (!first) return undefined;
  const method = dates.every(({ gone }) => gone) ? 'CANCEL' : 'PUBLISH';
  const content = writeCalendar(
    dates.map((date) => entryOf(hub, date)),
    {
      now: toInstantString(now),
      prodId: '-//Bausteine//Hub//DE',
      method,
      sequence: Math.max(...dates.map(({ event }) => event.version)),
      organiserAddress: addressOf(hub.config.mail.from),
    },
  );
  return content.length <= LINE ? { method, fileName: 'termin.ics', content } : undefined;
}
