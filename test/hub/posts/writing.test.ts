import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { releasePosts } from '../../../demo/hub/posts/post-care.ts';
import { startIdeasHub, type IdeasHub, type Who } from '../participation/ideas-hub.ts';
import { NOW, onEitherEngine } from '../support/test-hub.ts';

const HOUR = 3_600_000;
const CHAPTERS = { situation: 'Vorlagen hatten **40 Seiten**.', result: 'Jetzt haben sie 18.' };

onEitherEngine('a report on the hub', (engine) => {
  let hub: IdeasHub;
  let now = NOW;
  before(async () => {
    hub = await startIdeasHub(engine, { clock: () => now });
  });
  after(() => hub.close());

  const draft = async (who: Who, input: object = {}) => {
    const made = await hub.as(who, 'POST /posts', { title: 'Vorlagen halbiert', chapters: CHAPTERS, ...input });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body;
  };
  const step = (who: Who, id: string, body: object) => hub.as(who, `POST /posts/${id}/steps`, body);
  const titles = async (who: Who, query = ''): Promise<string[]> =>
    (await hub.as(who, `GET /posts${query}`)).body.items.map(({ title }: { title: string }) => title);

  it('is begun from an idea, as a draft that nobody else sees', async () => {
    const ideaId = await hub.idea();
    const prefill = (await hub.as('rosa', `GET /ideas/${ideaId}/report`)).body;
    assert.equal(prefill.ideaTitle, 'Ein Formular statt siebzehn');
    assert.deepEqual([prefill.input.title, prefill.input.ideaId], ['Ein Formular statt siebzehn', ideaId]);
    assert.deepEqual(prefill.missing, ['approach', 'result', 'pitfalls', 'contact']);
    assert.equal((await hub.as('stranger', `GET /ideas/${ideaId}/report`)).status, 401);

    const post = await draft('rosa', { ...prefill.input, chapters: { ...prefill.input.chapters, ...CHAPTERS } });
    assert.deepEqual([post.state, post.ideaId, post.report.result], ['draft', ideaId, 'Jetzt haben sie 18.']);
    assert.deepEqual(await titles('rosa', '?mine=true'), ['Ein Formular statt siebzehn']);
    assert.deepEqual(await titles('rosa'), []);
    for (const other of ['stranger', 'henrik', 'mirja'] as const)
      assert.equal((await hub.as(other, `GET /posts/${post.id}`)).status, 404, other);
    assert.equal((await hub.as('stranger', 'POST /posts', { title: 'x' })).status, 401);
    assert.equal((await hub.as('rosa', `DELETE /posts/${post.id}`)).status, 204);
  });

  it('is refused with what is wrong in it, all at once', async () => {
    const { status, body } = await hub.as('rosa', 'POST /posts', {
      title: 'x'.repeat(121),
      teaser: 'y'.repeat(401),
      topics: ['gibt-es-nicht'],
      tags: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      images: [{ id: 'fremd', alt: '' }],
      ideaId: 'gibt-es-nicht',
      orgId: 'brueckfurt',
    });
    assert.equal(status, 400, JSON.stringify(body));
    assert.deepEqual(
      body.fieldErrors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`).sort(),
      [
        'ideaId not-found',
        'images.0 not-found',
        'orgId not-allowed',
        'tags too-many',
        'teaser too-long',
        'title too-long',
        'topics.0 not-found',
      ],
    );
    const missing = await hub.as('rosa', 'POST /posts', { title: 'Ohne Beschreibung', images: [{ id: 'bild' }] });
    assert.equal(missing.status, 400);
    const empty = await hub.as('rosa', 'POST /posts', { title: 'Noch leer' });
    const handed = await step('rosa', empty.body.id, { to: 'submit' });
    assert.deepEqual([handed.status, handed.body.fieldErrors[0].field], [400, 'body']);
  });

  it('is handed in, asked back, changed by one at a time, and published by somebody else', async () => {
    const post = await draft('rosa', { tags: ['Gremien'], maturity: 'everyday', size: 'medium-town' });
    assert.deepEqual([...post.can].sort(), ['delete', 'submit', 'update']);
    assert.equal((await step('rosa', post.id, { to: 'publish' })).status, 403);
    assert.equal((await step('rosa', post.id, { to: 'submit' })).body.state, 'pending');
    assert.deepEqual(await titles('ayla', '?queue=true'), ['Vorlagen halbiert']);
    assert.deepEqual(await hub.told('ayla'), [['post-submitted', 'person-rosa', 'Vorlagen halbiert']]);

    assert.equal((await step('ayla', post.id, { to: 'return' })).status, 400);
    const back = await step('ayla', post.id, { to: 'return', note: 'Wie lange hat es gedauert?' });
    assert.equal(back.body.state, 'returned');
    assert.deepEqual(await hub.told('rosa'), [['post-returned', 'person-ayla', 'Wie lange hat es gedauert?']]);
    const read = await hub.as('rosa', `GET /posts/${post.id}`);
    assert.equal(read.body.question, 'Wie lange hat es gedauert?');

    const etag = read.headers['etag'] as string;
    const change = { chapters: { approach: 'Drei Wochen, zwei Ämter.' } };
    const changed = await hub.as('rosa', `PATCH /posts/${post.id}`, change, { 'if-match': etag });
    assert.deepEqual([changed.status, changed.body.chapters], [200, { ...CHAPTERS, ...change.chapters }]);
    assert.equal((await hub.as('rosa', `PATCH /posts/${post.id}`, change, { 'if-match': etag })).status, 412);

    await step('rosa', post.id, { to: 'submit' });
    const out = await step('ayla', post.id, { to: 'publish' });
    assert.deepEqual(
      [out.body.state, out.body.publishedAt],
      ['published', new Date(NOW).toISOString().replace('.000', '')],
    );
    assert.deepEqual(await titles('stranger', '?report=true&q=Vorlage'), ['Vorlagen halbiert']);
    const stranger = (await hub.as('stranger', `GET /posts/${post.id}`)).body;
    assert.deepEqual([stranger.state, stranger.can, stranger.chapters], [undefined, undefined, undefined]);
    assert.match(stranger.report.approach, /Drei Wochen/);
    assert.equal((await step('rosa', post.id, { to: 'withdraw' })).body.state, 'withdrawn');
    assert.deepEqual(await titles('stranger', '?report=true'), []);
    assert.equal((await step('ayla', post.id, { to: 'publish' })).status, 403, 'taken back by its author');
    await step('rosa', post.id, { to: 'submit' });
    await step('ayla', post.id, { to: 'publish' });
    assert.equal((await step('ayla', post.id, { to: 'withdraw', note: 'Da stehen Namen.' })).body.state, 'withdrawn');
    assert.deepEqual((await hub.told('rosa')).at(-1), ['post-returned', 'person-ayla', 'Da stehen Namen.']);
  });

  it('comes out at its time', async () => {
    const post = await draft('rosa', { title: 'Erst morgen' });
    await step('rosa', post.id, { to: 'submit' });
    const early = await step('ayla', post.id, { to: 'schedule', publishAt: new Date(NOW - HOUR).toISOString() });
    assert.deepEqual([early.status, early.body.fieldErrors[0].code], [400, 'past']);
    const publishAt = new Date(NOW + 20 * HOUR).toISOString();
    assert.equal((await step('ayla', post.id, { to: 'schedule', publishAt })).body.state, 'scheduled');
    const release = () => releasePosts(makeHub({ config: hub.config, database: hub.database, clock: () => now }));
    assert.equal(await release(), 0);
    assert.deepEqual(await titles('stranger', '?q=Erst'), []);
    now = NOW + 21 * HOUR;
    assert.deepEqual([await release(), await release()], [1, 0]);
    assert.deepEqual(await titles('stranger', '?q=Erst'), ['Erst morgen']);
    now = NOW;
  });

  it('stays under no name when its writer is erased, and drafts go', async () => {
    await draft('rosa', { title: 'Nie fertig geworden' });
    const foreseen = (await hub.as('rosa', 'GET /me/erasure')).body;
    assert.equal(foreseen.kept.posts, 1);
    assert.ok(foreseen.deleted.posts >= 1);
    assert.match(JSON.stringify((await hub.as('rosa', 'GET /me/export')).body.posts), /Nie fertig geworden/);
    assert.ok((await hub.as('rosa', 'DELETE /me')).status < 300);
    const [left] = (await hub.as('stranger', 'GET /posts?q=Erst')).body.items;
    assert.deepEqual(
      left.authors.map(({ displayName }: { displayName: string }) => displayName),
      ['Ehemaliges Mitglied'],
    );
    const rows = await hub.database.kysely.selectFrom('post').select('title').execute();
    assert.deepEqual(rows, [{ title: 'Erst morgen' }]);
  });
});
