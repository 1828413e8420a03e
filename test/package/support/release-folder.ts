import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.ts';

export interface ReleaseFolder {
  readonly path: string;
  remove(): void;
}

/** What `npm run release` writes of the present `dist`, in a folder that goes with the test. */
export function makeRelease(env: Readonly<Record<string, string>> = {}): ReleaseFolder {
  const path = mkdtempSync(join(tmpdir(), 'release-'));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/release.mjs'), '--no-build', '--to', path],
    // Without a git history no date is known.
    { encoding: 'utf8', env: { SOURCE_DATE_EPOCH: '1790000000', ...process.env, ...env } },
  );
  assert.equal(status, 0, stderr);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
