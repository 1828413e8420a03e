import type { ReactiveControllerHost } from 'lit';
import { PageLane, type AskPage } from '../../internal/page-lane.ts';
import type { Facets, Page } from '../../model/page.ts';
import type { Peer } from '../../model/peer.ts';

/** The people who have come for one question. What changes meanwhile changes in its place; who has left is gone. */
export class DirectoryPeople {
  facets: Facets | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #ask: AskPage<Peer>;
  #page: Page<Peer> | undefined;
  #lane: PageLane<Peer>;
  #list: readonly Peer[] = [];
  #listed: readonly Peer[] = [];
  readonly #changes = new Map<string, Peer | undefined>();

  constructor(host: ReactiveControllerHost, ask: AskPage<Peer>) {
    this.#host = host;
    this.#ask = ask;
    this.#lane = new PageLane(host, ask);
  }

  /** Begins anew when another first page is there. */
  update(page: Page<Peer> | undefined): void {
    if (page === this.#page) return;
    this.#page = page;
    this.stop();
    this.#changes.clear();
    this.facets = page?.facets;
    this.#lane = new PageLane(this.#host, this.#ask);
    if (page) this.#lane.start(page);
  }

  /** Lets go of what is under way. */
  stop(): void {
    this.#lane.stop();
  }

  get list(): readonly Peer[] {
    const { items } = this.#lane;
    if (this.#changes.size === 0) return items;
    if (this.#listed !== items) {
      this.#listed = items;
      this.#list = items.flatMap((peer) => (this.#changes.has(peer.id) ? (this.#changes.get(peer.id) ?? []) : peer));
    }
    return this.#list;
  }

  /** Number of people, as far as it is known. */
  get total(): number {
    const { items, total = items.length } = this.#lane;
    return Math.max(0, total - (items.length - this.list.length));
  }

  get hasMore(): boolean {
    return this.#page !== undefined && this.#lane.hasMore;
  }

  get busy(): boolean {
    return this.#lane.busy;
  }

  get error(): PageLane<Peer>['error'] {
    return this.#lane.error;
  }

  find(id: string): Peer | undefined {
    return this.list.find((peer) => peer.id === id);
  }

  /** People after the last one. */
  more(): void {
    this.#lane.more();
  }

  /** A person as they are now; undefined when they are not to be seen any more. */
  change(id: string, peer: Peer | undefined): void {
    this.#changes.set(id, peer);
    this.#listed = [];
    this.#host.requestUpdate();
  }
}
