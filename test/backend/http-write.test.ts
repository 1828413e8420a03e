import assert from 'node:assert/strict';
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
