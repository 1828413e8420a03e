/**
 * Makes what is handed out of a version: npm package, zip for own servers, WordPress plugin, source maps, bills of
 * materials, checksums. The same sources and the same date give the same bytes.
 *
 *   npm run release                                  builds, then writes release/<version>/
 *   node scripts/release.mjs --no-build --to FOLDER  takes dist as it is
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { madeAt } from './release/made-at.mjs';
import { partsOfBuild, partsOfHub } from './release/parts.mjs';
import { billOfMaterials } from './release/sbom.mjs';
import { selfHostFiles, sourceMapFiles, versionFolder } from './release/self-host.mjs';
import { SUMS, writeSums } from './release/sums.mjs';
import { zipOf } from './release/zip.mjs';
import { root } from './lib/system.mjs';
import { wordpressPlugin, wordpressPluginZip } from './lib/wordpress-plugin.mjs';

const { values } = parseArgs({ options: { 'no-build': { type: 'boolean' }, to: { type: 'string' } } });
const dist = join(root, 'dist');

/** @throws {Error} in one line; the program has said its own before */
function run(program, ...args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed.`, { cause: error });
}

function release() {
  const { name, version, description, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folder = resolve(values.to ?? join(root, 'release', version));
  const date = madeAt();
  if (!values['no-build']) run(process.execPath, join(root, 'scripts/build.mjs'));

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (file, content) => writeFileSync(join(folder, file), content);
  const asJson = (value) => `${JSON.stringify(value, null, 2)}\n`;

  run('npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
  write(`${versionFolder(version)}.zip`, zipOf(selfHostFiles(dist, version), date));
  write(`${versionFolder(version)}-source-maps.zip`, zipOf(sourceMapFiles(dist, version), date));
  write(wordpressPluginZip(version), zipOf(wordpressPlugin(dist), date));
  write(
    `${versionFolder(version)}.cdx.json`,
    asJson(
      billOfMaterials({
        of: { name, version, licence: license, type: 'library', description },
        parts: partsOfBuild(dist),
        date,
      }),
    ),
  );
  write(
    `bausteine-hub-${version}.cdx.json`,
    asJson(
      billOfMaterials({
        of: {
          name: 'bausteine-hub',
          version,
          licence: license,
          type: 'application',
          description: 'The hub: the small server that gathers and keeps what the components show.',
        },
        ...partsOfHub(),
        date,
      }),
    ),
  );
  writeSums(folder);
  console.log(`Wrote version ${version} to ${folder}. Whoever takes it checks it there by: sha384sum --check ${SUMS}`);
}

try {
  release();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
