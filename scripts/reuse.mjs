/**
 * Asks the REUSE tool of the last commit, in a clone: what lies about beside it says nothing. The tool reads REUSE.toml from
 * its version 4 on; an older one, such as Debian 12 has, is handed the same in the form of before (`.reuse/dep5`).
 *
 *   npm run reuse
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAnnotations } from './lib/reuse-annotations.mjs';
import { apt, aptIsUsable, findOnPath, root } from './lib/system.mjs';

const folder = mkdtempSync(join(tmpdir(), 'reuse-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** The oldest that reads REUSE.toml. */
const KNOWS_TOML = 4;

/** @throws {Error} with what the program said */
function outputOf(program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error ?? stderr}`);
  return stdout;
}

/** The form that Debian's copyright files have; there one star takes folders too. */
const asDep5 = (annotations) =>
  [
    'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/',
    ...annotations.map(
      ({ paths, copyright, licence }) =>
        `Files: ${paths.map((path) => path.replaceAll('**', '*')).join(' ')}\nCopyright: ${copyright}\nLicense: ${licence}`,
    ),
  ].join('\n\n');

function lint() {
  if (!findOnPath(['reuse']) && aptIsUsable()) apt('reuse');
  if (!findOnPath(['reuse']))
    throw new Error('The REUSE tool is missing: apt-get install reuse, or pipx install reuse.');
  const major = Number(/(\d+)\.\d+/.exec(outputOf('reuse', '--version'))?.[1]);
  outputOf('git', 'clone', '--quiet', '--depth=1', `file://${root}`, folder);
  if (major < KNOWS_TOML) {
    const toml = join(folder, 'REUSE.toml');
    mkdirSync(join(folder, '.reuse'));
    writeFileSync(join(folder, '.reuse/dep5'), asDep5(readAnnotations(readFileSync(toml, 'utf8'))));
    rmSync(toml);
  }
  return spawnSync('reuse', ['--root', folder, 'lint'], { stdio: 'inherit' }).status ?? 1;
}

try {
  process.exitCode = lint();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
