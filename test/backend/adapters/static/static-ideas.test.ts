import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStaticBackend } from '../../../../src/backend/adapters/static/static-adapter.ts';
import { CONTRACT_IDEAS, runIdeasPortContract } from '../../contract/ideas-port.contract.ts';
import { ideaCorpus } from '../../../model/support/idea-corpus.ts';

const STAGES = ['open', 'trying', 'declined', 'Warteliste'];

runIdeasPortContract(
  'a JSON file',
  () => ({
    port: createStaticBackend({
      data: {
        ideas: CONTRACT_IDEAS.map(({ title, text }, index) => ({
          id: String(index + 1),
          title,
          summary: text,
          stage: STAGES[index],
          createdAt: `2026-03-0${index + 1}T10:00:00Z`,
        })),
      },
    }).ideas!,
  }),
  { stageLabel: 'Warteliste' },
);

const read = (...ideas: readonly unknown[]) =>
  createStaticBackend({ src: 'https://lindenhafen.example/daten/ideen.json', data: { ideas } }).ideas!.list({});

describe('ideas of a JSON file', () => {
  it('may be few and bare', async () => {
    const { items, problems } = await read({ id: '1', title: 'Idee' });
    assert.deepEqual(problems, []);
    assert.equal(items[0]?.stage, 'open');
    assert.deepEqual(items[0].topics, []);
  });

  it('that make no sense are left out and told; the rest is there', async () => {
    const { items, problems } = await read(
      null,
      7,
      'x',
      {},
      { id: 'a' },
      { id: 'b', title: 'Gut' },
      { title: 'ohne id' },
    );
    assert.deepEqual(
      items.map(({ id }) => id),
      ['b'],
    );
    assert.equal(problems.length, 6);
    assert.deepEqual(
      problems.find(({ item }) => item === 'a'),
      { code: 'invalid-item', detail: 'no title', item: 'a' },
    );
  });

  it('keep what is right of an idea and drop fields of a wrong shape', async () => {
    const { items } = await read({
      id: 'a',
      title: 'Idee',
      summary: 7,
      topics: ['Technik', { id: 't', label: { de: 'Thema' } }, 3, null],
      needs: ['legal', { kind: 'money' }, { kind: 'room', text: 'klein' }],
      orgs: 'Stadt Lindenhafen',
      counts: { supports: -3, comments: 2.5, helpOffers: 4 },
      place: { name: 'Markt', lat: 4000, lon: 10 },
      reach: 'world',
      ['__proto__']: { body: 'inherited' },
      constructor: 'x',
      trial: { start: '2026-02-31', end: 'gestern' },
      practice: { checklist: ['a', 7] },
    });
    const [idea] = items;
    assert.equal(idea?.summary, '');
    assert.deepEqual(
      idea.topics.map(({ id }) => id),
      ['Technik', 't'],
    );
    assert.deepEqual(idea.needs, [{ kind: 'legal' }, { kind: 'room', text: 'klein' }]);
    assert.deepEqual(idea.orgs, []);
    assert.deepEqual([idea.counts.supports, idea.counts.comments, idea.counts.helpOffers], [0, 0, 4]);
    assert.deepEqual(idea.place, { name: 'Markt', lon: 10 });
    assert.deepEqual([idea.reach, idea.trial, idea.practice, idea.body], [undefined, undefined, undefined, undefined]);
  });

  it('let nobody do anything, whatever the file says', async () => {
    const { items } = await read({ id: 'a', title: 'Idee', can: ['update', 'support'], me: { author: true } });
    assert.deepEqual(items[0]?.can, []);
    assert.equal(items[0].me, undefined);
  });

  it('start relative addresses from the file, and have no addresses that run', async () => {
    const { items } = await read({
      id: 'a',
      title: 'Idee',
      url: '../idee/a',
      attachments: [
        { url: 'plan.pdf', mediaType: 'application/pdf' },
        { url: 'javascript:alert(1)', mediaType: 'text/html' },
        { url: 'data:text/html,x', mediaType: 'text/html' },
      ],
      authors: [{ displayName: 'Mira', email: 'mira@lindenhafen.example', photo: 'javascript:1' }],
    });
    const [idea] = items;
    assert.equal(idea?.url, 'https://lindenhafen.example/idee/a');
    assert.deepEqual(
      idea.attachments.map(({ url, fileName }) => [url, fileName]),
      [['https://lindenhafen.example/daten/plan.pdf', 'plan.pdf']],
    );
    assert.deepEqual(idea.authors, [{ displayName: 'Mira' }]);
  });

  it('cut texts and lists that nobody would write', async () => {
    const { items } = await read({
      id: 'a',
      title: '😀'.repeat(1000),
      body: 'x'.repeat(10_000_000),
      tags: Array.from({ length: 100_000 }, (_, index) => `t${index}`),
    });
    assert.ok(items[0]!.title.length <= 500 && encodeURIComponent(items[0]!.title));
    assert.equal(items[0]!.body?.length, 100_000);
    assert.equal(items[0]!.tags.length, 200);
  });

  it('stay quick when there are 5,000', async () => {
    const port = createStaticBackend({ data: { ideas: ideaCorpus(5000) } }).ideas!;
    const first = await port.list({ limit: 50 });
    assert.equal(first.total, 5000);
    await port.list({ q: 'warm' });
    const start = performance.now();
    for (const q of ['Bürgerbeteiligung', 'kalender auental', 'Spielpaltzküche']) {
      const { items } = await port.list({ q, stage: ['open', 'trying'], limit: 50 });
      assert.ok(items.length > 0, q);
    }
    // Generous, since machines that test are busy; by itself it is some hundredths of a second.
    assert.ok(performance.now() - start < 1500);
  });
});
