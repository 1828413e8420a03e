import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createWordpressBackend, placeOf } from '../../../../src/backend/adapters/wordpress/wordpress-adapter.ts';
import type { PeersPort } from '../../../../src/backend/ports.ts';
import { assertNoAddress, CONTRACT_PEERS, runPeersPortContract } from '../../contract/peers-port.contract.ts';

const SITE = 'https://lindenhafen.example/blog/';
type Json = Readonly<Record<string, unknown>>;

/** As `wp/v2/users` answers strangers, with what a site may have registered besides. */
const user = (id: number, name: string, rest: Json = {}): Json => ({
  id,
  name,
  url: '',
  description: '',
  link: `${SITE}author/${id}/`,
  slug: `u${id}`,
  avatar_urls: { 96: 'https://secure.gravatar.example/avatar/abc?s=96' },
  meta: [],
  ...rest,
});

/** A WordPress in a function: lists in pages, searched in names. */
function network(users: readonly Json[], path = 'wp-json/wp/v2/users') {
  const asked: URL[] = [];
  const json = (data: unknown, status = 200, headers: Record<string, string> = {}): Response =>
    new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/json', ...headers } });
  const fetch: typeof globalThis.fetch = (input, init) => {
    init?.signal?.throwIfAborted();
    const url = new URL(input instanceof Request ? input.url : input.toString());
    asked.push(url);
    const one = /\/(\d+)$/.exec(url.pathname)?.[1];
    if (one) {
      const found = users.find(({ id }) => String(id) === one);
      return Promise.resolve(found ? json(found) : json({ code: 'rest_user_invalid_id' }, 404));
    }
    if (!url.pathname.endsWith(path)) return Promise.resolve(json({ code: 'rest_no_route' }, 404));
    const size = Number(url.searchParams.get('per_page'));
    const page = Number(url.searchParams.get('page'));
    const search = url.searchParams.get('search')?.toLowerCase() ?? '';
    const found = users.filter(({ name }) => String(name).toLowerCase().includes(search));
    const pages = Math.ceil(found.length / size);
    if (page > Math.max(pages, 1)) return Promise.resolve(json({ code: 'rest_user_invalid_page_number' }, 400));
    return Promise.resolve(
      json(found.slice((page - 1) * size, page * size), 200, {
        'x-wp-total': String(found.length),
        'x-wp-totalpages': String(pages),
      }),
    );
  };
  return { fetch, asked };
}
const open = (users: readonly Json[], src = SITE, path?: string): { port: PeersPort; asked: URL[] } => {
  const { fetch, asked } = network(users, path);
  return { port: createWordpressBackend({ src, fetch }).peers!, asked };
};

runPeersPortContract(
  'WordPress',
  () =>
    open(
      CONTRACT_PEERS.map(({ name, org, text, topic, languages }, index) =>
        user(index + 1, name.replace('ü', '&uuml;'), {
          description: `<p>${text}.</p>\nMail: person${index}@lindenhafen.example`,
          email: `person${index}@lindenhafen.example`,
          meta: { vr_org: org, vr_expertise: topic, vr_languages: [...languages] },
        }),
      ),
    ),
  { knows: ['text', 'org', 'topic', 'language'] },
);

describe('people of a WordPress', () => {
  it('are its users as strangers are told of them: text in place of HTML, no picture of a third house', async () => {
    const { port, asked } = open([
      user(7, 'Mira &amp; Holm', { description: 'Baut <b>Brücken</b> &#8211; gern', url: 'https://mira.example/' }),
    ]);
    const { items } = await port.list({});
    assert.deepEqual(items, [
      {
        id: 'lindenhafen.example/blog:user:7',
        displayName: 'Mira & Holm',
        bio: 'Baut Brücken – gern',
        url: `${SITE}author/7/`,
        can: [],
      },
    ]);
    assert.ok(asked.every(({ href }) => href.startsWith(`${SITE}wp-json/`)));
  });

  it('whose name is an address have the name of their page, or are left out', async () => {
    const { port } = open([user(1, 'mira@lindenhafen.example'), user(2, 'Cem')]);
    const page = await port.list({});
    assertNoAddress(page);
    assert.deepEqual(
      page.items.map(({ displayName }) => displayName),
      ['Cem', 'u1'],
    );
  });

  it('come over all pages; where they are more than a page searches, the site searches in names', async () => {
    const many = Array.from({ length: 2150 }, (_, index) => user(index + 1, `Person ${index}`));
    const { port, asked } = open(many);
    const { total, problems } = await port.list({ limit: 5 });
    assert.equal(total, 2000);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['limit-reached'],
    );
    assert.equal(asked.length, 20);
    const found = await port.list({ q: 'person 2149' });
    assert.deepEqual(
      found.items.map(({ displayName }) => displayName),
      ['Person 2149'],
    );
    assert.deepEqual(found.problems, []);
    assert.equal(asked.at(-1)?.searchParams.get('search'), 'person 2149');
  });

  it('are members of BuddyPress by the address of their list, with the fields that people gave a name', async () => {
    const member = {
      ...user(3, 'Änne Roth'),
      mention_name: 'aenne',
      xprofile: {
        groups: [
          {
            name: 'Profil',
            fields: [
              { name: 'Behörde', value: { raw: 'Kreis Auental', unserialized: ['Kreis Auental'] } },
              { name: 'Kenntnisse', value: { raw: 'x', unserialized: ['Vergaberecht', 'Moderation'] } },
              { name: 'E-Mail', value: { raw: 'aenne@auental.example' } },
            ],
          },
        ],
      },
    };
    const path = 'wp-json/buddypress/v2/members';
    const { port } = open([member], `${SITE}${path}`, path);
    const { items } = await port.list({});
    assertNoAddress(items);
    assert.deepEqual(items[0]?.org, { name: 'Kreis Auental' });
    assert.deepEqual(
      items[0].expertise?.map(({ label }) => label),
      ['Vergaberecht', 'Moderation'],
    );
  });

  it('have an address of their own in `src`, which names no type of posts', () => {
    assert.deepEqual(placeOf('https://a.example/wp-json/wp/v2/users'), { site: 'https://a.example/', type: 'idee' });
    assert.deepEqual(placeOf('https://a.example/wp-json/wp/v2/users-ideas').type, 'users-ideas');
  });

  const folder = new URL('../../../../../shared/fixtures/wordpress/', import.meta.url);
  it(
    'are made of users as a real site sent them',
    { skip: existsSync(folder) ? false : 'no recorded answers beside the project' },
    async () => {
      const recorded = readFileSync(new URL('users.json', folder), 'utf8');
      const fetch: typeof globalThis.fetch = () =>
        Promise.resolve(new Response(recorded, { headers: { 'x-wp-total': '3', 'x-wp-totalpages': '1' } }));
      const port = createWordpressBackend({ src: 'http://127.0.0.1:18080/', fetch }).peers!;
      const { items, problems } = await port.list({});
      assert.deepEqual(problems, []);
      assert.deepEqual(
        items.map(({ displayName, bio }) => [displayName, bio]),
        [
          ['admin', undefined],
          ['Aulis Author', 'Bio of Aulis Author'],
          ['Edda Editor', 'Bio of Edda Editor'],
        ],
      );
      assert.doesNotMatch(JSON.stringify(items), /gravatar/);
    },
  );
});
