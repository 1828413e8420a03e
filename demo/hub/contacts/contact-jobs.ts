import { sql } from 'kysely';
import { Type } from 'typebox';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { defineJob } from '../jobs/job-kind.ts';
import { CONTACTS_TOPIC } from './contact-facts.ts';
import { tellOfRequest } from './contact-news.ts';
import './contact-tables.ts';

const TELL = defineJob({
  name: 'contacts.tell',
  data: Type.Object({ id: Type.String() }),
  retries: 10,
  keepFinished: 3_600,
});
const EXPIRE = defineJob({ name: 'contacts.expire', data: Type.Object({}), once: true });

/** Has the one who is asked told, once the request is there. */
export const tellLater = ({ jobs }: Pick<Hub, 'jobs'>, transaction: HubTransaction, id: string): Promise<void> =>
  jobs.send(TELL, { id }, { transaction });

/** Writes down which requests have expired; gives the number. Answers go by the clock and do not wait for it. */
export async function expireRequests({ database, clock }: Pick<Hub, 'database' | 'clock'>): Promise<number> {
  const now = new Date(clock());
  const { numUpdatedRows } = await database.write([CONTACTS_TOPIC], (transaction) =>
    transaction
      .updateTable('contactRequest')
      .set({ state: 'expired' })
      .where('state', '=', 'sent')
      .where('expiresAt', '<=', now)
      .executeTakeFirst(),
  );
  return Number(numUpdatedRows);
}

/** Removes requests `retention.contactRequestDays` after they were answered or expired; gives the number. */
export async function forgetRequests({ database, config, clock }: Hub): Promise<number> {
  const before = new Date(clock() - config.retention.contactRequestDays * DAY_MS);
  const { numDeletedRows } = await database.write([CONTACTS_TOPIC], (transaction) =>
    transaction
      .deleteFrom('contactRequest')
      .where('state', '!=', 'sent')
      .where(sql<boolean>`coalesce(answered_at, expires_at) < ${before}`)
      .executeTakeFirst(),
  );
  return Number(numDeletedRows);
}

/** Says how jobs about requests are done. Before they start. */
export function scheduleContacts(hub: Hub): void {
  const { jobs, config } = hub;
  jobs.define(TELL, ({ id }) => tellOfRequest(hub, id));
  jobs.define(EXPIRE, async () => {
    await expireRequests(hub);
    await forgetRequests(hub);
  });
  jobs.schedule(EXPIRE, '7 * * * *', {}, config.timeZone);
}
