import type { PlacedEvent } from './event-days.ts';
import { fromEpochDay, toEpochDay } from './plain-date.ts';

/** Events of one day inside a chunk; `continued` where the day began in the chunk before. */
export interface AgendaDay {
  /** Day count since 1970-01-01. */
  readonly day: number;
  readonly continued: boolean;
  readonly items: readonly PlacedEvent[];
}

/** Days and parts of days with about `size` events, drawn and thrown away together. */
export type AgendaChunk = readonly AgendaDay[];

/** Cuts a list of days into chunks, so that a long list is drawn only where the reader looks. */
export function agendaChunks(days: ReadonlyMap<number, readonly PlacedEvent[]>, size: number): AgendaChunk[] {
  const chunks: AgendaDay[][] = [];
  let chunk: AgendaDay[] = [];
  let room = size;
  for (const [day, items] of days) {
    for (let at = 0; at < items.length;) {
      const part = items.slice(at, at + room);
      chunk.push({ day, continued: at > 0, items: part });
      at += part.length;
      room -= part.length;
      if (room > 0) continue;
      chunks.push(chunk);
      chunk = [];
      room = size;
    }
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}

export interface AgendaMonth {
  /** Day count of its first day. */
  readonly month: number;
  readonly chunks: readonly { readonly index: number; readonly days: AgendaChunk }[];
}

const monthOf = (day: number): number => toEpochDay(`${fromEpochDay(day).slice(0, 7)}-01`);

/**
 * A list in chunks, by month where `byMonth`, else as one. Chunks are numbered from where the list starts, those before it
 * backwards from -1: what is there keeps its number when earlier events come.
 */
export function agendaMonths(
  before: ReadonlyMap<number, readonly PlacedEvent[]>,
  after: ReadonlyMap<number, readonly PlacedEvent[]>,
  size: number,
  byMonth: boolean,
): AgendaMonth[] {
  const months = new Map<number, AgendaMonth['chunks'][number][]>();
  const cut = (days: ReadonlyMap<number, readonly PlacedEvent[]>): [number, AgendaChunk][] => {
    const groups = new Map<number, Map<number, readonly PlacedEvent[]>>();
    for (const [day, items] of days) {
      const month = byMonth ? monthOf(day) : 0;
      const group = groups.get(month) ?? new Map<number, readonly PlacedEvent[]>();
      groups.set(month, group.set(day, items));
    }
    return [...groups].flatMap(([month, group]) =>
      agendaChunks(group, size).map((chunk): [number, AgendaChunk] => [month, chunk]),
    );
  };
  const earlier = cut(before);
  const put = ([month, days]: [number, AgendaChunk], index: number): void => {
    months.set(month, [...(months.get(month) ?? []), { index, days }]);
  };
  earlier.forEach((chunk, at) => put(chunk, at - earlier.length));
  cut(after).forEach(put);
  return [...months].map(([month, chunks]) => ({ month, chunks }));
}
