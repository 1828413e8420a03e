import { sql } from 'kysely';
import { fromKysely, type Job, type JobResult, type PgBoss } from 'pg-boss';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { HubDatabase, HubTransaction } from '../database/database.ts';
import { bossOn, JOBS_SCHEMA } from './boss.ts';
import { GiveUpError, type JobHandler, type JobKind } from './job-kind.ts';

/** Where jobs go that no try could do. Nobody works on it; an operator looks at it. */
const DEAD = 'dead';
const DAY = 86_400;
/** A hub that stops waits so long for the jobs that run. */
const STOP_MS = 10_000;
/** Jobs that are added by one statement. */
const CHUNK = 500;

export interface SendOptions {
  /** The transaction that the job belongs to: it is there when, and only when, that is committed. */
  readonly transaction?: HubTransaction;
  /** Not before then. */
  readonly startAfter?: Date;
  /** For kinds of which only one waits at a time (`once`): one for each key. */
  readonly key?: string;
}

export interface StartOptions {
  /** Whether this process also does the work, or only sends it. */
  readonly work: boolean;
  readonly onError: (error: unknown) => void;
  /** Seconds between looks for new jobs, at least 0.5. Default 2. */
  readonly pollSeconds?: number;
}

interface Definition {
  readonly kind: JobKind;
  readonly handler: JobHandler;
}

export interface JobCount {
  readonly queue: string;
  readonly state: string;
  readonly count: number;
}

/** Work behind the answers, kept in the database: it survives a restart, and several hubs share it. */
export class Jobs {
  readonly #database: HubDatabase;
  readonly #definitions = new Map<string, Definition>();
  readonly #schedules: {
    readonly kind: JobKind;
    readonly cron: string;
    readonly data: object;
    readonly timeZone: string;
  }[] = [];
  #boss: PgBoss | undefined;
  #onError: (error: unknown) => void = () => undefined;

  constructor(database: HubDatabase) {
    this.#database = database;
  }

  /** Says how a kind of job is done. Before `start`. */
  define<S extends TSchema>(kind: JobKind<S>, handler: JobHandler<S>): void {
    if (this.#boss) throw new Error(`The job ${kind.name} is defined after the start.`);
    if (this.#definitions.has(kind.name)) throw new Error(`The job ${kind.name} is defined twice.`);
    this.#definitions.set(kind.name, { kind, handler });
  }

  /**
   * Has a job sent again and again, once over all hubs. `cron` has five fields, read in `timeZone`. Before `start`.
   * One schedule a kind.
   */
  schedule<S extends TSchema>(kind: JobKind<S>, cron: string, data: Static<S>, timeZone = 'UTC'): void {
    this.#schedules.push({ kind, cron, data: data, timeZone });
  }

  async start({ work, onError, pollSeconds = 2 }: StartOptions): Promise<void> {
    this.#onError = onError;
    const boss = bossOn(this.#database, { supervise: work, schedule: work });
    boss.on('error', onError);
    await boss.start();
    await boss.createQueue(DEAD);
    for (const { kind } of this.#definitions.values()) {
      const options = {
        retryLimit: kind.retries ?? 5,
        retryDelay: kind.retryAfter ?? 30,
        retryBackoff: true,
        expireInSeconds: kind.timeout ?? 900,
        deleteAfterSeconds: kind.keepFinished ?? DAY,
        deadLetter: DEAD,
      };
      await boss.createQueue(kind.name, { ...options, policy: kind.once ? 'short' : 'standard' });
      // Also makes it known here: a send inside a transaction may ask no other connection, which PGlite does not have.
      await boss.updateQueue(kind.name, options);
    }
    this.#boss = boss;
    if (!work) return;
    for (const { kind, cron, data, timeZone } of this.#schedules) {
      await boss.schedule(kind.name, cron, data, { tz: timeZone });
    }
    for (const { kind, handler } of this.#definitions.values()) {
      const options = {
        perJobResults: true,
        includeMetadata: false,
        batchSize: 1,
        localConcurrency: kind.concurrency ?? 1,
        pollingIntervalSeconds: pollSeconds,
      } as const;
      await boss.work<object, never, typeof options>(kind.name, options, (jobs) =>
        Promise.all(jobs.map((job) => this.#run(kind, handler, job))),
      );
    }
  }

  async #run(kind: JobKind, handler: JobHandler, { id, data, retryCount, signal }: Job): Promise<JobResult> {
    try {
      if (!Value.Check(kind.data, data)) throw new GiveUpError(`The data of ${kind.name} do not have its shape.`);
      await handler(data, { id, attempt: retryCount + 1, signal });
      return { id, status: 'completed' };
    } catch (error) {
      this.#onError(error);
      // Only what an operator needs; data of people stay in the job, not in its outcome.
      const output = { error: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown' };
      return { id, status: error instanceof GiveUpError ? 'deadletter' : 'failed', output };
    }
  }

  /**
   * Adds a job. Inside a transaction, name it: else the job runs though the transaction fails, and on PGlite both wait
   * for each other.
   * @throws Error for data that do not have the shape of the kind
   */
  async send<S extends TSchema>(kind: JobKind<S>, data: Static<S>, options: SendOptions = {}): Promise<void> {
    if (!this.#boss) throw new Error('Jobs have not been started.');
    if (!this.#definitions.has(kind.name)) throw new Error(`Nobody has defined the job ${kind.name}.`);
    if (!Value.Check(kind.data, data)) throw new Error(`The data of the job ${kind.name} do not have its shape.`);
    const { transaction, startAfter, key } = options;
    await this.#boss.send(kind.name, data as object, {
      ...(startAfter && { startAfter }),
      ...(key !== undefined && { singletonKey: key }),
      ...(transaction && { db: fromKysely(transaction.withoutPlugins()) }),
    });
  }

  /**
   * Adds many jobs of one kind at once, inside a transaction.
   * @throws Error for data that do not have the shape of the kind
   */
  async sendAll<S extends TSchema>(
    kind: JobKind<S>,
    data: readonly Static<S>[],
    transaction: HubTransaction,
  ): Promise<void> {
    if (!this.#boss) throw new Error('Jobs have not been started.');
    if (!this.#definitions.has(kind.name)) throw new Error(`Nobody has defined the job ${kind.name}.`);
    if (!data.every((one) => Value.Check(kind.data, one)))
      throw new Error(`The data of the job ${kind.name} do not have its shape.`);
    for (let index = 0; index < data.length; index += CHUNK) {
      const jobs = data.slice(index, index + CHUNK).map((one) => ({ data: one as object }));
      await this.#boss.insert(kind.name, jobs, { db: fromKysely(transaction.withoutPlugins()) });
    }
  }

  /** How many jobs there are by queue and state; `dead` holds those that were put aside. */
  async counts(): Promise<readonly JobCount[]> {
    const { rows } = await sql<JobCount>`
      select name as queue, state::text as state, count(*)::int as count
      from ${sql.table(`${JOBS_SCHEMA}.job`)} where name not like '\\_\\_%' group by 1, 2 order by 1, 2
    `.execute(this.#database.kysely);
    return rows;
  }

  /** Lets the jobs that run come to their end, and takes no new ones. */
  async stop(): Promise<void> {
    const boss = this.#boss;
    this.#boss = undefined;
    await boss?.stop({ graceful: true, timeout: STOP_MS });
  }
}
