import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What can happen to one request on its way.
 *
 * - `delay`: it takes a while
 * - `busy`: 503 in place of an answer, sometimes behind a server that has done its work
 * - `limited`: 429 with `Retry-After`
 * - `reset-before`: the connection breaks before the server hears of it
 * - `reset-after`: the server has done its work, the answer never comes
 * - `cut`: the answer breaks off in the middle
 * - `hang`: the server has done its work, the answer never ends
 * - `garbage`: a page for people in place of the answer, as captive portals send
 */
export const FAULTS = ['delay', 'busy', 'limited', 'reset-before', 'reset-after', 'cut', 'hang', 'garbage'] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultProxy {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** How often each fault has happened. */
  readonly counts: Readonly<Record<Fault, number>>;
  /** Answers of the proxy's own, for a page under its origin: by path, type and text. */
  readonly pages: Map<string, { readonly type: string; readonly text: string }>;
  /** From now on nothing happens to anybody. */
  calm(): void;
  close(): Promise<void>;
}

export interface FaultProxyOptions {
  /** Where requests go; asked for each, since a server that is started anew may be elsewhere. */
  readonly target: () => string;
  /** What happens to a request, if anything. */
  readonly fault: (request: IncomingMessage) => Fault | undefined;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const bodyOf = async (stream: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks the server behind. Rejects when it is not there. */
function ask(target: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const { host, hostname, port } = new URL(target);
  return new Promise((resolve, reject) => {
    const onward = forward(
      {
        hostname,
        port,
        method: request.method,
        path: request.url,
        headers: { ...request.headers, host, 'accept-encoding': 'identity' },
        agent: false,
      },
      (answer) => {
        bodyOf(answer).then(
          (bytes) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }),
          reject,
        );
      },
    );
    onward.on('error', reject);
    onward.end(body);
  });
}

/** A proxy on loopback through which things go wrong. It adds no header that would tell of it. */
export async function startFaultProxy({ target, fault }: FaultProxyOptions): Promise<FaultProxy> {
  const counts = Object.fromEntries(FAULTS.map((name) => [name, 0])) as Record<Fault, number>;
  const pages: FaultProxy['pages'] = new Map();
  let isCalm = false;

  const refuse = (response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void =>
    void response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end('no');

  const send = (response: ServerResponse, { status, headers, body }: Answer): void => {
    const { 'transfer-encoding': _dropped, ...rest } = headers;
    response.writeHead(status, { ...rest, 'content-length': String(body.length) }).end(body);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const page = pages.get(request.url?.split('?')[0] ?? '');
    if (page) {
      response.writeHead(200, { 'content-type': page.type }).end(page.text);
      return;
    }
    const body = await bodyOf(request);
    const kind = isCalm ? undefined : fault(request);
    if (kind) counts[kind]++;
    if (kind === 'reset-before') return void request.socket.destroy();
    if (kind === 'limited') return refuse(response, 429, { 'retry-after': '1' });
    // Half of the busy answers come from in front of a server that has done its work.
    if (kind === 'busy' && counts.busy % 2 === 0) return refuse(response, 503, { 'retry-after': '0' });
    if (kind === 'delay') await pause(300);
    let answer: Answer;
    try {
      answer = await ask(target(), request, body);
    } catch {
      // The server is away, as a proxy tells it; or as a broken line does.
      if (request.socket.remotePort && request.socket.remotePort % 2) return refuse(response, 502);
      return void request.socket.destroy();
    }
    if (kind === 'busy') return refuse(response, 503);
    if (kind === 'reset-after') return void request.socket.destroy();
    if (kind === 'hang') return;
    if (kind === 'garbage') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Bitte anmelden</title>');
      return;
    }
    if (kind === 'cut') {
      const { 'transfer-encoding': _dropped, ...headers } = answer.headers;
      response.writeHead(answer.status, { ...headers, 'content-length': String(answer.body.length) });
      response.write(answer.body.subarray(0, answer.body.length / 2), () => request.socket.destroy());
      return;
    }
    send(response, answer);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    pages,
    calm: () => (isCalm = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
