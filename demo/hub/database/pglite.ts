import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { CamelCasePlugin, Kysely, PGliteDialect } from 'kysely';
import { installJobs } from '../jobs/boss.ts';
import { migrateToLatest, migrationsHash } from './migrate.ts';
import type { Tables } from './tables.ts';

const INT8 = 20;

const OPTIONS: PGliteOptions = {
  extensions: { pg_trgm },
  // Both engines give int8 as a number: counts and identities here stay far below 2^53.
  parsers: { [INT8]: (text: string) => Number(text) },
};

export const kyselyOnPglite = (pglite: PGlite): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: new PGliteDialect({ pglite }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });

// dist/index.js of the package, whose package.json is not exported.
const packageFolder = dirname(dirname(fileURLToPath(import.meta.resolve('@electric-sql/pglite'))));
const cacheFolder = join(dirname(dirname(packageFolder)), '.cache', 'hub');

const pgliteVersion = (): string =>
  (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

function readIfThere(path: string): Buffer<ArrayBuffer> | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * A migrated, empty database as one file. `initdb` costs seconds in WebAssembly, loading this costs half a second; it is
 * made on first need and kept beside the installed packages, under a name that changes with PGlite and with the
 * migrations. Packed it would be a ninth as large and take twice as long to load.
 */
async function preparedDatabase(): Promise<Blob | undefined> {
  const path = join(cacheFolder, `empty-flushed-${pgliteVersion()}-${migrationsHash()}.tar`);
  const kept = readIfThere(path);
  if (kept) return new Blob([kept]);
  const pglite = await PGlite.create(OPTIONS);
  await migrateToLatest(kyselyOnPglite(pglite));
  await installJobs(pglite);
  // Else each database that is made of it would first repeat all of this from the log.
  await pglite.exec('checkpoint');
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  try {
    mkdirSync(cacheFolder, { recursive: true });
    for (const name of readdirSync(cacheFolder)) {
      if (name.startsWith('empty-')) rmSync(join(cacheFolder, name), { force: true });
    }
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, Buffer.from(await dump.arrayBuffer()));
    renameSync(draft, path);
  } catch (error) {
    // Where packages are installed read-only, each first start pays for itself.
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOENT', 'ENOSPC'].includes(codeOf(error))) throw error;
  }
  return dump;
}

/** An embedded database in a folder, or in memory where none is named. */
export async function openPglite(folder?: string): Promise<PGlite> {
  const isNew = folder === undefined || !existsSync(join(folder, 'PG_VERSION'));
  const loadDataDir = isNew ? await preparedDatabase() : undefined;
  if (folder === undefined) return PGlite.create({ ...OPTIONS, ...(loadDataDir && { loadDataDir }) });
  mkdirSync(dirname(folder), { recursive: true });
  if (!isNew) return PGlite.create({ ...OPTIONS, dataDir: folder });
  // Unpacked beside its place and then renamed: a start that is killed half-way leaves no half database behind.
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  const first = await PGlite.create({ ...OPTIONS, dataDir: draft, ...(loadDataDir && { loadDataDir }) });
  await first.close();
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return PGlite.create({ ...OPTIONS, dataDir: folder });
}
