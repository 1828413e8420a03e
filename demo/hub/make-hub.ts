import { Accounts } from './accounts/accounts.ts';
import { PersonalData } from './accounts/personal-data.ts';
import type { HubConfig } from './config/config.ts';
import { hubSecret } from './config/hub-secret.ts';
import type { HubDatabase } from './database/database.ts';
import { Directory } from './directory/directory.ts';
import type { Hub } from './hub.ts';
import { Jobs } from './jobs/jobs.ts';
import { Mailer } from './mail/mailer.ts';
import { Uploads } from './uploads/uploads.ts';

/** Puts together what every module is given. Nothing runs yet. */
export function makeHub(parts: {
  readonly config: HubConfig;
  readonly database: HubDatabase;
  /** Epoch ms. */
  readonly clock: () => number;
}): Hub {
  const { config, database, clock } = parts;
  const directory = new Directory(config);
  const jobs = new Jobs(database);
  const personalData = new PersonalData(database, config);
  return {
    config,
    database,
    directory,
    clock,
    accounts: new Accounts({ config, database, directory }),
    personalData,
    jobs,
    mailer: new Mailer({ config, database, jobs }),
    uploads: new Uploads({ config, database, personalData }),
    secret: hubSecret(config),
  };
}
