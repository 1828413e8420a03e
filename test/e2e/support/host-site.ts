import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { readBuilt } from './built.ts';

/** What a path answers. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}
export type Handler = (request: IncomingMessage, response: ServerResponse) => Answer | undefined;

export interface HostSite {
  readonly origin: string;
  /** Puts an answer at a path; a page is an answer of type `text/html`. Gives its address. */
  put(path: string, answer: Answer | Handler): string;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

export interface SiteOptions {
  /** Key and certificate, for an https site. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Sent with each built file. */
  readonly distHeaders?: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

const typeOf = (path: string): string => TYPES[extname(path)] ?? 'text/html; charset=utf-8';

/** Somebody's web server on loopback: the pages that a test writes, and the built library under `/dist/`. */
export async function startSite({ tls, distHeaders = {} }: SiteOptions = {}): Promise<HostSite> {
  const built = readBuilt();
  const answers = new Map<string, Answer | Handler>([['/favicon.ico', { status: 204 }]]);
  const asked: string[] = [];

  const send = (response: ServerResponse, path: string, { status = 200, headers = {}, body = '' }: Answer): void => {
    response.writeHead(status, { 'content-type': typeOf(path), ...headers }).end(body);
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    asked.push(request.url ?? '/');
    const file = path.startsWith('/dist/') ? built.get(path.slice('/dist/'.length)) : undefined;
    if (file) {
      send(response, path, { headers: { 'cache-control': 'max-age=600', ...distHeaders }, body: file });
      return;
    }
    const answer = answers.get(path);
    const given = typeof answer === 'function' ? answer(request, response) : answer;
    if (given) send(response, path, given);
    else if (!answer)
      send(response, path, { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not here' });
  };

  const server: Server = tls ? createHttpsServer({ ...tls }, onRequest) : createHttpServer(onRequest);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `${tls ? 'https' : 'http'}://localhost:${port}`;
  return {
    origin,
    asked,
    put(path, answer) {
      answers.set(path, answer);
      return `${origin}${path}`;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
