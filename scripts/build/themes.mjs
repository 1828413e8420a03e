import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../lib/system.mjs';
import { squeezeCss } from './squeeze-literals.ts';

/** Themes are plain CSS files: they are only squeezed. */
export function writeThemes(outdir) {
  const themes = globSync('src/themes/*.css', { cwd: root });
  if (themes.length > 0) mkdirSync(join(outdir, 'themes'), { recursive: true });
  for (const path of themes) {
    const [css] = squeezeCss([readFileSync(join(root, path), 'utf8')]);
    writeFileSync(join(outdir, 'themes', basename(path)), `${css}\n`);
  }
}
