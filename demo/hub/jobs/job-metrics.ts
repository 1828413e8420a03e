import { Gauge, type Registry } from 'prom-client';
import type { Jobs } from './jobs.ts';

/** Adds the numbers of jobs to `/metrics`, counted when it is read. `queue="dead"` is what an alarm should watch. */
export function measureJobs(jobs: Jobs, registry: Registry): void {
  new Gauge({
    name: 'hub_jobs',
    help: 'Jobs by queue and state; those in the queue "dead" could not be done and are looked at by nobody but you',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      this.reset();
      this.set({ queue: 'dead', state: 'created' }, 0);
      for (const { queue, state, count } of await jobs.counts()) this.set({ queue, state }, count);
    },
  });
}
