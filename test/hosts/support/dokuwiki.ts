import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOnPath } from '../../../scripts/lib/system.mjs';
import { freePort } from '../../e2e/support/free-port.ts';
import { startPhp, type PhpServer } from './php-server.ts';

const INSTALLED = '/usr/share/dokuwiki';
const FOLDERS = [
  'attic',
  'cache',
  'index',
  'locks',
  'log',
  'media',
  'media_attic',
  'media_meta',
  'meta',
  'pages',
  'tmp',
];

/** Why there is no DokuWiki to test with, or undefined. */
export const dokuwikiMissing = (): string | undefined =>
  findOnPath(['php']) && existsSync(INSTALLED)
    ? undefined
    : 'DokuWiki is not installed (apt-get install dokuwiki php-cli php-xml)';

/** A real DokuWiki on loopback that everybody may write in. */
export class Dokuwiki {
  readonly origin: string;
  readonly #folder: string;
  #server: PhpServer | undefined;

  constructor(folder: string, port: number) {
    this.#folder = folder;
    this.origin = `http://127.0.0.1:${port}`;
  }

  get #site(): string {
    return join(this.#folder, 'site');
  }

  /** @param htmlok whether `<html>` in a page is HTML, which is off as delivered */
  async start(htmlok: boolean): Promise<void> {
    const site = this.#site;
    const copy = (from: string, to: string): void => void spawnSync('cp', ['-rLT', from, to], { stdio: 'ignore' });
    copy(INSTALLED, site);
    for (const name of ['conf', 'data']) rmSync(join(site, name), { recursive: true, force: true });
    copy('/etc/dokuwiki', join(site, 'conf'));
    copy('/var/lib/dokuwiki/lib', join(site, 'lib'));
    for (const name of FOLDERS) mkdirSync(join(site, 'data', name), { recursive: true });
    writeFileSync(join(site, 'inc/preload.php'), `<?php define('DOKU_CONF', '${site}/conf/');\n`);
    const settings = { title: 'Kreis Auental', lang: 'de', useacl: 0, updatecheck: 0, savedir: `${site}/data` };
    const lines = Object.entries({ ...settings, htmlok: htmlok ? 1 : 0 }).map(
      ([name, value]) => `$conf['${name}'] = ${JSON.stringify(value)};`,
    );
    writeFileSync(join(site, 'conf/local.php'), `<?php\n${lines.join('\n')}\n`);
    this.#server = await startPhp({
      site,
      router: fileURLToPath(new URL('../wikis/dokuwiki-router.php', import.meta.url)),
      port: Number(new URL(this.origin).port),
      log: join(this.#folder, 'php.log'),
      ready: `${this.origin}/doku.php?id=start`,
    });
  }

  async close(): Promise<void> {
    await this.#server?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** `conf/userscript.js`, which DokuWiki adds to its own scripts. */
  setScript(code: string): void {
    writeFileSync(join(this.#site, 'conf/userscript.js'), code);
  }

  /** Saves a page by its form; its address. */
  async save(id: string, wikitext: string): Promise<string> {
    const address = `${this.origin}/doku.php?id=${id}`;
    const answer = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ id, wikitext, 'do[save]': '1', prefix: '.', suffix: '', date: '0', rev: '0' }),
    });
    await answer.arrayBuffer();
    if (answer.status >= 400 || !existsSync(join(this.#site, `data/pages/${id}.txt`)))
      throw new Error(`${id} was not saved (${answer.status})`);
    return address;
  }
}

export async function startDokuwiki({ htmlok = false }: { readonly htmlok?: boolean } = {}): Promise<Dokuwiki> {
  const wiki = new Dokuwiki(mkdtempSync(join(tmpdir(), 'bausteine-dw-')), await freePort());
  try {
    await wiki.start(htmlok);
  } catch (error) {
    await wiki.close();
    throw error;
  }
  return wiki;
}
