import type { Backend, PortName } from '../backend/ports.ts';
import { addDays } from '../model/plain-date.ts';
import { plainDateAt } from '../model/time-zone.ts';
import type { Page } from '../model/page.ts';
import type { DataFound } from './source-report.ts';

/** Days before and behind today in which events are looked for. */
const YEAR = 366;
const LIMIT = 50;
const SHOWN = 3;

interface Asked {
  readonly timeZone: string;
  readonly signal?: AbortSignal;
}

const isUnreadable = ({ code }: { readonly code: string }): boolean => code === 'invalid-item';

function found(port: PortName, { items, next, total, problems }: Page<unknown>, dates: readonly string[]): DataFound {
  const count = total ?? items.length;
  return {
    port,
    count,
    more: total === undefined && next !== undefined,
    dates: dates.slice(0, SHOWN),
    past: false,
    unreadable: problems.filter(isUnreadable).length,
  };
}

/**
 * Asks a port as a widget would, for its first page.
 * @throws {BackendError} as the port does
 */
export async function askPort(backend: Backend, port: PortName, asked: Asked): Promise<DataFound | undefined> {
  const { signal } = asked;
  switch (port) {
    case 'events':
      return backend.events && askEvents(backend.events, asked);
    case 'ideas':
      return backend.ideas && found(port, await backend.ideas.list({ limit: LIMIT }, { signal, fresh: true }), []);
    case 'peers':
      return backend.peers && found(port, await backend.peers.list({ limit: LIMIT }, { signal, fresh: true }), []);
    case 'posts': {
      const page = await backend.posts?.list({ limit: LIMIT }, { signal, fresh: true });
      return (
        page &&
        found(
          port,
          page,
          page.items.flatMap(({ publishedAt }) => publishedAt ?? []),
        )
      );
    }
    case 'account':
      // Who reads is nobody's to find out here.
      return undefined;
  }
}

async function askEvents(events: NonNullable<Backend['events']>, { timeZone, signal }: Asked): Promise<DataFound> {
  const today = plainDateAt(timeZone, Date.now());
  const coming = await events.list({ from: today, to: addDays(today, YEAR) }, { signal, fresh: true });
  const startsOf = ({ items }: typeof coming): string[] => items.map(({ start }) => start).sort();
  const next = found('events', coming, startsOf(coming));
  if (next.count > 0) return next;
  const before = await events.list({ from: addDays(today, -YEAR), to: today }, { signal });
  return { ...found('events', before, startsOf(before).reverse()), past: true };
}
