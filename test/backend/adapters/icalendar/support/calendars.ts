import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CalendarEvent } from '../../../../../src/model/calendar-event.ts';
import type { Page } from '../../../../../src/model/page.ts';
import { calendarOf, eventOf } from './calendar-text.ts';
import { createIcalendarBackend } from '../../../../../src/backend/adapters/icalendar/icalendar-adapter.ts';

export { calendarOf, eventOf };

/** A file of the data that lie beside the repository, or null where they are absent. */
export function sharedPath(path: string): string | null {
  const full = fileURLToPath(new URL(`../../../../../../shared/${path}`, import.meta.url));
  return existsSync(full) ? full : null;
}

export interface ReadOptions {
  readonly from?: string;
  readonly to?: string;
  readonly timeZone?: string;
  readonly q?: string;
}

/** What the adapter answers for a file: by default of the whole of 2026, for a reader in Berlin. */
export function read(data: string | Uint8Array, options: ReadOptions = {}): Promise<Page<CalendarEvent>> {
  const { timeZone, ...rest } = options;
  const { events } = createIcalendarBackend({ src: 'https://kalender.example/a.ics', data, timeZone });
  return events.list({ from: '2026-01-01', to: '2027-01-01', ...rest });
}

/** The starts of what a calendar with one event gives. */
export async function startsOf(lines: readonly string[], options?: ReadOptions): Promise<string[]> {
  const { items } = await read(calendarOf(eventOf(...lines)), options);
  return items.map(({ start }) => start);
}
