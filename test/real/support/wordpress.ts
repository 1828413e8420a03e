import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOnPath } from '../../../scripts/lib/system.mjs';

/** Scripts that set up a real WordPress with MariaDB in a temporary folder; they stand beside the project. */
const SCRIPTS = fileURLToPath(new URL('../../../../shared/real-backends/', import.meta.url));

/** Why there is no WordPress to test with, or undefined. */
export function wordpressMissing(): string | undefined {
  if (!existsSync(join(SCRIPTS, 'wp-up.sh'))) return 'no scripts that set up a WordPress beside the project';
  const missing = ['php', 'mariadbd'].filter((program) => !findOnPath([program]));
  if (missing.length > 0)
    return `${missing.join(' and ')} not installed (apt-get install php-cli php-mysql mariadb-server)`;
  return existsSync('/usr/share/wordpress') ? undefined : 'WordPress is not installed (apt-get install wordpress)';
}

/** A plugin as an administration would have it: a type for ideas, its fields, and the page's nonce for who is signed in. */
const PLUGIN = `<?php
add_action('init', function () {
  register_post_type('idee', ['public' => true, 'label' => 'Ideen', 'show_in_rest' => true, 'rest_base' => 'idee',
    'supports' => ['title', 'editor', 'excerpt', 'author', 'custom-fields'], 'taxonomies' => ['category', 'post_tag']]);
  foreach (['vr_stage', 'vr_reach', 'vr_place'] as $key)
    register_post_meta('idee', $key, ['type' => 'string', 'single' => true, 'show_in_rest' => true]);
  register_post_meta('idee', 'vr_needs', ['type' => 'array', 'single' => true,
    'show_in_rest' => ['schema' => ['type' => 'array', 'items' => ['type' => 'string']]]]);
});
`;

export interface Wordpress {
  readonly origin: string;
  /** Cookies of somebody who signed in as on `wp-login.php`. */
  signIn(name: string, password: string): Promise<string>;
  close(): void;
}

/** Starts it; the first time it is installed, which takes some seconds. */
export async function startWordpress(): Promise<Wordpress> {
  const temporary = mkdtempSync(join(tmpdir(), 'vr-wp-'));
  // The database runs as a user of its own, who must come in.
  chmodSync(temporary, 0o755);
  const folder = join(temporary, 'wp');
  const [port, databasePort] = [await freePort(), await freePort()];
  const env = { ...process.env, WP_DIR: folder, WP_PORT: String(port), DB_PORT: String(databasePort) };
  const run = (script: string, ...args: readonly string[]): void => {
    const { status, stderr, stdout } = spawnSync('bash', [join(SCRIPTS, script), ...args], { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${script}: ${stdout}${stderr}`);
  };
  run('wp-up.sh');
  const plugins = join(folder, 'site/wp-content/mu-plugins');
  mkdirSync(plugins, { recursive: true });
  writeFileSync(join(plugins, 'ideen.php'), PLUGIN);
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    async signIn(name, password) {
      const body = new URLSearchParams({ log: name, pwd: password, testcookie: '1' });
      const headers = { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' };
      const answer = await fetch(`${origin}/wp-login.php`, { method: 'POST', body, headers, redirect: 'manual' });
      await answer.arrayBuffer();
      const cookies = answer.headers.getSetCookie().map((cookie) => cookie.replace(/;.*/, ''));
      if (!cookies.some((cookie) => cookie.startsWith('wordpress_logged_in_')))
        throw new Error(`${name} is not let in`);
      return cookies.join('; ');
    },
    close() {
      run('wp-down.sh', '--purge');
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
