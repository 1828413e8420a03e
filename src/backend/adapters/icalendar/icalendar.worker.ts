import { BackendError } from '../../backend-error.ts';
import { runAtOnce } from '../../slices.ts';
import { answerCalls, postPage, postValue } from '../../worker-scope.ts';
import type { CalendarRequest } from './calendar-messages.ts';
import { readCalendar, type IcsCalendar } from './ics-calendar.ts';

/** Reads large calendar files away from the page, keeps them, and answers the windows that the page asks for. */

const calendars = new Map<number, IcsCalendar>();

function calendarOf(number: number): IcsCalendar {
  const calendar = calendars.get(number);
  if (!calendar) throw new BackendError('unknown', 'the worker has no such calendar');
  return calendar;
}

answerCalls<CalendarRequest>(
  (request) => {
    const { call, kept } = request;
    if (request.ask === 'read') {
      calendars.set(kept, runAtOnce(readCalendar(request.data, request.options)));
      postValue(call, undefined);
    } else if (request.ask === 'get') {
      postValue(call, runAtOnce(calendarOf(kept).get(request.uid, request.recurrenceId)));
    } else postPage(call, runAtOnce(calendarOf(kept).list(request.query)));
  },
  (kept) => calendars.delete(kept),
);
