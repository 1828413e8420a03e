import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ADAPTERS } from '../../src/backend/adapter-registry.ts';
import type { BackendError } from '../../src/backend/backend-error.ts';
import { openBackend, type OpenOptions } from '../../src/backend/open-backend.ts';
import { PORT_NAMES, type SignInPage } from '../../src/backend/ports.ts';

const march = { from: '2026-03-01', to: '2026-04-01' };
const json = (...titles: string[]): string =>
  JSON.stringify({ events: titles.map((title) => ({ uid: title, title, start: '2026-03-10' })) });
const ics =
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:i\r\nSUMMARY:Aus der Datei\r\nDTSTART:20260311T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

/** A network of a few addresses; tells who was asked and with which token. */
function network(answers: Readonly<Record<string, string | number>>): {
  fetch: typeof fetch;
  asked: string[];
} {
  const asked: string[] = [];
  return {
    asked,
    fetch: (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      const token = new Headers(init?.headers).get('authorization');
      asked.push(token ? `${url} ${token}` : url);
      const answer = answers[url.replace(/\?.*/, '')] ?? 404;
      return Promise.resolve(typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer));
    },
  };
}
const titles = async (options: OpenOptions): Promise<string[]> => {
  const { events } = await openBackend(options).ready;
  return (await events!.list(march)).items.map(({ title }) => title);
};

describe('the registry', () => {
  it('has a line for every adapter in the folders, and loads each', async () => {
    const files = readdirSync(new URL('../../src/backend/adapters', import.meta.url), { recursive: true }) as string[];
    const kinds = files.flatMap((file) => /([^/\\]+)-adapter\.ts$/.exec(file)?.[1] ?? []).sort();
    assert.deepEqual(Object.keys(ADAPTERS).sort(), kinds);
    for (const { load, ports } of Object.values(ADAPTERS)) {
      const create = await load();
      const backend = create({ src: 'https://a.example/' });
      assert.deepEqual(
        PORT_NAMES.filter((name) => backend[name]),
        [...ports],
      );
    }
  });
});

describe('a backend from a text', () => {
  it('has the ports of its sources, known at once', () => {
    assert.deepEqual(openBackend({ src: 'https://a.example/x.ics' }).ports, ['events']);
    assert.deepEqual(openBackend({ src: '' }).ports, []);
  });

  it('fails with the cause where nothing that was written can be used', async () => {
    for (const src of ['nokind+https://a.example/', 'ftp://a.example/', 'https://u:secret@a.example/x.ics']) {
      const { ports, ready } = openBackend({ src });
      assert.deepEqual(
        ports,
        PORT_NAMES.filter((name) => name !== 'account'),
      );
      await assert.rejects((await ready).events!.list(march), (error: BackendError) => {
        assert.equal(error.kind, 'unsupported');
        assert.doesNotMatch(`${error.message} ${error.url}`, /secret/);
        return true;
      });
    }
  });

  it('shows what can be used, and tells the rest as a problem', async () => {
    const { fetch } = network({ 'https://a.example/x.json': json('Eins') });
    const { events } = await openBackend({ src: 'nokind+https://b.example/ https://a.example/x.json', fetch }).ready;
    const { items, problems } = await events!.list(march);
    assert.equal(items.length, 1);
    assert.deepEqual(
      problems.map(({ code, kind, source }) => [code, kind, source?.id]),
      [['source-failed', 'unsupported', 'nokind+https://b.example/']],
    );
  });

  it('reads one source, and several kinds as one', async () => {
    const { fetch } = network({ 'https://a.example/x.json': json('Eins'), 'https://b.example/y.ics': ics });
    assert.deepEqual(await titles({ src: 'https://a.example/x.json', fetch }), ['Eins']);
    assert.deepEqual(await titles({ src: 'https://b.example/y.ics https://a.example/x.json', fetch }), [
      'Eins',
      'Aus der Datei',
    ]);
  });

  it('finds out what an address without ending holds', async () => {
    const { fetch } = network({ 'https://a.example/k': ics, 'https://a.example/j': `\n${json('Zwei')}` });
    assert.deepEqual(await titles({ src: 'https://a.example/k', fetch }), ['Aus der Datei']);
    assert.deepEqual(await titles({ src: 'https://a.example/j', fetch }), ['Zwei']);
  });

  it('tells when that is nothing it knows', async () => {
    const { fetch } = network({ 'https://a.example/k': 'hello' });
    const { events } = await openBackend({ src: 'https://a.example/k', fetch }).ready;
    await assert.rejects(events!.list(march), { name: 'BackendError', kind: 'invalid', reason: 'content-type' });
  });

  it('tells why it could not be opened when it is asked, and opens it when that has passed', async () => {
    const answers: Record<string, string | number> = { 'https://a.example/k': 404 };
    const { fetch } = network(answers);
    const { events, posts } = await openBackend({ src: 'https://a.example/k', fetch }).ready;
    await assert.rejects(events!.list(march), { kind: 'missing' });
    answers['https://a.example/k'] = ics;
    assert.equal((await events!.list(march)).items.length, 1);
    await assert.rejects(posts!.list({}), (error: BackendError) => error.kind === 'unsupported');
  });

  it('costs the items of a dead source only', async () => {
    const { fetch } = network({ 'https://a.example/x.json': json('Eins') });
    const { events } = await openBackend({
      src: 'https://a.example/x.json https://dead.example/x.ics',
      labels: 'A;Tot',
      fetch,
    }).ready;
    const { items, problems } = await events!.list(march);
    assert.deepEqual(
      items.map(({ source }) => source?.label),
      ['A'],
    );
    assert.deepEqual(
      problems.map(({ code, kind, source }) => [code, kind, source?.label]),
      [['source-failed', 'missing', 'Tot']],
    );
  });

  it('shows the token of the page to hubs and to nobody else', async () => {
    const { fetch, asked } = network({
      'https://hub.example/api/v1/events': '{"items":[]}',
      'https://a.example/x.json': json('Eins'),
    });
    await titles({
      src: 'hub+https://hub.example/ https://a.example/x.json',
      fetch,
      getToken: (url) => `token-for-${new URL(url).host}`,
    });
    assert.deepEqual(asked.map((line) => line.replace(/\?\S*/, '')).sort(), [
      'https://a.example/x.json',
      'https://hub.example/api/v1/events Bearer token-for-hub.example',
    ]);
  });

  it('shows the token of the page to one server only: to a chat, unless a second one could be meant', async () => {
    const authorised = async (src: string): Promise<string[]> => {
      const { fetch, asked } = network({});
      const { peers } = await openBackend({ src, fetch, getToken: () => 'secret' }).ready;
      await peers!.list({ q: 'Mara' }).catch(() => undefined);
      return [
        ...new Set(asked.filter((line) => line.includes('secret')).map((line) => new URL(line.split(' ')[0]!).host)),
      ];
    };
    for (const kind of ['nextcloud', 'mattermost', 'matrix']) {
      const chat = `${kind}+https://chat.example/`;
      assert.deepEqual(await authorised(chat), ['chat.example'], kind);
      assert.deepEqual(await authorised(`${chat} https://a.example/x.json`), ['chat.example'], kind);
      assert.deepEqual(await authorised(`${chat} hub+https://hub.example/`), ['hub.example'], kind);
      assert.deepEqual(await authorised(`${chat} mattermost+https://other.example/`), [], kind);
    }
  });

  it('brings the way to sign in to sources that know people, and to no others', async () => {
    const { fetch } = network({ 'https://hub.example/api/v1/config': '{"signIn":{"pageUrl":"/einlass"}}' });
    let brought = 0;
    const opened: string[] = [];
    const signIn = (): Promise<SignInPage> => {
      brought++;
      return Promise.resolve({
        async open(address) {
          opened.push(await address);
          return false;
        },
      });
    };
    await openBackend({ src: 'https://a.example/x.ics', fetch, signIn }).ready;
    assert.equal(brought, 0);
    const { account } = await openBackend({ src: 'hub+https://hub.example/', fetch, signIn }).ready;
    assert.equal(await account!.signIn!(), false);
    assert.deepEqual(opened, ['https://hub.example/einlass']);
  });

  it('has no way to sign in where the page brings none', async () => {
    const { account } = await openBackend({ src: 'hub+https://hub.example/' }).ready;
    assert.equal(account!.signIn, undefined);
  });

  it('asks a source whose files did not load who reads, not for a list of accounts', async () => {
    const signIn = (): Promise<SignInPage> => Promise.reject(new TypeError('Failed to fetch'));
    const { account, ideas } = await openBackend({ src: 'hub+https://hub.example/', signIn }).ready;
    assert.equal('list' in account!, false);
    await assert.rejects(account!.me(), { kind: 'unknown' });
    await assert.rejects(ideas!.list({}), { kind: 'unknown' });
  });

  const board = (...names: string[]): string =>
    JSON.stringify({ ideas: names.map((title) => ({ id: title.toLowerCase(), title, stage: 'open' })) });

  it('joins the ideas of its sources, each with its name', async () => {
    const { fetch } = network({ 'https://a.example/x.json': board('Eins'), 'https://b.example/x.json': board('Zwei') });
    const src = 'https://a.example/x.json https://b.example/x.json';
    const { ideas } = await openBackend({ src, labels: 'Auental; Brückfurt', fetch }).ready;
    const { items, facets } = await ideas!.list({ sort: 'new' });
    assert.deepEqual(items.map(({ title, source }) => [title, source?.label]).sort(), [
      ['Eins', 'Auental'],
      ['Zwei', 'Brückfurt'],
    ]);
    assert.deepEqual(facets?.stage, [{ value: 'open', count: 2 }]);
    assert.equal((await ideas!.get!('zwei')).title, 'Zwei');
    assert.equal(ideas!.create, undefined);
  });

  it('opens an idea of a source that was not to be had at first', async () => {
    const answers: Record<string, string | number> = { 'https://a.example/daten': 404 };
    const { fetch } = network(answers);
    const { ideas } = await openBackend({ src: 'https://a.example/daten', fetch }).ready;
    await assert.rejects(ideas!.get!('eins'), { kind: 'missing' });
    answers['https://a.example/daten'] = board('Eins');
    assert.equal((await ideas!.get!('eins')).title, 'Eins');
  });
});
