import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDecidimBackend } from '../../../../src/backend/adapters/decidim/decidim-adapter.ts';
import { placeOf } from '../../../../src/backend/adapters/decidim/decidim-ideas.ts';
import { CONTRACT_IDEAS, runIdeasPortContract } from '../../contract/ideas-port.contract.ts';

const HOST = 'https://mitmachen.auental.example';
const SRC = `${HOST}/processes/klima/f/29/`;
const STATES = ['not_answered', 'evaluating', 'rejected', 'warteliste'];

const words = (de: string, en?: string) => ({
  translations: [{ locale: 'ca', text: '' }, ...(en ? [{ locale: 'en', text: en }] : []), { locale: 'de', text: de }],
});

/** A node of `proposals` (decidim-proposals/lib/decidim/api/proposal_type.rb and the interfaces it implements). */
const proposal = (index: number, changes: object = {}) => ({
  id: String(300 + index),
  title: words(CONTRACT_IDEAS[index]!.title, 'In English'),
  body: words(`<p>${CONTRACT_IDEAS[index]!.text}</p><p>Mehr dazu.</p>`),
  state: STATES[index],
  publishedAt: `2026-03-0${index + 1}T10:00:00+01:00`,
  createdAt: `2026-03-0${index + 1}T08:00:00+01:00`,
  updatedAt: `2026-03-0${index + 1}T12:00:00+01:00`,
  voteCount: 5,
  totalCommentsCount: 2,
  address: null,
  author: { name: 'Mira Holm' },
  answer: null,
  answeredAt: null,
  withdrawn: false,
  taxonomies: [{ id: '9', name: words('Klima &amp; Grün') }],
  ...changes,
});

interface Question {
  readonly query: string;
  readonly variables: { readonly component: string; readonly first: number; readonly after?: string };
}

/** A platform with one component; `unknown` are fields that its version does not have. */
function platform(
  nodes: readonly unknown[],
  { unknown = [], size = 100 }: { unknown?: readonly string[]; size?: number } = {},
) {
  const asked: string[] = [];
  const questions: Question[] = [];
  const answer = (question: Question): object => {
    const missing = unknown.find((name) => new RegExp(`\\b${name}\\b`).test(question.query));
    if (missing) return { errors: [{ message: `Field '${missing}' doesn't exist on type 'Proposal'` }] };
    if (question.variables.component !== '29') return { data: { component: null } };
    const begin = Number(question.variables.after ?? 0);
    const end = begin + Math.min(size, question.variables.first);
    const pageInfo = { hasNextPage: end < nodes.length, endCursor: String(end) };
    return { data: { component: { id: '29', proposals: { pageInfo, nodes: nodes.slice(begin, end) } } } };
  };
  const fetch: typeof globalThis.fetch = (input, init) => {
    asked.push(`${init?.method} ${input instanceof Request ? input.url : input.toString()}`);
    const question = JSON.parse(init?.body as string) as Question;
    questions.push(question);
    return Promise.resolve(Response.json(answer(question)));
  };
  return { port: createDecidimBackend({ src: SRC, fetch }).ideas!, fetch, asked, questions };
}

runIdeasPortContract(
  'Decidim',
  () =>
    platform(
      [3, 2, 1, 0].map((index) => proposal(index)),
      { size: 3 },
    ),
  {
    stages: { [CONTRACT_IDEAS[1].title]: 'teaming' },
    stageLabel: 'warteliste',
  },
);

describe('the address of a Decidim', () => {
  it('names a component by its page or its number', () => {
    assert.deepEqual(placeOf(`${SRC}proposals?order=recent`), { api: `${HOST}/api`, component: '29', page: SRC });
    assert.deepEqual(placeOf(`${HOST}/?component=29`), { api: `${HOST}/api`, component: '29' });
    assert.throws(() => placeOf(`${HOST}/processes/klima`), { kind: 'unsupported' });
  });

  it('that names none fails with the reason', async () => {
    const { fetch, asked } = platform([]);
    await assert.rejects(createDecidimBackend({ src: HOST, fetch }).ideas!.list({}), { kind: 'unsupported' });
    await assert.rejects(createDecidimBackend({ src: `${HOST}/?component=30`, fetch }).ideas!.list({}), {
      kind: 'missing',
    });
    assert.equal(asked.length, 1);
  });
});

describe('proposals of a Decidim as ideas', () => {
  const first = async (changes: object) => (await platform([proposal(0, changes)]).port.list({})).items[0]!;

  it('have German text where there is some, a topic, a link, votes and comments', async () => {
    const idea = await first({});
    assert.equal(idea.title, CONTRACT_IDEAS[0].title);
    assert.equal(idea.body, 'Einmal ausfüllen statt fünfmal\n\nMehr dazu.');
    assert.equal(idea.topics[0]?.label.de, 'Klima & Grün');
    assert.equal(idea.url, `${SRC}proposals/300`);
    assert.equal(idea.createdAt, '2026-03-01T09:00:00Z');
    assert.deepEqual([idea.counts.supports, idea.counts.comments], [5, 2]);
    assert.equal((await first({ title: { translations: [{ locale: 'fr', text: 'Une idée' }] } })).title, 'Une idée');
    assert.equal((await first({ voteCount: null })).counts.supports, 0);
  });

  it('stand where their answer put them; a state of the platform’s own keeps its word', async () => {
    for (const [state, withdrawn, stage, label] of [
      [null, false, 'open', undefined],
      ['accepted', false, 'teaming', undefined],
      ['accepted', true, 'withdrawn', undefined],
      ['withdrawn', undefined, 'withdrawn', undefined],
      ['in_planung', false, 'open', 'in_planung'],
    ] as const) {
      const idea = await first({ state, withdrawn });
      assert.deepEqual([idea.stage, idea.stageLabel], [stage, label], String(state));
    }
  });

  it('carry the answer of the platform', async () => {
    const { answer } = await first({ answer: words('Wir prüfen das.'), answeredAt: '2026-03-05T10:00:00Z' });
    assert.deepEqual(answer, {
      text: 'Wir prüfen das.',
      by: { displayName: 'mitmachen.auental.example' },
      at: '2026-03-05T10:00:00Z',
    });
  });

  it('are asked again without the fields that an older version does not know', async () => {
    const { port, questions } = platform(
      [proposal(0, { taxonomies: undefined, category: { id: '4', name: words('Verkehr') } })],
      {
        unknown: ['taxonomies', 'withdrawn'],
      },
    );
    assert.equal((await port.list({})).items[0]?.topics[0]?.label.de, 'Verkehr');
    assert.equal(questions.length, 2);
    const bare = platform([proposal(0)], { unknown: ['taxonomies', 'category'] });
    assert.equal((await bare.port.list({})).items.length, 1);
  });

  it('are asked for at one address, with nothing but the question', async () => {
    const { port, asked, questions } = platform(
      [0, 1, 2, 3].map((index) => proposal(index)),
      { size: 3 },
    );
    await port.list({});
    assert.deepEqual(asked, [`POST ${HOST}/api`, `POST ${HOST}/api`]);
    assert.deepEqual(
      questions.map(({ variables }) => variables),
      [
        { component: '29', first: 100 },
        { component: '29', first: 100, after: '3' },
      ],
    );
  });

  it('tell what makes no sense, and pass over what the reader may not see', async () => {
    const { items, problems } = await platform([null, proposal(0, { title: null }), proposal(1)]).port.list({});
    assert.equal(items.length, 1);
    assert.deepEqual(problems, [{ code: 'invalid-item', detail: 'no title', item: '300' }]);
  });
});
