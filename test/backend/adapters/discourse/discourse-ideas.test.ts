import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDiscourseBackend } from '../../../../src/backend/adapters/discourse/discourse-adapter.ts';
import { listOf } from '../../../../src/backend/adapters/discourse/discourse-ideas.ts';
import { CONTRACT_IDEAS, runIdeasPortContract } from '../../contract/ideas-port.contract.ts';

const FORUM = 'https://forum.lindenhafen.example';
const TAGS: readonly (readonly unknown[])[] = [
  ['offen'],
  ['idee', 'wird-ausprobiert'],
  ['abgelehnt'],
  ['stage-warteliste'],
];

/** A topic as in `topic_list.topics` (app/serializers/topic_list_item_serializer.rb). */
const topic = (index: number, changes: object = {}) => ({
  id: 100 + index,
  title: CONTRACT_IDEAS[index]!.title,
  fancy_title: CONTRACT_IDEAS[index]!.title,
  slug: `idee-${index}`,
  posts_count: 4,
  reply_count: 1,
  highest_post_number: 4,
  image_url: null,
  created_at: `2026-03-0${index + 1}T09:00:00.123Z`,
  last_posted_at: `2026-03-0${index + 1}T12:00:00.000Z`,
  bumped: true,
  bumped_at: `2026-03-0${index + 1}T12:00:00.000Z`,
  archetype: 'regular',
  unseen: false,
  pinned: false,
  excerpt: `${CONTRACT_IDEAS[index]!.text} &hellip;`,
  visible: true,
  closed: false,
  archived: false,
  tags: TAGS[index],
  vote_count: 7,
  can_vote: true,
  views: 30,
  like_count: 12,
  last_poster_username: 'jonas',
  category_id: 5,
  posters: [
    { extras: null, description: 'Original Poster', user_id: 3, primary_group_id: null },
    { extras: 'latest', description: 'Most Recent Poster', user_id: 4, primary_group_id: null },
  ],
  ...changes,
});
const USERS = [
  { id: 3, username: 'mira', name: 'Mira Holm', avatar_template: '/user_avatar/x/{size}/1.png' },
  { id: 4, username: 'jonas', name: null, avatar_template: '/user_avatar/y/{size}/1.png' },
];

function forum(topics: readonly ReturnType<typeof topic>[], perPage = 30) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input.toString());
    asked.push(`${init?.method ?? 'GET'} ${url.href}`);
    const one = /^\/t\/(\d+)\.json$/.exec(url.pathname)?.[1];
    if (one) {
      const found = topics.find(({ id }) => String(id) === one);
      if (!found)
        return Promise.resolve(Response.json({ errors: ['not found'], error_type: 'not_found' }, { status: 404 }));
      const posts = [
        {
          id: 1,
          name: 'Mira Holm',
          username: 'mira',
          post_number: 1,
          cooked: '<p>Erster &amp; letzter</p>\n<p>Absatz</p>',
        },
      ];
      return Promise.resolve(Response.json({ ...found, posters: undefined, post_stream: { posts, stream: [1] } }));
    }
    const page = Number(url.searchParams.get('page') ?? 0);
    const part = topics.slice(page * perPage, (page + 1) * perPage);
    const more = topics.length > (page + 1) * perPage;
    const list = {
      can_create_topic: false,
      per_page: perPage,
      topics: part,
      ...(more ? { more_topics_url: `${url.pathname.replace('.json', '')}?page=${page + 1}` } : {}),
    };
    return Promise.resolve(Response.json({ users: USERS, primary_groups: [], topic_list: list }));
  };
  return { fetch, asked };
}
const open = (topics: readonly ReturnType<typeof topic>[], src = `${FORUM}/c/ideen/5`, perPage?: number) => {
  const network = forum(topics, perPage);
  return { port: createDiscourseBackend({ src, fetch: network.fetch }).ideas!, asked: network.asked };
};

runIdeasPortContract(
  'Discourse',
  () =>
    open(
      [3, 2, 1, 0].map((index) => topic(index)),
      undefined,
      3,
    ),
  {
    stageLabel: 'warteliste',
  },
);

describe('the address of a Discourse', () => {
  it('is a category, a tag, or the forum with its newest', () => {
    for (const [src, base, list] of [
      [`${FORUM}/c/ideen/5`, `${FORUM}/`, `${FORUM}/c/ideen/5`],
      [`${FORUM}/c/amt/ideen/5.json?page=3`, `${FORUM}/`, `${FORUM}/c/amt/ideen/5`],
      [`${FORUM}/community/tag/idee`, `${FORUM}/community/`, `${FORUM}/community/tag/idee`],
      [`${FORUM}/latest.json`, `${FORUM}/`, `${FORUM}/latest`],
      [FORUM, `${FORUM}/`, `${FORUM}/latest`],
      [`${FORUM}/community/`, `${FORUM}/community/`, `${FORUM}/community/latest`],
    ] as const) {
      assert.deepEqual(listOf(src), { base, list }, src);
    }
  });
});

describe('topics of a Discourse as ideas', () => {
  const first = async (changes: object) => (await open([topic(0, changes)]).port.list({})).items[0]!;

  it('have votes as supports, replies as comments, a name and a link', async () => {
    const idea = await first({});
    assert.deepEqual([idea.counts.supports, idea.counts.comments], [7, 3]);
    assert.deepEqual(idea.authors, [{ displayName: 'Mira Holm' }]);
    assert.equal(idea.url, `${FORUM}/t/idee-0/100`);
    assert.equal(idea.summary, 'Einmal ausfüllen statt fünfmal …');
    assert.equal((await first({ vote_count: undefined, op_like_count: 2 })).counts.supports, 2);
  });

  it('stand where a tag says; other tags stay tags', async () => {
    for (const [tags, stage, label, left] of [
      [['trying', 'kita'], 'trying', undefined, ['kita']],
      [['Wird übernommen'], 'transfer', undefined, []],
      [['status-completed'], 'adopted', undefined, []],
      [[{ id: 3, name: 'zurückgezogen', slug: 'zurueckgezogen' }], 'withdrawn', undefined, []],
      [['stufe-prüfung'], 'open', 'prüfung', []],
      [['kita'], 'open', undefined, ['kita']],
      [undefined, 'open', undefined, []],
    ] as const) {
      const idea = await first({ tags });
      assert.deepEqual([idea.stage, idea.stageLabel, idea.tags], [stage, label, left], JSON.stringify(tags));
    }
    assert.equal((await first({ tags: [], archived: true })).stage, 'parked');
  });

  it('have their text when they are opened', async () => {
    const { port } = open([topic(0)]);
    const [idea] = (await port.list({})).items;
    assert.equal(idea?.body, undefined);
    assert.equal((await port.get!(idea!.id)).body, 'Erster & letzter\n\nAbsatz');
  });

  it('are asked page by page, and of the forum alone', async () => {
    const { port, asked } = open(
      [0, 1, 2, 3].map((index) => topic(index)),
      undefined,
      3,
    );
    await port.list({});
    assert.deepEqual(asked, [`GET ${FORUM}/c/ideen/5.json`, `GET ${FORUM}/c/ideen/5.json?page=1`]);
  });

  it('leave out what is hidden, and tell what makes no sense', async () => {
    const { items, problems } = await open([topic(0, { visible: false }), topic(1, { title: '' }), topic(2)]).port.list(
      {},
    );
    assert.equal(items.length, 1);
    assert.deepEqual(problems, [{ code: 'invalid-item', detail: 'no title', item: '101' }]);
  });
});
