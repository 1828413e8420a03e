import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { onEitherEngine } from '../support/test-hub.ts';
import { personId, startIdeasHub, type IdeasHub, type Who } from './ideas-hub.ts';

const HELP = { kinds: ['legal', 'time'], hours: '2-5', text: 'Zwei Stunden, unter 0451 123 erreichbar' };

onEitherEngine('Help for an idea', (engine) => {
  let hub: IdeasHub;
  before(async () => {
    hub = await startIdeasHub(engine);
  });
  after(() => hub.close());

  async function offer(who: Who, ideaId: string, input: object = HELP): Promise<string> {
    const answer = await hub.as(who, `POST /ideas/${ideaId}/help-offers`, input);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.id;
  }
  const offers = async (who: Who, ideaId: string, headers = {}) =>
    (await hub.as(who, `GET /ideas/${ideaId}/help-offers`, undefined, headers)).body.items;

  test('is offered in kinds and hours that everybody sees; words and name are for those it is for', async () => {
    const id = await hub.idea();
    const offerId = await offer('henrik', id);
    for (const who of ['stranger', 'mirja', 'ayla'] as const) {
      const [seen] = await offers(who, id);
      assert.deepEqual(
        [seen.kinds, seen.hours, seen.text, seen.person, seen.can],
        [HELP.kinds, '2-5', undefined, undefined, []],
      );
    }
    const [mine] = await offers('rosa', id);
    assert.deepEqual(
      [mine.text, mine.person.displayName, mine.can],
      [HELP.text, 'Henrik Aktendeckel', ['accept', 'decline']],
    );
    const [own] = await offers('henrik', id);
    assert.deepEqual([own.text, own.can], [HELP.text, ['withdraw']]);
    assert.deepEqual(await hub.told('rosa'), [['help-offered', personId('henrik'), HELP.text]]);
    const idea = (await hub.as('henrik', `GET /ideas/${id}`)).body;
    assert.deepEqual([idea.counts.helpOffers, idea.me.offered], [1, true]);
    const text = JSON.stringify((await hub.as('mirja', `GET /ideas/${id}`)).body);
    assert.equal(text.includes('0451') || text.includes('Henrik'), false);
    assert.equal((await hub.as('henrik', `POST /ideas/${id}/help-offers`, HELP)).status, 409, 'one waits at a time');
    assert.equal((await hub.as('mirja', `POST /help-offers/${offerId}/accept`, {})).status, 403);
  });

  test('that is accepted joins the team, meets its need, and is thanked for', async () => {
    const id = await hub.idea();
    const offerId = await offer('henrik', id);
    const beyond = await hub.as('rosa', `POST /help-offers/${offerId}/accept`, { needIndex: 7 });
    assert.deepEqual([beyond.status, beyond.body.fieldErrors[0].field], [400, 'needIndex']);
    const accepted = await hub.as('rosa', `POST /help-offers/${offerId}/accept`, {
      needIndex: 0,
      thanks: 'Wunderbar!',
    });
    assert.deepEqual([accepted.status, accepted.body.state, accepted.body.can], [200, 'accepted', ['done']]);
    const idea = (await hub.as('mirja', `GET /ideas/${id}`)).body;
    assert.equal(idea.needs[0].filledBy.displayName, 'Henrik Aktendeckel');
    assert.deepEqual(
      idea.team.map((person: { displayName: string }) => person.displayName),
      ['Henrik Aktendeckel'],
    );
    assert.deepEqual((await hub.row(id))['needKinds'], ['it']);
    assert.equal(idea.history.at(-1).action, 'help-accepted');
    assert.deepEqual(await hub.told('henrik'), [['help-accepted', personId('rosa'), 'Wunderbar!']]);
    const again = await hub.as('rosa', `POST /help-offers/${offerId}/accept`, {});
    assert.deepEqual([again.status, again.body.code], [409, 'conflict'], 'somebody was faster');
    const other = await offer('mirja', id);
    assert.equal(
      (await hub.as('rosa', `POST /help-offers/${other}/accept`, { needIndex: 0 })).status,
      400,
      'met already',
    );
    const done = await hub.as('rosa', `POST /help-offers/${offerId}/done`, { thanks: 'Ohne Sie ginge es nicht.' });
    assert.deepEqual([done.body.state, done.body.thanks], ['done', 'Ohne Sie ginge es nicht.']);
    assert.equal((await hub.told('henrik')).at(-1)?.[0], 'help-thanks');
  });

  test('that is declined or taken back is counted no more, and only those it concerns still see it', async () => {
    const id = await hub.idea();
    const declined = await offer('henrik', id);
    assert.equal((await hub.as('rosa', `POST /help-offers/${declined}/decline`, {})).body.state, 'declined');
    assert.deepEqual(
      (await hub.told('henrik')).map(([kind]) => kind),
      ['help-declined'],
    );
    const withdrawn = await offer('mirja', id);
    assert.equal((await hub.as('rosa', `POST /help-offers/${withdrawn}/withdraw`, {})).status, 403);
    assert.equal((await hub.as('mirja', `POST /help-offers/${withdrawn}/withdraw`, {})).body.state, 'withdrawn');
    assert.equal((await hub.row(id))['helpOffers'], 0);
    assert.deepEqual(await offers('stranger', id), []);
    assert.equal((await offers('rosa', id)).length, 2);
    assert.equal((await offers('henrik', id)).length, 1);
  });

  test('that was promised and falls away opens its need again, and the authors hear of it', async () => {
    const id = await hub.idea();
    const offerId = await offer('henrik', id);
    await hub.as('rosa', `POST /help-offers/${offerId}/accept`, { needIndex: 0 });
    assert.equal((await hub.as('henrik', `POST /help-offers/${offerId}/withdraw`, {})).body.state, 'withdrawn');
    const idea = (await hub.as('rosa', `GET /ideas/${id}`)).body;
    assert.equal(idea.needs[0].filledBy, undefined);
    assert.deepEqual((await hub.row(id))['needKinds'], ['legal', 'it']);
    assert.deepEqual((await hub.told('rosa')).at(-1)?.slice(0, 2), ['help-withdrawn', personId('henrik')]);
  });

  test('is accepted by the author of an anonymous idea with the private link', async () => {
    const { id, secret } = await hub.namelessIdea();
    const link = { 'x-idea-secret': secret };
    const offerId = await offer('henrik', id);
    const [seen] = await offers('stranger', id, link);
    assert.deepEqual([seen.text, seen.can], [HELP.text, ['accept', 'decline']]);
    assert.equal((await hub.as('stranger', `POST /help-offers/${offerId}/accept`, {})).status, 401);
    const accepted = await hub.as('stranger', `POST /help-offers/${offerId}/accept`, { needIndex: 0 }, link);
    assert.equal(accepted.body.state, 'accepted');
    assert.deepEqual(await hub.told('henrik'), [['help-accepted', null, null]]);
  });

  test('takes no more than four kinds, known ones, and nothing of strangers or of those who wrote the idea', async () => {
    const id = await hub.idea();
    const send = (who: Who, input: object) => hub.as(who, `POST /ideas/${id}/help-offers`, input);
    for (const input of [
      { kinds: [] },
      { kinds: ['legal', 'it', 'time', 'room', 'data'] },
      { kinds: ['legal', 'legal'] },
      { kinds: ['magic'] },
      { kinds: ['legal'], hours: '40' },
      { kinds: ['legal'], text: 'ä'.repeat(501) },
    ]) {
      assert.equal((await send('henrik', input)).status, 400, JSON.stringify(input).slice(0, 40));
    }
    assert.equal((await send('stranger', HELP)).status, 401);
    assert.equal((await send('rosa', HELP)).status, 403);
  });
});
