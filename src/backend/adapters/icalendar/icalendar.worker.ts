import { BackendError } from '../../backend-error.ts';
import type { CalendarReply, CalendarRequest } from './calendar-messages.ts';
import { readCalendar, type IcsCalendar } from './ics-calendar.ts';
import { runAtOnce } from './slices.ts';

/** Reads large calendar files away from the page, keeps them, and answers the windows that the page asks for. */

/** `self` of a worker, as far as it is used; the library of worker types cannot be loaded beside that of pages. */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<CalendarRequest>) => void) | null;
  postMessage(reply: CalendarReply): void;
};

const PORTION = 250;
const calendars = new Map<number, IcsCalendar>();

function calendarOf(number: number): IcsCalendar {
  const calendar = calendars.get(number);
  if (!calendar) throw new BackendError('unknown', 'the worker has no such calendar');
  return calendar;
}

function answer(request: Exclude<CalendarRequest, { ask: 'drop' }>): void {
  const { call } = request;
  if (request.ask === 'read') {
    calendars.set(request.calendar, runAtOnce(readCalendar(request.data, request.options)));
    scope.postMessage({ call, read: true });
  } else if (request.ask === 'get') {
    scope.postMessage({ call, event: runAtOnce(calendarOf(request.calendar).get(request.uid, request.recurrenceId)) });
  } else {
    const { items, ...page } = runAtOnce(calendarOf(request.calendar).list(request.query));
    for (let at = 0; at < items.length; at += PORTION)
      scope.postMessage({ call, portion: items.slice(at, at + PORTION) });
    scope.postMessage({ call, page });
  }
}

scope.onmessage = ({ data: request }) => {
  if (request.ask === 'drop') {
    calendars.delete(request.calendar);
    return;
  }
  try {
    answer(request);
  } catch (error) {
    const known = error instanceof BackendError ? error : undefined;
    scope.postMessage({
      call: request.call,
      failed: { kind: known?.kind ?? 'unknown', message: String((error as Error).message), reason: known?.reason },
    });
  }
};
scope.postMessage({ ready: true });
