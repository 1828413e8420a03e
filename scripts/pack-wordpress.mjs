/**
 * Packs the WordPress plugin with the built library: build/bausteine-wordpress-<version>.zip, to be uploaded under
 * „Plugins → Installieren → Plugin hochladen“. `npm run release` writes the same file beside the others.
 *
 *   npm run pack:wordpress
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeAt } from './release/made-at.mjs';
import { zipOf } from './release/zip.mjs';
import { root } from './lib/system.mjs';
import { wordpressPlugin, wordpressPluginZip } from './lib/wordpress-plugin.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = join(root, 'build', wordpressPluginZip(version));
mkdirSync(join(root, 'build'), { recursive: true });
const files = wordpressPlugin();
writeFileSync(file, zipOf(files, madeAt()));
console.log(`Wrote ${file}: ${files.size} files.`);
