import { Gauge, type Registry } from 'prom-client';
import type { Hub } from '../hub.ts';

/** Adds the health of sources to `/metrics`, looked up when it is read. */
export function measureSources({ database }: Hub, registry: Registry): void {
  const items = new Gauge({
    name: 'hub_source_items',
    help: 'Dates at hand from a source',
    labelNames: ['source'],
    registers: [registry],
  });
  const failures = new Gauge({
    name: 'hub_source_failures',
    help: 'Tries in a row that failed',
    labelNames: ['source'],
    registers: [registry],
  });
  new Gauge({
    name: 'hub_source_last_success_timestamp_seconds',
    help: 'When a source was last read',
    labelNames: ['source'],
    registers: [registry],
    async collect() {
      const rows = await database.kysely
        .selectFrom('source')
        .select(['id', 'itemCount', 'failures', 'lastSuccessAt'])
        .execute();
      for (const { id, itemCount, failures: count, lastSuccessAt } of rows) {
        items.set({ source: id }, itemCount);
        failures.set({ source: id }, count);
        if (lastSuccessAt) this.set({ source: id }, lastSuccessAt.getTime() / 1000);
      }
    },
  });
}
