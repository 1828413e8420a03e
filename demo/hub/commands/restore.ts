import { resolve } from 'node:path';
import { verifyBackup } from '../backup/read-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { openDatabase } from '../database/database.ts';
import { openUploadStore } from '../uploads/upload-store.ts';
import { calledIn, runCommand, UsageError } from './command.ts';

/** `npm run hub:restore -- FILE [--force]`: puts a backup into the configured database, of either kind. */
await runCommand(async ({ config, words, force }) => {
  const [name] = words;
  if (!name) throw new UsageError('Name the file: npm run hub:restore -- FILE');
  const path = resolve(calledIn(), name);
  // A wrong file makes no database.
  await verifyBackup(path);
  const database = await openDatabase(config);
  try {
    const store = openUploadStore(config, database.kysely);
    const { createdAt, rows, files } = await restoreBackup(database, store, path, { force });
    const restart = database.engine === 'postgres' ? ' Start hubs anew that run on this database.' : '';
    return `Restored the state of ${createdAt}: ${rows} rows, ${files} uploaded files.${restart}`;
  } finally {
    await database.close();
  }
});
