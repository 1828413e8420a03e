import { BackendError } from '../../backend-error.ts';
import { startWorker } from '../../workers.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { CalendarReply, CalendarRequest } from './calendar-messages.ts';
import type { OpenCalendar } from './calendar-reader.ts';
import type { CalendarOptions } from './ics-calendar.ts';

interface Call {
  readonly items: CalendarEvent[];
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/** A worker that has not said a word by then will hardly come any more. */
const START_MS = 3000;

/** The page's side of the calendar worker. One worker reads all the large files of a page. */
export class CalendarWorker {
  readonly #worker: Worker;
  readonly #calls = new Map<number, Call>();
  #lastCall = 0;
  #lastCalendar = 0;
  /** Files are forgotten when nobody holds their calendar any more. */
  readonly #drops = new FinalizationRegistry<number>((calendar) => this.#worker.postMessage({ ask: 'drop', calendar }));

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<CalendarReply>) => this.#receive(data);
    worker.onerror = ({ message }) => {
      for (const call of this.#calls.values())
        call.reject(new BackendError('unknown', `the calendar worker failed: ${message}`));
      this.#calls.clear();
    };
  }

  async open(data: string | Uint8Array, options: CalendarOptions, signal?: AbortSignal): Promise<OpenCalendar> {
    const calendar = ++this.#lastCalendar;
    await this.#ask((call) => ({ ask: 'read', call, calendar, data, options }), signal);
    const open: OpenCalendar = {
      list: async (query, stop) => {
        // A query may carry more than a message can; only what is asked goes over.
        const { from, to, q, kind, topic, org, limit, cursor } = query;
        const plain = { from, to, q, kind, topic, org, limit, cursor };
        return (await this.#ask((call) => ({ ask: 'list', call, calendar, query: plain }), stop)) as Awaited<
          ReturnType<OpenCalendar['list']>
        >;
      },
      get: async (uid, recurrenceId, stop) =>
        (await this.#ask((call) => ({ ask: 'get', call, calendar, uid, recurrenceId }), stop)) as CalendarEvent,
    };
    this.#drops.register(open, calendar);
    return open;
  }

  #ask(requestOf: (call: number) => CalendarRequest, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const number = ++this.#lastCall;
      const abort = (): void => {
        this.#calls.delete(number);
        reject(signal?.reason as Error);
      };
      const finish = (settle: (value: never) => void) => (value: unknown) => {
        signal?.removeEventListener('abort', abort);
        this.#calls.delete(number);
        settle(value as never);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#calls.set(number, { items: [], resolve: finish(resolve), reject: finish(reject) });
      this.#worker.postMessage(requestOf(number));
    });
  }

  #receive(reply: CalendarReply): void {
    if (!('call' in reply)) return;
    const call = this.#calls.get(reply.call);
    if (!call) return;
    if ('portion' in reply) for (const event of reply.portion) call.items.push(event);
    else if ('page' in reply) call.resolve({ ...reply.page, items: call.items });
    else if ('event' in reply) call.resolve(reply.event);
    else if ('failed' in reply)
      call.reject(new BackendError(reply.failed.kind, reply.failed.message, { reason: reply.failed.reason }));
    else call.resolve(undefined);
  }
}

/** Waits for the first word of a worker; null where there is none, or it cannot start. */
function firstWord(): Promise<CalendarWorker | null> {
  const worker = startWorker('icalendar');
  if (!worker) return Promise.resolve(null);
  return new Promise((resolve) => {
    const fail = (): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(null);
    };
    const timer = setTimeout(fail, START_MS);
    worker.onerror = (event) => {
      event.preventDefault();
      fail();
    };
    worker.onmessage = () => {
      clearTimeout(timer);
      resolve(new CalendarWorker(worker));
    };
  });
}

let shared: Promise<CalendarWorker | null> | null = null;

/** The page's calendar worker, started when it is first asked for; null where the page cannot have one. */
export const calendarWorker = (): Promise<CalendarWorker | null> => (shared ??= firstWord());
