import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

/** A version of WordPress to test in. */
export interface WordpressVersion {
  /** As in `6.1.9`. */
  readonly number: string;
  /** Why it is not here, or undefined. */
  readonly missing?: string;
  /** Puts a copy of the program into a folder that is not there yet. */
  copyTo(site: string): void;
}

/** A few links of Debian's package lead nowhere without its recommended ones: what is there is copied all the same. */
const copy = (from: string, to: string): void => void spawnSync('cp', ['-rLT', from, to], { stdio: 'ignore' });

function inFolder(folder: string, more: readonly string[] = []): WordpressVersion {
  const file = join(folder, 'wp-includes/version.php');
  if (!existsSync(file)) {
    const missing = `WordPress is not in ${folder} (apt-get install wordpress wordpress-theme-twentytwentythree)`;
    return { number: 'of Debian', missing, copyTo: () => undefined };
  }
  return {
    number: /\$wp_version = '([^']+)'/.exec(readFileSync(file, 'utf8'))?.[1] ?? folder,
    copyTo(site) {
      copy(folder, site);
      for (const content of more) if (existsSync(content)) copy(content, join(site, 'wp-content'));
    },
  };
}

/** A release that npm has because WordPress Playground is made of it: programs in a zip, all else as files beside it. */
function fromNpm(release: string): WordpressVersion {
  const folder = fileURLToPath(
    new URL('../newer-wordpress/node_modules/@wp-playground/wordpress-builds', import.meta.url),
  );
  const zips = join(folder, 'src/wordpress');
  if (!existsSync(zips)) {
    const missing = `WordPress ${release} is not installed (npm ci in test/hosts/newer-wordpress)`;
    return { number: release, missing, copyTo: () => undefined };
  }
  const numbers = JSON.parse(readFileSync(join(zips, 'wp-versions.json'), 'utf8')) as Record<string, string>;
  return {
    number: numbers[release]!,
    copyTo(site) {
      const programs = unzipSync(readFileSync(join(zips, `wp-${release}.zip`)));
      // Of other themes it has files, and no programs.
      const theme = `wp-content/themes/${new TextDecoder().decode(programs['.default_theme']).trim()}`;
      for (const part of ['wp-admin', 'wp-includes', theme]) {
        mkdirSync(dirname(join(site, part)), { recursive: true });
        copy(join(folder, `public/wp-${release}`, part), join(site, part));
      }
      for (const [path, bytes] of Object.entries(programs)) {
        if (path.endsWith('/')) continue;
        mkdirSync(dirname(join(site, path)), { recursive: true });
        writeFileSync(join(site, path), bytes);
      }
    },
  };
}

const named = process.env['WORDPRESS_FOLDER'];

/** Debian's, which has no script modules, and one that has; or the one in `WORDPRESS_FOLDER` alone. */
export const WORDPRESS_VERSIONS: readonly [WordpressVersion, ...WordpressVersion[]] = named
  ? [inFolder(named)]
  : [inFolder('/usr/share/wordpress', ['/var/lib/wordpress/wp-content']), fromNpm('6.5')];
