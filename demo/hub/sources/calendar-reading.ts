import { createIcalendarBackend } from '../../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import type { CalendarEvent } from '../../../src/model/calendar-event.ts';
import type { Page, Problem } from '../../../src/model/page.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import type { SourceConfig } from '../config/config.ts';
import type { Hub } from '../hub.ts';
import { gatheredEvents } from './gathered-events.ts';
import { GATHERED_AHEAD_MS, GATHERED_BACK_MS, REIMPORT_MS } from './gathered-range.ts';
import { storeGathered } from './gathered-store.ts';
import { problemsToKeep, type Reading, type ReadingOptions } from './reading.ts';
import { everyMinutes } from './source-pace.ts';
import { hashOf, readSource, type SourceCopy } from './source-reader.ts';

function parse(hub: Hub, source: SourceConfig, copy: SourceCopy): Promise<Page<CalendarEvent>> {
  const { config, clock } = hub;
  const answer = (): Promise<Response> =>
    Promise.resolve(
      new Response(new Uint8Array(copy.bytes), {
        headers: copy.contentType ? { 'content-type': copy.contentType } : {},
      }),
    );
  const { events } = createIcalendarBackend({
    src: source.url,
    // The adapter reads the copy that is already here; the network is asked in one place only.
    fetch: answer,
    timeZone: source.timeZone ?? config.timeZone,
    label: source.label,
    maxBytes: config.limits.sourceBytes,
  });
  const now = clock();
  return events.list({ from: toInstantString(now - GATHERED_BACK_MS), to: toInstantString(now + GATHERED_AHEAD_MS) });
}

/** Takes over dates: the first so many of them. Gives how many, and what went wrong with some. */
export async function takeEvents(
  hub: Hub,
  source: SourceConfig,
  page: Page<CalendarEvent>,
): Promise<{ readonly count: number; readonly problems: readonly Problem[] }> {
  const { config, directory } = hub;
  const items = page.items.slice(0, config.limits.sourceItems);
  const cut: readonly Problem[] =
    items.length < page.items.length
      ? [{ code: 'limit-reached', detail: `only the first ${items.length} of ${page.items.length} dates are kept` }]
      : [];
  const zone = source.timeZone ?? config.timeZone;
  const count = await storeGathered(hub, source.id, gatheredEvents(items, source, directory, zone));
  return { count, problems: [...cut, ...page.problems] };
}

/** Reads a calendar: one document, parsed only when it or its settings have changed. @throws BackendError */
export async function readCalendar({ hub, source, row, folders, gate }: ReadingOptions): Promise<Reading> {
  const { config, clock } = hub;
  const kept = row.body !== null;
  const fresh = await readSource({
    url: source.url,
    allowPrivate: source.allowPrivate ?? [],
    maxBytes: config.limits.sourceBytes,
    seconds: config.limits.sourceSeconds,
    folders,
    etag: kept ? row.etag : null,
    lastModified: kept ? row.lastModified : null,
    gate,
  });
  const copy: SourceCopy = fresh ?? {
    bytes: row.body ?? new Uint8Array(),
    contentType: row.contentType,
    etag: row.etag,
    lastModified: row.lastModified,
  };
  const importKey = hashOf(
    copy.bytes,
    copy.contentType ?? '',
    JSON.stringify(source),
    config.timeZone,
    JSON.stringify([config.topics, config.organisations]),
  );
  const { etag, lastModified } = copy;
  const pause = everyMinutes(source);
  const isCurrent =
    importKey === row.importKey && row.importedAt !== null && clock() - row.importedAt.getTime() < REIMPORT_MS;
  if (isCurrent) return { pause, values: { etag, lastModified } };
  const { count, problems } = await takeEvents(hub, source, await parse(hub, source, copy));
  return {
    pause,
    values: {
      etag,
      lastModified,
      body: copy.bytes,
      contentType: copy.contentType,
      importKey,
      importedAt: new Date(clock()),
      itemCount: count,
      problems: problemsToKeep(problems),
    },
  };
}
