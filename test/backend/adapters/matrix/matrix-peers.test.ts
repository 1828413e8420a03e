import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMatrixBackend } from '../../../../src/backend/adapters/matrix/matrix-adapter.ts';
import type { PeersPort } from '../../../../src/backend/ports.ts';
import { assertNoAddress, CONTRACT_PEERS, runPeersPortContract } from '../../contract/peers-port.contract.ts';

/** Answers in the shapes of the Client-Server API, by hand. */
const BASE = 'https://matrix.lindenhafen.example';

interface User {
  readonly user_id: string;
  readonly display_name?: string;
  readonly avatar_url?: string;
}

const open = (users: readonly User[]) => {
  const asked: string[] = [];
  const json = (data: unknown, status = 200): Response =>
    new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/json' } });
  const fetch: typeof globalThis.fetch = (input, init) => {
    init?.signal?.throwIfAborted();
    const url = new URL(input instanceof Request ? input.url : input.toString());
    asked.push(`${init?.method ?? 'GET'} ${url.pathname}`);
    if (new Headers(init?.headers).get('authorization') !== 'Bearer geheim')
      return Promise.resolve(json({ errcode: 'M_MISSING_TOKEN', error: 'Missing access token' }, 401));
    if (url.pathname === '/_matrix/client/v3/user_directory/search') {
      const { search_term: term, limit } = JSON.parse(init?.body as string) as { search_term: string; limit: number };
      const found = users.filter(({ user_id: id, display_name: name = '' }) =>
        `${id} ${name}`.toLowerCase().includes(term.toLowerCase()),
      );
      return Promise.resolve(json({ results: found.slice(0, limit), limited: found.length > limit }));
    }
    const id = decodeURIComponent(/\/profile\/(.+)$/.exec(url.pathname)?.[1] ?? '');
    const one = users.find(({ user_id: own }) => own === id);
    return Promise.resolve(
      one ? json({ displayname: one.display_name, avatar_url: one.avatar_url }) : json({ errcode: 'M_NOT_FOUND' }, 404),
    );
  };
  const port = createMatrixBackend({ src: BASE, fetch, getToken: () => 'geheim' }).peers;
  return { port: port as Required<Pick<PeersPort, 'list' | 'get'>>, asked };
};

runPeersPortContract(
  'Matrix',
  () =>
    open(
      CONTRACT_PEERS.map(({ name }, index) => ({
        user_id: `@konto${index}:lindenhafen.example`,
        display_name: name,
        avatar_url: 'mxc://lindenhafen.example/abc',
      })),
    ),
  { knows: [], search: 'only' },
);

describe('people of a Matrix server', () => {
  it('have a name and a link to talk to them, and nothing more', async () => {
    const { port } = open([
      { user_id: '@mira:lindenhafen.example', display_name: 'Mira Holm' },
      { user_id: '@cem:lindenhafen.example' },
    ]);
    const page = await port.list({ q: 'lindenhafen' });
    assertNoAddress(page);
    assert.deepEqual(page.items, [
      {
        id: '@cem:lindenhafen.example',
        displayName: 'cem',
        url: 'https://matrix.to/#/%40cem%3Alindenhafen.example',
        can: [],
      },
      {
        id: '@mira:lindenhafen.example',
        displayName: 'Mira Holm',
        url: 'https://matrix.to/#/%40mira%3Alindenhafen.example',
        can: [],
      },
    ]);
  });

  it('who have an address for a name are called by their account', async () => {
    const { port } = open([{ user_id: '@mira:lindenhafen.example', display_name: 'mira@lindenhafen.example' }]);
    const page = await port.list({ q: 'mira' });
    assertNoAddress(page);
    assert.equal(page.items[0]?.displayName, 'mira');
  });

  it('who are more than the server tells are told to be more', async () => {
    const { port } = open(
      Array.from({ length: 60 }, (_, index) => ({ user_id: `@k${index}:a.example`, display_name: `Kim ${index}` })),
    );
    const { items, problems } = await port.list({ q: 'kim' });
    assert.equal(items.length, 50);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['limit-reached'],
    );
  });

  it('are asked of the server alone, and nobody without words', async () => {
    const { port, asked } = open([]);
    await port.list({});
    assert.deepEqual(asked, []);
    await port.list({ q: 'x' });
    assert.deepEqual(asked, ['POST /_matrix/client/v3/user_directory/search']);
  });
});
