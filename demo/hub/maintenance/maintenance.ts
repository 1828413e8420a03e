import { forgetAudit } from '../audit/audit.ts';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { extendHorizon } from '../events/event-store.ts';
import { forgetIdempotencyKeys } from '../http/idempotency.ts';
import type { Hub } from '../hub.ts';

/**
 * What has to be done now and then: series get their next dates, what may no longer be kept goes. It may run at any
 * time, in several hubs at once, and a run that was missed is made up by the next.
 */
export async function maintain(hub: Hub): Promise<void> {
  const { database, config, clock } = hub;
  const { auditDays, idempotencyHours } = config.retention;
  const now = clock();
  await extendHorizon(hub);
  await database.write([], async (transaction) => {
    await forgetAudit(transaction, now - auditDays * DAY_MS);
    await forgetIdempotencyKeys(transaction, now - (idempotencyHours * DAY_MS) / 24);
  });
}
