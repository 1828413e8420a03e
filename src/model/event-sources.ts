import type { CalendarEvent } from './calendar-event.ts';

/** One of the calendars that events come from. */
export interface EventSource {
  /** `SourceRef.id`; empty for events that name none. */
  readonly id: string;
  /** Empty where the source calls itself nothing. */
  readonly label: string;
  /** A shape of its own, beside its colour. */
  readonly mark: string;
}

/** Sources by id, in the order in which they got their marks. */
export type EventSources = ReadonlyMap<string, EventSource>;

/** Solid shapes that every font has and that differ without their colour. The ninth source shares the first one's. */
export const SOURCE_MARKS = ['●', '■', '▲', '◆', '★', '▼', '✚', '▬'] as const;

export const sourceIdOf = ({ source }: CalendarEvent): string => source?.id ?? '';

/**
 * The sources known so far and those that these events add, which keep their marks from then on. `order` is a text that
 * names the sources in the order their marks are given in (the attribute `src`). The same map where nothing is new.
 */
export function growSources(known: EventSources, events: readonly CalendarEvent[], order: string): EventSources {
  const found = new Map<string, string>();
  for (const event of events) {
    const id = sourceIdOf(event);
    if (!known.has(id) && !found.has(id)) found.set(id, event.source?.label ?? '');
  }
  if (found.size === 0) return known;
  const place = (id: string): number => {
    const at = id === '' ? -1 : order.indexOf(id);
    return at < 0 ? order.length : at;
  };
  const added = [...found].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  const sources = new Map(known);
  for (const [id, label] of added) {
    sources.set(id, { id, label, mark: SOURCE_MARKS[sources.size % SOURCE_MARKS.length] ?? '●' });
  }
  return sources;
}
