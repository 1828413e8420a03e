import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { openMemoryDatabase } from '../../../demo/hub/database/database.ts';
import { startHub, testConfig, type TestHub } from '../support/test-hub.ts';

interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly instance: string;
  readonly fieldErrors?: readonly { readonly field: string; readonly code: string }[];
}

describe('Answers of the hub', () => {
  let hub: TestHub;
  before(async () => {
    hub = await startHub(await openMemoryDatabase(), {
      config: testConfig({
        signIn: { ...testConfig().signIn, mode: 'none' },
        cors: { origins: ['https://www.stadt.example'], credentials: false },
        frameAncestors: ["'self'", 'https://intranet.stadt.example'],
        publicUrl: 'https://hub.stadt.example',
      }),
    });
    writeFileSync(join(hub.config.siteDir, 'index.html'), '<!doctype html><title>Hub</title>');
    mkdirSync(join(hub.config.distDir, 'chunks'), { recursive: true });
    writeFileSync(join(hub.config.distDir, 'autoload.js'), 'export {};');
    writeFileSync(join(hub.config.distDir, 'chunks', 'month-view-B3x_9aQz.js'), 'export {};');
  });
  after(() => hub.close());

  async function problem(options: InjectOptions): Promise<ProblemBody> {
    const response = await hub.app.inject(options);
    assert.match(String(response.headers['content-type']), /^application\/problem\+json/, response.body);
    assert.equal(response.headers['cache-control'], 'no-store');
    const body: ProblemBody = response.json();
    assert.equal(body.status, response.statusCode);
    assert.match(body.type, /^urn:bausteine:problem:/);
    assert.ok(body.title);
    return body;
  }
  const post = (payload: string, type = 'application/json'): InjectOptions => ({
    method: 'POST',
    url: '/api/v1/events',
    headers: { 'content-type': type, 'x-test-person': 'organiserA' },
    payload,
  });

  test('what is not there, too large, of another type or no JSON is a problem in the same shape', async () => {
    const missing = await problem({ url: '/api/v1/nothing?secret=1' });
    assert.deepEqual([missing.status, missing.code, missing.instance], [404, 'not-found', '/api/v1/nothing']);
    const large = await problem(post(JSON.stringify({ title: 'x'.repeat(300_000) })));
    assert.deepEqual([large.status, large.code], [413, 'too-large']);
    const type = await problem(post('<event/>', 'application/xml'));
    assert.deepEqual([type.status, type.code], [415, 'unsupported-media-type']);
    const json = await problem(post('{"title":'));
    assert.deepEqual([json.status, json.code], [400, 'invalid-json']);
  });

  test('what is wrong with a body, an address or a header is told by field', async () => {
    const body = await problem(post('{}'));
    assert.deepEqual([body.status, body.code], [400, 'invalid-request']);
    assert.deepEqual(
      body.fieldErrors?.map(({ code }) => code),
      body.fieldErrors?.map(() => 'required'),
    );
    assert.ok(body.fieldErrors?.some(({ field }) => field === 'title'));
    const address = await problem({ url: '/api/v1/events?from=x&to=2026-07-01' });
    assert.deepEqual(
      address.fieldErrors?.map(({ field, code }) => [field, code]),
      [['from', 'format']],
    );
    const event = { title: 'x', start: '2026-06-18T10:00:00Z', end: '2026-06-18T11:00:00Z' };
    const header = await problem({
      ...post(JSON.stringify(event)),
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k'.repeat(201) },
    });
    assert.deepEqual(
      header.fieldErrors?.map(({ field }) => field),
      ['idempotency-key'],
    );
  });

  test('only the pages that are configured may read, and never with credentials', async () => {
    const origin = async (name: string) =>
      (await hub.app.inject({ url: '/api/v1/config', headers: { origin: name } })).headers;
    const allowed = await origin('https://www.stadt.example');
    assert.equal(allowed['access-control-allow-origin'], 'https://www.stadt.example');
    assert.equal(allowed['access-control-allow-credentials'], undefined);
    assert.match(String(allowed['access-control-expose-headers']), /ETag/);
    assert.match(String(allowed.vary), /Origin/);
    assert.equal((await origin('https://elsewhere.example'))['access-control-allow-origin'], undefined);
  });

  test('a page may ask beforehand which headers it may send', async () => {
    const { statusCode, headers } = await hub.app.inject({
      method: 'OPTIONS',
      url: '/api/v1/events/x',
      headers: {
        origin: 'https://www.stadt.example',
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'if-match,content-type',
      },
    });
    assert.equal(statusCode, 204);
    assert.match(String(headers['access-control-allow-methods']), /PATCH/);
    assert.match(String(headers['access-control-allow-headers']), /If-Match/i);
  });

  test('data are never run, and pages run nothing but their own', async () => {
    const policy = async (url: string) => String((await hub.app.inject({ url })).headers['content-security-policy']);
    for (const url of ['/api/v1/config', '/calendar.ics', '/api/v1/nothing']) {
      assert.equal(await policy(url), "default-src 'none'; frame-ancestors 'none'; sandbox", url);
    }
    const page = (await policy('/')).split('; ');
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "frame-ancestors 'self' https://intranet.stadt.example",
    ]) {
      assert.ok(page.includes(rule), rule);
    }
    assert.doesNotMatch(page.join(), /unsafe/);
  });

  test('every answer says that its type is meant, and what is reached by https stays there', async () => {
    for (const url of ['/', '/api/v1/config', '/api/v1/nothing', '/dist/autoload.js']) {
      const { headers } = await hub.app.inject({ url });
      assert.equal(headers['x-content-type-options'], 'nosniff', url);
      assert.equal(headers['strict-transport-security'], 'max-age=31536000', url);
    }
  });

  test('files with a hash in their name are kept for ever, entries are asked for again, both open to every page', async () => {
    const file = async (url: string) =>
      (await hub.app.inject({ url, headers: { origin: 'https://any.example' } })).headers;
    const chunk = await file('/dist/chunks/month-view-B3x_9aQz.js');
    assert.equal(chunk['cache-control'], 'public, max-age=31536000, immutable');
    const entry = await file('/dist/autoload.js');
    assert.equal(entry['cache-control'], 'public, no-cache');
    assert.deepEqual([chunk['access-control-allow-origin'], entry['access-control-allow-origin']], ['*', '*']);
    assert.ok(entry.etag);
  });
});
