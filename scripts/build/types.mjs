import { spawn } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { root } from '../lib/system.mjs';

/** The native compiler checks in a fifth of the time; what asks the compiler for types, as the linter does, has the older one. */
export const tsc = join(createRequire(import.meta.url).resolve('typescript-native/package.json'), '..', 'bin', 'tsc');

/**
 * Writes the declarations; their imports name `.js` files, which every way of resolving modules understands.
 * @returns {Promise<boolean>} whether the types check; what is wrong has been printed
 */
export async function writeTypes(outdir) {
  const types = join(outdir, 'types');
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', types, '--singleThreaded'], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('error', reject).on('exit', resolve);
  });
  for (const path of globSync('**/*.d.ts', { cwd: types })) {
    const file = join(types, path);
    const text = readFileSync(file, 'utf8');
    const portable = text.replace(/((?:from|import\(|import)\s*['"]\.{1,2}\/[^'"]+)\.ts(?=['"])/g, '$1.js');
    if (portable !== text) writeFileSync(file, portable);
  }
  writeDoors(outdir);
  return code === 0;
}

/** The types of `elements/<tag>.js` and `adapters/<kind>.js`, whose sources lie deeper. */
function writeDoors(outdir) {
  const door = (file, text) => {
    mkdirSync(dirname(join(outdir, file)), { recursive: true });
    writeFileSync(join(outdir, file), text);
  };
  const typesOf = (path) => path.replace(/^src/, '../types').replace(/ts$/, 'js');
  for (const path of globSync('src/elements/**/vr-*.define.ts', { cwd: root })) {
    door(`elements/${basename(path, '.define.ts')}.d.ts`, `import '${typesOf(path)}';\nexport {};\n`);
  }
  for (const path of globSync('src/backend/adapters/*/*-adapter.ts', { cwd: root })) {
    door(`adapters/${basename(path, '-adapter.ts')}.d.ts`, `export * from '${typesOf(path)}';\n`);
  }
}
