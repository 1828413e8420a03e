import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import { onEveryEngine } from '../support/test-hub.ts';
import { startNetwork, type Network } from './ideas-network.ts';

const IDEAS = [
  { title: 'Bürgerbeteiligung am Hafenplatz', summary: 'Wer dort wohnt, plant mit.', topicIds: ['co-kreation'] },
  {
    title: 'Wohngeldantrag ohne Papier',
    summary: 'Ein Formular im Netz.',
    topicIds: ['digitale-transformation'],
    needs: [{ kind: 'legal' }],
  },
  {
    title: 'Schatten für den Schulhof',
    summary: 'Bäume statt Asphalt, mit Müllers Gärtnerei.',
    topicIds: ['klimawandel'],
  },
  { title: 'Mehr Zeit am Schalter', summary: 'Beteiligung der Kolleginnen.', reach: 'within', tags: ['Terminvergabe'] },
];

onEveryEngine('Lists of ideas', (engine) => {
  let hub: Network;
  const ids: string[] = [];
  before(async () => {
    hub = await startNetwork(engine);
    for (const idea of IDEAS) ids.push(await hub.released('rosa', idea));
    await hub.released('ida', { title: 'Brücken für Fahrräder', summary: 'Sicher über den Fluss.', reach: 'between' });
    await hub.submit('rosa', { title: 'Noch nicht gelesen worden' });
    const now = Date.parse('2026-06-15T10:00:00Z');
    for (const [index, id] of ids.entries()) {
      await hub.database.write(['idea'], (transaction) =>
        transaction
          .updateTable('idea')
          .set({ activeAt: new Date(now + index * 1000), supports: 10 - index })
          .where('id', '=', id)
          .execute(),
      );
    }
  });
  after(() => hub.close());

  test('words are found whole, by their start, as parts of compounds, in any spelling, and typed wrongly', async () => {
    for (const [q, found] of [
      ['Wohngeldantrag', 'Wohngeldantrag ohne Papier'],
      ['wohng', 'Wohngeldantrag ohne Papier'],
      ['antrag', 'Wohngeldantrag ohne Papier'],
      ['Antraege', 'Wohngeldantrag ohne Papier'],
      ['Wohngeldantrg', 'Wohngeldantrag ohne Papier'],
      ['Wohngeldatnrag papier', 'Wohngeldantrag ohne Papier'],
      ['buergerbeteiligung', 'Bürgerbeteiligung am Hafenplatz'],
      ['Mueller', 'Schatten für den Schulhof'],
      ['klimawandel', 'Schatten für den Schulhof'],
      ['transformation', 'Wohngeldantrag ohne Papier'],
      ['papier schulhof', undefined],
      ['zzzzzz', undefined],
    ] as const) {
      const titles = await hub.titles('', `q=${encodeURIComponent(q)}`);
      assert.deepEqual(titles, found === undefined ? [] : [found], q);
    }
    assert.equal((await hub.titles('', 'q=Lindenhafen')).length, 3, 'organisations are found by their names');
  });

  test('what has the words in its title is first', async () => {
    assert.deepEqual(await hub.titles('kalle', 'q=Beteiligung'), [
      'Bürgerbeteiligung am Hafenplatz',
      'Mehr Zeit am Schalter',
    ]);
  });

  test('a list holds and counts what its reader may see, and nothing else', async () => {
    const seen = async (who: string) => (await hub.as(who, 'GET /ideas')).body;
    assert.equal((await seen('')).total, 3);
    assert.equal((await seen('kalle')).total, 5);
    assert.equal((await seen('ida')).total, 4);
    assert.equal((await seen('rosa')).total, 6);
    assert.equal((await seen('ayla')).total, 6);
    for (const who of ['', 'kalle', 'ida', 'rosa', 'ayla']) {
      const { total, items, facets } = await seen(who);
      assert.equal(items.length, total, who);
      const stages = (facets.stage as { count: number }[]).reduce((sum, { count }) => sum + count, 0);
      assert.equal(stages, total, who);
    }
    const [first] = (await seen('')).items;
    for (const field of ['body', 'problem', 'history', 'benefitFor', 'firstStep']) assert.ok(!(field in first), field);
  });

  test('several values of one property widen, several properties narrow; a choice does not narrow its own counts', async () => {
    assert.deepEqual(await hub.titles('', 'topic=klimawandel&topic=co-kreation'), [IDEAS[2]?.title, IDEAS[0]?.title]);
    assert.deepEqual(await hub.titles('', 'topic=Herausforderungen&need=legal'), [IDEAS[1]?.title]);
    const { facets, total } = (await hub.as('', 'GET /ideas?topic=klimawandel&stage=trying')).body;
    assert.equal(total, 0);
    const count = (name: string, value: string) =>
      (facets[name] as { value: string; count: number }[]).find((each) => each.value === value)?.count;
    assert.equal(count('stage', 'open'), 1);
    assert.equal(count('stage', 'trying'), 0);
    assert.equal((await hub.as('', 'GET /ideas?stage=flying')).status, 400);
  });

  test('every order is walked page by page, each idea once', async () => {
    for (const sort of ['active', 'new', 'support', 'needs-help']) {
      const whole = await hub.titles('rosa', `sort=${sort}`);
      const walked: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { body } = await hub.as('rosa', `GET /ideas?sort=${sort}&limit=2&cursor=${cursor}`);
        walked.push(...(body.items as { title: string }[]).map(({ title }) => title));
        cursor = body.nextCursor as string | null;
      }
      assert.equal(whole.length, 6, sort);
      assert.deepEqual(walked, whole, sort);
    }
    assert.equal((await hub.titles('', 'sort=support'))[0], IDEAS[0]?.title);
    assert.equal((await hub.titles('', 'sort=active'))[0], IDEAS[2]?.title);
  });

  test('one’s own ideas, and what waits for a moderator', async () => {
    assert.equal((await hub.titles('rosa', 'mine=author')).length, 5);
    assert.deepEqual(await hub.titles('', 'mine=author'), []);
    assert.deepEqual(await hub.titles('ayla', 'queue=true'), ['Noch nicht gelesen worden']);
    assert.deepEqual(await hub.titles('cem', 'queue=true'), []);
    assert.deepEqual(await hub.titles('kalle', 'queue=true'), []);
  });

  test('an unchanged list is a 304, and a change is seen at once', async () => {
    const first = await hub.as('', 'GET /ideas?sort=new');
    const etag = String(first.headers.etag);
    assert.equal((await hub.as('', 'GET /ideas?sort=new', undefined, { 'if-none-match': etag })).status, 304);
    await hub.as('rosa', `PATCH /ideas/${ids[0] ?? ''}`, { tags: ['Platz'] }, { 'if-match': '*' });
    const next = await hub.as('', 'GET /ideas?sort=new', undefined, { 'if-none-match': etag });
    assert.equal(next.status, 200);
    assert.ok(next.text.includes('"Platz"'));
  });

  test('while writing, what there is already is told, as far as the writer may see it', async () => {
    const similar = async (who: string, q: string) =>
      ((await hub.as(who, `GET /ideas/similar?q=${encodeURIComponent(q)}`)).body.items as { title: string }[]).map(
        ({ title }) => title,
      );
    assert.equal((await similar('', 'Wir wollen, dass die Bürger am Hafenplatz mitplanen'))[0], IDEAS[0]?.title);
    assert.deepEqual(await similar('', 'Mehr Zeit am Schalter haben'), []);
    assert.equal((await similar('kalle', 'Mehr Zeit am Schalter haben'))[0], IDEAS[3]?.title);
    assert.deepEqual(await similar('', 'und die oder für mit'), []);
  });

  test('before it is wider, who will see it is told', async () => {
    const audience = async (who: string, query: string) => (await hub.as(who, `GET /ideas/audience?${query}`)).body;
    const within = await audience('rosa', 'reach=within');
    assert.deepEqual(within, { public: false, orgs: [{ id: 'lindenhafen', name: 'Stadt Lindenhafen' }], people: 8 });
    const between = await audience('rosa', `reach=between&ideaId=${ids[0] ?? ''}`);
    assert.equal(between.orgs.length, 2);
    assert.equal(between.people, 10);
    assert.equal((await audience('', 'reach=civil')).public, true);
    assert.equal((await audience('', 'reach=within&orgId=brueckfurt')).people, undefined);
    assert.equal((await audience('cem', 'reach=within')).people, undefined, 'two people are not counted');
  });

  test('the Atom feed of public ideas is whole, absolute and conditional', async () => {
    const answer = await hub.as('', 'GET /ideas.atom');
    assert.match(String(answer.headers['content-type']), /^application\/atom\+xml/);
    const errors: string[] = [];
    const feed = new DOMParser({
      onError: (level, message) => errors.push(`${level} ${String(message)}`),
    }).parseFromString(answer.text, 'application/xml').documentElement;
    assert.deepEqual(errors, []);
    assert.equal(feed?.namespaceURI, 'http://www.w3.org/2005/Atom');
    const of = (parent: Element, name: string): Element[] =>
      [...(parent.childNodes as unknown as Iterable<Element>)].filter((node) => node.localName === name);
    const root = feed as unknown as Element;
    const text = (parent: Element, name: string): string => of(parent, name)[0]?.textContent ?? '';
    for (const name of ['id', 'title', 'updated']) assert.equal(of(root, name).length, 1, name);
    const entries = of(root, 'entry');
    assert.deepEqual(
      entries.map((entry) => text(entry, 'title')),
      [IDEAS[2]?.title, IDEAS[1]?.title, IDEAS[0]?.title],
    );
    for (const entry of entries) {
      for (const name of ['id', 'title', 'updated', 'author']) assert.equal(of(entry, name).length, 1, name);
      assert.match(text(entry, 'id'), /^https:\/\/netz\.example\//);
      assert.match(of(entry, 'link')[0]?.getAttribute('href') ?? '', /^https:\/\/netz\.example\//);
      assert.ok(!Number.isNaN(Date.parse(text(entry, 'updated'))));
    }
    const ids = entries.map((entry) => text(entry, 'id'));
    assert.equal(new Set(ids).size, ids.length);
    const again = await hub.as('', 'GET /ideas.atom', undefined, { 'if-none-match': String(answer.headers.etag) });
    assert.equal(again.status, 304);
  });

  test('who leaves takes drafts along; ideas that others read stay without the name', async () => {
    const { app, database } = hub;
    await hub.as('rosa', 'POST /ideas', { draft: true, title: 'Mein Entwurf' });
    const exported = (await hub.as('rosa', 'GET /me/export')).body;
    assert.equal(exported.ideas.written.length, 6);
    assert.equal(
      (await app.inject({ method: 'DELETE', url: '/api/v1/me', headers: { 'x-test-person': 'rosa' } })).statusCode,
      204,
    );
    assert.deepEqual(await hub.titles('', 'q=Wohngeldantrag'), [IDEAS[1]?.title]);
    const { authors } = (await hub.as('', `GET /ideas/${ids[1] ?? ''}`)).body;
    assert.equal(authors[0].displayName, 'Ehemaliges Mitglied');
    const rows = await database.kysely.selectFrom('idea').select(['title', 'authorIds']).execute();
    assert.ok(!JSON.stringify(rows).includes('rosa') && !rows.some(({ title }) => title === 'Mein Entwurf'));
  });
});
