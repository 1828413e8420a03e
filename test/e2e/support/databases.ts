import { after, describe } from 'node:test';
import { postgresMissing, startPostgres, type PostgresServer } from '../../hub/support/postgres.ts';
import { startDemoHub, type DemoHub, type DemoHubOptions } from './demo-hub.ts';

const full = process.env['VR_FULL'] ? undefined : 'journeys on PostgreSQL run with npm run test:full';

/**
 * A journey on the embedded database and on PostgreSQL. The second takes as long and finds little that tests of the hub
 * have not found: it is for the full run.
 */
export function onEachDatabase(
  title: string,
  journey: (start: () => Promise<DemoHub>) => void,
  options: DemoHubOptions = {},
): void {
  describe(`${title} (embedded database)`, () => journey(() => startDemoHub(options)));
  describe(`${title} (PostgreSQL)`, { skip: postgresMissing() ?? full ?? false }, () => {
    let server: PostgresServer | undefined;
    journey(async () => {
      server = await startPostgres();
      return startDemoHub({ ...options, databaseUrl: await server.createDatabase() });
    });
    after(() => server?.stop());
  });
}
