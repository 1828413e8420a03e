import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { IDEA_FACETS, IdeaCollection, type IdeaFacet, type IdeaFilter } from '../../src/model/idea-filter.ts';
import { IDEA_ORDER } from '../../src/model/idea-order.ts';
import { similarIdeas } from '../../src/model/idea-similar.ts';
import { HELP_KINDS, IDEA_REACHES, IDEA_STAGES } from '../../src/model/idea.ts';
import { ideaCorpus } from './support/idea-corpus.ts';

const collection = new IdeaCollection(ideaCorpus(300));
const ids = (filter: IdeaFilter): readonly string[] => collection.filter(filter).items.map(({ id }) => id);

const subset = (values: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.subarray([...values], { maxLength: 3 });
const filters: fc.Arbitrary<IdeaFilter> = fc.record(
  {
    stage: subset(IDEA_STAGES),
    reach: subset(IDEA_REACHES),
    need: subset(HELP_KINDS),
    topic: subset(['teilhabe', 'beteiligung', 'Technik', 'Language', 'gibtesnicht']),
    org: subset(['lindenhafen', 'Stadt Auental', 'brückfurt']),
    q: fc.constantFrom('', 'digital', 'bürger', 'kalender lindenhafen', 'xyzxyz'),
    sort: fc.constantFrom('active' as const, 'new' as const, 'support' as const, 'needs-help' as const),
  },
  { requiredKeys: [] },
);

describe('a list of ideas that is narrowed', () => {
  it('counts a value as often as there are ideas when it alone is chosen in its property', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const { facets } = collection.filter(filter);
        for (const name of IDEA_FACETS) {
          for (const { value, count } of facets[name]!) {
            assert.equal(collection.filter({ ...filter, [name]: [value] }).items.length, count, `${name} ${value}`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('widens by several values of one property and narrows by several properties', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom<IdeaFacet>(...IDEA_FACETS), (filter, name) => {
        const here = new Set(ids(filter));
        for (const id of here) assert.ok(ids({ ...filter, [name]: undefined }).includes(id));
        const values = filter[name] ?? [];
        if (values.length < 2) return;
        const joined = new Set(values.flatMap((value) => ids({ ...filter, [name]: [value] })));
        assert.deepEqual([...here].sort(), [...joined].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('is in the order that was asked for, and the same for ties', () => {
    for (const sort of ['active', 'new', 'support', 'needs-help'] as const) {
      const { items } = collection.filter({ sort });
      const shuffled = new IdeaCollection([...collection.ideas].reverse());
      assert.deepEqual(
        shuffled.filter({ sort }).items.map(({ id }) => id),
        items.map(({ id }) => id),
      );
      for (let index = 1; index < items.length; index++)
        assert.ok(IDEA_ORDER[sort](items[index - 1]!, items[index]!) <= 0);
    }
    assert.deepEqual(ids({}), ids({ sort: 'active' }));
    assert.equal(collection.filter({ sort: 'needs-help' }).items[0]!.counts.helpOffers, 0);
  });

  it('counts topics below a topic with it, and names topics and organisations', () => {
    const { facets } = collection.filter({});
    const count = (value: string): number => facets.topic!.find((each) => each.value === value)!.count;
    assert.equal(facets.topic!.find(({ value }) => value === 'teilhabe')!.label, 'Teilhabe');
    assert.ok(count('teilhabe') > count('beteiligung') + count('sprache'));
    assert.equal(ids({ topic: ['Teilhabe'] }).length, count('teilhabe'));
    assert.ok(facets.org!.some(({ label }) => label === 'Stadt Brückfurt'));
  });

  it('keeps a chosen value that nothing has, with 0', () => {
    assert.deepEqual(
      collection.filter({ stage: ['merged'] }).facets.stage!.find(({ value }) => value === 'merged'),
      { value: 'merged', count: 0 },
    );
  });

  it('puts what fits best first where words were given and no order', () => {
    const [first] = collection.filter({ q: 'Bürgerbeteiligung' }).items;
    assert.match(first!.title, /^Bürgerbeteiligung/);
  });

  it('does not count a need that is met', () => {
    const [idea] = collection.ideas;
    const met = new IdeaCollection([
      { ...idea!, needs: [{ kind: 'room', filledBy: { displayName: 'Mira' } }, { kind: 'data' }] },
    ]);
    assert.deepEqual(met.filter({}).facets.need, [{ value: 'data', count: 1 }]);
    assert.equal(met.filter({ need: ['room'] }).items.length, 0);
  });

  it('shows what is the reader’s, what they follow, and what waits for a moderator', () => {
    const [a, b, c] = collection.ideas.filter(({ stage }) => stage === 'open');
    const mine = new IdeaCollection([
      { ...a!, me: { author: true } },
      { ...b!, me: { following: true } },
      { ...c!, reports: 1 },
    ]);
    assert.deepEqual(
      mine.filter({ mine: 'author' }).items.map(({ id }) => id),
      [a!.id],
    );
    assert.deepEqual(
      mine.filter({ mine: 'following' }).items.map(({ id }) => id),
      [b!.id],
    );
    assert.deepEqual(
      mine.filter({ queue: true }).items.map(({ id }) => id),
      [c!.id],
    );
  });
});

describe('ideas like what is being written', () => {
  const similar = (q: string, without?: string) => similarIdeas(collection.index, { q, without });

  it('are those that share words of weight, at most five', () => {
    const items = similar('Wir wollen die Bürgerbeteiligung in unserer Verwaltung einfach machen');
    assert.ok(items.length > 0 && items.length <= 5);
    assert.match(items[0]!.title, /Bürgerbeteiligung/);
  });

  it('are none where only words are shared that say nothing', () => {
    assert.deepEqual(similar('Eine neue Idee für unsere Verwaltung, damit alle mehr davon haben'), []);
    assert.deepEqual(similar('We should make it easier for all of us'), []);
  });

  it('leave out the idea itself', () => {
    const [idea] = collection.ideas;
    assert.equal(similar(idea!.title)[0]!.id, idea!.id);
    assert.ok(!similar(idea!.title, idea!.id).some(({ id }) => id === idea!.id));
  });
});
