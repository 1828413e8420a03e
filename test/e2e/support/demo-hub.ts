import { buildApp } from '../../../demo/hub/app.ts';
import { DEFAULT_CONFIG } from '../../../demo/hub/config/config-defaults.ts';
import { openDatabase, openMemoryDatabase } from '../../../demo/hub/database/database.ts';
import { withDemoNetwork } from '../../../demo/hub/seed/seed.ts';
import { copyBuilt } from './built.ts';
import { NOW } from './now.ts';

export interface DemoHub {
  /** `http://localhost:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

export interface DemoHubOptions {
  /** PostgreSQL in place of the embedded database. */
  readonly databaseUrl?: string;
  /** Epoch ms. Default: it is always `NOW`. */
  readonly clock?: () => number;
}

/** The hub as `npm start` runs it, with its demo and the built library, on a data folder of its own. */
export async function startDemoHub({ databaseUrl, clock = () => NOW }: DemoHubOptions = {}): Promise<DemoHub> {
  const built = copyBuilt();
  const config = withDemoNetwork(
    {
      ...DEFAULT_CONFIG,
      port: 0,
      logLevel: 'error',
      dataDir: `${built.folder}/data`,
      distDir: built.dist,
      ...(databaseUrl && { database: { ...DEFAULT_CONFIG.database, url: databaseUrl } }),
      // One browser asks more in a minute than people do.
      limits: { ...DEFAULT_CONFIG.limits, requestsPerMinute: 100_000 },
    },
    clock(),
  );
  // A folder of an embedded database takes two starts; its own tests are with the hub.
  const database = await (databaseUrl ? openDatabase(config) : openMemoryDatabase());
  const app = await buildApp({ config, database, clock, runJobs: true });
  const address = await app.listen({ host: config.host, port: 0 });
  return {
    origin: `http://localhost:${new URL(address).port}`,
    async close() {
      await app.close();
      await database.close();
      built.remove();
    },
  };
}
