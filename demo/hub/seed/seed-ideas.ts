import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { IDEAS_TOPIC } from '../ideas/idea-store.ts';
import '../notifications/notification-tables.ts';
import { OTHER_IDEAS } from './ideas/endings.ts';
import { SEED_NEWS } from './ideas/news.ts';
import { OPEN_IDEAS } from './ideas/open.ts';
import { PRACTICE_IDEAS } from './ideas/practice.ts';
import type { SeedIdea } from './ideas/seed-idea.ts';
import { TRIED_IDEAS } from './ideas/trying.ts';
import { seedIdeaId, timeAgo, writeSeedIdeas, type SeedPlace } from './ideas/write-idea.ts';
import { isFirstSeed } from './seed-once.ts';
import { writeSeedPeople } from './seed-people.ts';
import { wantsSeed } from './seed.ts';

/** What an idea comes from, or became part of, stands before it. */
export const DEMO_IDEAS: readonly SeedIdea[] = [...OPEN_IDEAS, ...TRIED_IDEAS, ...PRACTICE_IDEAS, ...OTHER_IDEAS];

const SEEDED = 'seeded-ideas';

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
    if (!(await isFirstSeed(transaction, SEEDED, now))) return 0;
    const own = await transaction.selectFrom('idea').select('id').limit(1).executeTakeFirst();
    if (own) return 0;
    // The demo's ideas speak of its own organisations.
    if (DEMO_IDEAS.some(({ org }) => !hub.directory.organisation(org))) return 0;
    const place = await writeSeedPeople(transaction, now);
    await writeSeedIdeas(transaction, DEMO_IDEAS, place);
    await writeNews(transaction, place);
    return DEMO_IDEAS.length;
  });
}
