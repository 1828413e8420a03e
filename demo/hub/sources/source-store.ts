import type { Kysely } from 'kysely';
import type { Problem } from '../../../src/model/page.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import type { HubConfig } from '../config/config.ts';
import type { Tables } from '../database/database.ts';
import type { SourceLabels } from '../events/event-mapping.ts';

/** What answers about gathered sources are made of (see `Changes`). */
export const SOURCES_TOPIC = 'sources';

/**
 * What readers are told of the sources. Not the address that is read: calendars are often shared by a secret one.
 */
export function sourceLabels(config: Pick<HubConfig, 'sources'>): SourceLabels {
  return new Map(config.sources.map(({ id, label, link }) => [id, { label, ...(link && { url: link }) }]));
}

/** What is missing or old in lists because a source does not answer, as `problems` of a page. */
export async function sourceProblems(db: Kysely<Tables>, config: Pick<HubConfig, 'sources'>): Promise<Problem[]> {
  if (config.sources.length === 0) return [];
  const labels = sourceLabels(config);
  const rows = await db
    .selectFrom('source')
    .select(['id', 'lastSuccessAt', 'failureKind', 'failureDetail'])
    .where('failures', '>', 0)
    .orderBy('id')
    .execute();
  const problems: Problem[] = [];
  for (const { id, lastSuccessAt, failureKind, failureDetail } of rows) {
    const label = labels.get(id);
    if (!label) continue;
    problems.push({
      code: lastSuccessAt ? 'stale' : 'source-failed',
      kind: failureKind ?? 'unknown',
      ...(failureDetail && { detail: failureDetail }),
      ...(lastSuccessAt && { since: toInstantString(lastSuccessAt.getTime()) }),
      source: { id, ...label },
    });
  }
  return problems;
}
