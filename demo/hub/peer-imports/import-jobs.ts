import { Type } from 'typebox';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import type { Hub } from '../hub.ts';
import { defineJob } from '../jobs/job-kind.ts';
import { PEERS_TOPIC } from '../peers/peer-store.ts';
import { sweepImports } from './leave-import.ts';
import { DirectoryPuller } from './scim/directory-puller.ts';

const PULL = defineJob({
  name: 'directories.pull',
  data: Type.Object({}),
  once: true,
  // What fails is written down and tried again by its own schedule.
  retries: 0,
  timeout: 3_600,
  keepFinished: 3_600,
});
const SWEEP = defineJob({ name: 'peer-imports.sweep', data: Type.Object({}), once: true });

/** What is done with imported people beside the answers. Before the jobs start. */
export function defineImportJobs(hub: Hub): void {
  const { jobs, config, clock, database } = hub;
  const puller = new DirectoryPuller(hub);
  let isPrepared = false;
  jobs.define(PULL, async () => {
    if (!isPrepared) await puller.prepare();
    isPrepared = true;
    await puller.pullDue();
  });
  if (config.directories.length > 0) jobs.schedule(PULL, '* * * * *', {});
  jobs.define(SWEEP, async () => {
    // The last directory may have left the configuration: nobody pulls any more, and its people leave all the same.
    await puller.prepare();
    const { leftPeopleDays, unclaimedPeopleDays } = config.retention;
    const now = clock();
    await database.write([PEERS_TOPIC], (transaction) =>
      sweepImports(transaction, {
        leftBefore: new Date(now - leftPeopleDays * DAY_MS),
        madeBefore: new Date(now - unclaimedPeopleDays * DAY_MS),
      }),
    );
  });
  jobs.schedule(SWEEP, '41 2 * * *', {});
}
