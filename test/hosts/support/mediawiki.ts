import { copyFileSync, existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOnPath } from '../../../scripts/lib/system.mjs';
import { freePort } from '../../e2e/support/free-port.ts';
import { runPhp, startPhp, type PhpServer } from './php-server.ts';

const INSTALLED = '/usr/share/mediawiki';
const PASSWORD = 'nur-im-test-12345';

/** Why there is no MediaWiki to test with, or undefined. */
export const mediawikiMissing = (): string | undefined =>
  findOnPath(['php']) && existsSync(INSTALLED)
    ? undefined
    : 'MediaWiki is not installed (apt-get install mediawiki php-cli php-sqlite3 php-intl)';

/** A real MediaWiki on loopback as its installer leaves it, with SQLite. */
export class Mediawiki {
  readonly origin: string;
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  #server: PhpServer | undefined;
  #cookies = '';

  constructor(folder: string, port: number) {
    this.#folder = folder;
    this.origin = `http://127.0.0.1:${port}`;
    this.#env = { MW_CONFIG_FILE: join(folder, 'conf/LocalSettings.php') };
  }

  async start(): Promise<void> {
    const site = join(this.#folder, 'site');
    for (const path of [site, join(site, 'images'), join(this.#folder, 'data'), join(this.#folder, 'conf')])
      mkdirSync(path);
    for (const name of readdirSync(INSTALLED)) {
      // Where a file of PHP really lies is where it looks for the others, so the entry points are copies.
      if (name.endsWith('.php') || ['images', 'config', 'maintenance'].includes(name)) continue;
      symlinkSync(join(INSTALLED, name), join(site, name));
    }
    for (const path of globSync(join(INSTALLED, '*.php')))
      if (basename(path) !== 'LocalSettings.php') copyFileSync(path, join(site, basename(path)));
    runPhp([
      join(INSTALLED, 'maintenance/install.php'),
      ...['--dbtype', 'sqlite', '--dbpath', join(this.#folder, 'data'), '--dbname', 'wiki'],
      ...['--server', this.origin, '--scriptpath', '', '--lang', 'de', '--pass', PASSWORD],
      ...['--confpath', join(this.#folder, 'conf'), '--skins', 'Vector', '--with-extensions=no'],
      ...['Kreis Auental', 'Admin'],
    ]);
    this.#server = await startPhp({
      site,
      router: fileURLToPath(new URL('../wikis/mediawiki-router.php', import.meta.url)),
      port: Number(new URL(this.origin).port),
      log: join(this.#folder, 'php.log'),
      env: this.#env,
      ready: `${this.origin}/api.php?action=query&meta=siteinfo&format=json`,
    });
    const { logintoken } = await this.#tokens('login');
    await this.#api({ action: 'login', lgname: 'Admin', lgpassword: PASSWORD, lgtoken: logintoken! });
  }

  async close(): Promise<void> {
    await this.#server?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Saves a page as the administrator; its address. */
  async save(title: string, text: string): Promise<string> {
    const { csrftoken } = await this.#tokens('csrf');
    const { edit } = await this.#api({ action: 'edit', title, text, token: csrftoken! });
    if ((edit as { result?: string } | undefined)?.result !== 'Success') throw new Error(`${title} was not saved`);
    return `${this.origin}/index.php?title=${encodeURIComponent(title)}`;
  }

  async #tokens(type: string): Promise<Record<string, string>> {
    const { query } = await this.#api({ action: 'query', meta: 'tokens', type });
    return (query as { tokens: Record<string, string> }).tokens;
  }

  async #api(fields: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.origin}/api.php`, {
      method: 'POST',
      headers: { cookie: this.#cookies },
      body: new URLSearchParams({ ...fields, format: 'json' }),
    });
    const jar = new Map(this.#cookies.split('; ').map((pair) => [pair.split('=')[0]!, pair]));
    for (const line of answer.headers.getSetCookie()) {
      const pair = line.replace(/;.*/, '');
      jar.set(pair.split('=')[0]!, pair);
    }
    this.#cookies = [...jar.values()].filter(Boolean).join('; ');
    return (await answer.json()) as Record<string, unknown>;
  }
}

export async function startMediawiki(): Promise<Mediawiki> {
  const wiki = new Mediawiki(mkdtempSync(join(tmpdir(), 'bausteine-mw-')), await freePort());
  try {
    await wiki.start();
  } catch (error) {
    await wiki.close();
    throw error;
  }
  return wiki;
}
