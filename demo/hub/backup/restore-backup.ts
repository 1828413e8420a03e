import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import type { HubDatabase, HubTransaction } from '../database/database.ts';
import { migrateToLatest } from '../database/migrate.ts';
import { MIGRATIONS } from '../database/migrations/index.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import { SESSIONS_TOPIC } from '../sign-in/sessions.ts';
import type { UploadStore } from '../uploads/upload-store.ts';
import { BackupError, type FileLine, type HeadLine } from './backup-format.ts';
import { readMigrations, readTableNames, readTables, type TableShape } from './catalog.ts';
import { readBackup, verifyBackup } from './read-backup.ts';

const ROWS_AT_ONCE = 500;

type Plain = Kysely<unknown>;

export interface RestoreReport {
  readonly createdAt: string;
  readonly rows: number;
  readonly files: number;
}

/** Filled by every start from the configuration alone. */
const CONFIGURED = ['organisation', 'source', 'fact'];

async function isEmpty(db: Plain, tables: readonly TableShape[]): Promise<boolean> {
  for (const { name } of tables) {
    if (CONFIGURED.includes(name)) continue;
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

async function insertRows(db: Plain, { name }: TableShape, columns: readonly string[], rows: readonly string[]) {
  if (rows.length === 0) return;
  const fields = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(name)} (${fields}) overriding system value
    select ${fields} from json_populate_recordset(null::${sql.table(name)}, ${`[${rows.join(',')}]`}::json)`.execute(
    db,
  );
}

/** Lets counters go on behind the highest number that was restored. */
async function setCounters(db: Plain, tables: readonly TableShape[]): Promise<void> {
  for (const { name, identity } of tables) {
    if (identity === null) continue;
    await sql`select setval(pg_get_serial_sequence(${`"${name}"`}, ${identity}),
      coalesce((select max(${sql.ref(identity)}) from ${sql.table(name)}), 0) + 1, false)`.execute(db);
  }
}

async function load(transaction: HubTransaction, store: UploadStore, path: string): Promise<[number, number]> {
  const plain = transaction.withoutPlugins() as unknown as Plain;
  const tables = await readTables(plain);
  await sql`set local time zone 'UTC'`.execute(plain);
  const all = (await readTableNames(plain)).filter((name) => !name.startsWith('hub_migration'));
  await sql`truncate ${sql.join(all.map((name) => sql.table(name)))}`.execute(plain);
  let table: TableShape | undefined;
  let columns: readonly string[] = [];
  let batch: string[] = [];
  let file: FileLine | undefined;
  let chunks: Buffer[] = [];
  let rowCount = 0;
  let fileCount = 0;

  const flush = async (): Promise<void> => {
    if (table) await insertRows(plain, table, columns, batch);
    rowCount += batch.length;
    batch = [];
    if (!file) return;
    const content = Buffer.concat(chunks);
    if (createHash('sha256').update(content).digest('hex') !== file.sha256) {
      throw new BackupError(`The file ${file.file} in the backup is damaged.`);
    }
    await store.put(transaction, file.file, content);
    fileCount += 1;
    file = undefined;
    chunks = [];
  };

  for await (const line of readBackup(path)) {
    if ('row' in line) {
      batch.push(line.row);
      if (batch.length >= ROWS_AT_ONCE) await flush();
    } else if ('table' in line) {
      await flush();
      table = tables.find(({ name }) => name === line.table);
      columns = line.columns;
      if (!table) throw new BackupError(`The backup has a table "${line.table}" that this hub does not know.`);
    } else if ('file' in line) {
      await flush();
      file = line;
    } else if ('chunk' in line) {
      chunks.push(Buffer.from(line.chunk, 'base64'));
    }
  }
  await flush();
  await setCounters(plain, tables);
  return [rowCount, fileCount];
}

/** Makes the tables those of the backup's time, so that the migrations since then change its rows as they did elsewhere. */
async function rebuild(database: HubDatabase, { migrations }: HeadLine): Promise<void> {
  const plain = database.kysely.withoutPlugins() as unknown as Plain;
  const names = await readTableNames(plain);
  await sql`drop table if exists ${sql.join(names.map((name) => sql.table(name)))} cascade`.execute(plain);
  await migrateToLatest(
    database.kysely,
    Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => migrations.includes(name))),
  );
}

/**
 * Puts a backup in place of what the database holds. The file is read to its end and checked before anything is touched,
 * and rows are replaced in one transaction. Only a backup of an older shape first makes the tables anew: should the
 * machine die then, the restore is to be run again.
 *
 * @param options.force replaces data that are there
 * @throws BackupError for a file that cannot be used, or a database that holds something
 */
export async function restoreBackup(
  database: HubDatabase,
  store: UploadStore,
  path: string,
  options: { readonly force?: boolean } = {},
): Promise<RestoreReport> {
  const head = await verifyBackup(path);
  const unknown = head.migrations.find((name) => !(name in MIGRATIONS));
  if (unknown) throw new BackupError(`${path} was made by a newer version of this program (${unknown}).`);
  const plain = database.kysely.withoutPlugins() as unknown as Plain;
  if (!options.force && !(await isEmpty(plain, await readTables(plain)))) {
    throw new BackupError('The database holds data already. Use --force to replace all of it by the backup.');
  }
  const here = await readMigrations(plain);
  if (here.join() !== head.migrations.join()) await rebuild(database, head);
  const topics = [EVENTS_TOPIC, ACCOUNTS_TOPIC, SESSIONS_TOPIC];
  const [rows, files] = await database.write(topics, (transaction) => load(transaction, store, path));
  await migrateToLatest(database.kysely);
  return { createdAt: head.createdAt, rows, files };
}
