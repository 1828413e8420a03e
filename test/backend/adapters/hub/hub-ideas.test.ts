import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHubBackend } from '../../../../src/backend/adapters/hub/hub-adapter.ts';
import type { IdeasPort } from '../../../../src/backend/ports.ts';

const BASE = 'https://lindenhafen.example/netz';
const IDEA = { id: 'i1', title: 'Regale tauschen', stage: 'open', can: ['support'] };

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A hub that gives one answer to everything, and remembers what it was asked. */
function hub(answer: unknown, headers: Record<string, string> = {}) {
  const asked: Asked[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    // Before it writes, a page asks who its reader is.
    if (url === `${BASE}/api/v1/me`) return Promise.resolve(Response.json({ anonymous: true, can: [] }));
    asked.push({ method: init?.method ?? 'GET', url, headers: new Headers(init?.headers), body: init?.body });
    return Promise.resolve(Response.json(answer, { headers }));
  };
  return { port: createHubBackend({ src: BASE, fetch }).ideas as Required<IdeasPort>, asked };
}

describe('ideas of a hub', () => {
  it('are asked for with every choice, several of one property side by side', async () => {
    const { port, asked } = hub({ items: [], nextCursor: null });
    await port.list({
      q: 'möbel',
      stage: ['open', 'trying', 'quatsch'],
      topic: ['t1'],
      queue: true,
      sort: 'new',
      limit: 200,
    });
    const { pathname, searchParams } = new URL(asked[0]!.url);
    assert.equal(pathname, '/netz/api/v1/ideas');
    assert.deepEqual(searchParams.getAll('stage'), ['open', 'trying']);
    assert.equal(searchParams.get('q'), 'möbel');
    assert.equal(searchParams.get('queue'), 'true');
    assert.equal(searchParams.get('limit'), '50');
  });

  it('that make no sense are told; the good ones, their counts and what the hub told are there', async () => {
    const facets = { stage: [{ value: 'open', count: 1 }, { value: 7 }], reach: 'broken' };
    const { port } = hub({ items: [IDEA, null, { id: 'i2' }], total: 3, facets, problems: [{ code: 'stale' }] });
    const page = await port.list({});
    assert.deepEqual(
      page.items.map(({ id, can }) => [id, can]),
      [['i1', ['support']]],
    );
    assert.equal(page.total, 3);
    assert.deepEqual(page.facets, { stage: [{ value: 'open', count: 1 }] });
    assert.deepEqual(
      page.problems.map(({ code, item }) => [code, item]),
      [
        ['stale', undefined],
        ['invalid-item', undefined],
        ['invalid-item', 'i2'],
      ],
    );
  });

  it('carry the ETag of the answer, and files from the hub’s own root', async () => {
    const attachments = [{ id: 'f', url: '/api/v1/uploads/f', mediaType: 'text/plain', fileName: 'f.txt', bytes: 3 }];
    const { port } = hub({ ...IDEA, attachments }, { etag: '"7"' });
    const idea = await port.get('i1');
    assert.equal(idea.etag, '"7"');
    assert.equal(idea.attachments[0]?.url, `${BASE}/api/v1/uploads/f`);
  });

  it('keep the secret of a private link out of every address', async () => {
    const { port, asked } = hub({ ...IDEA, items: [] });
    const secret = 's3cret-s3cret';
    await port.get('i1', { secret });
    await port.update('i1', { title: 'Neu' }, { secret, ifMatch: '"1"' });
    await port.transition('i1', { to: 'withdrawn', note: 'x' }, { secret, idempotencyKey: 'k' });
    await port.comments('i1', { secret });
    for (const { url, headers } of asked) {
      assert.doesNotMatch(url, /s3cret/);
      assert.equal(headers.get('x-idea-secret'), secret);
    }
    assert.deepEqual(
      asked.map(({ method, url }) => `${method} ${url.slice(BASE.length + 7)}`),
      ['GET /ideas/i1', 'PATCH /ideas/i1', 'POST /ideas/i1/transitions', 'GET /ideas/i1/comments'],
    );
    assert.equal(asked[1]!.headers.get('if-match'), '"1"');
    assert.equal(asked[2]!.headers.get('idempotency-key'), 'k');
  });

  it('have ids that cannot lead to another address', async () => {
    const { port, asked } = hub(IDEA);
    await port.get('../me/settings?x#y');
    assert.equal(asked[0]!.url, `${BASE}/api/v1/ideas/..%2Fme%2Fsettings%3Fx%23y`);
  });

  it('are refused where the answer is none', async () => {
    for (const answer of [null, [], {}, { id: 7 }, 'x']) {
      const { port } = hub(answer);
      await assert.rejects(port.get('i1'), { kind: 'invalid' });
      await assert.rejects(port.comment('i1', { kind: 'comment', body: 'x' }), { kind: 'invalid' });
    }
    await assert.rejects(hub({}).port.list({}), { kind: 'invalid' });
    await assert.rejects(hub({}).port.audience({ reach: 'civil' }), { kind: 'invalid' });
  });

  it('stop at 5,000 and say so', async () => {
    const { port, asked } = hub({ items: [IDEA], nextCursor: 'more' });
    const { problems, next } = await port.list({});
    assert.equal(asked.length, 100);
    assert.equal(problems.at(-1)?.code, 'limit-reached');
    assert.equal(next, 'more');
  });
});
