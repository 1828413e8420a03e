import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { HubConfig } from './config.ts';

const BYTES = 32;

/**
 * A secret of this hub that no database holds: made on first use, in `<dataDir>/secret`, readable by its owner only. It
 * need not be backed up: all that it protects is short-lived.
 */
export function hubSecret({ dataDir }: Pick<HubConfig, 'dataDir'>): () => Buffer {
  let secret: Buffer | undefined;
  return () => (secret ??= readOrMake(dataDir));
}

function readOrMake(folder: string): Buffer {
  const path = join(folder, 'secret');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, randomBytes(BYTES), { mode: 0o600 });
    try {
      // Whole or not at all: another hub on this folder never reads half a secret.
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  const secret = readFileSync(path);
  if (secret.length !== BYTES) throw new Error(`${path} must hold ${BYTES} bytes; remove it, and a new one is made.`);
  return secret;
}
