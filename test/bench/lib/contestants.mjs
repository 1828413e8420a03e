/** Who is compared, and how each becomes files that a page loads. */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { here } from './paths.mjs';

/** Ours first, then the peers, then the control. */
export const CONTESTANTS = [
  { name: 'bausteine', label: 'vr-event-calendar', role: 'ours' },
  { name: 'fullcalendar', label: 'FullCalendar 7', role: 'peer' },
  { name: 'event-calendar', label: 'Event Calendar 5', role: 'peer' },
  { name: 'schedule-x', label: 'Schedule-X 4', role: 'peer' },
  { name: 'tui', label: 'TOAST UI Calendar 2', role: 'peer' },
  { name: 'react-big-calendar', label: 'react-big-calendar 1', role: 'peer' },
  { name: 'lit-floor', label: 'bare Lit (control)', role: 'control' },
];

/** Where the bundles lie; `.cache` is in no commit. */
export const bundles = join(here, '../../.cache/bench');

/**
 * Bundles a contestant as a site would: one minified module and one style sheet. Ours is not bundled: its page loads the
 * production build.
 *
 * @returns {Promise<{module: string, style?: string, withoutList: boolean, week?: {module: string, style?: string}}>}
 *   addresses on the bench's server; `week` where there is a view of the week
 */
export async function prepare({ name, role }) {
  const source = join(here, 'contestants', name, 'mount.js');
  const withoutList = readFileSync(source, 'utf8').includes('withoutList = true');
  const hasWeek = existsSync(join(here, 'contestants', name, 'week.js'));
  if (role === 'ours') {
    const address = (file) => ({ module: `/contestants/${name}/${file}` });
    return { ...address('mount.js'), withoutList, ...(hasWeek && { week: address('week.js') }) };
  }
  const outdir = join(bundles, name);
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: { index: source, ...(hasWeek && { week: join(here, 'contestants', name, 'week.js') }) },
    outdir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production', 'browser'],
    loader: { '.woff2': 'file', '.svg': 'dataurl', '.png': 'dataurl' },
  });
  const written = readdirSync(outdir);
  const address = (entry) => ({
    module: `/bundles/${name}/${entry}.js`,
    ...(written.includes(`${entry}.css`) && { style: `/bundles/${name}/${entry}.css` }),
  });
  return { ...address('index'), withoutList, ...(hasWeek && { week: address('week') }) };
}

/** @throws {Error} in one line, where the production build is not there */
export function ensureBuilt(dist) {
  if (!existsSync(join(dist, 'elements/vr-event-calendar.js'))) {
    throw new Error(`There is no build in ${dist}: npm run build.`);
  }
}
