import type { CalendarEvent } from '../../model/calendar-event.ts';
import type { PlainDate } from '../../model/plain-date.ts';

/** What the calendar's dialog shows. */
export type Opened =
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  | { readonly kind: 'day'; readonly date: PlainDate }
  | { readonly kind: 'editor'; readonly date?: PlainDate }
  | { readonly kind: 'offers'; readonly newImpulse?: string }
  | { readonly kind: 'subscribe' };

export type OpenedKind = Opened['kind'];
