import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createHubBackend } from '../../../../src/backend/adapters/hub/hub-adapter.ts';
import type { EventsPort } from '../../../../src/backend/ports.ts';
import { serve, type TestServer } from '../../support/server.ts';

const march = { from: '2026-03-01', to: '2026-04-01' };
const event = (uid: string): object => ({
  uid,
  title: uid,
  start: '2026-03-10T10:00:00Z',
  end: '2026-03-10T11:00:00Z',
});

describe('the hub adapter', () => {
  const servers: TestServer[] = [];
  after(() => Promise.all(servers.map((server) => server.close())));
  const at = async (
    answer: (url: URL, count: number) => unknown,
  ): Promise<{ server: TestServer; port: EventsPort }> => {
    const server = await serve((request, response, count) => {
      const body = answer(new URL(request.url!, 'http://hub'), count);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    servers.push(server);
    return { server, port: createHubBackend({ src: `${server.origin}/hub/` }).events! };
  };

  it('asks for instants, so that the zone of the hub does not matter, and for what was narrowed', async () => {
    const { server, port } = await at(() => ({ items: [] }));
    await port.list({ ...march, q: 'a b', kind: 'camp', topic: 't', org: 'o', limit: 7, cursor: 'c' });
    const url = new URL(server.requests[0]!.path, 'http://hub');
    assert.equal(url.pathname, '/hub/api/v1/events');
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      from: '2026-02-28T23:00:00Z',
      to: '2026-03-31T22:00:00Z',
      limit: '7',
      q: 'a b',
      kind: 'camp',
      topic: 't',
      org: 'o',
      cursor: 'c',
    });
  });

  it('follows the pages of a month to its end, and tells problems once', async () => {
    const problem = { code: 'stale', since: '2026-03-01T00:00:00Z' };
    const { port } = await at((url, count) => {
      assert.equal(url.searchParams.get('cursor'), count === 1 ? null : String(count - 1));
      return {
        items: [event(`e${count}`)],
        nextCursor: count < 3 ? String(count) : null,
        total: 3,
        problems: [problem],
      };
    });
    const page = await port.list(march);
    assert.deepEqual(
      page.items.map(({ uid }) => uid),
      ['e1', 'e2', 'e3'],
    );
    assert.deepEqual([page.total, page.next, page.problems], [3, undefined, [problem]]);
  });

  it('does not follow them for ever, and says so', async () => {
    const { server, port } = await at((_, count) => ({ items: [event(`e${count}`)], nextCursor: 'more' }));
    const page = await port.list(march);
    assert.equal(server.requests.length, 20);
    assert.equal(page.next, 'more');
    assert.equal(page.problems[0]?.code, 'limit-reached');
  });

  it('hands on the cursor when a page was asked for', async () => {
    const { server, port } = await at(() => ({ items: [event('a')], nextCursor: 'n' }));
    assert.equal((await port.list({ ...march, limit: 1 })).next, 'n');
    assert.equal(server.requests.length, 1);
  });

  it('makes a problem of an event that is none', async () => {
    const { port } = await at(() => ({ items: [{ uid: 'x' }, null, event('good')] }));
    const { items, problems } = await port.list(march);
    assert.deepEqual(
      items.map(({ uid }) => uid),
      ['good'],
    );
    assert.deepEqual(
      problems.map(({ code, item }) => [code, item]),
      [
        ['invalid-item', 'x'],
        ['invalid-item', undefined],
      ],
    );
  });

  it('refuses an answer that is no list', async () => {
    const { port } = await at(() => ({ hello: 'world' }));
    await assert.rejects(port.list(march), { name: 'BackendError', kind: 'invalid' });
  });

  it('reads one event, and one date of a series', async () => {
    const { server, port } = await at(() => event('a/b'));
    assert.equal((await port.get!('a/b', { recurrenceId: '2026-03-10T10:00:00Z' })).uid, 'a/b');
    assert.equal(server.requests[0]!.path, '/hub/api/v1/events/a%2Fb?recurrenceId=2026-03-10T10%3A00%3A00Z');
  });
});
