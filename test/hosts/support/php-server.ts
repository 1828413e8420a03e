import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

export interface PhpServerOptions {
  /** Folder of the site. */
  readonly site: string;
  /** Script that every request goes through. */
  readonly router: string;
  readonly port: number;
  /** Where errors and the lines of the server go. */
  readonly log: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Address that answers once it is up. */
  readonly ready: string;
}

export interface PhpServer {
  stop(): Promise<void>;
}

/** PHP's own web server with several workers, errors in a file and none on the page. */
export async function startPhp({ site, router, port, log, env = {}, ready }: PhpServerOptions): Promise<PhpServer> {
  const output = openSync(log, 'a');
  const settings = ['display_errors=0', 'log_errors=1', 'error_reporting=E_ALL', 'opcache.enable_cli=1'];
  const server = spawn(
    'php',
    [...settings.flatMap((line) => ['-d', line]), '-S', `127.0.0.1:${port}`, '-t', site, router],
    // Its workers are processes of their own, which go with their group.
    { detached: true, stdio: ['ignore', output, output], env: { ...process.env, ...env, PHP_CLI_SERVER_WORKERS: '4' } },
  );
  closeSync(output);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
    await ended;
  };
  for (const end = performance.now() + 60_000; performance.now() < end;) {
    if (server.exitCode !== null) throw new Error(`PHP ended: ${readFileSync(log, 'utf8').slice(-2000)}`);
    const answer = await fetch(ready).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return { stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`${ready} does not answer: ${readFileSync(log, 'utf8').slice(-2000)}`);
}

/** A PHP script to its end; its output. @throws {Error} with what it said */
export function runPhp(args: readonly string[], env: NodeJS.ProcessEnv = {}, input?: string): string {
  const { status, stdout, stderr } = spawnSync('php', args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    ...(input !== undefined && { input }),
  });
  if (status !== 0) throw new Error(`php ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}
