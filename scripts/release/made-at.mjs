import { spawnSync } from 'node:child_process';
import { root } from '../lib/system.mjs';

/**
 * When a release was made, as everybody who makes it again says too: `SOURCE_DATE_EPOCH` (seconds), else the date of the
 * last commit.
 *
 * @param {Record<string, string | undefined>} [env]
 * @returns {Date}
 * @throws {Error} where neither is known
 */
export function madeAt(env = process.env) {
  const given = env.SOURCE_DATE_EPOCH ?? dateOfLastCommit();
  const seconds = Number(given);
  if (!given || !Number.isSafeInteger(seconds) || seconds < 0) {
    throw new Error('Set SOURCE_DATE_EPOCH to seconds since 1970: here is no git history that tells a date.');
  }
  return new Date(seconds * 1000);
}

function dateOfLastCommit() {
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
