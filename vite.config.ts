import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import { chunkGroups } from './scripts/build/chunks.ts';
import { DIST_PLACEHOLDER, distPath } from './scripts/build/dist-path.ts';
import { leanDecorators } from './scripts/build/lean-decorators.ts';
import { litInNode } from './scripts/build/lit-in-node.ts';
import { spreadLists } from './scripts/build/spread-lists.ts';
import { squeezeLiterals } from './scripts/build/squeeze-literals.ts';

/** For ES modules vite keeps the white space unless it is told here. */
const minify = { compress: true, mangle: true, codegen: { removeWhitespace: true } };

const present = (entries: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));

const byGlob = (folder: string, pattern: string, ending: string): Record<string, string> =>
  Object.fromEntries(globSync(pattern).map((path) => [`${folder}/${basename(path, ending)}`, path]));

/** One entry for each public file of `dist`; elements and adapters are found by their names. */
const moduleEntries = (): Record<string, string> => ({
  ...present({
    autoload: 'src/autoload.ts',
    define: 'src/define.ts',
    doctor: 'src/doctor/doctor.ts',
    embed: 'src/frame/embed.ts',
    index: 'src/index.ts',
  }),
  ...byGlob('elements', 'src/elements/**/vr-*.define.ts', '.define.ts'),
  ...byGlob('adapters', 'src/backend/adapters/*/*-adapter.ts', '-adapter.ts'),
});

const shared: UserConfig = {
  base: './',
  publicDir: false,
  define: { __VR_DIST__: JSON.stringify(DIST_PLACEHOLDER) },
  plugins: [leanDecorators(), litInNode(), squeezeLiterals(), spreadLists(), distPath()],
};

/** What a page loads piece by piece. */
const modules = (): UserConfig => ({
  ...shared,
  build: {
    target: 'es2022',
    sourcemap: true,
    emptyOutDir: false,
    reportCompressedSize: false,
    // Source -> file and imports: for the size budget, and for pages that want to preload.
    manifest: 'manifest.json',
    lib: { entry: moduleEntries(), formats: ['es'] },
    rolldownOptions: {
      output: {
        minify,
        comments: false,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: { groups: chunkGroups() },
      },
    },
  },
});

/** One file that needs nothing beside it: a classic script or a worker. */
const single = (entry: string, fileName: string, format: 'iife' | 'es'): UserConfig => ({
  ...shared,
  define: { ...shared.define, 'import.meta.url': 'undefined' },
  build: {
    target: 'es2022',
    sourcemap: true,
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry, formats: [format], fileName: () => fileName, name: 'VR' },
    rolldownOptions: { output: { minify, strict: true, comments: false, codeSplitting: false } },
  },
});

/** `vite build`, then `--mode classic`, `--mode frame` and `--mode worker-<name>`; scripts/build.mjs runs them in this order. */
export default defineConfig(({ mode }) => {
  if (mode === 'classic') return single('src/bausteine.ts', 'bausteine.js', 'iife');
  if (mode === 'frame') return single('src/frame/frame.ts', 'frame.js', 'iife');
  const worker = /^worker-(\w+)$/.exec(mode)?.[1];
  if (worker) {
    const [entry] = globSync(`src/backend/adapters/*/${worker}.worker.ts`);
    if (entry) return single(entry, `workers/${worker}.js`, 'es');
  }
  return modules();
});
