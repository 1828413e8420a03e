import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeBackup } from '../backup/write-backup.ts';
import { DataFolderInUseError } from '../database/data-lock.ts';
import { openDatabase } from '../database/database.ts';
import { openUploadStore } from '../uploads/upload-store.ts';
import { calledIn, runCommand, UsageError } from './command.ts';

/** `npm run hub:backup -- FILE`: everything that the hub knows, in one file. */
await runCommand(async ({ config, words, force }) => {
  const [name] = words;
  if (!name) throw new UsageError('Name the file: npm run hub:backup -- FILE');
  const path = resolve(calledIn(), name);
  if (existsSync(path) && !force) throw new UsageError(`${path} is there already. Use --force to replace it.`);
  if (!config.database.url && !existsSync(join(config.dataDir, 'database', 'PG_VERSION'))) {
    throw new UsageError(`There is no database in ${config.dataDir}. Name its folder with DATA_DIR.`);
  }
  // A backup before an upgrade must not upgrade.
  const database = await openDatabase(config, { migrate: false }).catch((error: unknown) => {
    if (!(error instanceof DataFolderInUseError)) throw error;
    throw new UsageError(
      `${error.message}\nThe embedded database belongs to one process: stop the hub for the backup. ` +
        'On PostgreSQL backups are made while hubs run.',
    );
  });
  try {
    const store = (kysely: typeof database.kysely) => openUploadStore(config, kysely);
    const { tables, rows, files, missing } = await writeBackup(database, store, path, Date.now());
    const lost = missing > 0 ? ` ${missing} uploads had no content any more.` : '';
    return `${path}: ${rows} rows of ${tables} tables, ${files} uploaded files.${lost}`;
  } finally {
    await database.close();
  }
});
