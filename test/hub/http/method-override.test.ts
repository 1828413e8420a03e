import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openMemoryDatabase } from '../../../demo/hub/database/database.ts';
import { startIdeasHub, type IdeasHub } from '../participation/ideas-hub.ts';
import { startHub, testConfig } from '../support/test-hub.ts';

const USEFUL = { level: 'useful-here', shown: 'org' };
const COMMENT = { kind: 'comment', body: 'Das hilft uns.' };
const as = (method: string, more: Record<string, string> = {}): Record<string, string> => ({
  'x-http-method-override': method,
  ...more,
});

describe('A POST that means another method', () => {
  let hub: IdeasHub;
  before(async () => {
    hub = await startIdeasHub(
      { name: 'pglite', start: async (options) => startHub(await openMemoryDatabase(), options) },
      { config: testConfig({ cors: { origins: ['https://www.stadt.example'], credentials: false } }) },
    );
  });
  after(() => hub.close());

  test('sets, changes and removes as the method that it names, in either case of letters', async () => {
    const id = await hub.idea();
    const set = await hub.as('henrik', `POST /ideas/${id}/supports/me`, USEFUL, as('PUT'));
    assert.deepEqual([set.status, set.body.counts?.supports], [200, 1], JSON.stringify(set.body));
    const removed = await hub.as('henrik', `POST /ideas/${id}/supports/me`, undefined, as('delete'));
    assert.deepEqual([removed.status, removed.body.counts?.supports], [200, 0], JSON.stringify(removed.body));
    const { headers } = await hub.as('rosa', `GET /ideas/${id}`);
    const ifMatch = { 'if-match': String(headers.etag) };
    const changed = await hub.as('rosa', `POST /ideas/${id}`, { title: 'Ein Formular' }, as('PATCH', ifMatch));
    assert.deepEqual([changed.status, changed.body.title], [200, 'Ein Formular'], JSON.stringify(changed.body));
  });

  test('needs the same rights and conditions', async () => {
    const id = await hub.idea();
    const change = { title: 'Etwas anderes' };
    const unconditional = await hub.as('rosa', `POST /ideas/${id}`, change, as('PATCH'));
    assert.deepEqual([unconditional.status, unconditional.body.code], [428, 'precondition-required']);
    const stale = await hub.as('rosa', `POST /ideas/${id}`, change, as('PATCH', { 'if-match': '"0"' }));
    assert.equal(stale.status, 412);
    const { headers } = await hub.as('henrik', `GET /ideas/${id}`);
    const foreign = as('PATCH', { 'if-match': String(headers.etag) });
    assert.equal((await hub.as('henrik', `POST /ideas/${id}`, change, foreign)).status, 403);
    assert.equal((await hub.as('stranger', `POST /ideas/${id}/supports/me`, USEFUL, as('PUT'))).status, 401);
  });

  test('is one with the method that it names: sent in both ways, it counts once', async () => {
    const id = await hub.idea();
    const first = await hub.as('mirja', `PUT /ideas/${id}/supports/me`, USEFUL);
    const again = await hub.as('mirja', `POST /ideas/${id}/supports/me`, USEFUL, as('PUT'));
    assert.deepEqual([first.body.counts.supports, again.body.counts.supports], [1, 1]);
  });

  test('is refused where it names anything else, and only a POST is looked at', async () => {
    const id = await hub.idea();
    for (const method of ['GET', 'OPTIONS', 'CONNECT', 'PUT, DELETE', '']) {
      const answer = await hub.as('mirja', `POST /ideas/${id}/comments`, COMMENT, as(method));
      assert.deepEqual([answer.status, answer.body.code], [400, 'invalid-request'], method);
    }
    assert.equal((await hub.as('mirja', `POST /ideas/${id}/comments`, COMMENT, as('POST'))).status, 201);
    assert.equal((await hub.as('mirja', `PUT /ideas/${id}/supports/me`, USEFUL, as('DELETE'))).body.counts.supports, 1);
    const read = await hub.as('mirja', `GET /ideas/${id}`, undefined, as('DELETE'));
    assert.deepEqual([read.status, read.body.counts.supports], [200, 1]);
  });

  test('may be sent by scripts of the pages that are configured, which browsers ask for first', async () => {
    const { headers } = await hub.app.inject({
      method: 'OPTIONS',
      url: '/api/v1/events/x',
      headers: {
        origin: 'https://www.stadt.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-http-method-override',
      },
    });
    assert.match(String(headers['access-control-allow-headers']), /x-http-method-override/i);
  });
});
