import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { after, describe, it } from 'node:test';
import { BackendError } from '../../src/backend/backend-error.ts';
import { createWritingHttp } from '../../src/backend/http-write.ts';
import type { HttpAnswer } from '../../src/backend/http.ts';
import { serve, type TestServer } from './support/server.ts';

const servers: TestServer[] = [];
after(() => Promise.all(servers.map((server) => server.close())));

const start = async (...args: Parameters<typeof serve>): Promise<TestServer> => {
  const server = await serve(...args);
  servers.push(server);
  return server;
};
const text = ({ bytes }: HttpAnswer): string => new TextDecoder().decode(bytes);
const fails = (work: Promise<unknown>, kind: string): Promise<void> =>
  work.then(
    () => assert.fail('should have been rejected'),
    (error: unknown) => {
      assert.ok(error instanceof BackendError, String(error));
      assert.equal(error.kind, kind);
    },
  );
const formOf = (content: string): FormData => {
  const form = new FormData();
  form.append('file', new Blob([content]), 'plan.txt');
  return form;
};

describe('http send', () => {
  it('sends JSON with its key and its condition, once', async () => {
    const server = await start((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => response.writeHead(201).end(body));
    });
    const answer = await createWritingHttp().send(
      'PUT',
      `${server.origin}/x`,
      { a: 1 },
      { idempotencyKey: 'k', ifMatch: '"2"', headers: { 'x-more': 'yes' } },
    );
    assert.equal(answer.status, 201);
    assert.equal(text(answer), '{"a":1}');
    const { method, headers } = server.requests[0]!;
    assert.deepEqual(
      [method, headers['content-type'], headers['idempotency-key'], headers['if-match'], headers['x-more']],
      ['PUT', 'application/json', 'k', '"2"', 'yes'],
    );
  });

  it('is never repeated by itself', async () => {
    const server = await start((_, response) => response.writeHead(503).end());
    await fails(createWritingHttp().send('POST', `${server.origin}/`, {}), 'busy');
    assert.equal(server.requests.length, 1);
  });

  it('goes as POST where a proxy lets nothing else through', async () => {
    const server = await start((_, response) => response.end());
    await createWritingHttp({ methodOverride: true }).send('DELETE', `${server.origin}/`);
    const { method, headers } = server.requests[0]!;
    assert.deepEqual([method, headers['x-http-method-override']], ['POST', 'DELETE']);
  });

  describe('behind a firewall that refuses PUT, PATCH and DELETE', () => {
    const isOwnWord = ({ problem }: BackendError): boolean => typeof problem?.['code'] === 'string';
    const problem = (response: ServerResponse, status: number, code: string): unknown =>
      response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ code }));
    const FIREWALLS: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
      '405': (response) => response.writeHead(405, { allow: 'GET, POST' }).end('<html>Method Not Allowed</html>'),
      '403': (response) => response.writeHead(403, { 'content-type': 'text/html' }).end('<html>Request blocked</html>'),
      '501': (response) => response.writeHead(501).end(),
      'a page under 200': (response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>The requested URL was rejected.</html>'),
    };
    const sent = ({ requests }: TestServer): unknown[] =>
      requests.map(({ method, headers }) => [method, headers['x-http-method-override']]);

    for (const [name, refuse] of Object.entries(FIREWALLS)) {
      it(`goes once more as POST after ${name}, with key and condition, and keeps to it`, async () => {
        const server = await start((request, response) => {
          if (request.method === 'POST') response.end(request.headers['x-http-method-override']);
          else refuse(response);
        });
        const http = createWritingHttp({ isOwnWord });
        const first = await http.send('PATCH', `${server.origin}/x`, { a: 1 }, { idempotencyKey: 'k', ifMatch: '"2"' });
        assert.equal(text(first), 'PATCH');
        assert.equal(text(await http.send('DELETE', `${server.origin}/x`)), 'DELETE');
        assert.deepEqual(sent(server), [
          ['PATCH', undefined],
          ['POST', 'PATCH'],
          ['POST', 'DELETE'],
        ]);
        const { headers } = server.requests[1]!;
        assert.deepEqual([headers['idempotency-key'], headers['if-match']], ['k', '"2"']);
      });
    }

    it('keeps to it when the server itself says no behind it', async () => {
      const server = await start((request, response) =>
        request.method === 'POST' ? problem(response, 412, 'precondition-failed') : response.writeHead(405).end(),
      );
      const http = createWritingHttp({ isOwnWord });
      await fails(http.send('PUT', `${server.origin}/x`, {}), 'conflict');
      await fails(http.send('PUT', `${server.origin}/x`, {}), 'conflict');
      assert.deepEqual(sent(server), [
        ['PUT', undefined],
        ['POST', 'PUT'],
        ['POST', 'PUT'],
      ]);
    });

    it("takes the server's own refusal as it is", async () => {
      const server = await start((_, response) => problem(response, 403, 'denied'));
      await fails(createWritingHttp({ isOwnWord }).send('DELETE', `${server.origin}/x`), 'denied');
      assert.deepEqual(sent(server), [['DELETE', undefined]]);
    });

    it('tells the first refusal where the POST is refused on the way, too, and tries anew the next time', async () => {
      const server = await start((request, response) =>
        response.writeHead(request.method === 'POST' ? 403 : 405).end(),
      );
      const http = createWritingHttp({ isOwnWord });
      await fails(http.send('DELETE', `${server.origin}/x`), 'unsupported');
      await fails(http.send('DELETE', `${server.origin}/x`), 'unsupported');
      assert.deepEqual(sent(server), [
        ['DELETE', undefined],
        ['POST', 'DELETE'],
        ['DELETE', undefined],
        ['POST', 'DELETE'],
      ]);
    });

    it('sends nothing twice that may have arrived, and no POST', async () => {
      const server = await start((_, response) => response.writeHead(503).end());
      const http = createWritingHttp({ isOwnWord });
      await fails(http.send('PUT', `${server.origin}/x`, {}), 'busy');
      const refusing = await start((_, response) => response.writeHead(403).end());
      await fails(http.send('POST', `${refusing.origin}/x`, {}), 'denied');
      assert.deepEqual([sent(server), sent(refusing)], [[['PUT', undefined]], [['POST', undefined]]]);
    });
  });
});

describe('http upload', () => {
  it('sends a form with its key, and tells when it is done', async () => {
    const server = await start((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => response.writeHead(201).end(String(body.includes('Lageplan'))));
    });
    const told: number[] = [];
    const answer = await createWritingHttp().upload(`${server.origin}/uploads`, formOf('Lageplan'), {
      idempotencyKey: 'k',
      onProgress: (share) => told.push(share),
    });
    assert.equal(text(answer), 'true');
    assert.deepEqual(told, [1]);
    assert.equal(server.requests[0]!.headers['idempotency-key'], 'k');
    assert.match(server.requests[0]!.headers['content-type'] ?? '', /^multipart\/form-data; boundary=/);
  });

  it('waits longer for a file than for an answer, and no longer than it is told', async () => {
    const server = await start((request, response) => {
      request.resume();
      if (request.url === '/slow') setTimeout(() => response.end('late'), 120);
    });
    const http = createWritingHttp({ timeout: 40 });
    assert.equal(text(await http.upload(`${server.origin}/slow`, formOf('x'))), 'late');
    await fails(http.upload(`${server.origin}/never`, formOf('x'), { timeout: 60 }), 'timeout');
  });

  it('uses the fetch it is given, also where it tells progress', async () => {
    const told: number[] = [];
    const http = createWritingHttp({ fetch: () => Promise.resolve(new Response('mine')) });
    const answer = await http.upload('https://unreachable.example/', formOf('x'), {
      onProgress: (share) => told.push(share),
    });
    assert.deepEqual([text(answer), told], ['mine', [1]]);
  });

  it('ends with the reason of the one who calls it off', async () => {
    let arrived: () => void;
    const there = new Promise<void>((resolve) => (arrived = resolve));
    const server = await start(() => arrived());
    const abort = new AbortController();
    const upload = createWritingHttp().upload(`${server.origin}/`, formOf('x'), { signal: abort.signal });
    await there;
    abort.abort();
    await assert.rejects(upload, { name: 'AbortError' });
  });
});
