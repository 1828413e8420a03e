import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOnPath } from '../../../scripts/lib/system.mjs';
import { freePort } from '../../e2e/support/free-port.ts';
import { runPhp, startPhp, type PhpServer } from './php-server.ts';
import { WORDPRESS_VERSIONS, type WordpressVersion } from './wordpress-versions.ts';

const own = (name: string): string => fileURLToPath(new URL(`../wordpress/${name}`, import.meta.url));
/** Who there is; the password is the name and `-pw`. */
export type WordpressUser = 'admin' | 'ed' | 'au' | 'co' | 'su';

/** Why this WordPress cannot be tested in, or undefined. */
export function wordpressMissing(version: WordpressVersion = WORDPRESS_VERSIONS[0]): string | undefined {
  const missing = ['php', 'mariadbd'].filter((program) => !findOnPath([program]));
  if (missing.length > 0)
    return `${missing.join(' and ')} not installed (apt-get install php-cli php-mysql mariadb-server)`;
  return version.missing;
}

export interface WordpressOptions {
  readonly version?: WordpressVersion;
  /** Whether it is a network of sites ("multisite"), of which this is the first. */
  readonly network?: boolean;
}

/** A real WordPress on loopback, in a folder that goes with it. */
export class Wordpress {
  readonly origin: string;
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #sessions = new Map<string, Promise<Record<string, string>>>();
  #database: { stop(): Promise<void> } | undefined;
  #server: PhpServer | undefined;

  constructor(folder: string, port: number, databasePort: number) {
    this.#folder = folder;
    this.origin = `http://127.0.0.1:${port}`;
    this.#env = { WP_URL: this.origin, WP_DB_PORT: String(databasePort), WP_LOG: join(folder, 'debug.log') };
  }

  get #site(): string {
    return join(this.#folder, 'site');
  }

  /** Installs and starts it. */
  async start({ version = WORDPRESS_VERSIONS[0], network = false }: WordpressOptions): Promise<void> {
    this.#database = await startDatabase(this.#folder, this.#env['WP_DB_PORT']!);
    version.copyTo(this.#site);
    for (const name of ['uploads', 'mu-plugins', 'plugins'])
      mkdirSync(join(this.#site, 'wp-content', name), { recursive: true });
    copyFileSync(own('wp-config.php'), join(this.#site, 'wp-config.php'));
    this.addCode('types.php', readFileSync(own('types.php'), 'utf8'));
    this.php(`return require ${JSON.stringify(own('install.php'))};`, 'installing');
    if (network) {
      assert.equal(this.php(`return require ${JSON.stringify(own('network.php'))};`), true);
      this.#env['WP_NETWORK'] = new URL(this.origin).host;
    }
    this.#server = await startPhp({
      site: this.#site,
      router: own('router.php'),
      port: Number(new URL(this.origin).port),
      log: join(this.#folder, 'php.log'),
      env: this.#env,
      ready: `${this.origin}/wp-json/`,
    });
  }

  async close(): Promise<void> {
    await this.#server?.stop();
    await this.#database?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Runs PHP inside the site; what it returns. */
  php(code: string, ...more: readonly string[]): unknown {
    return JSON.parse(runPhp([own('load.php'), this.#site, code, ...more], this.#env) || 'null');
  }

  /** Code of the site's own that is always on (`mu-plugins`), as in a theme's `functions.php`. */
  addCode(name: string, code: string): void {
    const folder = join(this.#site, 'wp-content/mu-plugins');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), code);
  }

  removeCode(name: string): void {
    rmSync(join(this.#site, 'wp-content/mu-plugins', name), { force: true });
  }

  /** Installs a plugin from its zip, as „Plugin hochladen“ does, and switches it on, for the whole network where it is one. */
  installPlugin(zip: Uint8Array, plugin: string): void {
    const file = join(this.#folder, 'plugin.zip');
    writeFileSync(file, zip);
    const done = this.php(`
      require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
      $done = ( new Plugin_Upgrader( new Automatic_Upgrader_Skin() ) )->install( ${JSON.stringify(file)} );
      return array( $done, activate_plugin( ${JSON.stringify(plugin)}, '', is_multisite() ) );
    `);
    assert.deepEqual(done, [true, null], 'installed and switched on without an error');
  }

  /** Lines that PHP and WordPress have written about errors. */
  get complaints(): readonly string[] {
    return ['debug.log', 'php.log']
      .map((name) => join(this.#folder, name))
      .filter((path) => existsSync(path))
      .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
      .filter((line) => /PHP \w+|WordPress database error/.test(line));
  }

  /** Cookies of somebody who signed in as on `wp-login.php`. */
  async signIn(name: string, password: string): Promise<string> {
    const body = new URLSearchParams({ log: name, pwd: password, testcookie: '1' });
    const headers = { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' };
    const answer = await fetch(`${this.origin}/wp-login.php`, { method: 'POST', body, headers, redirect: 'manual' });
    await answer.arrayBuffer();
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.replace(/;.*/, ''));
    if (!cookies.some((cookie) => cookie.startsWith('wordpress_logged_in_'))) throw new Error(`${name} is not let in`);
    return cookies.join('; ');
  }

  /** Headers of requests in somebody's name. */
  session(user: WordpressUser): Promise<Record<string, string>> {
    const known = this.#sessions.get(user);
    if (known) return known;
    const session = this.signIn(user, `${user}-pw`).then(async (cookie) => {
      const answer = await fetch(`${this.origin}/wp-admin/admin-ajax.php?action=rest-nonce`, { headers: { cookie } });
      return { cookie, 'x-wp-nonce': await answer.text() };
    });
    this.#sessions.set(user, session);
    return session;
  }

  /** Publishes a post in somebody's name, as the block editor does; what a contributor hands in is released by an editor. */
  async publish(user: WordpressUser, content: string): Promise<PublishedPost> {
    const handsIn = user === 'co';
    const status = handsIn ? 'pending' : 'publish';
    const saved = await this.#save(user, 'posts', { status, title: 'Termine im Kreis', content });
    const { link } = handsIn ? await this.#save('ed', `posts/${saved.id}`, { status: 'publish' }) : saved;
    return { link, stored: saved.content.raw };
  }

  async #save(user: WordpressUser, path: string, fields: Readonly<Record<string, string>>): Promise<SavedPost> {
    const answer = await fetch(`${this.origin}/wp-json/wp/v2/${path}`, {
      method: 'POST',
      headers: { ...(await this.session(user)), 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    if (!answer.ok) throw new Error(`${user}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as SavedPost;
  }
}

/** A post as WordPress answers it to who may edit it. */
interface SavedPost {
  readonly id: number;
  readonly link: string;
  readonly content: { readonly raw: string };
}

export interface PublishedPost {
  readonly link: string;
  /** What WordPress has kept of the content. */
  readonly stored: string;
}

export async function startWordpress(options: WordpressOptions = {}): Promise<Wordpress> {
  const folder = mkdtempSync(join(tmpdir(), 'bausteine-wp-'));
  // The database runs as a user of its own, who must come in.
  chmodSync(folder, 0o755);
  const wordpress = new Wordpress(folder, await freePort(), await freePort());
  try {
    await wordpress.start(options);
  } catch (error) {
    await wordpress.close();
    throw error;
  }
  return wordpress;
}

/** A MariaDB of its own with an empty database `wp`. */
async function startDatabase(folder: string, port: string): Promise<{ stop(): Promise<void> }> {
  const [data, socket] = [join(folder, 'db'), join(folder, 'run', 's')];
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? ['--user=mysql'] : [];
  for (const path of [data, join(folder, 'run')]) {
    mkdirSync(path);
    if (isRoot) spawnSync('chown', ['mysql', path]);
  }
  const log = openSync(join(folder, 'db.log'), 'a');
  const made = spawnSync(
    'mariadb-install-db',
    ['--no-defaults', ...as, `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: ['ignore', log, log] },
  );
  if (made.status !== 0) throw new Error(readFileSync(join(folder, 'db.log'), 'utf8').slice(-2000));
  const server = spawn(
    findOnPath(['mariadbd']) ?? 'mariadbd',
    [
      '--no-defaults',
      ...as,
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      '--innodb-buffer-pool-size=64M',
      '--innodb-flush-log-at-trx-commit=0',
      '--skip-log-bin',
    ],
    { stdio: ['ignore', log, log] },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    if (server.exitCode === null) server.kill();
    await ended;
  };
  const setup = `CREATE DATABASE wp CHARACTER SET utf8mb4;
    CREATE USER wp@'127.0.0.1' IDENTIFIED BY 'wp'; CREATE USER wp@localhost IDENTIFIED BY 'wp';
    GRANT ALL ON wp.* TO wp@'127.0.0.1'; GRANT ALL ON wp.* TO wp@localhost;`;
  for (const end = performance.now() + 60_000; performance.now() < end;) {
    const { status } = spawnSync('mariadb', ['--no-defaults', '-S', socket, '-u', 'root', '-e', setup]);
    if (status === 0) return { stop };
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`MariaDB does not answer: ${readFileSync(join(folder, 'db.log'), 'utf8').slice(-2000)}`);
}
