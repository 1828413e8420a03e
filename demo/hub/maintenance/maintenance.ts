import { forgetAudit } from '../audit/audit.ts';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { EVENTS_TOPIC, extendHorizon } from '../events/event-store.ts';
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
  // Kept answers that go by today's date are made anew as well.
  await database.write([EVENTS_TOPIC], async (transaction) => {
    await forgetAudit(transaction, now - auditDays * DAY_MS);
    await forgetIdempotencyKeys(transaction, now - (idempotencyHours * DAY_MS) / 24);
  });
}
