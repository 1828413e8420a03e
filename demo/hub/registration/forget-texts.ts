import { sql } from 'kysely';
import { Type } from 'typebox';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import type { Hub } from '../hub.ts';
import { defineJob } from '../jobs/job-kind.ts';
import { REGISTRATION_TOPIC } from './register.ts';

/**
 * Removes what people wrote to the organisers, needs above all, `retention.registrationTextDays` after the date is over;
 * gives the number. Of a whole series: after its last date. A date that was taken out of a series is over at its own time.
 */
export async function forgetRegistrationTexts({ database, config, clock }: Hub): Promise<number> {
  const before = new Date(clock() - config.retention.registrationTextDays * DAY_MS);
  return database.write([REGISTRATION_TOPIC], async (transaction) => {
    const { numAffectedRows } = await sql`
      update event_registration r set note = null, needs = null
      from event e
      where e.id = r.event_id and (r.note is not null or r.needs is not null)
        and case when r.recurrence_key = '' then
          e.expanded_until is null
          and not exists (select from event_occurrence o where o.event_id = r.event_id and o.end_at >= ${before})
        else coalesce(
          (select o.end_at from event_occurrence o
            where o.event_id = r.event_id and o.recurrence_key = r.recurrence_key),
          r.recurrence_key::timestamptz) < ${before}
        end`.execute(transaction);
    return Number(numAffectedRows ?? 0);
  });
}

const FORGET = defineJob({ name: 'registrations.forget-texts', data: Type.Object({}), once: true });

/** Has them removed every night, once over all hubs. Before the jobs start. */
export function scheduleForgetting(hub: Hub): void {
  hub.jobs.define(FORGET, async () => void (await forgetRegistrationTexts(hub)));
  hub.jobs.schedule(FORGET, '27 2 * * *', {}, hub.config.timeZone);
}
