import type { EventsQuery } from '../../ports.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { Page, Problem } from '../../../model/page.ts';

/** Cuts one page out of all that was found. The cursor is the number of items before the page. */
export function pageOf(
  items: readonly CalendarEvent[],
  { limit, cursor }: EventsQuery,
  problems: readonly Problem[],
): Page<CalendarEvent> {
  const total = items.length;
  const first = /^\d{1,9}$/.test(cursor ?? '') ? Number(cursor) : 0;
  if (limit === undefined || !(limit >= 1)) return { items: first > 0 ? items.slice(first) : items, total, problems };
  const end = first + Math.floor(limit);
  return { items: items.slice(first, end), total, problems, ...(end < total ? { next: String(end) } : {}) };
}
