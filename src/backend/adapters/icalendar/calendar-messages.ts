import type { BackendErrorKind, BackendErrorOptions } from '../../backend-error.ts';
import type { EventsQuery } from '../../ports.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { Page } from '../../../model/page.ts';
import type { CalendarOptions } from './ics-calendar.ts';

/** What the page asks of the worker. `calendar` names one of the files that it keeps. */
export type CalendarRequest =
  | {
      readonly ask: 'read';
      readonly call: number;
      readonly calendar: number;
      readonly data: string | Uint8Array;
      readonly options: CalendarOptions;
    }
  | { readonly ask: 'list'; readonly call: number; readonly calendar: number; readonly query: EventsQuery }
  | {
      readonly ask: 'get';
      readonly call: number;
      readonly calendar: number;
      readonly uid: string;
      readonly recurrenceId?: string;
    }
  | { readonly ask: 'drop'; readonly calendar: number };

/** What the worker answers: long lists in portions, so that unpacking one is no long task. */
export type CalendarReply =
  | { readonly ready: true }
  | { readonly call: number; readonly portion: readonly CalendarEvent[] }
  | { readonly call: number; readonly page: Omit<Page<CalendarEvent>, 'items'> }
  | { readonly call: number; readonly event: CalendarEvent }
  | { readonly call: number; readonly read: true }
  | {
      readonly call: number;
      readonly failed: {
        readonly kind: BackendErrorKind;
        readonly message: string;
        readonly reason: BackendErrorOptions['reason'];
      };
    };
