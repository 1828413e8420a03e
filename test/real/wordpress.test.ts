import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createWordpressBackend } from '../../src/backend/adapters/wordpress/wordpress-adapter.ts';
import type { IdeasPort, PostsQuery } from '../../src/backend/ports.ts';
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

/** A picture of one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const missing = wordpressMissing();

describe('a real WordPress', { skip: missing ?? false }, () => {
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

  it('has events in a post type: written by an editor over REST, read from everywhere with place and time', async () => {
    const cookie = await wordpress.signIn('ed', 'ed-pw');
    const nonce = await fetch(`${wordpress.origin}/wp-admin/admin-ajax.php?action=rest-nonce`, { headers: { cookie } });
    const headers = { cookie, 'x-wp-nonce': await nonce.text(), 'content-type': 'application/json' };
    const put = async (title: string, meta: object): Promise<void> => {
      const answer = await fetch(`${wordpress.origin}/wp-json/wp/v2/events`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ status: 'publish', title, content: '<p>Für alle &amp; jede.</p>', meta }),
      });
      assert.equal(answer.status, 201, await answer.text());
    };
    await put('Rat & Haus „offen“', {
      start: '2027-03-10T18:00:00+01:00',
      end: '2027-03-10T20:00:00+01:00',
      venue: 'Bürgersaal',
    });
    await put('Zwei Tage', { start: '2027-03-14', end: '2027-03-15' });
    await put('Jede Woche', {
      start: '2027-03-18T10:00:00+01:00',
      end: '2027-03-18T11:00:00+01:00',
      rrule: 'FREQ=WEEKLY;COUNT=3',
    });
    await put('Ohne Zeit', { start: 'demnächst' });
    const march = { from: '2027-03-01', to: '2027-04-01' };
    // By its address alone: The Events Calendar is not there, a type that sounds like events is.
    for (const src of [wordpress.origin, `${wordpress.origin}/?vr-type=events&vr-start=start`]) {
      const events = createWordpressBackend({ src, timeout: 60_000 }).events!;
      const { items, problems } = await events.list(march);
      assert.deepEqual(
        items.map(({ title, start, end }) => [title, start, end]),
        [
          ['Rat & Haus „offen“', '2027-03-10T17:00:00Z', '2027-03-10T19:00:00Z'],
          ['Zwei Tage', '2027-03-14', '2027-03-16'],
          ['Jede Woche', '2027-03-18T09:00:00Z', '2027-03-18T10:00:00Z'],
          ['Jede Woche', '2027-03-25T09:00:00Z', '2027-03-25T10:00:00Z'],
        ],
      );
      assert.deepEqual([items[0]?.place?.name, items[0]?.summary], ['Bürgersaal', 'Für alle & jede.']);
      assert.equal(problems.length, 1, 'the one without a time is told');
      const one = await events.get!(items[3]!.uid, { recurrenceId: items[3]!.recurrenceId });
      assert.equal(one.start, '2027-03-25T09:00:00Z');
    }
  });

  it('shows a month of reports by its address alone: newest first, narrowed, found, with pictures and full text', async () => {
    const cookie = await wordpress.signIn('ed', 'ed-pw');
    const nonce = await fetch(`${wordpress.origin}/wp-admin/admin-ajax.php?action=rest-nonce`, { headers: { cookie } });
    const signed = { cookie, 'x-wp-nonce': await nonce.text() };
    const post = async (path: string, body: object): Promise<{ readonly id: number }> => {
      const answer = await fetch(`${wordpress.origin}/wp-json/wp/v2/${path}`, {
        method: 'POST',
        headers: { ...signed, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      assert.ok(answer.ok, `${path} ${answer.status}`);
      return (await answer.json()) as { readonly id: number };
    };
    const [report, size] = [
      await post('tags', { name: 'Erfahrungsbericht' }),
      await post('tags', { name: 'Kommune: 20.000' }),
    ];
    const upload = await fetch(`${wordpress.origin}/wp-json/wp/v2/media`, {
      method: 'POST',
      headers: { ...signed, 'content-type': 'image/png', 'content-disposition': 'attachment; filename="tresen.png"' },
      body: Buffer.from(PIXEL, 'base64'),
    });
    assert.equal(upload.status, 201);
    const { id: picture } = (await upload.json()) as { readonly id: number };
    await post(`media/${picture}`, { alt_text: 'Ein leerer Tresen' });
    for (let day = 1; day <= 30; day += 3) {
      await post('posts', {
        status: 'publish',
        title: `Tag ${day}: Ämter & „Wege“`,
        date_gmt: `2026-05-${String(day).padStart(2, '0')}T08:00:00`,
        content:
          '<h2>Ausgangslage</h2><p>Es dauerte.</p><h2>Ergebnis</h2><p>Es geht schneller, dank Warteschlangenbrecher.</p>',
        tags: day % 2 ? [report.id, size.id] : [size.id],
        sticky: day === 1,
        ...(day === 28 && { featured_media: picture, excerpt: 'In Kürze' }),
        ...(day === 25 && { password: 'geheim' }),
      });
    }
    const port = createWordpressBackend({ src: `${wordpress.origin}/wp-json`, timeout: 60_000 }).posts!;
    const { items, problems, total, facets } = await port.list({ limit: 10 });
    assert.deepEqual(problems, []);
    assert.ok(total! >= 38);
    assert.deepEqual(
      items.map(({ publishedAt }) => publishedAt?.slice(0, 10)),
      ['28', '25', '22', '19', '16', '13', '10', '07', '04', '01'].map((day) => `2026-05-${day}`),
    );
    const [newest, hidden] = items;
    assert.equal(newest?.title, 'Tag 28: Ämter & „Wege“');
    assert.deepEqual([newest.teaser, newest.image?.alt, newest.size], ['In Kürze', 'Ein leerer Tresen', 'medium-town']);
    assert.match(newest.image?.url ?? '', /tresen.*\.png$/);
    assert.deepEqual([hidden?.isProtected, hidden?.content, hidden?.teaser], [true, undefined, '']);
    assert.equal(facets?.['tag']?.find(({ value }) => value === 'Erfahrungsbericht')?.count, 5);
    const may = async (query: PostsQuery): Promise<string[]> =>
      (await port.list(query)).items.flatMap(({ publishedAt }) => /^2026-05-(\d\d)/.exec(publishedAt ?? '')?.[1] ?? []);
    assert.deepEqual(await may({ tag: ['erfahrungsbericht'] }), ['25', '19', '13', '07', '01']);
    assert.equal((await may({ q: 'warteschlangenbrecher' })).length, 9);
    assert.equal((await port.get!(newest.id)).report?.result?.includes('schneller'), true);
    assert.doesNotMatch(JSON.stringify(items), /gravatar|[\w.]+@[\w-]+\.\w/);
    const narrowed = createWordpressBackend({
      src: `${wordpress.origin}/wp-json/wp/v2/posts?tags=${report.id}`,
      timeout: 60_000,
    }).posts!;
    assert.equal((await narrowed.list({})).total, 5);
  });
});
