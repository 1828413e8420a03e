import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOnPath } from '../../../scripts/lib/system.mjs';

const OWNER = { name: 'redaktion', password: 'nur-im-test' };

/** Why there is no Radicale to test with, or undefined. */
export const radicaleMissing = (): string | undefined =>
  findOnPath(['radicale']) ? undefined : 'Radicale is not installed (apt-get install radicale)';

/** A real CalDAV server on loopback: the collection `/public/events/` is anybody's to read and the owner's to write. */
export class Radicale {
  readonly origin: string;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  constructor(folder: string, port: number) {
    this.#folder = folder;
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** Address of the public collection. */
  get collection(): string {
    return `${this.origin}/public/events/`;
  }

  /** Starts it, and waits until it answers. */
  async start(): Promise<void> {
    const server = spawn('radicale', ['--config', join(this.#folder, 'config')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#process = server;
    let log = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
    for (const end = performance.now() + 30_000; performance.now() < end;) {
      if (server.exitCode !== null) throw new Error(`radicale ended: ${log}`);
      const answer = await fetch(this.origin, { redirect: 'manual' }).catch(() => undefined);
      if (answer) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`radicale does not answer: ${log}`);
  }

  /** Stops it; what was put there stays for the next start. */
  async stop(): Promise<void> {
    const server = this.#process;
    this.#process = undefined;
    if (!server || server.exitCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A request of the owner. @throws {Error} for an answer of 400 and above */
  async send(method: string, path: string, body?: string): Promise<void> {
    const credentials = Buffer.from(`${OWNER.name}:${OWNER.password}`).toString('base64');
    const answer = await fetch(this.origin + path, {
      method,
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'text/calendar; charset=utf-8' },
      ...(body !== undefined && { body }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** A Radicale with an empty public collection, readable from every page, and a private one. */
export async function startRadicale(): Promise<Radicale> {
  const folder = mkdtempSync(join(tmpdir(), 'bausteine-radicale-'));
  const port = await freePort();
  writeFileSync(join(folder, 'users'), `${OWNER.name}:${OWNER.password}\n`);
  // The first section that fits decides.
  writeFileSync(
    join(folder, 'rights'),
    `[owner]
user = ${OWNER.name}
collection = .*
permissions = RrWw
[everybody]
user = .*
collection = public(/.*)?
permissions = Rr
`,
  );
  writeFileSync(
    join(folder, 'config'),
    `[server]
hosts = 127.0.0.1:${port}
[auth]
type = htpasswd
htpasswd_filename = ${folder}/users
htpasswd_encryption = plain
[rights]
type = from_file
file = ${folder}/rights
[storage]
filesystem_folder = ${folder}/collections
[web]
type = none
[logging]
level = warning
[headers]
Access-Control-Allow-Origin = *
Access-Control-Allow-Methods = GET, OPTIONS, PROPFIND, REPORT
Access-Control-Allow-Headers = Content-Type, Depth
`,
  );
  const radicale = new Radicale(folder, port);
  try {
    await radicale.start();
    await fill(radicale);
  } catch (error) {
    await radicale.close();
    throw error;
  }
  return radicale;
}

async function fill(radicale: Radicale): Promise<void> {
  await radicale.send('MKCOL', '/public/');
  const calendar = `<?xml version="1.0"?><C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>
<D:displayname>Öffentliche Termine</D:displayname></D:prop></D:set></C:mkcalendar>`;
  await radicale.send('MKCALENDAR', '/public/events/', calendar);
  // The owner's own place is made by the first request with credentials.
  await radicale.send('MKCALENDAR', `/${OWNER.name}/intern/`, calendar);
}
