import { BackendError, type BackendErrorKind } from '../../../../src/backend/backend-error.ts';
import type { DirectoryConfig } from '../../config/config-schema.ts';
import type { Hub } from '../../hub.ts';
import { PEERS_TOPIC } from '../../peers/peer-store.ts';
import { directorySourceId } from '../import-source.ts';
import { leaveImport } from '../leave-import.ts';
import { pullDirectory } from './directory-pull.ts';
import '../peer-import-tables.ts';

/** Written to whenever a pull has ended. */
export const DIRECTORIES_TOPIC = 'directories';

const MINUTE_MS = 60_000;
export const EVERY_MINUTES = 360;
const MOST_BACKOFF_MS = 24 * 60 * MINUTE_MS;

/** What a failure means to who looks after the hub; details of the connection follow where they help. */
const MEANINGS: Readonly<Partial<Record<BackendErrorKind, string>>> = {
  denied: 'The directory refuses the token, or lies where the hub may not read.',
  missing: 'There is no directory at this address.',
  timeout: 'The directory was not read to its end in time.',
  busy: 'The directory is busy and asks for patience.',
  invalid: 'The directory answers with something that is not SCIM 2.0, refuses the filter, or sends too much.',
  unknown: 'The directory does not answer.',
};

const withoutAddresses = (text: string): string => text.replace(/\b[a-z]+:\/\/\S+/gi, 'its address').slice(0, 200);

function detailOf(error: unknown): string {
  const known = error instanceof BackendError ? error : undefined;
  const meaning = MEANINGS[known?.kind ?? 'unknown'] ?? 'The directory could not be read.';
  // What is no failure of the directory is one of ours, and its text may hold anything.
  return known ? `${meaning} (${withoutAddresses(known.message)})` : meaning;
}

/** Pulls the configured directories on their schedule. Several hubs on one database share the work. */
export class DirectoryPuller {
  readonly #hub: Hub;
  readonly #random: () => number;

  /** @param random 0 to 1; spreads the times at which directories are asked */
  constructor(hub: Hub, random: () => number = Math.random) {
    this.#hub = hub;
    this.#random = random;
  }

  /** Takes over the configured list. The people of a directory that is no longer in it leave. */
  async prepare(): Promise<void> {
    const { database, config } = this.#hub;
    const ids = config.directories.map(({ id }) => id);
    const sourceIds = ids.map(directorySourceId);
    const orphans = await database.kysely
      .selectFrom('peerProfile')
      .select('personId')
      .where('source', '=', 'scim')
      .where('leftAt', 'is', null)
      .where('sourceId', 'not in', ['', ...sourceIds])
      .execute();
    await database.write(
      orphans.length > 0 ? [DIRECTORIES_TOPIC, PEERS_TOPIC] : [DIRECTORIES_TOPIC],
      async (transaction) => {
        await leaveImport(
          this.#hub,
          transaction,
          orphans.map(({ personId }) => personId),
        );
        await transaction
          .deleteFrom('peopleDirectory')
          .where('id', 'not in', ['', ...ids])
          .execute();
        for (const id of ids) {
          await transaction
            .insertInto('peopleDirectory')
            .values({ id })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
      },
    );
  }

  /** Pulls every directory whose time has come, one after the other. */
  async pullDue(): Promise<void> {
    const { config, clock } = this.#hub;
    for (const directory of config.directories)
      if (await this.#claim(directory.id, clock())) await this.pull(directory);
  }

  /** Pulls one directory now. Never throws for one that fails: that is written down. */
  async pull(directory: DirectoryConfig): Promise<void> {
    const row = await this.#hub.database.kysely
      .selectFrom('peopleDirectory')
      .select(['heldBack', 'failures'])
      .where('id', '=', directory.id)
      .executeTakeFirst();
    try {
      const result = await pullDirectory(this.#hub, directory, row?.heldBack ?? 0);
      const spread = 0.95 + this.#random() * 0.1;
      const at = this.#hub.clock();
      await this.#record(directory.id, {
        ...result,
        failures: 0,
        failureKind: null,
        failureDetail: null,
        lastSuccessAt: new Date(at),
        nextTryAt: new Date(at + (directory.every ?? EVERY_MINUTES) * MINUTE_MS * spread),
      });
    } catch (error) {
      const known = error instanceof BackendError ? error : undefined;
      const failures = (row?.failures ?? 0) + 1;
      const doubled = 5 * MINUTE_MS * 2 ** Math.min(failures - 1, 10) * (0.75 + this.#random() * 0.5);
      const wait = Math.min(MOST_BACKOFF_MS, Math.max(doubled, (known?.retryAfter ?? 0) * 1000));
      await this.#record(directory.id, {
        failures,
        failureKind: known?.kind ?? 'unknown',
        failureDetail: detailOf(error),
        nextTryAt: new Date(this.#hub.clock() + wait),
      });
    }
  }

  /** Whether it is this hub's turn: while one pulls, the others leave the directory alone; if it dies, they go on later. */
  async #claim(id: string, now: number): Promise<boolean> {
    const lease = (this.#hub.config.limits.directorySeconds + 120) * 1000;
    const { numUpdatedRows } = await this.#hub.database.kysely
      .updateTable('peopleDirectory')
      .set({ nextTryAt: new Date(now + lease) })
      .where('id', '=', id)
      .where((where) => where.or([where('nextTryAt', 'is', null), where('nextTryAt', '<=', new Date(now))]))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async #record(id: string, values: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#hub.database.write([DIRECTORIES_TOPIC], (transaction) =>
      transaction
        .updateTable('peopleDirectory')
        .set({ ...values, lastTryAt: new Date(this.#hub.clock()) })
        .where('id', '=', id)
        .execute(),
    );
  }
}
