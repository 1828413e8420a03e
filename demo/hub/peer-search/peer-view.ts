import type { Caller } from '../authorization/caller.ts';
import { Bits } from './bits.ts';
import type { PeerIndex } from './peer-index.ts';
import type { MarkFacet } from './peer-text.ts';

const PUBLIC = 0;
const NETWORK = 1;
const ORGANISATION = 2;
const UNIT = 3;

/** Organisations of a caller, and their units there. */
export function belongingsOf(caller: Caller): {
  readonly orgIds: readonly string[];
  readonly units: readonly { readonly orgId: string; readonly unit: string }[];
} {
  if (caller.kind === 'anonymous') return { orgIds: [], units: [] };
  const orgIds = [...new Set(caller.memberships.map(({ org }) => org.id))];
  const units = caller.memberships.flatMap(({ org, unit }) => (unit === undefined ? [] : [{ orgId: org.id, unit }]));
  return { orgIds, units };
}

/** The people of the index as one caller sees them: `audienceOf` and `seenPeer` for everybody at once. */
export class PeerView {
  readonly #index: PeerIndex;
  readonly #isStranger: boolean;
  /** As whose colleague the caller sees them, and as whose next colleague; oneself among them. */
  readonly #organisation: Bits;
  readonly #unit: Bits;
  /** Everybody whom the caller may see at all. Not to be changed. */
  readonly everybody: Bits;

  constructor(index: PeerIndex, caller: Caller) {
    this.#index = index;
    this.#isStranger = caller.kind === 'anonymous';
    const { orgIds, units } = belongingsOf(caller);
    const self = caller.kind === 'account' ? index.ordinalOf(caller.person.id) : undefined;
    this.#unit = Bits.of(self === undefined ? [] : [self], index.room);
    for (const { orgId, unit } of units) this.#unit.unite(index.unit(orgId, unit) ?? new Bits());
    this.#organisation = this.#unit.clone();
    for (const orgId of orgIds) this.#organisation.unite(index.orgs.get(orgId) ?? new Bits());
    this.everybody = this.having('entry', '').intersect(index.live);
  }

  /** The narrowest level that the caller sees of somebody (see `LEVELS`). */
  levelOf(ordinal: number): number {
    if (this.#isStranger) return PUBLIC;
    if (this.#unit.has(ordinal)) return UNIT;
    return this.#organisation.has(ordinal) ? ORGANISATION : NETWORK;
  }

  /** Who has something that the caller may see; a set of its own. */
  having(facet: MarkFacet, value: string): Bits {
    const found = new Bits(this.#index.room);
    const levels = this.#index.marked(facet, value);
    if (!levels) return found;
    found.unite(levels[PUBLIC]!);
    if (this.#isStranger) return found;
    return found
      .unite(levels[NETWORK]!)
      .unite(levels[ORGANISATION]!, this.#organisation)
      .unite(levels[UNIT]!, this.#unit);
  }
}
