import type { ReactiveControllerHost } from 'lit';
import type { Facets, Page } from '../model/page.ts';
import { PageLane, type AskPage } from './page-lane.ts';

/** What has come for one question, page by page. What changes meanwhile changes in its place; what was taken away is gone. */
export class PagedList<T extends { readonly id: string }> {
  facets: Facets | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #ask: AskPage<T>;
  #page: Page<T> | undefined;
  #lane: PageLane<T>;
  #list: readonly T[] = [];
  #listed: readonly T[] = [];
  readonly #changes = new Map<string, T | undefined>();

  constructor(host: ReactiveControllerHost, ask: AskPage<T>) {
    this.#host = host;
    this.#ask = ask;
    this.#lane = new PageLane(host, ask);
  }

  /** Begins anew when another first page is there. */
  update(page: Page<T> | undefined): void {
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

  get list(): readonly T[] {
    const { items } = this.#lane;
    if (this.#changes.size === 0) return items;
    if (this.#listed !== items) {
      this.#listed = items;
      this.#list = items.flatMap((item) => (this.#changes.has(item.id) ? (this.#changes.get(item.id) ?? []) : item));
    }
    return this.#list;
  }

  /** Number of items over all pages, as far as it is known. */
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

  get error(): PageLane<T>['error'] {
    return this.#lane.error;
  }

  find(id: string): T | undefined {
    return this.list.find((item) => item.id === id);
  }

  /** The page after the last one. */
  more(): void {
    this.#lane.more();
  }

  /** An item as it is now; undefined when it is not to be seen any more. */
  change(id: string, item: T | undefined): void {
    this.#changes.set(id, item);
    this.#listed = [];
    this.#host.requestUpdate();
  }
}
