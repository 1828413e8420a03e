import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../demo/hub/main.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const { PATH, NODE_COMPILE_CACHE } = process.env;
/** What a process of the hub is given of this one's environment. */
export const INHERITED = { PATH, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) };

export interface HubProcess {
  readonly pid: number;
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** Ends it and waits until it has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface HubEnd {
  readonly code: number | null;
  readonly errors: string;
}

function run(environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [MAIN], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...INHERITED, HOST: '127.0.0.1', PORT: '0', ...environment },
  });
}

const textOf = (stream: NodeJS.ReadableStream | null, add: (text: string) => void): void =>
  void stream?.setEncoding('utf8').on('data', (chunk: string) => add(chunk));

/**
 * A hub in a process of its own, when it answers.
 * @throws Error with what it wrote when it ends instead
 */
export function startHubProcess(environment: Readonly<Record<string, string>>): Promise<HubProcess> {
  const child = run(environment);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let output = '';
    let errors = '';
    textOf(child.stderr, (text) => (errors += text));
    textOf(child.stdout, (text) => {
      output += text;
      const url = /(http:\/\/[^/\s]+)\//.exec(output)?.[1];
      if (!url || child.pid === undefined) return;
      resolve({
        pid: child.pid,
        url: url.replace('localhost', '127.0.0.1'),
        kill(signal) {
          child.kill(signal);
          return ended;
        },
      });
    });
    child.once('exit', (code) => reject(new Error(`The hub ended with ${code}: ${errors || output}`)));
  });
}

/** Runs a hub that is expected to refuse. */
export function refusedHub(environment: Readonly<Record<string, string>>): Promise<HubEnd> {
  const child = run(environment);
  let errors = '';
  textOf(child.stderr, (text) => (errors += text));
  textOf(child.stdout, () => child.kill('SIGKILL'));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, errors })));
}
