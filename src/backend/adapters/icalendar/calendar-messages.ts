import type { EventsQuery } from '../../ports.ts';
import type { CalendarOptions } from './ics-calendar.ts';

/** What the page asks of the worker. `kept` numbers one of the files that it keeps. */
export type CalendarRequest =
  | {
      readonly ask: 'read';
      readonly kept: number;
      readonly data: string | Uint8Array;
      readonly options: CalendarOptions;
    }
  | { readonly ask: 'list'; readonly kept: number; readonly query: EventsQuery }
  | { readonly ask: 'get'; readonly kept: number; readonly uid: string; readonly recurrenceId?: string };
