import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { buildApp, type AppOptions } from '../../../demo/hub/app.ts';
import { ANONYMOUS, type AccountCaller, type Role } from '../../../demo/hub/authorization/caller.ts';
import { DEFAULT_CONFIG } from '../../../demo/hub/config/config-defaults.ts';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { openDatabase, openMemoryDatabase, type HubDatabase } from '../../../demo/hub/database/database.ts';
import { copyOfSharedDatabase, postgresMissing, startPostgres, type PostgresServer } from './postgres.ts';

/** A Monday at noon, in summer time. */
export const NOW = Date.parse('2026-06-15T10:00:00Z');

const ORGANISATIONS: HubConfig['organisations'] = [
  { id: 'stadt-a', name: 'Stadt Ähringen', kind: 'administration' },
  { id: 'kreis-b', name: 'Kreis Bergtal', kind: 'administration' },
];

/** People of the tests; the header `x-test-person` names one. */
export const PEOPLE: Readonly<Record<string, AccountCaller>> = {
  organiserA: person('organiserA', 'stadt-a', 'Amt 1', ['member', 'organiser']),
  memberA: person('memberA', 'stadt-a', 'Amt 1', ['member']),
  otherUnitA: person('otherUnitA', 'stadt-a', 'Amt 2', ['member']),
  moderatorA: person('moderatorA', 'stadt-a', 'Amt 2', ['member', 'moderator']),
  organiserB: person('organiserB', 'kreis-b', undefined, ['member', 'organiser']),
};

function person(id: string, orgId: string, unit: string | undefined, roles: readonly Role[]): AccountCaller {
  return {
    kind: 'account',
    accountId: `account-${id}`,
    person: { id: `person-${id}`, displayName: id },
    memberships: [{ org: { id: orgId, name: orgId }, ...(unit && { unit }), roles }],
  };
}

export const testConfig = (changes: Partial<HubConfig> = {}): HubConfig => ({
  ...DEFAULT_CONFIG,
  logLevel: 'silent',
  port: 0,
  host: '127.0.0.1',
  organisations: ORGANISATIONS,
  ...changes,
});

export interface TestHub {
  readonly app: FastifyInstance;
  readonly database: HubDatabase;
  readonly config: HubConfig;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: 'pglite' | 'postgres';
  /** A hub on an empty database of its own. */
  start(options?: Partial<AppOptions> & { readonly config?: HubConfig }): Promise<TestHub>;
}

export async function startHub(database: HubDatabase, options: Partial<AppOptions> = {}): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-test-'));
  const config: HubConfig = {
    ...(options.config ?? testConfig()),
    dataDir: folder,
    siteDir: join(folder, 'site'),
    distDir: join(folder, 'dist'),
  };
  const app = await buildApp({
    clock: () => NOW,
    identify: (request) => PEOPLE[String(request.headers['x-test-person'])] ?? ANONYMOUS,
    ...options,
    database,
    config,
  });
  return {
    app,
    database,
    config,
    async close() {
      await app.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Suite = (engine: Engine) => void;

function onEmbedded(title: string, suite: Suite): void {
  describe(`${title} (embedded database)`, () => {
    suite({ name: 'pglite', start: async (options) => startHub(await openMemoryDatabase(), options) });
  });
}

function onPostgres(title: string, suite: Suite): void {
  describe(`${title} (PostgreSQL)`, { skip: postgresMissing() ?? false }, () => {
    let server: Promise<PostgresServer> | undefined;
    after(async () => (await server)?.stop());
    suite({
      name: 'postgres',
      async start(options) {
        const url = await (copyOfSharedDatabase() ?? (server ??= startPostgres()).then((own) => own.createDatabase()));
        return startHub(await openDatabase({ database: { url, poolSize: 5 }, dataDir: '' }), options);
      },
    });
  });
}

/**
 * Runs one suite on the embedded database and, where it can be had, on PostgreSQL: for what databases do differently, such
 * as locks, races, search, jobs and time.
 */
export function onEveryEngine(title: string, suite: Suite): void {
  onEmbedded(title, suite);
  onPostgres(title, suite);
}

/** Which of both, only a new title changes. */
const isEven = (title: string): boolean => [...title].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2 === 0;

/** Runs one suite on one of both engines, by turns with the others; on both in the full run. */
export function onEitherEngine(title: string, suite: Suite): void {
  if (process.env['VR_FULL'] === '1') onEveryEngine(title, suite);
  else if (postgresMissing() || isEven(title)) onEmbedded(title, suite);
  else onPostgres(title, suite);
}
