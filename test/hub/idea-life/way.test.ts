import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Idea } from '../../../src/model/idea.ts';
import { onEitherEngine } from '../support/test-hub.ts';
import {
  fullInput,
  personId,
  startLife,
  TRIAL,
  withSecret,
  type LifeHub,
  type Person,
  type Problem,
} from './life-hub.ts';

onEitherEngine("An idea's way", (engine) => {
  let life: LifeHub;
  before(async () => {
    life = await startLife(engine);
  });
  after(() => life.close());

  const takeOver = (person: Person, id: string, payload: object) =>
    life.send(person, { method: 'POST', url: `/api/v1/ideas/${id}/take-over`, payload });
  const answer = (person: Person, id: string, payload: object, etag?: string) =>
    life.send(person, {
      method: 'PUT',
      url: `/api/v1/ideas/${id}/answer`,
      payload,
      ...(etag !== undefined && { headers: { 'if-match': etag } }),
    });
  const pending = (person: Person, id: string, verb: 'accept' | 'refuse', payload: object = {}) =>
    life.send(person, { method: 'POST', url: `/api/v1/ideas/${id}/pending/${verb}`, payload });

  test('goes from a draft to a practice that somebody else takes over, and everybody is told', async () => {
    const id = await life.idea({
      stage: 'draft',
      patronId: null,
      document: { summary: 'Kurz gesagt.', tags: [], needs: [], attachmentIds: [], lang: 'de' },
    });
    await life.told();
    const step = async (person: Person, input: object): Promise<Idea> => {
      const response = await life.move(person, id, input);
      assert.equal(response.statusCode, 200, response.body);
      return response.json<Idea>();
    };
    const news = async (): Promise<string[]> => (await life.told()).map(({ to, kind }) => `${kind} ${to}`);

    await step('author', { to: 'submitted' });
    assert.deepEqual(await news(), ['idea-submitted moderator']);

    const returned = await step('moderator', { to: 'returned', note: 'Für wen ist das?' });
    assert.equal(returned.question, 'Für wen ist das?');
    assert.deepEqual(await news(), ['idea-question author']);

    const again = await step('author', { to: 'submitted', note: 'Für alle im Haus.' });
    assert.equal(again.question, undefined);
    assert.deepEqual(await news(), ['idea-answered moderator']);

    await step('moderator', { to: 'open' });
    assert.deepEqual(await news(), ['idea-released author']);
    assert.notEqual((await life.row(id))?.releasedAt, null);
    assert.equal((await life.get('stranger', id)).stage, 'open');

    await life.join(id, 'helper');
    await step('author', { to: 'teaming', patronId: personId('patron') });
    assert.deepEqual(await news(), ['idea-stage helper', 'patron-named patron']);

    const trying = await step('patron', { to: 'trying', trial: TRIAL });
    assert.deepEqual(trying.trial, TRIAL);
    assert.deepEqual(await news(), ['idea-stage author', 'idea-stage helper']);

    const evaluated = await step('author', {
      to: 'evaluated',
      result: 'partly',
      learned: 'Freitags ist niemand da.',
      indicators: [
        { name: 'Neue Gesichter', after: 2 },
        { name: 'Kaffees', after: 11 },
      ],
    });
    assert.deepEqual(evaluated.trial?.indicators, [
      { name: 'Neue Gesichter', before: 0, after: 2 },
      { name: 'Kaffees', after: 11 },
    ]);

    const second = await step('author', { to: 'trying', trial: { ...TRIAL, place: 'Kantine' } });
    assert.equal(second.trial?.place, 'Kantine');
    assert.equal(second.trial.result, undefined);
    assert.deepEqual(
      second.pastTrials?.map(({ place, result, learned }) => [place, result, learned]),
      [['Rathaus, zweiter Stock', 'partly', 'Freitags ist niemand da.']],
    );
    await step('author', { to: 'evaluated', result: 'works', learned: 'In der Kantine geht es von selbst.' });
    await news();

    const asked = await step('author', { to: 'adopted', adoption: { contact: 'Pforte', effort: 'Keiner' } });
    assert.equal(asked.stage, 'evaluated');
    assert.equal(asked.pending?.to, 'adopted');
    assert.equal(asked.adoption, undefined);
    assert.deepEqual(await news(), ['adoption-asked moderator', 'adoption-asked organiser']);
    assert.equal((await pending('colleague', id, 'accept')).statusCode, 403);
    assert.equal((await pending('author', id, 'accept')).statusCode, 403);
    const confirmed = await pending('organiser', id, 'accept');
    assert.equal(confirmed.statusCode, 200, confirmed.body);
    assert.equal(confirmed.json<Idea>().stage, 'adopted');
    assert.deepEqual(confirmed.json<Idea>().adoption, { contact: 'Pforte', effort: 'Keiner' });
    assert.ok((await news()).includes('adoption-confirmed author'));

    const documented = await step('author', {
      to: 'documented',
      practice: { checklist: ['Tische rücken', ' ', 'Kaffee'] },
    });
    assert.deepEqual(documented.practice?.checklist, ['Tische rücken', 'Kaffee']);
    assert.equal(documented.practice?.contact.id, personId('author'), 'who writes it down can be asked');
    await news();

    const taken = await takeOver('elsewhere', id, { trial: { ...TRIAL, place: 'Kreishaus' }, changes: 'Mit Tee.' });
    assert.equal(taken.statusCode, 201, taken.body);
    assert.deepEqual(await news(), ['taken-over author', 'taken-over helper', 'taken-over patron']);
    const { history = [] } = await life.get('author', id);
    assert.deepEqual(
      history.filter(({ to }) => to).map(({ to }) => to),
      [
        'submitted',
        'returned',
        'submitted',
        'open',
        'teaming',
        'trying',
        'evaluated',
        'trying',
        'evaluated',
        'adopted',
        'documented',
        'transfer',
      ],
    );
  });

  test('is taken over as an idea of its own, with the way back and forth between both', async () => {
    const id = await life.idea({ stage: 'documented', topicIds: ['transparenz'] });
    const response = await takeOver('elsewhere', id, { trial: TRIAL, changes: 'Im Landratsamt beginnt es um sieben.' });
    assert.equal(response.statusCode, 201, response.body);
    const made = response.json<Idea>();
    assert.equal(response.headers.location, `/api/v1/ideas/${made.id}`);
    assert.equal(made.stage, 'trying');
    assert.deepEqual(
      made.authors.map((person) => person.id),
      [personId('elsewhere')],
    );
    assert.deepEqual(
      made.orgs.map((org) => org.id),
      ['kreis-b'],
    );
    assert.equal(made.links?.adaptedFrom?.id, id);
    assert.deepEqual(made.trial, TRIAL);
    const origin = await life.get('stranger', id);
    assert.equal(origin.stage, 'transfer');
    assert.equal(origin.counts.adoptions, 1);
    assert.deepEqual(
      origin.links?.adaptations?.map((each) => each.id),
      [made.id],
    );
    // The next one finds it in transfer already.
    const next = await takeOver('moderatorElsewhere', id, { title: 'Noch einmal, in klein', trial: TRIAL });
    assert.equal(next.statusCode, 201, next.body);
    assert.equal((await life.get('stranger', id)).counts.adoptions, 2);
  });

  test('is taken over by another administration only, and only what works in everyday life', async () => {
    const id = await life.idea({ stage: 'adopted' });
    assert.equal((await takeOver('colleague', id, { trial: TRIAL })).statusCode, 403, 'its own administration');
    assert.equal((await takeOver('helper', id, { trial: TRIAL })).statusCode, 403, 'an association');
    assert.equal((await takeOver('stranger', id, { trial: TRIAL })).statusCode, 401);
    const early = await life.idea({ stage: 'trying' });
    assert.equal((await takeOver('elsewhere', early, { trial: TRIAL })).statusCode, 409);
    const wrong = await takeOver('elsewhere', id, { title: 'Kurz', orgId: 'stadt-a' });
    assert.deepEqual(
      wrong.json<Problem>().fieldErrors?.map(({ field }) => field),
      ['title', 'orgId', 'trial'],
    );
    assert.equal((await life.row(id))?.adoptions, 0);
  });

  test('reaches everyday work at once where its author speaks for the organisation', async () => {
    const id = await life.idea({ stage: 'evaluated', authorIds: [personId('organiser')] });
    const response = await life.move('organiser', id, fullInput('adopted', ''));
    assert.equal(response.json<Idea>().stage, 'adopted');
    assert.deepEqual(response.json<Idea>().adoption, fullInput('adopted', '').adoption);
  });

  test('stays where it is when the organisation says no', async () => {
    const id = await life.idea({ stage: 'evaluated' });
    await life.move('author', id, fullInput('adopted', ''));
    await life.told();
    assert.equal((await pending('organiser', id, 'refuse', { note: 'Erst die Kosten klären.' })).statusCode, 200);
    assert.deepEqual(await life.told(), [{ to: 'author', kind: 'adoption-refused', ideaId: id }]);
    assert.equal((await life.row(id))?.stage, 'evaluated');
    await life.move('author', id, fullInput('adopted', ''));
    assert.equal((await pending('author', id, 'refuse')).statusCode, 200, 'its author may take the question back');
  });

  test('ends with what was learned, and may begin again', async () => {
    const id = await life.idea({
      stage: 'trying',
      document: { summary: 'Kurz.', tags: [], needs: [], attachmentIds: [], lang: 'de', trial: TRIAL },
    });
    const stopped = (
      await life.move('patron', id, { to: 'stopped', learned: 'Niemand wollte umziehen.' })
    ).json<Idea>();
    assert.equal(stopped.reason, 'Niemand wollte umziehen.');
    assert.equal(stopped.trial?.learned, 'Niemand wollte umziehen.');
    const reopened = (await life.move('author', id, { to: 'open', note: 'Neues Haus, neuer Versuch.' })).json<Idea>();
    assert.equal(reopened.reason, undefined);
    assert.equal(reopened.history?.at(-1)?.note, 'Neues Haus, neuer Versuch.');
  });

  test('gets an answer from its organisation, which may promise one for a day to come', async () => {
    const id = await life.idea();
    await life.told();
    const etag = (await life.send('organiser', { url: `/api/v1/ideas/${id}` })).headers.etag as string;
    assert.equal((await answer('organiser', id, { text: 'Ja!' })).statusCode, 428);
    assert.equal((await answer('colleague', id, { text: 'Ja!' }, etag)).statusCode, 403);
    const late = await answer('organiser', id, { text: '', promisedFor: '2026-06-15' }, etag);
    assert.deepEqual(
      late.json<Problem>().fieldErrors?.map(({ field, code }) => `${field} ${code}`),
      ['text required', 'promisedFor out-of-range'],
    );
    const given = await answer('organiser', id, { text: 'Ich frage nach.', promisedFor: '2026-06-30' }, etag);
    assert.equal(given.statusCode, 200, given.body);
    assert.equal(given.json<Idea>().answer?.by.id, personId('organiser'));
    assert.equal(given.json<Idea>().answer?.promisedFor, '2026-06-30');
    assert.deepEqual(
      (await life.told()).map(({ to, kind }) => `${kind} ${to}`),
      ['idea-answer author', 'idea-answer patron'],
    );
    assert.equal((await answer('moderator', id, { text: 'Doch nicht.' }, etag)).statusCode, 412);
  });

  test('is won by exactly one of many who move it at the same moment', async () => {
    const id = await life.idea();
    await life.join(id, 'helper');
    const responses = await Promise.all([
      life.move('author', id, fullInput('teaming', '')),
      life.move('author', id, fullInput('teaming', '')),
      life.move('author', id, fullInput('withdrawn', '')),
      life.move('moderator', id, fullInput('parked', '')),
      life.move('moderator', id, fullInput('declined', '')),
    ]);
    const won = responses.filter(({ statusCode }) => statusCode === 200);
    const lost = responses.filter(({ statusCode }) => statusCode === 409);
    // From teaming an idea may still be parked or withdrawn: each of those that follow starts from where it then stands.
    const { history = [] } = await life.get('author', id);
    assert.equal(won.length + lost.length, responses.length);
    assert.equal(history.length, won.length);
    for (const [index, entry] of history.entries()) {
      assert.equal(entry.from, index === 0 ? 'open' : history[index - 1]?.to, 'no step is taken twice');
    }
    const same = await life.idea();
    const twins = await Promise.all([1, 2, 3, 4].map(() => life.move('moderator', same, fullInput('declined', ''))));
    assert.deepEqual(twins.map(({ statusCode }) => statusCode).toSorted(), [200, 409, 409, 409]);
  });

  test('heeds an If-Match, and repeats no step that is sent twice with one key', async () => {
    const id = await life.idea();
    const etag = (await life.send('author', { url: `/api/v1/ideas/${id}` })).headers.etag as string;
    const park = (headers: Record<string, string>) =>
      life.send('author', {
        method: 'POST',
        url: `/api/v1/ideas/${id}/transitions`,
        payload: { to: 'parked', note: 'Pause.' },
        headers,
      });
    assert.equal((await park({ 'if-match': '"7.abc"' })).statusCode, 412);
    const first = await park({ 'if-match': etag, 'idempotency-key': 'one-step' });
    assert.equal(first.statusCode, 200);
    const again = await park({ 'if-match': etag, 'idempotency-key': 'one-step' });
    assert.equal(again.headers['idempotency-replayed'], 'true');
    assert.equal(again.body, first.body);
    assert.equal((await life.get('author', id)).history?.length, 1);
  });

  test('leaves what moderators did in the audit, and no name of somebody who wants none', async () => {
    const id = await life.idea({ ...withSecret(), stage: 'submitted' });
    await life.move('moderator', id, { to: 'returned', note: 'Wo genau?' });
    const answered = await life.move('secret', id, { to: 'submitted', note: 'Im Depot.' });
    assert.equal(answered.statusCode, 200, answered.body);
    // Somebody who has signed in and holds the private link acts without a name, too.
    const asColleague = await life.send('colleague', {
      method: 'POST',
      url: `/api/v1/ideas/${id}/transitions`,
      payload: { to: 'withdrawn', note: 'Doch nicht.' },
      headers: { 'x-idea-secret': 'the-secret-of-a-private-link' },
    });
    assert.equal(asColleague.statusCode, 200, asColleague.body);
    const lines = await life.database.kysely
      .selectFrom('ideaHistory')
      .selectAll()
      .where('ideaId', '=', id)
      .orderBy('id')
      .execute();
    assert.deepEqual(
      lines.map((line) => [line.toStage, line.personId]),
      [
        ['returned', personId('moderator')],
        ['submitted', null],
        ['withdrawn', null],
      ],
    );
    const entries = await life.database.kysely
      .selectFrom('auditEntry')
      .selectAll()
      .where('objectId', '=', id)
      .execute();
    assert.deepEqual(
      entries.map((entry) => [entry.action, entry.personId, entry.detail]),
      [['idea.transition', personId('moderator'), { from: 'submitted', to: 'returned' }]],
    );
  });
});

onEitherEngine("An idea's way where members need no moderator", (engine) => {
  let life: LifeHub;
  before(async () => {
    life = await startLife(engine, { ideas: { anonymous: true, moderation: 'strangers' } });
  });
  after(() => life.close());

  test('leads from a draft to the open at once, as the hub itself says in its history', async () => {
    const id = await life.idea({ stage: 'draft' });
    const response = await life.move('author', id, { to: 'submitted' });
    assert.equal(response.json<Idea>().stage, 'open');
    assert.deepEqual(
      response.json<Idea>().history?.map(({ to, by }) => [to, by?.id]),
      [
        ['submitted', personId('author')],
        ['open', undefined],
      ],
    );
    assert.equal((await life.get('stranger', id)).stage, 'open');
  });
});
