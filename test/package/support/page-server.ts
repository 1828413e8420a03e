import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { dist } from './root.ts';

/** What a server answers at a path: a body, with its headers. */
export interface Answer {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

export interface PageServer {
  readonly origin: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** A host page's server on loopback: the given answers, and the build below `/dist/`. */
export async function servePages(answers: Readonly<Record<string, Answer>>): Promise<PageServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    asked.push(path);
    const type = { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' };
    const answer = answers[path];
    if (answer) {
      response.writeHead(200, { ...type, ...answer.headers }).end(answer.body);
    } else if (path.startsWith('/dist/')) {
      try {
        response.writeHead(200, type).end(readFileSync(join(dist, path.slice('/dist/'.length))));
      } catch {
        response.writeHead(404).end();
      }
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
