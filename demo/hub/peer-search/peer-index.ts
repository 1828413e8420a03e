import { sql } from 'kysely';
import type { HubDatabase } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { PEERS_TOPIC } from '../peers/peer-store.ts';
import { Bits } from './bits.ts';
import { readListed, ROWS_AT_ONCE, type Listed, type ListedRow } from './listed-rows.ts';
import { OfferIndex } from './offer-index.ts';
import { LEVELS, type MarkFacet } from './peer-text.ts';
import './search-tables.ts';

const before = (a: Pick<Listed, 'sortName' | 'personId'>, b: Pick<Listed, 'sortName' | 'personId'>): boolean =>
  a.sortName < b.sortName || (a.sortName === b.sortName && a.personId < b.personId);

/**
 * Who is listed, in memory: what lists are narrowed, counted and ordered by, as sets of bits. Counting every facet over
 * 100,000 people is a matter of milliseconds this way, and of a second for a database. Nothing is decided here alone:
 * answers are made of rows that are read and looked at again.
 *
 * It follows the database by the numbers of transactions, so that several hubs on one database each know all that was
 * written, whoever wrote it.
 */
export class PeerIndex {
  /** What they offer and seek. */
  readonly offers = new OfferIndex();
  readonly #database: HubDatabase;
  #revision: string | undefined;
  /** Transactions before this one are known. */
  #horizon: string | undefined;
  #loading: Promise<void> | undefined;
  readonly #listed = new Map<number, Listed>();
  readonly #ordinals = new Map<string, number>();
  /** Ordinals by name, then id. */
  #order: number[] = [];
  readonly #marks = new Map<string, Bits[]>();
  readonly #orgs = new Map<string, Bits>();
  readonly #units = new Map<string, Bits>();
  /** Everybody's organisation by its place in `#orgIds`; 0: none. */
  #orgNumbers = new Uint32Array(1024);
  readonly #orgIds: string[] = [''];
  readonly #numberOfOrg = new Map([['', 0]]);
  /** Whose marks begin or end on some day. */
  readonly #dated = new Set<number>();
  #today = '';
  #live = new Bits();
  /** From when on, and until when nobody's consent ends, epoch ms. */
  #liveSince = 0;
  #nextEnd = 0;

  constructor(database: HubDatabase) {
    this.#database = database;
  }

  /** Reads what was written since the last time, and lets end what has ended by now. */
  async follow(now: number, today: string): Promise<void> {
    const { changes } = this.#database;
    while (changes.revision([PEERS_TOPIC]) !== this.#revision) {
      if (this.#loading) {
        await this.#loading;
        continue;
      }
      const revision = changes.revision([PEERS_TOPIC]);
      this.#loading = this.#load(now).finally(() => (this.#loading = undefined));
      await this.#loading;
      this.#revision = revision;
      // While the line to other hubs is down, nothing counts as unchanged: what was read a moment ago is enough.
      break;
    }
    if (today !== this.#today) this.#turnTo(today);
    // A clock that was set back counts, too.
    if (now >= this.#nextEnd || now < this.#liveSince) this.#findLive(now);
  }

  /** Everybody whose consent holds. Not to be changed. */
  get live(): Bits {
    return this.#live;
  }

  get size(): number {
    return this.#listed.size;
  }

  /** Ordinals by name, then id. */
  get order(): readonly number[] {
    return this.#order;
  }

  /** Room that a set of all ordinals takes. */
  get room(): number {
    return this.#live.words.length * 32;
  }

  at(ordinal: number): Listed | undefined {
    return this.#listed.get(ordinal);
  }

  ordinalOf(personId: string): number | undefined {
    return this.#ordinals.get(personId);
  }

  /** Who has a mark, by the widest level that sees it. */
  marked(facet: MarkFacet, value: string): readonly Bits[] | undefined {
    return this.#marks.get(`${facet} ${value}`);
  }

  /** Every value of a facet that somebody has, or had. */
  valuesOf(facet: MarkFacet): readonly string[] {
    const start = `${facet} `;
    return [...this.#marks.keys()].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  }

  /** Organisations, and who belongs to each. */
  get orgs(): ReadonlyMap<string, Bits> {
    return this.#orgs;
  }

  /** How many of some people belong to each organisation. There may be thousands: people are counted, not sets compared. */
  countOrgs(people: Bits): ReadonlyMap<string, number> {
    const counts = new Uint32Array(this.#orgIds.length);
    const numbers = this.#orgNumbers;
    people.each((ordinal) => (counts[numbers[ordinal]!]! += 1));
    const found = new Map<string, number>();
    counts.forEach((count, number) => count > 0 && number > 0 && found.set(this.#orgIds[number]!, count));
    return found;
  }

  unit(orgId: string, unit: string): Bits | undefined {
    return this.#units.get(`${orgId}\u0001${unit}`);
  }

  /** The first place in `order` behind somebody of this name and id. */
  placeAfter(sortName: string, personId: string): number {
    const key = { sortName, personId };
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = this.#listed.get(this.#order[middle]!);
      if (there && before(key, there)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  async #load(now: number): Promise<void> {
    const { kysely } = this.#database;
    const { rows: snapshots } = await sql<{ horizon: string }>`
      select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(kysely);
    const isFirst = this.#horizon === undefined;
    if (!isFirst) {
      const { rows } = await sql<{ ordinal: number }>`
        select ordinal from peer_gone where changed >= ${this.#horizon}::text::xid8`.execute(kysely);
      for (const { ordinal } of rows) this.#remove(ordinal);
    }
    for (let last = -1, more = true; more;) {
      const rows = await readListed(kysely, last, this.#horizon);
      more = rows.length === ROWS_AT_ONCE;
      last = rows.at(-1)?.ordinal ?? last;
      for (const row of rows) this.#put(row, isFirst, now);
    }
    if (isFirst) {
      this.#order.sort((a, b) => (before(this.#listed.get(a)!, this.#listed.get(b)!) ? -1 : 1));
    }
    this.#horizon = snapshots[0]?.horizon;
  }

  #put({ offers, ...row }: ListedRow, isFirst: boolean, now: number): void {
    const known = this.#ordinals.get(row.personId);
    if (known !== undefined && known !== row.ordinal) this.#remove(known);
    const old = this.#listed.get(row.ordinal);
    const isMoved = !old || old.sortName !== row.sortName || old.personId !== row.personId;
    if (old && isMoved) this.#remove(row.ordinal);
    else if (old) this.#unmark(old);
    this.#listed.set(row.ordinal, row);
    this.#ordinals.set(row.personId, row.ordinal);
    if (isFirst && isMoved) this.#order.push(row.ordinal);
    else if (isMoved) this.#order.splice(this.placeAfter(row.sortName, row.personId), 0, row.ordinal);
    this.#mark(row);
    this.offers.put(row.ordinal, offers ?? []);
    // Looking at everybody again for one who was written would cost more than all the rest of an answer.
    if (row.until <= now) this.#live.delete(row.ordinal);
    else {
      this.#live.add(row.ordinal);
      this.#nextEnd = Math.min(this.#nextEnd, row.until);
    }
  }

  #remove(ordinal: number): void {
    const listed = this.#listed.get(ordinal);
    if (!listed) return;
    const place = this.placeAfter(listed.sortName, listed.personId) - 1;
    if (this.#order[place] === ordinal) this.#order.splice(place, 1);
    this.#unmark(listed);
    this.#listed.delete(ordinal);
    this.#ordinals.delete(listed.personId);
    this.#live.delete(ordinal);
    this.offers.remove(ordinal);
  }

  #mark({ ordinal, orgId, unit, marks }: Listed): void {
    for (const [level, facet, value, from, until] of marks) {
      if (from !== null || until !== null) this.#dated.add(ordinal);
      if ((from !== null && this.#today < from) || (until !== null && this.#today > until)) continue;
      const key = `${facet} ${value}`;
      let levels = this.#marks.get(key);
      if (!levels) this.#marks.set(key, (levels = LEVELS.map(() => new Bits())));
      levels[level]?.add(ordinal);
    }
    this.#setOrg(ordinal, orgId);
    if (orgId === null) return;
    setOf(this.#orgs, orgId).add(ordinal);
    if (unit !== null) setOf(this.#units, `${orgId}\u0001${unit}`).add(ordinal);
  }

  #setOrg(ordinal: number, orgId: string | null): void {
    if (ordinal >= this.#orgNumbers.length) {
      const larger = new Uint32Array(Math.max(ordinal + 1, this.#orgNumbers.length * 2));
      larger.set(this.#orgNumbers);
      this.#orgNumbers = larger;
    }
    let number = this.#numberOfOrg.get(orgId ?? '');
    if (number === undefined) {
      number = this.#orgIds.push(orgId ?? '') - 1;
      this.#numberOfOrg.set(orgId ?? '', number);
    }
    this.#orgNumbers[ordinal] = number;
  }

  #unmark({ ordinal, orgId, unit, marks }: Listed): void {
    for (const [level, facet, value] of marks) this.#marks.get(`${facet} ${value}`)?.[level]?.delete(ordinal);
    this.#dated.delete(ordinal);
    if (orgId === null) return;
    this.#orgs.get(orgId)?.delete(ordinal);
    if (unit !== null) this.#units.get(`${orgId}\u0001${unit}`)?.delete(ordinal);
  }

  #turnTo(today: string): void {
    this.#today = today;
    for (const ordinal of [...this.#dated]) {
      const listed = this.#listed.get(ordinal);
      if (!listed) continue;
      this.#unmark(listed);
      this.#mark(listed);
    }
  }

  #findLive(now: number): void {
    this.#live = new Bits(this.room);
    this.#liveSince = now;
    this.#nextEnd = Infinity;
    for (const { ordinal, until } of this.#listed.values()) {
      if (until <= now) continue;
      this.#live.add(ordinal);
      if (until < this.#nextEnd) this.#nextEnd = until;
    }
  }
}

function setOf(sets: Map<string, Bits>, key: string): Bits {
  let bits = sets.get(key);
  if (!bits) sets.set(key, (bits = new Bits()));
  return bits;
}

const indexes = new WeakMap<Hub, PeerIndex>();

/** The one index of a hub. */
export function peerIndexOf(hub: Hub): PeerIndex {
  let index = indexes.get(hub);
  if (!index) indexes.set(hub, (index = new PeerIndex(hub.database)));
  return index;
}
