import { DAY_MS } from '../../../src/model/plain-date.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { findIdea, IDEAS_TOPIC, saveIdea } from '../ideas/idea-store.ts';
import type { Written } from '../posts/post-check.ts';
import { POST, POSTS_TOPIC } from '../posts/post-store.ts';
import { clustersOf } from '../posts/post-story.ts';
import { keepPostWords } from '../posts/post-text.ts';
import { columnsOf } from '../posts/post-writes.ts';
import { checkedImage } from '../uploads/uploads.ts';
import { seedIdeaId, timeAgo, type SeedPlace } from './ideas/write-idea.ts';
import { drawChart } from './posts/chart.ts';
import { OTHER_POSTS } from './posts/other-posts.ts';
import { EVERYDAY_REPORTS } from './posts/everyday-reports.ts';
import { TRIAL_REPORTS } from './posts/trial-reports.ts';
import type { SeedPost } from './posts/seed-post.ts';
import { isFirstSeed } from './seed-once.ts';
import { writeSeedPeople } from './seed-people.ts';
import { wantsSeed } from './seed.ts';

export const DEMO_POSTS: readonly SeedPost[] = [...EVERYDAY_REPORTS, ...TRIAL_REPORTS, ...OTHER_POSTS];

const SEEDED = 'seeded-posts';

export const seedPostId = (key: string): string => `demo-post-${key}`;

async function keepChart(
  { uploads, directory }: Hub,
  transaction: HubTransaction,
  { key, by, org, chart }: SeedPost,
  person: SeedPlace['person'],
): Promise<Written['images']> {
  if (!chart) return [];
  const { alt, bars } = chart;
  const { id } = await uploads.keep(
    transaction,
    {
      kind: 'account',
      accountId: person(by),
      person: { id: person(by), displayName: '' },
      memberships: [{ org: { id: org, name: directory.organisation(org)?.name ?? org }, roles: ['member'] }],
    },
    checkedImage(drawChart(bars), { mediaType: 'image/png', fileName: `${key}.png`, alt }),
  );
  await uploads.use(transaction, id, { type: POST, id: seedPostId(key), visibility: 'self' });
  return [{ id, alt }];
}

async function rowOf(
  hub: Hub,
  transaction: HubTransaction,
  post: SeedPost,
  { place: { now, person }, ideas }: { readonly place: SeedPlace; readonly ideas: ReadonlySet<string> },
) {
  const { key, title, teaser, body, chapters, tags, topics, state = 'published' } = post;
  const images = await keepChart(hub, transaction, post, person);
  const at = timeAgo(now, post.ago, key);
  const ideaId = post.idea === undefined ? null : seedIdeaId(post.idea);
  const texts = { teaser, ...(body !== undefined && { body }), ...(chapters && { chapters }) };
  const written: Written = {
    title,
    texts,
    images,
    tags: [...tags],
    topicIds: topics.filter((id) => hub.directory.topic(id) !== undefined),
    size: post.size ?? null,
    maturity: post.maturity ?? null,
    lang: post.lang ?? 'de',
  };
  return {
    searched: { ...written, teaser, orgId: post.org, authorNames: [] },
    row: {
      ...columnsOf(written, post.org),
      id: seedPostId(key),
      sourceId: null,
      guid: null,
      state,
      personId: person(post.by),
      ideaId: ideaId !== null && ideas.has(ideaId) ? ideaId : null,
      authorNames: [],
      url: null,
      storyUrl: null,
      announces: [],
      cluster: seedPostId(key),
      contentHash: null,
      publishedAt: state === 'published' ? at : null,
      modifiedAt: null,
      publishAt: post.in === undefined ? null : new Date(now + post.in * DAY_MS),
      question: null,
      seenAt: null,
      createdAt: at,
      updatedAt: at,
    },
  };
}

/** The practice of an idea names its report, as it does when an author publishes one. */
async function nameReports(transaction: HubTransaction, now: number): Promise<void> {
  for (const { key, idea: ideaKey, isPractice, ago } of DEMO_POSTS) {
    if (!isPractice || ideaKey === undefined) continue;
    const idea = await findIdea(transaction, seedIdeaId(ideaKey), { forUpdate: true });
    const practice = idea?.document.practice;
    if (!idea || !practice || practice.postId !== undefined) continue;
    const document = { ...idea.document, practice: { ...practice, postId: seedPostId(key) } };
    await saveIdea(transaction, idea, { document }, timeAgo(now, ago, key).getTime(), { active: false });
  }
}

/**
 * Fills a hub without posts of its own with the demo's reports, once: what people then change or remove stays so. After
 * the demo's ideas. Gives the number of posts that came.
 */
export async function seedPosts(hub: Hub): Promise<number> {
  if (!wantsSeed(hub.config)) return 0;
  const now = hub.clock();
  return hub.database.write([POSTS_TOPIC, IDEAS_TOPIC], async (transaction) => {
    if (!(await isFirstSeed(transaction, SEEDED, now))) return 0;
    const own = await transaction.selectFrom('post').select('id').where('sourceId', 'is', null).limit(1).execute();
    if (own.length > 0 || DEMO_POSTS.some(({ org }) => !hub.directory.organisation(org))) return 0;
    const place = await writeSeedPeople(transaction, now);
    const known = await transaction.selectFrom('idea').select('id').where('id', 'like', 'demo-idea-%').execute();
    const ideas = new Set(known.map(({ id }) => id));
    const entries = [];
    for (const post of DEMO_POSTS) entries.push(await rowOf(hub, transaction, post, { place, ideas }));
    const out = entries.filter(({ row }) => row.state === 'published');
    await keepPostWords(
      transaction,
      out.map(({ searched }) => searched),
    );
    const clusters = await clustersOf(
      transaction,
      out.map(({ row }) => row),
    );
    await transaction
      .insertInto('post')
      .values(entries.map(({ row }) => ({ ...row, cluster: clusters.get(row.id) ?? row.id })))
      .execute();
    await nameReports(transaction, now);
    return entries.length;
  });
}
