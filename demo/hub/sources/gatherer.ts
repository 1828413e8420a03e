import type { Updateable } from 'kysely';
import { BackendError } from '../../../src/backend/backend-error.ts';
import type { SourceConfig } from '../config/config.ts';
import type { SourceTable } from '../database/tables.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import type { Hub } from '../hub.ts';
import { forgetUnknownSources, removeGatheredPosts } from '../posts/post-store.ts';
import { readByAdapter } from './adapter-reading.ts';
import { readCalendar } from './calendar-reading.ts';
import { storeGathered } from './gathered-store.ts';
import { HostGate } from './host-gate.ts';
import { backoffOf, MINUTE_MS } from './source-pace.ts';
import { hashOf } from './source-reader.ts';
import { SOURCES_TOPIC } from './source-store.ts';

const TICK_MS = 5_000;
const AT_ONCE = 4;
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

const GONE = 410;

/** What tells that the address of a source is still the one that is gone. */
const stopKey = ({ url }: SourceConfig): string => hashOf(url);

/** The server that a source lies on. */
const hostOf = ({ id, url }: SourceConfig): string => URL.parse(url)?.host || id;

function byHost(sources: readonly SourceConfig[]): Map<string, SourceConfig[]> {
  const hosts = new Map<string, SourceConfig[]>();
  for (const source of sources) {
    const host = hostOf(source);
    const others = hosts.get(host);
    if (others) others.push(source);
    else hosts.set(host, [source]);
  }
  return hosts;
}

/**
 * Reads the configured sources on their schedule with the library's own adapters, keeps the last good copy, and lets
 * none of them harm another. Several hubs on one database share the work.
 */
export class Gatherer {
  readonly #hub: Hub;
  readonly #folders: readonly string[];
  readonly #random: () => number;
  readonly #running = new Map<string, Promise<void>>();
  readonly #gate = new HostGate();
  /** Servers that are being read from. */
  readonly #hosts = new Set<string>();
  #workers = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(hub: Hub, options: GathererOptions = {}) {
    this.#hub = hub;
    this.#folders = options.folders ?? [];
    this.#random = options.random ?? Math.random;
  }

  /** Takes over the configured list: new sources wait for their turn, what is no longer configured goes with what it gave. */
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
      for (const source of config.sources) {
        await transaction
          .insertInto('source')
          .values({ id: source.id, problems: JSON.stringify([]) })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        // Another address is another chance.
        await transaction
          .updateTable('source')
          .set({ stoppedFor: null, failures: 0, failureKind: null, failureDetail: null, failureStatus: null })
          .set({ nextTryAt: null })
          .where('id', '=', source.id)
          .where('stoppedFor', '!=', stopKey(source))
          .execute();
      }
    });
    await forgetUnknownSources(this.#hub);
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
      .where('stoppedFor', 'is', null)
      .where((where) => where.or([where('nextTryAt', 'is', null), where('nextTryAt', '<=', new Date(now))]))
      .orderBy('nextTryAt')
      .execute();
    const sources = due.flatMap(({ id }) => config.sources.find((source) => source.id === id) ?? []);
    // Those of one server wait for each other, and nobody for a server that is slow.
    const hosts = [...byHost(sources)].filter(([host]) => !this.#hosts.has(host));
    for (const [host] of hosts) this.#hosts.add(host);
    const worker = async (): Promise<void> => {
      this.#workers += 1;
      try {
        for (let next = hosts.shift(); next; next = hosts.shift()) {
          const [host, its] = next;
          try {
            for (const { id } of its) if (await this.#claim(id)) await this.gather(id);
          } finally {
            this.#hosts.delete(host);
          }
        }
      } finally {
        this.#workers -= 1;
      }
    };
    const free = Math.min(AT_ONCE - this.#workers, hosts.length);
    await Promise.all(Array.from({ length: free }, worker));
    // Without a free place they wait for the next look.
    for (const [host] of hosts) this.#hosts.delete(host);
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

  async #claim(id: string): Promise<boolean> {
    const now = this.#hub.clock();
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
    const row = await this.#hub.database.kysely
      .selectFrom('source')
      .select(['etag', 'lastModified', 'body', 'contentType', 'importKey', 'importedAt', 'itemCount', 'problems'])
      .where('id', '=', source.id)
      .executeTakeFirstOrThrow();
    const read = source.kind === 'icalendar' ? readCalendar : readByAdapter;
    const { values, pause } = await read({
      hub: this.#hub,
      source,
      row,
      folders: this.#folders,
      gate: this.#gate,
    });
    const now = this.#hub.clock();
    const spread = 0.95 + this.#random() * 0.1;
    await this.#record(source.id, {
      ...values,
      failures: 0,
      failureKind: null,
      failureDetail: null,
      failureStatus: null,
      stoppedFor: null,
      pauseMinutes: pause,
      lastSuccessAt: new Date(now),
      lastTryAt: new Date(now),
      nextTryAt: new Date(now + pause * MINUTE_MS * spread),
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
    const isGone = known?.status === GONE;
    const wait = backoffOf(failures, this.#random(), known?.retryAfter);
    await this.#record(source.id, {
      lastTryAt: new Date(now),
      nextTryAt: isGone ? null : new Date(now + wait),
      failures: failures + 1,
      failureKind: known?.kind ?? 'unknown',
      failureDetail: detailOf(error),
      failureStatus: known?.status ?? null,
      ...(isGone && { stoppedFor: stopKey(source), itemCount: 0, body: null, importKey: null, etag: null }),
      ...(isGone && { lastModified: null, problems: JSON.stringify([]) }),
    });
    if (isGone) await this.#forget(source);
  }

  /** What its source has taken back for good goes here, too. */
  async #forget({ id }: SourceConfig): Promise<void> {
    await storeGathered(this.#hub, id, []);
    await removeGatheredPosts(this.#hub, id);
  }

  async #record(id: string, values: Updateable<SourceTable>): Promise<void> {
    await this.#hub.database.write([SOURCES_TOPIC], (transaction) =>
      transaction.updateTable('source').set(values).where('id', '=', id).execute(),
    );
  }
}
