/** `npm start`: builds the library where a source has changed, then runs the hub, which serves the demo site, in this process. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const build = spawnSync(process.execPath, [fileURLToPath(new URL('build.mjs', import.meta.url)), '--if-changed'], {
  stdio: 'inherit',
});
// Bundles that are there are served even where a type is wrong: the build has said so.
if (build.status !== 0) console.error('The build has faults; the site may lack parts.');

await import('../demo/hub/main.ts');
