import type { HubConfig } from '../config/config.ts';
import { EVENTS_TOPIC, insertEvents } from '../events/event-store.ts';
import type { Hub } from '../hub.ts';
import { demoSource } from './demo-calendar-file.ts';
import { DEMO_ORGANISATIONS } from './demo-network.ts';
import { CAMPS } from './events/camp.ts';
import { MEETUPS } from './events/meetups.ts';
import { SERIES } from './events/series.ts';
import { TALKS } from './events/talks.ts';
import { WORKSHOPS } from './events/workshops.ts';
import { seedRow, type SeedEvent } from './seed-event.ts';
import { isFirstSeed } from './seed-once.ts';

export const DEMO_EVENTS: readonly SeedEvent[] = [...SERIES, ...CAMPS, ...WORKSHOPS, ...TALKS, ...MEETUPS];

/** Whether the fictional network is wanted: by configuration, else wherever the demo sign-in is on. */
export const wantsSeed = (config: Pick<HubConfig, 'seed' | 'signIn'>): boolean =>
  config.seed ?? config.signIn.mode === 'demo';

/** The configuration with the fictional network in it, where none of its own is configured. */
export function withDemoNetwork(config: HubConfig, now: number): HubConfig {
  if (!wantsSeed(config)) return config;
  return {
    ...config,
    organisations: config.organisations.length > 0 ? config.organisations : [...DEMO_ORGANISATIONS],
    sources:
      config.sources.length > 0 || config.organisations.length > 0 ? config.sources : [demoSource(config.dataDir, now)],
  };
}

const SEEDED = 'seeded-events';

/**
 * Fills an empty hub with the demo's events, once: what people then change or remove stays so. Gives the number of
 * events that came.
 */
export async function seedEvents(hub: Hub): Promise<number> {
  if (!wantsSeed(hub.config)) return 0;
  const now = hub.clock();
  return hub.database.write([EVENTS_TOPIC], async (transaction) => {
    if (!(await isFirstSeed(transaction, SEEDED, now))) return 0;
    const own = await transaction.selectFrom('event').select('id').where('sourceId', 'is', null).limit(1).execute();
    if (own.length > 0) return 0;
    const rows = DEMO_EVENTS.filter(({ org }) => hub.directory.organisation(org)).map((event) => seedRow(event, now));
    await insertEvents(transaction, hub, rows, now);
    return rows.length;
  });
}
