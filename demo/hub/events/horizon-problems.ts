import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Problem } from '../../../src/model/page.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import type { Caller } from '../authorization/caller.ts';
import { visibleRows } from '../authorization/visible-rows.ts';
import type { HubConfig } from '../config/config.ts';
import type { Tables } from '../database/database.ts';
import { GATHERED_AHEAD_MS, GATHERED_BACK_MS, REIMPORT_MS } from '../sources/gathered-range.ts';
import { readWindow, type EventListQuery } from './event-query.ts';
import { HORIZON_AHEAD_MS, HORIZON_BACK_MS, HORIZON_SLACK_MS } from './event-rows.ts';

/**
 * What a list cannot tell because its window reaches beyond the dates that are kept of series, or that are taken from
 * sources: `limit-reached`, with the day in `detail`. The hub's own single events are there however far away they are.
 * Windows within these ranges cost no query.
 */
export async function horizonProblems(
  db: Kysely<Tables>,
  query: Pick<EventListQuery, 'from' | 'to'>,
  caller: Caller,
  { timeZone: hubZone, sources }: Pick<HubConfig, 'timeZone' | 'sources'>,
  /** Epoch ms. */
  now: number,
): Promise<Problem[]> {
  const { from, to } = readWindow(query, hubZone);
  const visible = visibleRows(caller, {
    visibility: 'e.visibility',
    orgId: 'e.orgId',
    unit: 'e.unit',
    createdBy: 'e.createdBy',
  });
  const firstOf = async (column: RawBuilder<unknown>, condition: RawBuilder<unknown>): Promise<Date | null> => {
    const { rows } = await sql<{ at: Date | null }>`select ${column} as at from event e
      where e.series is not null and ${condition} and ${visible}`.execute(db);
    return rows[0]?.at ?? null;
  };
  const problems: Problem[] = [];
  if (to.getTime() > now + HORIZON_AHEAD_MS - HORIZON_SLACK_MS) {
    const until = await firstOf(sql`min(e.expanded_until)`, sql`e.expanded_until < ${to}`);
    if (until)
      problems.push({ code: 'limit-reached', detail: `Dates of series are known until ${toInstantString(+until)}` });
  }
  const kept = new Date(now - HORIZON_BACK_MS);
  if (from < kept) {
    const cut = await firstOf(
      sql`min((e.document->>'start')::timestamptz)`,
      sql`(e.document->>'start')::timestamptz < ${kept}`,
    );
    if (cut && cut < to)
      problems.push({ code: 'limit-reached', detail: `Dates of series are known from ${toInstantString(+kept)} on` });
  }
  if (sources.length > 0) {
    const first = now - GATHERED_BACK_MS;
    const last = now + GATHERED_AHEAD_MS - REIMPORT_MS;
    if (+from < first || +to > last) {
      const range = `from ${toInstantString(first)} until ${toInstantString(last)}`;
      problems.push({ code: 'limit-reached', detail: `Events of sources are known ${range}` });
    }
  }
  return problems;
}
