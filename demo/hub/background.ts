import type { FastifyInstance } from 'fastify';
import type { Hub } from './hub.ts';
import { maintain } from './maintenance/maintenance.ts';
import { seedIdeas } from './seed/seed-ideas.ts';
import { seedMeetings } from './seed/seed-meetings.ts';
import { seedPeers } from './seed/seed-peers.ts';
import { seedPosts } from './seed/seed-posts.ts';
import { seedEvents } from './seed/seed.ts';
import { measureSources } from './sources/source-metrics.ts';
import { Gatherer } from './sources/gatherer.ts';

const MAINTENANCE_MS = 6 * 60 * 60_000;

/**
 * Starts what runs beside the answers: the demo's events once, the upkeep, the gathering of sources. It ends with
 * `app.close()`.
 * @param sourceFolders folders beside the data folder that `file:` sources may lie in
 */
export async function startBackground(
  hub: Hub,
  app: FastifyInstance,
  sourceFolders: readonly string[] = [],
): Promise<void> {
  await seedEvents(hub);
  await seedIdeas(hub);
  await seedMeetings(hub);
  await seedPeers(hub);
  await seedPosts(hub);
  await maintain(hub);
  const gatherer = new Gatherer(hub, { folders: [hub.config.dataDir, ...sourceFolders] });
  await gatherer.prepare();
  measureSources(hub, app.metrics);
  const timer = setInterval(() => {
    maintain(hub).catch((error: unknown) => app.log.error({ err: error }, 'upkeep failed'));
  }, MAINTENANCE_MS);
  timer.unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await gatherer.stop();
  });
  gatherer.start();
}
