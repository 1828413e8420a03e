import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import type { Hub } from '../hub.ts';
import { defineJob } from '../jobs/job-kind.ts';
import { PEERS_TOPIC, todayOf } from '../peers/peer-store.ts';
import { keepSearches } from './peer-search.ts';

const CHUNK = 500;
/** Raised when the same entry is to be found by other words than before. */
const VERSION = 1;
const FACT = 'peer-search';
/** Days after which every hub has forgotten who is gone. */
const GONE_DAYS = 30;

/** One round, shortly after midnight. */
export const SEARCH_CARE = defineJob({ name: 'peers.search-care', data: Type.Object({}), once: true });

/** By what else than the entries themselves people are found: how words are read, and the topics of the network. */
const keyOf = ({ directory }: Hub): string =>
  createHash('sha256')
    .update(JSON.stringify([VERSION, directory.topics, directory.organisations.map(({ id, name }) => [id, name])]))
    .digest('base64url');

/**
 * Has people found by what they say today: what ended yesterday goes from their words, though no search has shown it since;
 * topics that the configuration has named anew come in. Gives the number of people. Safe to run twice.
 */
export async function careForSearch(hub: Hub): Promise<number> {
  const { kysely } = hub.database;
  const today = todayOf(hub, hub.clock());
  const key = keyOf(hub);
  const known = await kysely.selectFrom('fact').select('value').where('name', '=', FACT).executeTakeFirst();
  const { rows } =
    known?.value === key
      ? await sql<{ personId: string }>`select person_id from peer_search where good_until < ${today}::date`.execute(
          kysely,
        )
      : await sql<{ personId: string }>`select person_id from peer_profile where listed`.execute(kysely);
  const ids = rows.map(({ personId }) => personId);
  for (let from = 0; from < ids.length; from += CHUNK) {
    const some = ids.slice(from, from + CHUNK);
    await hub.database.write([PEERS_TOPIC], (transaction) => keepSearches(hub, transaction, some));
  }
  await hub.database.write([], async (transaction) => {
    await transaction
      .deleteFrom('peerGone')
      .where('at', '<', new Date(hub.clock() - GONE_DAYS * DAY_MS))
      .execute();
    await transaction
      .insertInto('fact')
      .values({ name: FACT, value: key })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: key }))
      .execute();
  });
  return ids.length;
}

/** Has it done every night, once over all hubs. Before the jobs start. */
export function scheduleSearchCare(hub: Hub): void {
  hub.jobs.define(SEARCH_CARE, async () => void (await careForSearch(hub)));
  hub.jobs.schedule(SEARCH_CARE, '13 0 * * *', {}, hub.config.timeZone);
}
