import type { Kysely } from 'kysely';
import type { Problem } from '../../../src/model/page.ts';
import type { HubConfig } from '../config/config.ts';
import { portsOf } from '../config/source-checks.ts';
import type { Tables } from '../database/database.ts';
import type { SourceLabels } from '../events/event-mapping.ts';
import { problemOf } from './source-health.ts';

/** What answers about gathered sources are made of (see `Changes`). */
export const SOURCES_TOPIC = 'sources';

/**
 * What readers are told of the sources. Not the address that is read: calendars are often shared by a secret one.
 */
export function sourceLabels(config: Pick<HubConfig, 'sources'>): SourceLabels {
  return new Map(config.sources.map(({ id, label, link }) => [id, { label, ...(link && { url: link }) }]));
}

/** What is missing or old in lists of a port because a source does not answer, as `problems` of a page. */
export async function sourceProblems(
  db: Kysely<Tables>,
  config: Pick<HubConfig, 'sources'>,
  port: 'events' | 'posts' = 'events',
): Promise<Problem[]> {
  const sources = config.sources.filter((source) => portsOf(source).includes(port));
  if (sources.length === 0) return [];
  const labels = sourceLabels({ sources });
  const rows = await db
    .selectFrom('source')
    .select(['id', 'lastSuccessAt', 'failures', 'failureKind', 'failureDetail', 'stoppedFor'])
    .where('failures', '>', 0)
    .orderBy('id')
    .execute();
  const problems: Problem[] = [];
  for (const row of rows) {
    const label = labels.get(row.id);
    const problem = problemOf(row);
    if (label && problem) problems.push({ ...problem, source: { id: row.id, ...label } });
  }
  return problems;
}
