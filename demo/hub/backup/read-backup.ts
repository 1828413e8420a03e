import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { BackupError, FORMAT, FORMAT_VERSION, type BackupLine, type HeadLine, type RowLine } from './backup-format.ts';

async function* textLines(path: string): AsyncIterable<string> {
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    yield* createInterface({ input: gunzip, crlfDelay: Infinity });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EACCES'
          ? 'it may not be read'
          : 'it is damaged or cut off';
    throw new BackupError(`${path} cannot be used: ${reason}.`, { cause: error });
  } finally {
    source.destroy();
  }
}

const ROW = '{"row":';

/** The text of a row as PostgreSQL wrote it: read as JSON and written again, large numbers would be others. */
export interface RowText {
  readonly row: string;
}

/** The lines of a file that `verifyBackup` has found right, without its end. */
export async function* readBackup(path: string): AsyncIterable<Exclude<BackupLine, RowLine> | RowText> {
  for await (const text of textLines(path)) {
    if (text.startsWith(ROW)) {
      yield { row: text.slice(ROW.length, -1) };
      continue;
    }
    const line = JSON.parse(text) as Exclude<BackupLine, RowLine>;
    if ('end' in line) return;
    yield line;
  }
}

/**
 * Reads a backup from its head to its checksum, before anything is done with it.
 * @throws BackupError for a file that is missing, of another kind, newer than this program, damaged or cut off
 */
export async function verifyBackup(path: string): Promise<HeadLine> {
  const hash = createHash('sha256');
  let head: HeadLine | undefined;
  let lines = 0;
  let isComplete = false;
  for await (const text of textLines(path)) {
    if (isComplete) throw new BackupError(`${path} goes on behind its end.`);
    let line: BackupLine;
    try {
      line = JSON.parse(text) as BackupLine;
    } catch (error) {
      throw new BackupError(`${path} is damaged in line ${lines + 1}.`, { cause: error });
    }
    if (!head) {
      if (!('format' in line) || line.format !== FORMAT) throw new BackupError(`${path} is no backup of a hub.`);
      if (line.version > FORMAT_VERSION) throw new BackupError(`${path} was made by a newer version of this program.`);
      head = line;
    }
    if ('end' in line) {
      if (line.lines !== lines || line.sha256 !== hash.digest('hex')) {
        throw new BackupError(`${path} is damaged: its checksum is another one.`);
      }
      isComplete = true;
    } else {
      hash.update(text).update('\n');
      lines += 1;
    }
  }
  if (!head || !isComplete) throw new BackupError(`${path} is cut off: its end is missing.`);
  return head;
}
