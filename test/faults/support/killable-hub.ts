import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../demo/hub/config/config.ts';
import { openDatabase } from '../../../demo/hub/database/database.ts';
import { startHubProcess, type HubProcess } from '../../hub/support/hub-process.ts';

export interface StoredIdea {
  readonly id: string;
  readonly title: string;
  readonly createdBy: string | null;
}

/** A hub in a process of its own that is killed and started again on the same data. */
export interface KillableHub {
  /** Where it is, or was. */
  url(): string;
  readonly kills: number;
  /** SIGKILL, and a new start; resolves when it answers again. */
  killAndStart(): Promise<void>;
  /** Ends it for good and reads what its database has. */
  stopAndRead(): Promise<readonly StoredIdea[]>;
  remove(): void;
}

/** @param databaseUrl of an empty PostgreSQL database; without it the embedded one is used */
export async function startKillableHub(databaseUrl?: string): Promise<KillableHub> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-faults-'));
  const path = join(folder, 'hub.config.json');
  const limits = {
    requestsPerMinute: 100_000,
    submissionsPer5Minutes: 100_000,
    personSubmissionsPer5Minutes: 100_000,
  };
  writeFileSync(
    path,
    JSON.stringify({
      signIn: { mode: 'demo' },
      seed: false,
      ideas: { anonymous: true },
      organisations: [{ id: 'lindenhafen', name: 'Stadt Lindenhafen', kind: 'administration' }],
      logLevel: 'error',
      dataDir: join(folder, 'data'),
      siteDir: join(folder, 'site'),
      distDir: join(folder, 'dist'),
      limits,
      ...(databaseUrl && { database: { url: databaseUrl } }),
    }),
  );
  const environment = { HUB_CONFIG: path };
  let hub: HubProcess = await startHubProcess(environment);
  const port = new URL(hub.url).port;
  let kills = 0;
  return {
    url: () => hub.url,
    get kills() {
      return kills;
    },
    async killAndStart() {
      await hub.kill('SIGKILL');
      kills++;
      hub = await startHubProcess({ ...environment, PORT: port });
    },
    async stopAndRead() {
      await hub.kill('SIGTERM');
      const database = await openDatabase(loadConfig({ environment, folder }));
      try {
        return await database.kysely.selectFrom('idea').select(['id', 'title', 'createdBy']).execute();
      } finally {
        await database.close();
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
