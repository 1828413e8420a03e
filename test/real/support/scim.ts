import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SCRIPTS = fileURLToPath(new URL('../../../../shared/real-backends/', import.meta.url));

/** Why there is no SCIM server to test with, or undefined. */
export const scimMissing = (): string | undefined =>
  existsSync(join(SCRIPTS, 'scim-up.sh'))
    ? undefined
    : 'the scripts of the SCIM server (../shared/real-backends) are absent';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** A real SCIM 2.0 service on loopback with 25 users, the last of them deactivated. */
export class RealScim {
  readonly url: string;
  readonly token = 'nur-im-test';
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;

  constructor(folder: string, port: number) {
    this.#folder = folder;
    this.url = `http://127.0.0.1:${port}/scim/v2`;
    this.#env = {
      ...process.env,
      SCIM_PORT: String(port),
      SCIM_TOKEN: this.token,
      SCIM_DIR: join(folder, 'scim'),
      REAL_BACKENDS_DIR: folder,
    };
  }

  up(): void {
    execFileSync('bash', [join(SCRIPTS, 'scim-up.sh')], { env: this.#env, stdio: 'pipe', timeout: 120_000 });
  }

  close(): void {
    execFileSync('bash', [join(SCRIPTS, 'scim-down.sh')], { env: this.#env, stdio: 'pipe' });
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A request of who looks after the service. @throws {Error} for an answer of 400 and above */
  async send(method: string, path: string, body?: unknown): Promise<void> {
    const answer = await fetch(`${this.url}/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/scim+json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  }
}

export async function startScim(): Promise<RealScim> {
  const server = new RealScim(mkdtempSync(join(tmpdir(), 'bausteine-scim-')), await freePort());
  server.up();
  return server;
}
