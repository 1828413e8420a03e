import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { onEveryEngine } from '../support/test-hub.ts';
import { personId, startIdeasHub, type Answer, type IdeasHub, type Who } from './ideas-hub.ts';

const JOIN = { level: 'i-join', shown: 'name' };
const USEFUL = { level: 'useful-here', shown: 'org' };
const QUIET = { level: 'interesting', shown: 'count-only', note: 'Bitte nicht weitersagen' };

onEveryEngine('Supporting an idea', (engine) => {
  let hub: IdeasHub;
  before(async () => {
    hub = await startIdeasHub(engine);
  });
  after(() => hub.close());

  /** Tries again where the hub says that it is busy, as clients do. */
  async function patiently(who: Who, request: string, body?: object): Promise<Answer> {
    const answer = await hub.as(who, request, body);
    return answer.status === 503 && answer.headers['retry-after'] ? patiently(who, request, body) : answer;
  }

  test('counts each person once, however often they send it, and lets them change and take it back', async () => {
    const id = await hub.idea();
    const first = await hub.as('henrik', `PUT /ideas/${id}/supports/me`, USEFUL);
    assert.equal(first.status, 200, JSON.stringify(first.body));
    assert.deepEqual(first.body.counts, {
      supports: 1,
      usefulHere: 1,
      joins: 0,
      comments: 0,
      helpOffers: 0,
      followers: 1,
      adoptions: 0,
    });
    assert.deepEqual(first.body.me, { support: USEFUL, following: true });
    await hub.as('henrik', `PUT /ideas/${id}/supports/me`, USEFUL);
    const changed = await hub.as('henrik', `PUT /ideas/${id}/supports/me`, JOIN);
    assert.deepEqual(
      [changed.body.counts.supports, changed.body.counts.usefulHere, changed.body.counts.joins],
      [1, 0, 1],
    );
    const back = await hub.as('henrik', `DELETE /ideas/${id}/supports/me`);
    assert.deepEqual([back.status, back.body.counts.supports, back.body.counts.followers], [200, 0, 1]);
    assert.equal(
      (await hub.as('henrik', `DELETE /ideas/${id}/supports/me`)).status,
      200,
      'taking back twice is no error',
    );
  });

  test('counts administrations, not people, where it is useful', async () => {
    const id = await hub.idea();
    for (const who of ['henrik', 'mirja', 'cem', 'kalle'] as const) {
      assert.equal((await hub.as(who, `PUT /ideas/${id}/supports/me`, USEFUL)).status, 200);
    }
    const { counts, usefulTo } = (await hub.as('stranger', `GET /ideas/${id}`)).body;
    assert.deepEqual([counts.supports, counts.usefulHere], [4, 3]);
    assert.deepEqual(
      usefulTo.map((org: { id: string }) => org.id),
      ['auental', 'brueckfurt', 'lindenhafen'],
    );
  });

  test('comes out right when two hundred people do it at once', async () => {
    const id = await hub.idea();
    const everybody = Array.from({ length: 200 }, (_, index): Who => `extra-${index}`);
    const answers = await Promise.all(
      everybody.map((who, index) =>
        patiently(who, `PUT /ideas/${id}/supports/me`, { level: index % 2 ? 'i-join' : 'useful-here', shown: 'name' }),
      ),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    const { supports, usefulHere, joins, followers, version } = await hub.row(id);
    assert.deepEqual([supports, usefulHere, joins, followers], [200, 3, 100, 200]);
    assert.equal(version, 2, 'what its author is writing meanwhile still fits');
    await Promise.all(everybody.slice(0, 30).map((who) => patiently(who, `DELETE /ideas/${id}/supports/me`)));
    assert.equal((await hub.row(id))['supports'], 170);
  });

  test('shows people as they chose: by name, by organisation, or as a number', async () => {
    const id = await hub.idea();
    await hub.as('henrik', `PUT /ideas/${id}/supports/me`, { level: 'interesting', shown: 'name', note: 'Endlich!' });
    await hub.as('mirja', `PUT /ideas/${id}/supports/me`, USEFUL);
    await hub.as('cem', `PUT /ideas/${id}/supports/me`, QUIET);
    for (const who of ['stranger', 'rosa', 'bente', 'henrik'] as const) {
      for (const path of [
        `GET /ideas/${id}`,
        `GET /ideas/${id}/supports`,
        `GET /ideas/${id}/participants`,
        'GET /ideas?sort=new',
      ]) {
        const text = JSON.stringify((await hub.as(who, path)).body);
        for (const secret of [personId('cem'), 'Cem Brückenbauer', 'brueckfurt', 'nicht weitersagen', 'Mirja']) {
          assert.equal(text.includes(secret), false, `${who} finds ${secret} in ${path}`);
        }
      }
    }
    const { items } = (await hub.as('stranger', `GET /ideas/${id}/supports`)).body;
    assert.deepEqual(
      items.map((item: { person?: { displayName: string }; org?: { name: string }; note?: string }) => [
        item.person?.displayName,
        item.org?.name,
        item.note,
      ]),
      [
        ['Henrik Aktendeckel', 'Kreis Auental', 'Endlich!'],
        [undefined, 'Kreis Auental', undefined],
      ],
    );
    const own = (await hub.as('cem', `GET /ideas/${id}/supports`)).body.items;
    assert.equal(own.length, 3);
    assert.ok(own.some((item: { person?: { id: string } }) => item.person?.id === personId('cem')));
    assert.deepEqual((await hub.as('cem', `GET /ideas/${id}`)).body.me.support, QUIET);
    const told = await hub.told('rosa');
    assert.deepEqual(
      [...told].sort((a, b) => String(a[1]).localeCompare(String(b[1]))),
      [
        ['support', null, null],
        ['support', null, null],
        ['support', personId('henrik'), 'Endlich!'],
      ],
    );
  });

  test('is for people who have signed in, may see the idea and did not write it', async () => {
    const id = await hub.idea({ reach: 'within' });
    assert.equal((await hub.as('stranger', `PUT /ideas/${id}/supports/me`, JOIN)).status, 404);
    assert.equal(
      (await hub.as('cem', `PUT /ideas/${id}/supports/me`, JOIN)).status,
      404,
      'it is nothing to another town',
    );
    assert.equal((await hub.as('rosa', `PUT /ideas/${id}/supports/me`, JOIN)).status, 403);
    assert.equal((await hub.as('cem', `PUT /ideas/${id}/follow`)).status, 404);
    assert.equal((await hub.as('cem', `GET /ideas/${id}/supports`)).status, 404);
    const open = await hub.idea();
    assert.equal((await hub.as('stranger', `PUT /ideas/${open}/supports/me`, JOIN)).status, 401);
    assert.equal((await hub.as('stranger', `PUT /ideas/${open}/follow`)).status, 401);
    const wrong = await hub.as('cem', `PUT /ideas/${open}/supports/me`, { level: 'against', shown: 'name', extra: 1 });
    assert.equal(wrong.status, 400);
    const long = await hub.as('cem', `PUT /ideas/${open}/supports/me`, { ...JOIN, note: 'ä'.repeat(281) });
    assert.deepEqual([long.status, long.body.fieldErrors[0].field, long.body.fieldErrors[0].limit], [400, 'note', 280]);
  });

  test('makes people follow once; who has stopped stays in peace', async () => {
    const id = await hub.idea();
    await hub.as('mirja', `PUT /ideas/${id}/supports/me`, JOIN);
    const stopped = await hub.as('mirja', `DELETE /ideas/${id}/follow`);
    assert.deepEqual([stopped.body.counts.followers, stopped.body.me.following], [0, undefined]);
    await hub.as('mirja', `PUT /ideas/${id}/supports/me`, { ...JOIN, note: 'immer noch' });
    assert.equal((await hub.row(id))['followers'], 0);
    const again = await hub.as('mirja', `PUT /ideas/${id}/follow`);
    assert.deepEqual([again.body.counts.followers, again.body.me.following], [1, true]);
  });
});
