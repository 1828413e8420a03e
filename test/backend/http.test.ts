import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { BackendError } from '../../src/backend/backend-error.ts';
import { createHttp, type HttpAnswer } from '../../src/backend/http.ts';
import { serve, type TestServer } from './support/server.ts';

const servers: TestServer[] = [];
after(() => Promise.all(servers.map((server) => server.close())));

const start = async (...args: Parameters<typeof serve>): Promise<TestServer> => {
  const server = await serve(...args);
  servers.push(server);
  return server;
};
const text = ({ bytes }: HttpAnswer): string => new TextDecoder().decode(bytes);
const fails = (work: Promise<unknown>, kind: string, reason?: string): Promise<BackendError> =>
  work.then(
    () => assert.fail('should have been rejected'),
    (error: unknown) => {
      assert.ok(error instanceof BackendError, String(error));
      assert.deepEqual([error.kind, error.reason], [kind, reason]);
      return error;
    },
  );

describe('http get', () => {
  it('answers bytes, status, headers and the address behind redirects', async () => {
    const { origin } = await start((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new.ics' }).end();
      else response.writeHead(200, { 'content-type': 'text/calendar', etag: '"1"' }).end('BEGIN:VCALENDAR');
    });
    const answer = await createHttp().get(`${origin}/old`);
    assert.equal(text(answer), 'BEGIN:VCALENDAR');
    assert.equal(answer.url, `${origin}/new.ics`);
    assert.equal(answer.headers.get('etag'), '"1"');
    assert.equal(answer.status, 200);
  });

  for (const [status, kind] of [
    [400, 'invalid'],
    [401, 'denied'],
    [403, 'denied'],
    [404, 'missing'],
    [405, 'unsupported'],
    [409, 'conflict'],
    [410, 'missing'],
    [412, 'conflict'],
    [418, 'unknown'],
    [429, 'busy'],
    [500, 'unknown'],
  ] as const)
    it(`tells ${status} as ${kind}, asked once`, async () => {
      const server = await start((_, response) => response.writeHead(status).end('no'));
      const error = await fails(createHttp().get(`${server.origin}/`), kind);
      assert.equal(error.status, status);
      assert.equal(server.requests.length, 1);
    });

  it('tells when another try makes sense, and how the server explains itself', async () => {
    const { origin } = await start((_, response) =>
      response
        .writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': '90' })
        .end(JSON.stringify({ title: 'Slow down' })),
    );
    const error = await fails(createHttp().get(`${origin}/`), 'busy');
    assert.equal(error.retryAfter, 90);
    assert.deepEqual(error.problem, { title: 'Slow down' });
  });

  it('tries again after 503 and after a broken connection', async () => {
    const server = await start((request, response, count) => {
      if (count === 1) response.writeHead(503, { 'retry-after': '0' }).end();
      else if (count === 2) request.socket.destroy();
      else response.end('at last');
    });
    assert.equal(text(await createHttp().get(`${server.origin}/`)), 'at last');
    assert.equal(server.requests.length, 3);
  });

  it('gives up at once when the server asks for a long wait', async () => {
    const server = await start((_, response) => response.writeHead(503, { 'retry-after': '120' }).end());
    const error = await fails(createHttp().get(`${server.origin}/`), 'busy');
    assert.equal(error.retryAfter, 120);
    assert.equal(server.requests.length, 1);
  });

  it('tells of a server that does not answer, also in the middle of the body', async () => {
    const { origin } = await start((request, response) => {
      if (request.url === '/half') response.writeHead(200).write('half');
    });
    const http = createHttp({ timeout: 60 });
    await fails(http.get(`${origin}/never`), 'timeout');
    await fails(http.get(`${origin}/half`), 'timeout');
  });

  it('tells of a sign-in page behind a redirect, and of HTML in place of data', async () => {
    const { origin } = await start((request, response) => {
      if (request.url === '/data') response.writeHead(302, { location: '/login' }).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<!-- x -->\n<!DOCTYPE html><title>Anmelden</title>');
    });
    await fails(createHttp().get(`${origin}/data`), 'denied', 'sign-in');
    await fails(createHttp().get(`${origin}/page`), 'invalid', 'html');
  });

  it('lets data through that only the label calls HTML', async () => {
    const { origin } = await start((request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(request.url === '/rss' ? '<?xml version="1.0"?><rss/>' : 'BEGIN:VCALENDAR'),
    );
    assert.equal(text(await createHttp().get(`${origin}/ics`)), 'BEGIN:VCALENDAR');
    assert.equal(text(await createHttp().get(`${origin}/rss`)), '<?xml version="1.0"?><rss/>');
  });

  it('refuses media types that were not asked for', async () => {
    const { origin } = await start((_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'));
    await fails(createHttp().get(`${origin}/`, { types: /calendar|text/ }), 'invalid', 'content-type');
  });

  it('refuses an answer that is too large', async () => {
    const { origin } = await start((_, response) => response.end('x'.repeat(2000)));
    await fails(createHttp().get(`${origin}/`, { maxBytes: 1000 }), 'invalid', 'too-large');
  });

  it('asks once for all who want the same at the same time, and again afterwards', async () => {
    const server = await start((_, response) => void setTimeout(() => response.end('one'), 30));
    const all = await Promise.all([1, 2, 3].map(() => createHttp().get(`${server.origin}/`)));
    assert.deepEqual(all.map(text), ['one', 'one', 'one']);
    assert.equal(server.requests.length, 1);
    await createHttp().get(`${server.origin}/`);
    assert.equal(server.requests.length, 2);
  });

  it('keeps the request alive for the others when one calls off', async () => {
    const server = await start((_, response) => void setTimeout(() => response.end('for two'), 50));
    const abort = new AbortController();
    const off = createHttp().get(`${server.origin}/`, { signal: abort.signal });
    const on = createHttp().get(`${server.origin}/`);
    abort.abort();
    await assert.rejects(off, { name: 'AbortError' });
    assert.equal(text(await on), 'for two');
    assert.equal(server.requests.length, 1);
  });

  it('closes the connection when all have called off', async () => {
    let closed: () => void;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    let arrived: () => void;
    const there = new Promise<void>((resolve) => (arrived = resolve));
    const { origin } = await start((request) => {
      request.socket.on('close', () => closed());
      arrived();
    });
    const abort = new AbortController();
    const off = createHttp().get(`${origin}/`, { signal: abort.signal });
    await there;
    abort.abort(new DOMException('left', 'AbortError'));
    await assert.rejects(off, { message: 'left' });
    await gone;
  });

  it('uses the fetch it is given', async () => {
    const http = createHttp({ fetch: () => Promise.resolve(new Response('mine')) });
    assert.equal(text(await http.get('https://unreachable.example/')), 'mine');
  });

  it('tells a refused connection as unknown, with its cause', async () => {
    const server = await start(() => undefined);
    await server.close();
    const error = await fails(createHttp().get(`${server.origin}/`), 'unknown');
    assert.ok(error.cause instanceof TypeError);
  });
});

describe('http json', () => {
  it('answers the parsed document', async () => {
    const { origin } = await start((_, response) => response.end('{"items":[]}'));
    assert.deepEqual((await createHttp().json(`${origin}/`)).data, { items: [] });
  });

  it('tells broken and empty documents', async () => {
    const { origin } = await start((request, response) => response.end(request.url === '/cut' ? '{"items":[' : ' '));
    await fails(createHttp().json(`${origin}/cut`), 'invalid');
    await fails(createHttp().json(`${origin}/empty`), 'invalid', 'empty');
  });
});
