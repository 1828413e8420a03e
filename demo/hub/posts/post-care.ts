import { Type } from 'typebox';
import type { Hub } from '../hub.ts';
import { defineJob } from '../jobs/job-kind.ts';
import { notify } from '../notifications/notify.ts';
import { published } from './post-steps.ts';
import { forgetOldPosts, POSTS_TOPIC } from './post-store.ts';

const CHUNK = 50;

/** One round, every minute. */
export const RELEASE_POSTS = defineJob({ name: 'posts.release', data: Type.Object({}), once: true });
/** One round, every night. */
export const FORGET_POSTS = defineJob({ name: 'posts.forget', data: Type.Object({}), once: true });

/** Lets out what was scheduled for now or before; gives the number. Safe to run twice, and by several hubs at once. */
export async function releasePosts(hub: Hub): Promise<number> {
  const now = hub.clock();
  let count = 0;
  for (;;) {
    const done = await hub.database.write([POSTS_TOPIC], async (transaction) => {
      const rows = await transaction
        .selectFrom('post')
        .selectAll()
        .where('state', '=', 'scheduled')
        .where('publishAt', '<=', new Date(now))
        .orderBy('publishAt')
        .limit(CHUNK)
        .forUpdate()
        .skipLocked()
        .execute();
      for (const row of rows) {
        // It came out when it was meant to, also where the hub was away then.
        const columns = await published(transaction, row, row.publishAt?.getTime() ?? now);
        await transaction
          .updateTable('post')
          .set({ ...columns, version: row.version + 1, updatedAt: new Date(now) })
          .where('id', '=', row.id)
          .execute();
        await notify(transaction, { kind: 'post-published', to: [row.personId], postId: row.id, text: row.title });
      }
      return rows.length;
    });
    count += done;
    if (done < CHUNK) return count;
  }
}

/** Has both done in time, once over all hubs. Before the jobs start. */
export function schedulePostCare(hub: Hub): void {
  hub.jobs.define(RELEASE_POSTS, async () => void (await releasePosts(hub)));
  hub.jobs.schedule(RELEASE_POSTS, '* * * * *', {}, hub.config.timeZone);
  hub.jobs.define(FORGET_POSTS, async () => void (await forgetOldPosts(hub)));
  hub.jobs.schedule(FORGET_POSTS, '41 2 * * *', {}, hub.config.timeZone);
}
