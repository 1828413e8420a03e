import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { IDEAS_TOPIC } from '../ideas/idea-store.ts';
import '../notifications/notification-tables.ts';
import { DEMO_PEOPLE } from '../sign-in/demo-people.ts';
import { OTHER_IDEAS } from './ideas/endings.ts';
import { SEED_NEWS } from './ideas/news.ts';
import { OPEN_IDEAS } from './ideas/open.ts';
import { SEED_PEOPLE } from './ideas/people.ts';
import { PRACTICE_IDEAS } from './ideas/practice.ts';
import type { SeedIdea } from './ideas/seed-idea.ts';
import { TRIED_IDEAS } from './ideas/trying.ts';
import { seedIdeaId, timeAgo, writeSeedIdeas, type SeedPlace } from './ideas/write-idea.ts';
import { wantsSeed } from './seed.ts';

/** What an idea comes from, or became part of, stands before it. */
export const DEMO_IDEAS: readonly SeedIdea[] = [...OPEN_IDEAS, ...TRIED_IDEAS, ...PRACTICE_IDEAS, ...OTHER_IDEAS];

const SEEDED = 'seeded-ideas';

/** The people of the seed as persons; those who have an account in the demo are the same persons. */
async function writePeople(transaction: HubTransaction, now: number): Promise<SeedPlace> {
  const homes = new Map<string, string>([
    ...DEMO_PEOPLE.map(({ id, org }) => [id, org.id] as const),
    ...SEED_PEOPLE.map(({ id, org }) => [id, org] as const),
  ]);
  const demo = DEMO_PEOPLE.map(({ id, displayName, org }) => ({ id, displayName, org: org.id }));
  const accounts = await transaction
    .selectFrom('person')
    .select('id')
    .where(
      'id',
      'in',
      demo.map(({ id }) => `demo-${id}`),
    )
    .execute();
  const known = new Set(accounts.map(({ id }) => id));
  // Where the demo sign-in is off its ids stay free for it.
  const person = (key: string): string => (known.has(`demo-${key}`) ? `demo-${key}` : `seed-${key}`);
  await transaction
    .insertInto('person')
    .values(
      [...demo, ...SEED_PEOPLE]
        .filter(({ id }) => !known.has(`demo-${id}`))
        .map(({ id, displayName, org }) => ({ id: person(id), displayName, orgId: org })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { now, person, homeOf: (key) => homes.get(key) ?? null };
}

async function writeNews(transaction: HubTransaction, { now, person }: SeedPlace): Promise<void> {
  const rows = SEED_NEWS.map(({ to, kind, by, idea, text, ago, read }, index) => {
    const at = timeAgo(now, ago, `${to}${idea}`);
    return {
      id: `demo-news-${index + 1}`,
      personId: person(to),
      kind,
      byPerson: by === undefined ? null : person(by),
      ideaId: seedIdeaId(idea),
      text: text ?? null,
      at,
      readAt: read ? new Date(at.getTime() + 60_000) : null,
      // Nobody is sent mails about what never happened.
      mailedAt: at,
    };
  });
  await transaction.insertInto('notification').values(rows).execute();
}

/**
 * Fills an empty hub with the demo's ideas, once: what people then change or remove stays so. After the demo's people.
 * Gives the number of ideas that came.
 */
export async function seedIdeas(hub: Hub): Promise<number> {
  if (!wantsSeed(hub.config)) return 0;
  const now = hub.clock();
  return hub.database.write([IDEAS_TOPIC], async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('fact')
      .values({ name: SEEDED, value: new Date(now).toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return 0;
    const own = await transaction.selectFrom('idea').select('id').limit(1).executeTakeFirst();
    if (own) return 0;
    // The demo's ideas speak of its own organisations.
    if (DEMO_IDEAS.some(({ org }) => !hub.directory.organisation(org))) return 0;
    const place = await writePeople(transaction, now);
    await writeSeedIdeas(transaction, DEMO_IDEAS, place);
    await writeNews(transaction, place);
    return DEMO_IDEAS.length;
  });
}
