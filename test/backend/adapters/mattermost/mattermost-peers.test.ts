import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMattermostBackend, placeOf } from '../../../../src/backend/adapters/mattermost/mattermost-adapter.ts';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import type { GetToken, PeersPort } from '../../../../src/backend/ports.ts';
import { assertNoAddress, CONTRACT_PEERS, runPeersPortContract } from '../../contract/peers-port.contract.ts';

/** Answers in the shapes of the API's reference (version 4, `User`), by hand. */
type Json = Readonly<Record<string, unknown>>;
const BASE = 'https://chat.lindenhafen.example/';
const TEAM = 't'.repeat(26);

const user = (index: number, name: string, rest: Json = {}): Json => ({
  id: String(index).padStart(26, 'u'),
  create_at: 1,
  update_at: 1,
  delete_at: 0,
  username: `konto.${index}`,
  first_name: name.split(' ')[0],
  last_name: name.split(' ').slice(1).join(' '),
  nickname: '',
  email: `person${index}@lindenhafen.example`,
  position: 'Sachbearbeitung',
  locale: 'de',
  props: { customStatus: '{"text":"bis 16 Uhr"}' },
  ...rest,
});

function network(users: readonly Json[], token = 'geheim') {
  const asked: { readonly method: string; readonly url: URL; readonly headers: Headers; readonly body?: Json }[] = [];
  const json = (data: unknown, status = 200): Response =>
    new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/json' } });
  const answer = (method: string, url: URL, headers: Headers, body: Json | undefined): Response => {
    if (headers.get('authorization') !== `Bearer ${token}`) return json({ id: 'api.context.session_expired' }, 401);
    const path = url.pathname.replace('/api/v4/', '');
    if (path === 'teams/name/verwaltung') return json({ id: TEAM, name: 'verwaltung' });
    if (path === 'users/search' && method === 'POST') {
      const term = String(body?.['term']).toLowerCase();
      return json(
        users.filter(
          (each) =>
            ['username', 'first_name', 'last_name', 'nickname', 'email'].some((key) =>
              String(each[key]).toLowerCase().includes(term),
            ) || `${String(each['first_name'])} ${String(each['last_name'])}`.toLowerCase().includes(term),
        ),
      );
    }
    if (path === 'users') {
      const [page, size] = [Number(url.searchParams.get('page')), Number(url.searchParams.get('per_page'))];
      return json(users.slice(page * size, (page + 1) * size));
    }
    const one = users.find(({ id }) => path === `users/${String(id)}`);
    return one ? json(one) : json({ id: 'store.sql_user.missing_account.const' }, 404);
  };
  const fetch: typeof globalThis.fetch = (input, init) => {
    init?.signal?.throwIfAborted();
    const url = new URL(input instanceof Request ? input.url : input.toString());
    const headers = new Headers(init?.headers);
    const method = init?.method ?? 'GET';
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Json) : undefined;
    asked.push({ method, url, headers, ...(body && { body }) });
    return Promise.resolve(answer(method, url, headers, body));
  };
  return { fetch, asked };
}
const open = (users: readonly Json[], getToken: GetToken = () => 'geheim') => {
  const { fetch, asked } = network(users);
  return {
    port: createMattermostBackend({ src: `${BASE}verwaltung`, fetch, getToken }).peers as Required<
      Pick<PeersPort, 'list' | 'get'>
    >,
    asked,
  };
};
const USERS = CONTRACT_PEERS.map(({ name }, index) => user(index, name));

runPeersPortContract('Mattermost', () => open(USERS), { knows: [], search: 'server' });

describe('people of a Mattermost', () => {
  it('have names and what they do, and where one talks to them; no mail, no status', async () => {
    const { port, asked } = open([user(1, 'Mira Holm'), user(2, '', { nickname: 'Ben' }), user(3, '')]);
    const page = await port.list({});
    assertNoAddress(page);
    assert.deepEqual(page.items, [
      {
        id: 'uuuuuuuuuuuuuuuuuuuuuuuuu2',
        displayName: 'Ben',
        function: 'Sachbearbeitung',
        url: `${BASE}verwaltung/messages/@konto.2`,
        can: [],
      },
      {
        id: 'uuuuuuuuuuuuuuuuuuuuuuuuu3',
        displayName: 'konto.3',
        function: 'Sachbearbeitung',
        url: `${BASE}verwaltung/messages/@konto.3`,
        can: [],
      },
      {
        id: 'uuuuuuuuuuuuuuuuuuuuuuuuu1',
        displayName: 'Mira Holm',
        function: 'Sachbearbeitung',
        url: `${BASE}verwaltung/messages/@konto.1`,
        can: [],
      },
    ]);
    assert.equal(asked.find(({ url }) => url.pathname === '/api/v4/users')?.url.searchParams.get('in_team'), TEAM);
  });

  it('who are found by their mail address only are not shown: it would tell whose it is', async () => {
    const { port, asked } = open([user(1, 'Mira Holm', { email: 'geheimdienst@lindenhafen.example' })]);
    assert.deepEqual((await port.list({ q: 'geheimdienst' })).items, []);
    assert.equal(asked.at(-1)?.body?.['term'], 'geheimdienst');
    const before = asked.length;
    assert.deepEqual((await port.list({ q: 'mira.holm@lindenhafen.example' })).items, []);
    assert.equal(asked.length, before, 'an address is not even asked for');
  });

  it('are no bots, no closed accounts, and nobody whose only name is an address', async () => {
    const { port } = open([
      user(1, 'Frage Roboter', { is_bot: true }),
      user(2, 'Alt Konto', { delete_at: 1_700_000_000_000 }),
      user(3, '', { username: 'mira@lindenhafen.example' }),
      user(4, 'Cem Can'),
    ]);
    assert.deepEqual(
      (await port.list({})).items.map(({ displayName }) => displayName),
      ['Cem Can'],
    );
    await assert.rejects(port.get(String(2).padStart(26, 'u')), { kind: 'missing' });
  });

  it('are asked for with the page’s token, a newer one where it has run out', async () => {
    const tokens: (boolean | undefined)[] = [];
    const { port } = open(USERS, (_url, { refresh } = {}) => {
      tokens.push(refresh);
      return refresh ? 'geheim' : 'alt';
    });
    assert.equal((await port.list({ q: 'Müller' })).items.length, 1);
    assert.ok(tokens.includes(true));
    const denied = open(USERS, () => 'falsch').port.list({ q: 'Müller' });
    await assert.rejects(denied, (error) => error instanceof BackendError && error.reason === 'sign-in');
  });

  it('are of the team that the address names', () => {
    assert.deepEqual(placeOf('https://chat.example/verwaltung/'), {
      base: 'https://chat.example/',
      team: 'verwaltung',
    });
    assert.deepEqual(placeOf('https://chat.example/api/v4/'), { base: 'https://chat.example/' });
  });
});
