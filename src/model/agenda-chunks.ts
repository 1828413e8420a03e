import type { PlacedEvent } from './event-days.ts';

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
