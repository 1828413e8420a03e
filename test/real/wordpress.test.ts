import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createWordpressBackend } from '../../src/backend/adapters/wordpress/wordpress-adapter.ts';
import type { IdeasPort } from '../../src/backend/ports.ts';
import { startWordpress, wordpressMissing, type Wordpress } from './support/wordpress.ts';

const INPUT = {
  title: 'Regale <tauschen> & teilen: „einfach“',
  summary: 'Möbel wandern, statt im Keller zu stehen.',
  problem: 'Es steht zu viel herum.',
  body: 'Erster Absatz\nmit Zeile\n\nZweiter Absatz <b>ohne</b> Auszeichnung',
  reach: 'between' as const,
  needs: [{ kind: 'room' as const }],
  place: { name: 'Bauhof' },
};

const missing = wordpressMissing();

describe('ideas of a real WordPress', { skip: missing ?? false }, () => {
  let wordpress: Wordpress;
  /** The port as on a page of the site, with the cookies of somebody. */
  const portAs = (cookie: string, nonce?: string): Required<IdeasPort> =>
    createWordpressBackend({
      src: wordpress.origin,
      page: { origin: wordpress.origin, nonce: () => nonce },
      timeout: 60_000,
      fetch: (input, init) => {
        const headers = new Headers(init?.headers);
        if (cookie) headers.set('cookie', cookie);
        return fetch(input, { ...init, headers });
      },
    }).ideas as Required<IdeasPort>;
  const fromElsewhere = () => createWordpressBackend({ src: wordpress.origin }).ideas!;

  before(async () => {
    wordpress = await startWordpress();
  });
  after(() => wordpress?.close());

  it('are sent with cookie and nonce, wait for an editor, and are read by all when released', async () => {
    const author = portAs(await wordpress.signIn('co', 'co-pw'));
    const topics = (await author.vocabulary()).topics.map(({ id }) => id);
    assert.ok(topics.includes('ideen'), topics.join());
    const { idea } = await author.create({ ...INPUT, topicIds: ['ideen'] }, { idempotencyKey: 'key-1' });
    assert.equal(idea.stage, 'submitted');
    assert.deepEqual((await fromElsewhere().list({})).items, [], 'nobody reads it before an editor has');

    const again = await author.create({ ...INPUT, topicIds: ['ideen'] }, { idempotencyKey: 'key-1' });
    assert.equal(again.idea.id, idea.id, 'sent twice, kept once');

    const cookie = await wordpress.signIn('ed', 'ed-pw');
    const nonce = await fetch(`${wordpress.origin}/wp-admin/admin-ajax.php?action=rest-nonce`, { headers: { cookie } });
    const released = await fetch(`${wordpress.origin}/wp-json/wp/v2/idee/${idea.id.split(':').at(-1)}`, {
      method: 'POST',
      headers: { cookie, 'x-wp-nonce': await nonce.text(), 'content-type': 'application/json' },
      body: JSON.stringify({ status: 'publish', meta: { vr_stage: 'trying' } }),
    });
    assert.equal(released.status, 200, await released.text());

    const { items, problems } = await fromElsewhere().list({ q: 'regale' });
    assert.deepEqual(problems, []);
    const [read] = items;
    assert.equal(read?.id, idea.id);
    assert.equal(read.title, INPUT.title);
    assert.equal(read.summary, INPUT.summary);
    assert.equal(read.stage, 'trying');
    assert.equal(read.reach, 'between');
    assert.deepEqual(read.needs, [{ kind: 'room' }]);
    assert.deepEqual(read.place, { name: 'Bauhof' });
    assert.deepEqual(
      read.topics.map(({ label }) => label.de),
      ['Ideen'],
    );
    assert.match(
      read.body ?? '',
      /^Es steht zu viel herum\.\n\nErster Absatz\n+mit Zeile\n\nZweiter Absatz <b>ohne<\/b>/,
    );
    assert.match(read.url ?? '', new RegExp(`^${wordpress.origin}/`));
  });

  it('are not taken from strangers, nor from those who may not write', async () => {
    await assert.rejects(portAs('').create(INPUT), { kind: 'denied', reason: 'sign-in' });
    const reader = portAs(await wordpress.signIn('su', 'su-pw'));
    await assert.rejects(reader.create(INPUT), { kind: 'denied' });
  });

  it('are taken where the nonce of the page has run out', async () => {
    const author = portAs(await wordpress.signIn('co', 'co-pw'), 'abcdef1234');
    const { idea } = await author.create({ ...INPUT, title: 'Eine zweite Idee für den Bauhof' });
    assert.equal(idea.stage, 'submitted');
  });

  it('come page by page when they are many', async () => {
    const port = createWordpressBackend({ src: `${wordpress.origin}/wp-json/wp/v2/posts` }).ideas!;
    const { items, problems } = await port.list({});
    assert.deepEqual(problems, []);
    assert.ok(items.length >= 28);
    assert.ok(items.every(({ title }) => !/&\w+;|&#/.test(title)));
  });
});
