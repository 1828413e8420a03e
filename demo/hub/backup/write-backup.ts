import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql, type Kysely } from 'kysely';
import type { HubDatabase } from '../database/database.ts';
import type { UploadStore } from '../uploads/upload-store.ts';
import { FORMAT, FORMAT_VERSION, type EndLine, type FileLine, type HeadLine, type TableLine } from './backup-format.ts';
import { readMigrations, readTables, type TableShape } from './catalog.ts';

const ROWS_AT_ONCE = 500;
const CHUNK_BYTES = 600_000;

export interface BackupReport {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** Uploads whose content was not there any more. */
  readonly missing: number;
}

type Count = { -readonly [K in keyof BackupReport]: BackupReport[K] };
type Plain = Kysely<unknown>;

async function* rowsOf(db: Plain, { name, columns, key }: TableShape): AsyncIterable<string> {
  const fields = sql.join(columns.map((column) => sql.ref(column)));
  const order = key.map((part) => (part.isText ? sql`${sql.ref(part.name)} collate "C"` : sql.ref(part.name)));
  const rows = sql`select row_to_json(t)::text as row from (select ${fields} from ${sql.table(name)}) t`;
  await sql`declare backup_rows no scroll cursor for ${rows} ${
    order.length > 0 ? sql`order by ${sql.join(order)}` : sql`order by row_to_json(t)::text collate "C"`
  }`.execute(db);
  for (;;) {
    const fetched = await sql<{ row: string }>`fetch ${sql.lit(ROWS_AT_ONCE)} from backup_rows`.execute(db);
    for (const { row } of fetched.rows) yield row;
    if (fetched.rows.length < ROWS_AT_ONCE) break;
  }
  await sql`close backup_rows`.execute(db);
}

async function* linesOf(db: Plain, store: UploadStore, createdAt: string, count: Count): AsyncIterable<string> {
  // Times read the same whatever the server's zone is.
  await sql`set local time zone 'UTC'`.execute(db);
  const migrations = await readMigrations(db);
  yield JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, createdAt, migrations } satisfies HeadLine);
  for (const table of await readTables(db)) {
    count.tables += 1;
    yield JSON.stringify({ table: table.name, columns: table.columns } satisfies TableLine);
    for await (const row of rowsOf(db, table)) {
      count.rows += 1;
      yield `{"row":${row}}`;
    }
  }
  const { rows: uploads } = await sql<{ id: string }>`select id from upload order by id collate "C"`.execute(db);
  for (const { id } of uploads) {
    const content = await store.get(id);
    if (!content) {
      count.missing += 1;
      continue;
    }
    count.files += 1;
    const sha256 = createHash('sha256').update(content).digest('hex');
    yield JSON.stringify({ file: id, bytes: content.length, sha256 } satisfies FileLine);
    for (let at = 0; at < content.length; at += CHUNK_BYTES) {
      yield JSON.stringify({ chunk: content.subarray(at, at + CHUNK_BYTES).toString('base64') });
    }
  }
}

async function* withEnd(lines: AsyncIterable<string>): AsyncIterable<string> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const line of lines) {
    hash.update(line).update('\n');
    count += 1;
    yield `${line}\n`;
  }
  yield `${JSON.stringify({ end: true, lines: count, sha256: hash.digest('hex') } satisfies EndLine)}\n`;
}

/**
 * Writes everything that the hub knows into one file, as it is at one moment: a snapshot on PostgreSQL, beside which
 * hubs go on. The file appears under its name when it is complete, and only its owner may read it.
 *
 * @param now epoch ms, written into the head
 */
export async function writeBackup(
  database: HubDatabase,
  storeOn: (kysely: HubDatabase['kysely']) => UploadStore,
  path: string,
  now: number,
): Promise<BackupReport> {
  const count: Count = { tables: 0, rows: 0, files: 0, missing: 0 };
  const draft = `${path}.part`;
  const file = await open(draft, 'w', 0o600);
  try {
    await database.kysely
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (transaction) => {
        const plain = transaction.withoutPlugins() as unknown as Plain;
        // The store reads in the same snapshot; on PGlite any other connection would wait for this one.
        const lines = linesOf(plain, storeOn(transaction), new Date(now).toISOString(), count);
        await pipeline(Readable.from(withEnd(lines)), createGzip(), file.createWriteStream());
      });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return count;
}
