import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { careForSearch } from '../../../demo/hub/peer-search/search-care.ts';
import { addMonths } from '../../../src/model/plain-date.ts';
import { startPeersHub, type PeersHub } from '../peers/peers-hub.ts';
import { onEitherEngine } from '../support/test-hub.ts';
import type { Who } from '../participation/ideas-hub.ts';

const TODAY = '2026-06-15';

onEitherEngine('Offers, seeks and matches', (engine) => {
  let hub: PeersHub;
  before(async () => {
    hub = await startPeersHub(engine);
    await hub.publish('rosa', {
      visibility: 'public',
      expertise: [{ label: 'Klimawandel', level: 'expert' }],
      interests: [{ label: 'Leichte Sprache' }],
      fieldVisibility: { offers: 'network' },
    });
    await hub.publish('kalle', { visibility: 'network', interests: [{ label: 'Klimawandel' }] });
    await hub.publish('henrik', { visibility: 'network', interests: [{ label: 'Klimawandel' }] });
    await hub.publish('mirja', { visibility: 'network', fieldVisibility: { offers: 'organisation' } });
  });
  after(() => hub.close());

  const offer = async (who: Who, input: object = {}) => {
    const made = await hub.as(who, 'POST /offers', {
      direction: 'offer',
      topic: 'Klimawandel',
      form: 'workshop',
      until: '2026-12-31',
      ...input,
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return { ...made.body, match: { 'if-match': String(made.headers['etag']) } };
  };
  const ids = async (who: Who, query = ''): Promise<string[]> =>
    (await hub.as(who, `GET /offers${query}`)).body.items.map(({ id }: { id: string }) => id);
  const wrong = async (who: Who, input: object): Promise<unknown> => {
    const { status, body } = await hub.as(who, 'POST /offers', input);
    assert.equal(status, 400, JSON.stringify(body));
    return body.fieldErrors.map(({ field, code }: { field: string; code: string }) => [field, code]);
  };

  it('are written, renewed and closed by whose they are, and shown with them to who may see them', async () => {
    const own = await offer('rosa', { text: 'Ich zeige unseren Hitzeplan.' });
    assert.deepEqual(
      [own.topic.id, own.state, own.form, own.peer.displayName],
      ['klimawandel', 'open', 'workshop', 'Rosa Wiesengrund'],
    );
    assert.deepEqual([...own.can].sort(), ['close', 'impulse', 'update']);
    const { body: seen } = await hub.as('henrik', 'GET /offers');
    assert.deepEqual([seen.items[0].can, seen.items[0].peer.org.id, seen.total], [['contact'], 'lindenhafen', 1]);
    assert.deepEqual(seen.facets.form, [{ value: 'workshop', count: 1 }]);
    assert.deepEqual(await ids('stranger'), [], 'offers of hers are for the network');
    assert.equal((await hub.as('henrik', `PATCH /offers/${own.id}`, { text: 'x' }, own.match)).status, 404);
    assert.equal((await hub.as('rosa', `PATCH /offers/${own.id}`, { text: 'x' })).status, 428);

    const renewed = await hub.as('rosa', `PATCH /offers/${own.id}`, { until: '2027-06-15', text: null }, own.match);
    assert.deepEqual([renewed.status, renewed.body.until, renewed.body.text], [200, '2027-06-15', undefined]);
    assert.equal((await hub.as('rosa', `PATCH /offers/${own.id}`, { state: 'closed' }, own.match)).status, 412);
    const match = { 'if-match': String(renewed.headers['etag']) };
    const closed = await hub.as('rosa', `PATCH /offers/${own.id}`, { state: 'closed' }, match);
    assert.deepEqual([closed.body.state, closed.body.can], ['closed', ['update']]);
    assert.deepEqual(await ids('henrik'), []);
    assert.deepEqual(await ids('rosa', '?mine=true'), [own.id]);
    assert.deepEqual((await hub.as('henrik', 'GET /peers?q=Hitzeplan')).body.total, 0);
  });

  it('are refused with what is wrong in them, and to strangers', async () => {
    const good = { direction: 'offer', topic: 'Akten', form: 'talk', until: '2026-12-31' };
    assert.equal((await hub.as('stranger', 'POST /offers', good)).status, 401);
    assert.equal((await hub.as('stranger', 'GET /offers?mine=true')).status, 401);
    assert.deepEqual(await wrong('rosa', {}), [
      ['direction', 'required'],
      ['topic', 'required'],
      ['until', 'required'],
    ]);
    assert.deepEqual(await wrong('rosa', { ...good, until: '2026-06-14' }), [['until', 'out-of-range']]);
    assert.deepEqual(await wrong('rosa', { ...good, until: '2027-06-16' }), [['until', 'out-of-range']]);
    assert.deepEqual(await wrong('rosa', { ...good, until: '2026-02-30' }), [['until', 'format']]);
    assert.deepEqual(await wrong('rosa', { ...good, topic: 'x'.repeat(61) }), [['topic', 'too-long']]);
    assert.deepEqual(await wrong('rosa', { ...good, text: '👩‍👩‍👧'.repeat(301) }), [['text', 'too-long']]);
    assert.equal((await offer('rosa', { until: addMonths(TODAY, 12) })).until, '2027-06-15');
    assert.equal((await offer('rosa', { topic: '  Leichte \u202e Sprache\u0000 ' })).topic.id, 'Leichte Sprache');
  });

  it('are found by words, narrowed and counted, each by who may see it', async () => {
    await offer('mirja', { direction: 'seek', topic: 'Bauakten', form: 'review', text: 'Wer hat sie schon digital?' });
    assert.deepEqual(await ids('rosa', '?q=Bauakten'), []);
    assert.equal((await ids('henrik', '?q=Bauakten')).length, 1);
    assert.equal((await ids('henrik', '?q=akten&direction=seek&form=review')).length, 1);
    const { facets, total } = (await hub.as('henrik', 'GET /offers?direction=seek&topic=Bauakten')).body;
    assert.equal(total, 1);
    assert.deepEqual(facets.topic, [{ value: 'Bauakten', count: 1, label: 'Bauakten' }]);
    assert.deepEqual(await ids('henrik', `?q=${encodeURIComponent("x'&|")}&topic=gibt-es-nicht`), []);
    for (const key of [undefined, ['2026-02-31T00:00:00.000Z', 'x'], ['1', 'x'], ['0000-01-01T00:00:00.000Z', 'x']]) {
      const cursor = key ? Buffer.from(JSON.stringify(key)).toString('base64url') : 'unsinn';
      assert.equal((await hub.as('henrik', `GET /offers?cursor=${cursor}`)).status, 400, String(key));
    }
    assert.equal((await ids('mirja', '?mine=true&q=digital%20AKTEN')).length, 1);
    assert.deepEqual(await ids('mirja', '?mine=true&q=Klima'), [], 'one\u2019s own are searched, too');
    for (const who of ['stranger', 'rosa', 'henrik', 'kalle', 'mirja'] as const) {
      const { body: all } = await hub.as(who, 'GET /offers');
      const counted = all.facets.form.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
      assert.deepEqual([all.total, counted], [all.items.length, all.items.length], who);
    }
    const [first] = (await hub.as('rosa', 'GET /offers?limit=1')).body.items;
    const { nextCursor } = (await hub.as('rosa', 'GET /offers?limit=1')).body;
    assert.ok(!(await ids('rosa', `?cursor=${nextCursor}`)).includes(first.id));
  });

  it('make matches with reasons, people from elsewhere first, and of nothing that is hidden', async () => {
    await offer('henrik', { direction: 'seek', topic: 'Leichte Sprache' });
    const { body } = await hub.as('rosa', 'GET /me/matches');
    const told = body.items.map(({ peer, why }: { peer: { id: string }; why: { kind: string }[] }) => [
      peer.id,
      why.map(({ kind }) => kind),
    ]);
    assert.deepEqual(told, [
      ['person-henrik', ['seeks-yours', 'shared', 'near', 'elsewhere']],
      ['person-kalle', ['shared', 'near']],
    ]);
    assert.ok(body.items[0].score > body.items[1].score);
    assert.deepEqual(body.items[0].peer.can, ['contact']);
    assert.equal((await hub.as('stranger', 'GET /me/matches')).status, 401);
    assert.deepEqual((await hub.as('cem', 'GET /me/matches')).body.items, []);
  });

  it('stand no longer than their last day, by the clock', async () => {
    const { id } = await offer('kalle', { topic: 'Sommerfest', until: '2026-06-16' });
    assert.ok((await ids('henrik')).includes(id));
    hub.now = Date.parse('2026-06-16T23:00:00Z');
    assert.ok(!(await ids('henrik')).includes(id));
    assert.equal((await hub.as('henrik', 'GET /peers?q=Sommerfest')).body.total, 0);
    const { facets } = (await hub.as('henrik', 'GET /peers?org=lindenhafen')).body;
    const offering = facets.direction.find(({ value }: { value: string }) => value === 'offer');
    assert.equal(offering.count, 1, 'Rosa alone');
    await careForSearch(hub.parts);
    assert.equal((await hub.as('henrik', 'GET /peers?q=Klimawandel')).body.total, 3);
    const mine = (await hub.as('kalle', 'GET /offers?mine=true')).body.items;
    assert.deepEqual(
      mine.map((one: { id: string; until: string }) => [one.id, one.until]),
      [[id, '2026-06-16']],
    );
  });
});
