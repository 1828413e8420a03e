import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** What stands between a page and its hub, in place of the hub's own answer. */
export interface OwnAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ProxyOptions {
  /** Origin of what stands behind. */
  readonly target: string;
  /** Path under which it is found, with a slash at both ends; everything else is not there. */
  readonly prefix?: string;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Added to each answer of what stands behind, in place of its own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The proxy's own word on a request; undefined lets it pass. */
  readonly answer?: (request: IncomingMessage) => OwnAnswer | undefined;
}

/** One request, as it came: `PUT /api/v1/…`, with the method that it means where it says another. */
export interface AskedFor {
  readonly method: string;
  readonly path: string;
  readonly override: string | undefined;
}

export interface Proxy {
  readonly port: number;
  readonly asked: readonly AskedFor[];
  close(): Promise<void>;
}

/** A reverse proxy of a town's IT on loopback. It hands on names and origins as they come. */
export async function startProxy({ target, prefix = '/', tls, headers = {}, answer }: ProxyOptions): Promise<Proxy> {
  const asked: AskedFor[] = [];
  const { hostname, port } = new URL(target);
  const say = (response: ServerResponse, { status, headers: own = {}, body = '' }: OwnAnswer): void => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...own }).end(body);
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = 'GET', url = '/' } = request;
    const override = request.headers['x-http-method-override'];
    asked.push({ method, path: url, override: typeof override === 'string' ? override : undefined });
    const own = answer?.(request) ?? (url.startsWith(prefix) ? undefined : { status: 404, body: 'Nicht hier' });
    if (own) {
      say(response, own);
      return;
    }
    const path = `/${url.slice(prefix.length)}`;
    const onward = forward({ hostname, port, method, path, headers: request.headers }, (from) => {
      response.writeHead(from.statusCode ?? 502, { ...from.headers, ...headers });
      from.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  };
  const server = tls ? createSecureServer({ ...tls }, onRequest) : createServer(onRequest);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
