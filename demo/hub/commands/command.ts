import { parseArgs } from 'node:util';
import { BackupError } from '../backup/backup-format.ts';
import { ConfigError, loadConfig, type HubConfig } from '../config/config.ts';
import { DataFolderInUseError } from '../database/data-lock.ts';

/** What was typed cannot be done, in words for the operator. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export interface CommandInput {
  readonly config: HubConfig;
  readonly words: readonly string[];
  readonly force: boolean;
}

/** Where npm was called, which is not where it runs a script. */
export const calledIn = (): string => process.env['INIT_CWD'] ?? process.cwd();

/**
 * Runs a command with the configuration of the hub; prints what it returns. What an operator can put right is told in a
 * sentence and ends with 1.
 */
export async function runCommand(run: (input: CommandInput) => Promise<string>): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { force: { type: 'boolean', default: false } },
    });
    const config = loadConfig({ environment: process.env, folder: process.cwd() });
    process.stdout.write(`${await run({ config, words: positionals, force: values.force })}\n`);
  } catch (error) {
    const { code, message, stack } = error as NodeJS.ErrnoException;
    const isKnown =
      [UsageError, BackupError, ConfigError, DataFolderInUseError].some((kind) => error instanceof kind) ||
      code?.startsWith('ERR_PARSE_ARGS') ||
      code === 'ENOENT' ||
      code === 'EACCES';
    process.stderr.write(`${isKnown ? message : (stack ?? String(error))}\n`);
    process.exitCode = 1;
  }
}
