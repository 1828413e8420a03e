import type { EventsQuery } from '../../ports.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { Page } from '../../../model/page.ts';
import { readCalendar, type CalendarOptions } from './ics-calendar.ts';
import { runInSlices } from '../../slices.ts';

/** A calendar that has been read, wherever it is kept. */
export interface OpenCalendar {
  list(query: EventsQuery, signal?: AbortSignal): Promise<Page<CalendarEvent>>;
  get(uid: string, recurrenceId?: string, signal?: AbortSignal): Promise<CalendarEvent>;
}

/** From this size on a file is worth the start of a worker. */
const WORKER_BYTES = 300_000;

/**
 * Reads a calendar file: in a worker where it is large and the page allows workers, else in slices between which the
 * page can breathe.
 *
 * @throws {BackendError} `invalid`, see `readCalendar`
 */
export async function openCalendar(
  data: string | Uint8Array,
  options: CalendarOptions,
  signal?: AbortSignal,
): Promise<OpenCalendar> {
  if (data.length >= WORKER_BYTES) {
    const { openInWorker } = await import('./worker-calendar.ts');
    const calendar = await openInWorker(data, options, signal);
    if (calendar) return calendar;
  }
  const calendar = await runInSlices(readCalendar(data, options), signal);
  return {
    list: (query, stop) => runInSlices(calendar.list(query), stop),
    get: (uid, recurrenceId, stop) => runInSlices(calendar.get(uid, recurrenceId), stop),
  };
}
