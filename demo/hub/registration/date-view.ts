import type { EventAttendance, EventStatus, Place } from '../../../src/model/calendar-event.ts';
import { contentOf, type StoredEvent } from '../events/event-rows.ts';

/** What people who come to a date have to know of it. */
export interface DateView {
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  readonly timeZone?: string;
  readonly place?: Place;
  readonly onlineUrl?: string;
  readonly attendance?: EventAttendance;
  readonly status: EventStatus;
}

/** When a date is; without one the event itself. */
export interface DateTimes {
  readonly recurrenceKey: string;
  readonly start: string;
  readonly end: string;
}

export const headDate = ({ document }: StoredEvent): DateTimes => ({
  recurrenceKey: '',
  start: document.start,
  end: document.end,
});

export function dateView(event: StoredEvent, { recurrenceKey, start, end }: DateTimes): DateView {
  const override = event.overrides.find(({ recurrenceId }) => recurrenceId === recurrenceKey);
  const { title, place, onlineUrl, attendance, status = 'scheduled' } = contentOf(event.document, override);
  const { allDay, timeZone } = event.document;
  return {
    title,
    start,
    end,
    allDay,
    ...(timeZone && { timeZone }),
    ...(place && { place }),
    ...(onlineUrl && { onlineUrl }),
    ...(attendance && { attendance }),
    status,
  };
}

/** What people are told to have changed; `dates`: which dates a series has. */
export type ChangedPart = 'title' | 'time' | 'place' | 'online' | 'attendance' | 'status' | 'dates';

/** What is different in a way that matters to those who come. */
export function changedParts(before: DateView, after: DateView): readonly ChangedPart[] {
  const differs = (...fields: readonly (keyof DateView)[]): boolean =>
    fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const parts: ChangedPart[] = [];
  if (differs('status')) parts.push('status');
  if (differs('title')) parts.push('title');
  if (differs('start', 'end', 'allDay')) parts.push('time');
  if (differs('place')) parts.push('place');
  if (differs('onlineUrl')) parts.push('online');
  if (differs('attendance')) parts.push('attendance');
  return parts;
}
