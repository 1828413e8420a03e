import { POST_FACETS } from '../../../src/model/post-filter.ts';
import { sql } from 'kysely';
import { foldText } from '../../../src/model/fold-text.ts';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import type { Hub } from '../hub.ts';
import { readAuthorNames, readEntryRows, ROWS_AT_ONCE } from './entry-rows.ts';
import { entryOf, isBefore, Tokens, type Entry } from './post-entry.ts';
import { POSTS_TOPIC } from './post-store.ts';

const AUTHOR = POST_FACETS.indexOf('author');

/**
 * What is published, in memory: what lists are narrowed, counted and ordered by. Every tag and author has a count of its
 * own; a database takes a second over 100,000 posts for what is a matter of milliseconds here. Answers are made of rows
 * that are read and looked at again.
 *
 * It follows the database by the numbers of transactions, so that several hubs on one database each know all that was
 * written, whoever wrote it.
 */
export class PostIndex {
  readonly tokens = new Tokens();
  /** Counts every change: what was counted for another version is counted anew. */
  version = 0;
  readonly #hub: Hub;
  #revision: string | undefined;
  #names: string | undefined;
  /** Transactions before this one are known. */
  #horizon: string | undefined;
  #loading: Promise<void> | undefined;
  readonly #entries = new Map<number, Entry>();
  readonly #stories = new Map<string, Entry[]>();
  #order: Entry[] = [];

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /** Reads what was written since the last time. */
  async follow(): Promise<void> {
    const { changes } = this.#hub.database;
    const topics = [POSTS_TOPIC, ACCOUNTS_TOPIC];
    while (changes.revision(topics) !== this.#revision) {
      if (this.#loading) {
        await this.#loading;
        continue;
      }
      const revision = changes.revision(topics);
      this.#loading = this.#load().finally(() => (this.#loading = undefined));
      await this.#loading;
      this.#revision = revision;
      // While the line to other hubs is down, nothing counts as unchanged: what was read a moment ago is enough.
      break;
    }
  }

  /** Published posts, the newest first. Not to be changed. */
  get order(): readonly Entry[] {
    return this.#order;
  }

  /** The first place in `order` behind such a post. */
  placeAfter(key: Pick<Entry, 'at' | 'id'>): number {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(key, this.#order[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  async #load(): Promise<void> {
    const { database } = this.#hub;
    const { kysely, changes } = database;
    const names = changes.revision([ACCOUNTS_TOPIC]);
    const { rows: snapshots } = await sql<{ horizon: string }>`
      select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(kysely);
    const isFirst = this.#horizon === undefined;
    if (!isFirst) {
      const { rows } = await sql<{ ordinal: number }>`
        select ordinal from post_gone where changed >= ${this.#horizon}::text::xid8`.execute(kysely);
      for (const { ordinal } of rows) this.#remove(ordinal);
    }
    for (let last = -1, more = true; more;) {
      const rows = await readEntryRows(kysely, last, this.#horizon);
      more = rows.length === ROWS_AT_ONCE;
      last = rows.at(-1)?.ordinal ?? last;
      for (const row of rows) {
        if (row.state === 'published') this.#put(entryOf(this.#hub, this.tokens, row), isFirst);
        else this.#remove(row.ordinal);
      }
    }
    if (isFirst) this.#order.sort((a, b) => (isBefore(a, b) ? -1 : 1));
    else if (names !== this.#names) await this.#rename();
    this.#names = names;
    this.#horizon = snapshots[0]?.horizon;
  }

  /** People may be called otherwise than when their post was read. */
  async #rename(): Promise<void> {
    for (const { ordinal, displayName } of await readAuthorNames(this.#hub.database.kysely)) {
      const entry = this.#entries.get(ordinal);
      if (!entry || displayName === null) continue;
      const author = this.tokens.of('author', foldText(displayName), displayName);
      if (entry.values[AUTHOR]?.includes(author)) continue;
      this.#put({ ...entry, values: entry.values.map((values, at) => (at === AUTHOR ? [author] : values)) }, false);
    }
  }

  #put(entry: Entry, isFirst: boolean): void {
    this.#remove(entry.ordinal);
    this.#entries.set(entry.ordinal, entry);
    if (isFirst) this.#order.push(entry);
    else this.#order.splice(this.placeAfter(entry), 0, entry);
    this.#tell(entry.cluster, [...(this.#stories.get(entry.cluster) ?? []), entry]);
    this.version += 1;
  }

  #remove(ordinal: number): void {
    const entry = this.#entries.get(ordinal);
    if (!entry) return;
    const place = this.placeAfter(entry) - 1;
    if (this.#order[place] === entry) this.#order.splice(place, 1);
    this.#entries.delete(ordinal);
    this.version += 1;
    this.#tell(
      entry.cluster,
      (this.#stories.get(entry.cluster) ?? []).filter((other) => other !== entry),
    );
  }

  /** Says which posts tell one story. */
  #tell(cluster: string, story: Entry[]): void {
    if (story.length === 0) this.#stories.delete(cluster);
    else this.#stories.set(cluster, story);
    for (const entry of story) {
      if (story.length > 1) entry.story = story;
      else delete entry.story;
    }
  }
}

const indexes = new WeakMap<Hub, PostIndex>();

/** The one index of a hub. */
export function postIndexOf(hub: Hub): PostIndex {
  let index = indexes.get(hub);
  if (!index) indexes.set(hub, (index = new PostIndex(hub)));
  return index;
}
