/**
 * Builds `dist`. With `--if-changed` only where a source differs from those of the last build.
 * The new folder takes the place of the old one at once, so that a server that is running never sees half of it.
 */
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { writeFrameworkTypes } from './build/framework-types.mjs';
import { writeIntegrity } from './build/integrity.mjs';
import { writeLicences } from './build/licences.mjs';
import { analyze, writeEditorData } from './build/manifest.mjs';
import { sourceHash } from './build/source-hash.mjs';
import { writeThemes } from './build/themes.mjs';
import { writeTypes } from './build/types.mjs';
import { root } from './lib/system.mjs';

const dist = join(root, 'dist');
const marker = '.source-hash';

/** @returns {boolean} whether `dist` was made from the sources as they are now */
function isCurrent(hash) {
  const file = join(dist, marker);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

async function writeScripts(outDir) {
  const pass = (mode) =>
    build({ root, configFile: join(root, 'vite.config.ts'), mode, logLevel: 'warn', build: { outDir } });
  await pass('production');
  if (existsSync(join(root, 'src/bausteine.ts'))) await pass('classic');
  await pass('frame');
  for (const path of globSync('src/backend/adapters/*/*.worker.ts', { cwd: root })) {
    await pass(`worker-${basename(path, '.worker.ts')}`);
  }
}

const hash = sourceHash();
if (!process.argv.includes('--if-changed') || !isCurrent(hash)) {
  const begun = performance.now();
  const fresh = `${dist}-${process.pid}`;
  const former = `${fresh}-former`;
  try {
    // The types run in a process of their own beside the bundles.
    const [typesCheck] = await Promise.all([writeTypes(fresh), writeScripts(fresh)]);
    writeThemes(fresh);
    const manifest = await analyze();
    writeEditorData(manifest, fresh);
    writeFrameworkTypes(manifest, fresh);
    writeLicences(fresh);
    writeIntegrity(fresh);
    if (typesCheck) {
      writeFileSync(join(fresh, marker), hash);
    } else {
      console.error('dist was built, but the types do not check: see above.');
      process.exitCode = 1;
    }
    if (existsSync(dist)) renameSync(dist, former);
    renameSync(fresh, dist);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(former, { recursive: true, force: true });
  }
  console.log(`Built dist in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
}
