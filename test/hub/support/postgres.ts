import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const BASE = '/usr/lib/postgresql';

/** Folder of the newest installed server's programs; Debian keeps them off the PATH. */
function findPrograms(): string | undefined {
  if (!existsSync(BASE)) return undefined;
  const versions = readdirSync(BASE).filter((name) => existsSync(join(BASE, name, 'bin', 'initdb')));
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest && join(BASE, newest, 'bin');
}

function installPrograms(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const apt = (...words: string[]): void =>
    void spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-q', ...words], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'postgresql');
  return findPrograms();
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export interface PostgresServer {
  /** Address of a new database: empty, or a copy of the one that is named, to which nobody may be connected. */
  createDatabase(template?: string): Promise<string>;
  /** Stops and starts the server, as an operator's upgrade does. */
  restart(): void;
  stop(): void;
}

/** Why PostgreSQL cannot be tried here; undefined when it can. */
export function postgresMissing(): string | undefined {
  if (process.env['VR_POSTGRES'] === 'off') return 'VR_POSTGRES=off';
  if (findPrograms() ?? installPrograms()) return undefined;
  return 'PostgreSQL is not installed, and only root may install it: apt-get install postgresql';
}

async function createDatabase(server: string, name: string, template = 'template1'): Promise<string> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`);
  } finally {
    await client.end();
  }
  return `${server}/${name}`;
}

/** A server of its own on loopback, on a free port, in a temporary folder; the user postgres runs it when we are root. */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPrograms();
  if (!programs) throw new Error(postgresMissing());
  const folder = mkdtempSync(join(tmpdir(), 'hub-postgres-'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    chmodSync(folder, 0o755);
    execFileSync('chown', ['postgres', folder]);
  }
  const data = join(folder, 'data');
  const run = (program: string, ...words: string[]): void => {
    const path = join(programs, program);
    const [command, args] = asRoot ? ['runuser', ['-u', 'postgres', '--', path, ...words]] : [path, words];
    execFileSync(command, args, { stdio: 'ignore', cwd: folder });
  };
  const port = await freePort();
  const options = `-c listen_addresses=127.0.0.1 -p ${port} -c unix_socket_directories=${folder} -c fsync=off -c full_page_writes=off -c max_connections=100`;
  run('initdb', '-D', data, '-A', 'trust', '-U', 'hub', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
  run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start');
  let count = 0;
  return {
    createDatabase: (template) => createDatabase(`postgres://hub@127.0.0.1:${port}`, `hub_${(count += 1)}`, template),
    restart() {
      run('pg_ctl', '-D', data, '-w', '-m', 'fast', '-l', join(folder, 'log'), '-o', options, 'restart');
    },
    stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The one server of a whole run, with a database that is ready to be copied; whoever runs one file alone has none. */
interface SharedServer {
  readonly address: string;
  readonly template: string;
}

const SHARED = 'VR_POSTGRES_SERVER';

/** Tells the test files of this run, which are processes of their own, which server they share. */
export function sharePostgres(server: SharedServer): void {
  process.env[SHARED] = JSON.stringify(server);
}

/** Address of a new database with the tables of the hub, on the server of the run. undefined: there is none. */
export function copyOfSharedDatabase(): Promise<string> | undefined {
  const text = process.env[SHARED];
  if (!text) return undefined;
  const { address, template } = JSON.parse(text) as SharedServer;
  copies += 1;
  return createDatabase(address, `hub_${process.pid}_${copies}`, template);
}

let copies = 0;
