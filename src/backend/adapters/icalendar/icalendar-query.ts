import type { EventsQuery } from '../../ports.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { Page, Problem } from '../../../model/page.ts';

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('de');

const same = (a: string | undefined, b: string): boolean => a !== undefined && folded(a) === folded(b);

/** Whether an event has what the query asks for, apart from its time. */
export function matchesQuery(event: CalendarEvent, { q, kind, topic, org }: EventsQuery): boolean {
  if (kind && event.kind !== kind) return false;
  if (
    topic &&
    !event.topics?.some(({ id, label }) => same(id, topic) || same(label.de, topic) || same(label.en, topic))
  ) {
    return false;
  }
  if (org && !same(event.organiser?.id, org) && !same(event.organiser?.name, org)) return false;
  const words = q
    ? folded(q)
        .split(/\s+/)
        .filter((word) => word !== '')
    : [];
  if (words.length === 0) return true;
  const { title, summary = '', place, organiser } = event;
  const text = folded([title, summary, place?.name ?? '', place?.address ?? '', organiser?.name ?? ''].join('\n'));
  return words.every((word) => text.includes(word));
}

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
