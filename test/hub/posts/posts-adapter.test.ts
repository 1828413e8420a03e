import { makeHub } from '../../../demo/hub/make-hub.ts';
import { storeGatheredPosts } from '../../../demo/hub/posts/post-store.ts';
import { createHubBackend } from '../../../src/backend/adapters/hub/hub-adapter.ts';
import type { PostsPort } from '../../../src/backend/ports.ts';
import { withReport } from '../../../src/model/report-lens.ts';
import { CONTRACT_POSTS, runPostsPortContract } from '../../backend/contract/posts-port.contract.ts';
import { NOW, onEitherEngine } from '../support/test-hub.ts';

onEitherEngine('Posts of the hub read by its adapter', (engine) => {
  runPostsPortContract('a live hub', async () => {
    const hub = await engine.start();
    try {
      const parts = makeHub({ config: hub.config, database: hub.database, clock: () => NOW });
      await storeGatheredPosts(
        parts,
        'blog',
        CONTRACT_POSTS.map((post) => withReport({ ...post, report: undefined })),
      );
    } catch (error) {
      await hub.close();
      throw error;
    }
    const src = await hub.app.listen({ port: 0, host: '127.0.0.1' });
    return { port: createHubBackend({ src }).posts as PostsPort, close: () => hub.close() };
  });
});
