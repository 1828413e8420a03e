import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { onEitherEngine } from '../support/test-hub.ts';
import { personId, startLife, withSecret, type LifeHub, type Person } from './life-hub.ts';

onEitherEngine('Merging two ideas', (engine) => {
  let life: LifeHub;
  before(async () => {
    life = await startLife(engine);
  });
  after(() => life.close());

  let from: string;
  let into: string;
  beforeEach(async () => {
    await life.database.kysely.updateTable('idea').set({ secretHash: null }).execute();
    from = await life.idea();
    into = await life.idea({ authorIds: [personId('coAuthor')], orgId: 'kreis-b' });
    await life.told();
  });

  const propose = (person: Person) => life.move(person, from, { to: 'merged', into, note: 'Beides ist dasselbe.' });
  const reply = (person: Person, verb: 'accept' | 'refuse', payload: object = {}) =>
    life.send(person, { method: 'POST', url: `/api/v1/ideas/${from}/pending/${verb}`, payload });
  const support = (ideaId: string, person: Person, level: string, orgId: string | null = null) =>
    life.database.kysely
      .insertInto('ideaSupport')
      .values({ ideaId, personId: personId(person), orgId, level, shown: 'name', note: null })
      .execute();
  const follow = (ideaId: string, person: Person) =>
    life.database.kysely
      .insertInto('ideaFollow')
      .values({ ideaId, personId: personId(person) })
      .execute();

  test('waits for the authors of the other, who are asked and see both', async () => {
    const proposed = await propose('author');
    assert.equal(proposed.statusCode, 200, proposed.body);
    const idea = await life.get('author', from);
    assert.equal(idea.stage, 'open');
    assert.equal(idea.pending?.to, 'merged');
    assert.equal(idea.pending?.into?.id, into);
    assert.ok(!idea.can.includes('confirm'), 'who proposed it has agreed');
    assert.ok(idea.can.includes('refuse'), 'who proposed it may take it back');
    assert.deepEqual(await life.told(), [{ to: 'coAuthor', kind: 'merge-proposed', ideaId: from }]);
    const asked = await life.get('coAuthor', into);
    assert.deepEqual(
      asked.mergeRequests?.map(({ id }) => id),
      [from],
    );
    assert.ok((await life.get('coAuthor', from)).can.includes('confirm'));
    assert.equal((await reply('helper', 'accept')).statusCode, 403);
    assert.equal((await reply('author', 'accept')).statusCode, 403);
  });

  test('lets those who are asked see what they are asked about, although it is for others', async () => {
    from = await life.idea({ reach: 'within' });
    assert.equal((await life.send('coAuthor', { url: `/api/v1/ideas/${from}` })).statusCode, 404);
    assert.equal((await propose('author')).statusCode, 200);
    assert.equal((await life.get('coAuthor', from)).pending?.into?.id, into);
    assert.equal((await life.send('elsewhere', { url: `/api/v1/ideas/${from}` })).statusCode, 404);
    assert.equal((await reply('coAuthor', 'accept')).statusCode, 200);
  });

  test('moves supports and followers without doubling, and keeps both texts', async () => {
    await support(from, 'helper', 'interesting');
    await support(from, 'colleague', 'useful-here', 'stadt-a');
    await support(from, 'coAuthor', 'interesting');
    await support(from, 'elsewhere', 'i-join');
    await support(into, 'elsewhere', 'interesting');
    await support(into, 'colleague', 'i-join', 'stadt-a');
    await follow(from, 'helper');
    await follow(from, 'elsewhere');
    await follow(into, 'elsewhere');
    await propose('author');
    const title = (await life.get('author', from)).title;
    const accepted = await reply('coAuthor', 'accept');
    assert.equal(accepted.statusCode, 200, accepted.body);

    const merged = await life.get('stranger', from);
    assert.equal(merged.stage, 'merged');
    assert.equal(merged.title, title);
    assert.equal(merged.links?.mergedInto?.id, into);
    assert.equal(merged.reason, 'Beides ist dasselbe.');
    assert.equal(merged.pending, undefined);
    assert.equal(merged.counts.supports, 0);
    assert.equal(merged.counts.followers, 0);

    const whole = await life.get('stranger', into);
    assert.deepEqual(
      whole.links?.merged?.map(({ id }) => id),
      [from],
    );
    // helper, colleague (who joins in already), elsewhere (who now joins in); the author of the whole supports nothing.
    assert.equal(whole.counts.supports, 3);
    assert.equal(whole.counts.joins, 2);
    // helper, elsewhere, and the author of what became part.
    assert.equal(whole.counts.followers, 3);
    const levels = await life.database.kysely
      .selectFrom('ideaSupport')
      .select(['personId', 'level'])
      .where('ideaId', '=', into)
      .orderBy('personId')
      .execute();
    assert.deepEqual(levels, [
      { personId: personId('colleague'), level: 'i-join' },
      { personId: personId('elsewhere'), level: 'i-join' },
      { personId: personId('helper'), level: 'interesting' },
    ]);
    const told = (await life.told()).filter(({ kind }) => kind === 'merge-settled');
    assert.deepEqual(
      told.map(({ to }) => to),
      ['author', 'elsewhere', 'helper'],
    );
  });

  test('waits for both authors when a moderator proposes it', async () => {
    assert.equal((await propose('moderator')).statusCode, 200);
    assert.deepEqual(
      (await life.told()).map(({ to, kind }) => `${kind} ${to}`),
      ['merge-proposed author', 'merge-proposed coAuthor'],
    );
    assert.equal((await reply('moderator', 'accept')).statusCode, 403);
    assert.equal((await reply('coAuthor', 'accept')).statusCode, 200);
    assert.equal((await life.row(from))?.stage, 'open');
    assert.equal((await reply('coAuthor', 'accept')).statusCode, 403, 'once is enough');
    assert.equal((await reply('author', 'accept')).statusCode, 200);
    assert.equal((await life.row(from))?.stage, 'merged');
  });

  test('is done at once where one person speaks for both', async () => {
    into = await life.idea({ authorIds: [personId('author')] });
    await propose('author');
    assert.equal((await life.row(from))?.mergedInto, into);
  });

  test('asks the moderators of an idea without a name, which has nobody else to ask', async () => {
    into = await life.idea({ ...withSecret(), orgId: 'kreis-b' });
    await propose('author');
    assert.deepEqual(await life.told(), [{ to: 'moderatorElsewhere', kind: 'merge-proposed', ideaId: from }]);
    assert.ok((await life.get('moderatorElsewhere', from)).can.includes('confirm'));
    assert.equal((await reply('moderatorElsewhere', 'accept')).statusCode, 200);
    assert.equal((await life.row(from))?.stage, 'merged');
  });

  test('may be refused, and may be taken back', async () => {
    await propose('author');
    assert.equal((await propose('author')).statusCode, 409, 'it has been asked for');
    const refused = await reply('coAuthor', 'refuse', { note: 'Unsere ist für Schulen.' });
    assert.equal(refused.statusCode, 200, refused.body);
    const row = await life.row(from);
    assert.equal(row?.pending, null);
    assert.equal(row?.stage, 'open');
    assert.equal((await reply('coAuthor', 'accept')).statusCode, 409, 'nothing waits any more');
    await propose('author');
    assert.equal((await reply('author', 'refuse')).statusCode, 200);
    const { history = [] } = await life.get('author', from);
    assert.deepEqual(
      history.map(({ action }) => action),
      ['merge-proposed', 'merge-refused', 'merge-proposed', 'merge-refused'],
    );
    assert.equal(history[1]?.note, 'Unsere ist für Schulen.');
  });

  test('cannot be agreed to once the other has come to an end', async () => {
    await propose('author');
    await life.move('coAuthor', into, { to: 'withdrawn', note: 'Keine Zeit.' });
    assert.equal((await reply('coAuthor', 'accept')).statusCode, 409);
    assert.equal((await reply('coAuthor', 'refuse')).statusCode, 200);
  });

  test('is forgotten when the idea moves on meanwhile', async () => {
    await propose('author');
    await life.move('author', from, { to: 'parked', note: 'Pause.' });
    assert.equal((await life.row(from))?.pending, null);
    assert.equal((await reply('coAuthor', 'accept')).statusCode, 409);
  });

  test('happens once when both agree at the same moment, and two that cross do not wait for each other', async () => {
    await propose('moderator');
    const replies = await Promise.all([reply('author', 'accept'), reply('coAuthor', 'accept')]);
    assert.deepEqual(
      replies.map(({ statusCode }) => statusCode),
      [200, 200],
    );
    assert.equal((await life.row(from))?.stage, 'merged');
    const a = await life.idea();
    const b = await life.idea();
    const crossed = await Promise.all([
      life.move('author', a, { to: 'merged', into: b, note: 'Hin.' }),
      life.move('author', b, { to: 'merged', into: a, note: 'Her.' }),
    ]);
    assert.deepEqual(crossed.map(({ statusCode }) => statusCode).toSorted(), [200, 400]);
  });
});
