/**
 * Writes integrations/wordpress/bausteine/widgets.json from the manifest: which tags and attributes the WordPress plugin
 * offers and lets through. With `--check` compares it and exits with 1 where it is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/system.mjs';
import { wordpressWidgets } from './lib/wordpress-widgets.mjs';

const file = join(root, 'integrations/wordpress/bausteine/widgets.json');
const text = await wordpressWidgets();

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error(
    'widgets.json of the WordPress plugin is out of date: node scripts/wordpress-widgets.mjs, and commit it.',
  );
  process.exitCode = 1;
}
