import { BackendError } from '../../../src/backend/backend-error.ts';
import { createIcalendarBackend } from '../../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import type { CalendarEvent } from '../../../src/model/calendar-event.ts';
import type { Page, Problem } from '../../../src/model/page.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import type { SourceConfig } from '../config/config.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import type { Hub } from '../hub.ts';
import { gatheredEvents } from './gathered-events.ts';
import { storeGathered } from './gathered-store.ts';
import { hashOf, readSource, type SourceCopy } from './source-reader.ts';
import { GATHERED_AHEAD_MS, GATHERED_BACK_MS, REIMPORT_MS } from './gathered-range.ts';
import { SOURCES_TOPIC } from './source-store.ts';

const MINUTE_MS = 60_000;
const EVERY_MINUTES = 15;
const MOST_BACKOFF_MS = 6 * 60 * MINUTE_MS;
const TICK_MS = 5_000;
const AT_ONCE = 4;
const KEPT_PROBLEMS = 20;
/** While one hub reads a source the others leave it alone; if it dies, they go on after this. */
const LEASE_MS = 3 * MINUTE_MS;

export interface GathererOptions {
  /** Folders that `file:` sources may lie in. */
  readonly folders?: readonly string[];
  /** 0 to 1; spreads the times at which sources are asked. */
  readonly random?: () => number;
}

/** Words for operators without addresses: these may carry a secret. */
const detailOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\b[a-z]+:\/\/\S+/gi, 'its address').slice(0, 300);

/**
 * Reads the configured sources on their schedule with the library's own adapters, keeps the last good copy, and lets
 * none of them harm another. Several hubs on one database share the work.
 */
export class Gatherer {
  readonly #hub: Hub;
  readonly #folders: readonly string[];
  readonly #random: () => number;
  readonly #running = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(hub: Hub, options: GathererOptions = {}) {
    this.#hub = hub;
    this.#folders = options.folders ?? [];
    this.#random = options.random ?? Math.random;
  }

  /** Takes over the configured list: new sources wait for their turn, what is no longer configured goes with its events. */
  async prepare(): Promise<void> {
    const { database, config } = this.#hub;
    const ids = config.sources.map(({ id }) => id);
    await database.write([SOURCES_TOPIC, EVENTS_TOPIC], async (transaction) => {
      const configured = ids.length > 0 ? ids : [''];
      await transaction
        .deleteFrom('event')
        .where('sourceId', 'is not', null)
        .where('sourceId', 'not in', configured)
        .execute();
      await transaction.deleteFrom('source').where('id', 'not in', configured).execute();
      for (const id of ids) {
        await transaction
          .insertInto('source')
          .values({ id, problems: JSON.stringify([]) })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    });
  }

  /** Begins to read what is due, and goes on until `stop`. */
  start(): void {
    if (this.#timer) return;
    const tick = (): void => {
      // A database that is away is told by /readyz; the next tick tries again.
      this.gatherDue().catch(() => undefined);
    };
    this.#timer = setInterval(tick, TICK_MS);
    this.#timer.unref();
    tick();
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await Promise.allSettled(this.#running.values());
  }

  /** Reads every source whose time has come. */
  async gatherDue(): Promise<void> {
    const { database, config, clock } = this.#hub;
    const now = clock();
    const due = await database.kysely
      .selectFrom('source')
      .select('id')
      .where((where) => where.or([where('nextTryAt', 'is', null), where('nextTryAt', '<=', new Date(now))]))
      .orderBy('nextTryAt')
      .execute();
    const queue = due.flatMap(({ id }) => config.sources.find((source) => source.id === id) ?? []);
    const worker = async (): Promise<void> => {
      for (let source = queue.shift(); source; source = queue.shift()) {
        if (await this.#claim(source.id, now)) await this.gather(source.id);
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, queue.length) }, worker));
  }

  /** Reads one source now, whether it is due or not; who asks meanwhile waits for the same reading. Never throws for a bad source. */
  gather(id: string): Promise<void> {
    const running = this.#running.get(id);
    if (running) return running;
    const source = this.#hub.config.sources.find((candidate) => candidate.id === id);
    if (!source) return Promise.reject(new RangeError(`no source "${id}"`));
    const reading = this.#gather(source).finally(() => this.#running.delete(id));
    this.#running.set(id, reading);
    return reading;
  }

  async #claim(id: string, now: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#hub.database.kysely
      .updateTable('source')
      .set({ nextTryAt: new Date(now + LEASE_MS) })
      .where('id', '=', id)
      .where((where) => where.or([where('nextTryAt', 'is', null), where('nextTryAt', '<=', new Date(now))]))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async #gather(source: SourceConfig): Promise<void> {
    try {
      await this.#read(source);
    } catch (error) {
      await this.#failed(source, error);
    }
  }

  async #read(source: SourceConfig): Promise<void> {
    const { database, config, clock } = this.#hub;
    const row = await database.kysely
      .selectFrom('source')
      .select(['etag', 'lastModified', 'body', 'contentType', 'importKey', 'importedAt', 'itemCount', 'problems'])
      .where('id', '=', source.id)
      .executeTakeFirstOrThrow();
    const kept = row.body !== null;
    const fresh = await readSource({
      url: source.url,
      allowPrivate: source.allowPrivate ?? [],
      maxBytes: config.limits.sourceBytes,
      seconds: config.limits.sourceSeconds,
      folders: this.#folders,
      etag: kept ? row.etag : null,
      lastModified: kept ? row.lastModified : null,
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
    const isCurrent =
      importKey === row.importKey && row.importedAt !== null && clock() - row.importedAt.getTime() < REIMPORT_MS;
    if (isCurrent) {
      await this.#succeeded(source, {
        etag: copy.etag,
        lastModified: copy.lastModified,
        failures: 0,
        failureKind: null,
        failureDetail: null,
      });
      return;
    }
    const page = await this.#parse(source, copy);
    const items = page.items.slice(0, config.limits.sourceItems);
    const problems: Problem[] = [...page.problems];
    if (items.length < page.items.length)
      problems.unshift({
        code: 'limit-reached',
        detail: `only the first ${items.length} of ${page.items.length} dates are kept`,
      });
    const itemCount = await storeGathered(
      this.#hub,
      source.id,
      gatheredEvents(items, source, this.#hub.directory, source.timeZone ?? config.timeZone),
    );
    await this.#succeeded(source, {
      etag: copy.etag,
      lastModified: copy.lastModified,
      body: copy.bytes,
      contentType: copy.contentType,
      importKey,
      importedAt: new Date(clock()),
      itemCount,
      problems: JSON.stringify(problems.slice(0, KEPT_PROBLEMS).map(({ source: _source, ...problem }) => problem)),
      failures: 0,
      failureKind: null,
      failureDetail: null,
    });
  }

  #parse(source: SourceConfig, copy: SourceCopy): Promise<Page<CalendarEvent>> {
    const { config, clock } = this.#hub;
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

  async #succeeded(source: SourceConfig, values: Readonly<Record<string, unknown>>): Promise<void> {
    const now = this.#hub.clock();
    const spread = 0.95 + this.#random() * 0.1;
    const next = now + (source.every ?? EVERY_MINUTES) * MINUTE_MS * spread;
    await this.#record(source.id, {
      ...values,
      lastSuccessAt: new Date(now),
      lastTryAt: new Date(now),
      nextTryAt: new Date(next),
    });
  }

  async #failed(source: SourceConfig, error: unknown): Promise<void> {
    const now = this.#hub.clock();
    const { failures } = await this.#hub.database.kysely
      .selectFrom('source')
      .select('failures')
      .where('id', '=', source.id)
      .executeTakeFirstOrThrow();
    const known = error instanceof BackendError ? error : undefined;
    const doubled = MINUTE_MS * 2 ** Math.min(failures, 10) * (0.75 + this.#random() * 0.5);
    const wait = Math.min(MOST_BACKOFF_MS, Math.max(doubled, (known?.retryAfter ?? 0) * 1000));
    await this.#record(source.id, {
      lastTryAt: new Date(now),
      nextTryAt: new Date(now + wait),
      failures: failures + 1,
      failureKind: known?.kind ?? 'unknown',
      failureDetail: detailOf(error),
    });
  }

  async #record(id: string, values: Record<string, unknown>): Promise<void> {
    await this.#hub.database.write([SOURCES_TOPIC], (transaction) =>
      transaction.updateTable('source').set(values).where('id', '=', id).execute(),
    );
  }
}
