import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { baseOf, createNextcloudBackend } from '../../../../src/backend/adapters/nextcloud/nextcloud-adapter.ts';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import type { PeersPort } from '../../../../src/backend/ports.ts';
import { assertNoAddress, CONTRACT_PEERS, runPeersPortContract } from '../../contract/peers-port.contract.ts';

/** Answers in the shapes of the server's `ResponseDefinitions` (`CoreAutocompleteResult`, `CoreProfileData`), by hand. */
const BASE = 'https://wolke.lindenhafen.example/cloud/';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly source?: string;
}

const ocs = (data: unknown, status = 200): Response =>
  new Response(JSON.stringify({ ocs: { meta: { status: 'ok', statuscode: status, message: 'OK' }, data } }), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });

function network(people: readonly Person[], profiles = true) {
  const asked: { readonly url: URL; readonly headers: Headers }[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    init?.signal?.throwIfAborted();
    const url = new URL(input instanceof Request ? input.url : input.toString());
    asked.push({ url, headers: new Headers(init?.headers) });
    const path = url.href.slice(BASE.length).replace(/\?.*/, '');
    if (path === 'ocs/v2.php/core/autocomplete/get') {
      const search = url.searchParams.get('search')!.toLowerCase();
      return Promise.resolve(
        ocs(
          people
            .filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(search))
            .map(({ id, name, source = 'users' }) => ({
              id,
              label: name,
              icon: 'icon-user',
              source,
              status: { status: 'online', message: 'am Platz', icon: null, clearAt: null },
              subline: `${id}@lindenhafen.example`,
              shareWithDisplayNameUnique: `${id}@lindenhafen.example`,
            })),
        ),
      );
    }
    const id = decodeURIComponent(/^ocs\/v2\.php\/profile\/(.+)$/.exec(path)?.[1] ?? '');
    const person = profiles ? people.find((each) => each.id === id) : undefined;
    if (!person) return Promise.resolve(ocs([], 404));
    return Promise.resolve(
      ocs({
        userId: person.id,
        displayname: person.name,
        address: 'Marktplatz 1',
        organisation: 'Stadt Lindenhafen',
        role: 'Leitung Bürgeramt',
        headline: 'Kurze Wege',
        biography: `Schreiben Sie mir: ${person.id}@lindenhafen.example`,
        pronouns: 'sie/ihr',
        isUserAvatarVisible: true,
        timezone: 'Europe/Berlin',
        timezoneOffset: 3600,
        actions: [{ id: 'email', icon: '', title: 'Mail', target: `mailto:${person.id}@lindenhafen.example` }],
      }),
    );
  };
  return { fetch, asked };
}
const open = (people: readonly Person[], profiles?: boolean) => {
  const { fetch, asked } = network(people, profiles);
  return {
    port: createNextcloudBackend({ src: `${BASE}index.php`, fetch }).peers as Required<Pick<PeersPort, 'list' | 'get'>>,
    asked,
  };
};
const PEOPLE = CONTRACT_PEERS.map(({ name }, index) => ({ id: `konto${index}`, name }));

runPeersPortContract('Nextcloud', () => open(PEOPLE), { knows: [], search: 'server' });

describe('people of a Nextcloud', () => {
  it('are asked of its own search, as a script of the page', async () => {
    const { port, asked } = open(PEOPLE);
    await port.list({ q: 'Müller' });
    assert.equal(asked[0]?.headers.get('ocs-apirequest'), 'true');
    assert.equal(asked[0].headers.get('authorization'), null);
    assert.deepEqual(asked[0].url.searchParams.getAll('shareTypes[]'), ['0']);
  });

  it('have what their profile shows, one by one: no address, no presence', async () => {
    const { port } = open(PEOPLE);
    const peer = await port.get('konto2');
    assertNoAddress(peer);
    assert.deepEqual(peer, {
      id: 'konto2',
      displayName: 'Mira Müller',
      org: { name: 'Stadt Lindenhafen' },
      function: 'Leitung Bürgeramt',
      headline: 'Kurze Wege',
      bio: 'Schreiben Sie mir: …',
      pronouns: 'sie/ihr',
      url: `${BASE}u/konto2`,
      photo: { url: `${BASE}avatar/konto2/256`, alt: '' },
      can: [],
    });
    const bare = open(PEOPLE, false).port;
    const { items } = await bare.list({ q: 'Mira' });
    assert.equal((await bare.get(items[0]!.id)).displayName, 'Mira Müller', 'a server without profiles');
  });

  it('whose account is an address are found by their name, and the address stands nowhere', async () => {
    const { port } = open([
      { id: 'mira@lindenhafen.example', name: 'Mira Holm' },
      { id: 'cem@lindenhafen.example', name: 'cem@lindenhafen.example' },
      { id: 'gruppe', name: 'Gruppe Mira', source: 'groups' },
    ]);
    const page = await port.list({ q: 'mira' });
    assertNoAddress(page);
    assert.deepEqual(
      page.items.map(({ displayName }) => displayName),
      ['Mira Holm'],
    );
    const peer = await port.get(page.items[0]!.id);
    assertNoAddress(peer);
    assert.equal(peer.displayName, 'Mira Holm');
    assert.deepEqual((await port.list({ q: 'mira@lindenhafen.example' })).items, [], 'nobody is looked up by address');
  });

  it('of a reader who is not signed in there are denied', async () => {
    const fetch: typeof globalThis.fetch = () => Promise.resolve(ocs([], 401));
    const port = createNextcloudBackend({ src: BASE, fetch }).peers!;
    await assert.rejects(port.list({ q: 'x' }), (error) => error instanceof BackendError && error.kind === 'denied');
  });

  it('are of the server that any of its pages names', () => {
    for (const src of [
      BASE,
      `${BASE}index.php/apps/files`,
      `${BASE}ocs/v2.php/core/autocomplete/get`,
      `${BASE}apps/contacts/`,
    ])
      assert.equal(baseOf(src), BASE, src);
    assert.equal(baseOf('https://wolke.example'), 'https://wolke.example/');
  });
});
