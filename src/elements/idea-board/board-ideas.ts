import type { ReactiveControllerHost } from 'lit';
import { PageLane } from '../../internal/page-lane.ts';
import type { Idea, IdeaStage } from '../../model/idea.ts';
import type { Facets, Page } from '../../model/page.ts';

/** Ideas of one stage. */
export interface BoardColumn {
  readonly stage: IdeaStage;
  readonly ideas: readonly Idea[];
  readonly count: number;
  /** There are ideas that have not been asked for. */
  readonly more: boolean;
  readonly busy: boolean;
  readonly failed: boolean;
}

/** Asks for ideas as the board's question has them, of one stage where it is named, from a cursor on. */
export type AskIdeas = (
  stage: IdeaStage | undefined,
  cursor: string | undefined,
  signal: AbortSignal,
) => Promise<Page<Idea>>;

/**
 * The ideas that have come for one question: as one list, and by stage. A source that answers in pages is asked for each
 * stage by itself, since a column's ideas may stand on its last page. What changes meanwhile changes in its place.
 */
export class BoardIdeas {
  facets: Facets | undefined;
  /** A card that is on its way to another column. */
  moving: { readonly id: string; readonly to: IdeaStage } | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #ask: AskIdeas;
  #page: Page<Idea> | undefined;
  #main: PageLane<Idea>;
  readonly #stages = new Map<IdeaStage, PageLane<Idea>>();
  readonly #changes = new Map<string, Idea>();

  constructor(host: ReactiveControllerHost, ask: AskIdeas) {
    this.#host = host;
    this.#ask = ask;
    this.#main = this.#lane(undefined);
  }

  /** Begins anew when another first page is there. */
  update(page: Page<Idea> | undefined): void {
    if (page === this.#page) return;
    this.#page = page;
    this.stop();
    this.#changes.clear();
    this.#stages.clear();
    this.facets = page?.facets;
    this.#main = this.#lane(undefined);
    if (page) this.#main.start(page);
  }

  /** Lets go of what is under way. */
  stop(): void {
    for (const lane of [this.#main, ...this.#stages.values()]) lane.stop();
  }

  get list(): readonly Idea[] {
    return this.#changes.size === 0 ? this.#main.items : this.#main.items.map((idea) => this.#latest(idea));
  }

  /** Number of ideas, as far as it is known. */
  get total(): number {
    return this.#main.total ?? this.#main.items.length;
  }

  get hasMore(): boolean {
    return this.#page !== undefined && this.#main.hasMore;
  }

  get busy(): boolean {
    return this.#main.busy;
  }

  get failed(): boolean {
    return this.#main.error !== undefined;
  }

  find(id: string): Idea | undefined {
    return this.#all().find((idea) => idea.id === id);
  }

  /** Ideas after the last one: of the list, or of a stage. */
  more(stage?: IdeaStage): void {
    (stage ? this.#laneOf(stage) : this.#main).more();
  }

  /** An idea as it is now. */
  change(idea: Idea): void {
    this.#changes.set(idea.id, idea);
  }

  /**
   * Takes over what a later first page says of ideas that are here, and tells how many of it are not. `held` stays as the
   * reader sees it.
   */
  refresh(page: Page<Idea>, held: string | undefined): number {
    const known = new Set(this.#all().map(({ id }) => id));
    this.facets = page.facets ?? this.facets;
    for (const idea of page.items) if (known.has(idea.id) && idea.id !== held) this.change(idea);
    return page.items.filter(({ id }) => !known.has(id)).length;
  }

  /** Asks for the first ideas of each stage where the list alone does not hold them. */
  prepare(stages: readonly IdeaStage[]): void {
    if (!this.hasMore) return;
    for (const stage of stages) if (!this.#stages.has(stage)) this.#laneOf(stage).more();
  }

  columns(stages: readonly IdeaStage[]): readonly BoardColumn[] {
    const all = this.#all();
    return stages.map((stage) => {
      const ideas = all.filter((idea) => this.#stageOf(idea) === stage);
      const lane = this.hasMore ? this.#stages.get(stage) : undefined;
      const counted = this.facets?.['stage']?.find(({ value }) => value === stage)?.count ?? lane?.total;
      return {
        stage,
        ideas,
        count: lane ? Math.max(counted ?? 0, ideas.length) : ideas.length,
        more: lane?.hasMore ?? false,
        busy: lane?.busy ?? false,
        failed: lane?.error !== undefined,
      };
    });
  }

  #stageOf(idea: Idea): IdeaStage {
    return this.moving?.id === idea.id ? this.moving.to : idea.stage;
  }

  /** Everything that has come, once. */
  #all(): readonly Idea[] {
    const all = new Map<string, Idea>();
    for (const { items } of [this.#main, ...this.#stages.values()]) {
      for (const idea of items) if (!all.has(idea.id)) all.set(idea.id, this.#latest(idea));
    }
    return [...all.values()];
  }

  #latest(idea: Idea): Idea {
    return this.#changes.get(idea.id) ?? idea;
  }

  #laneOf(stage: IdeaStage): PageLane<Idea> {
    const lane = this.#stages.get(stage) ?? this.#lane(stage);
    this.#stages.set(stage, lane);
    return lane;
  }

  #lane(stage: IdeaStage | undefined): PageLane<Idea> {
    return new PageLane(this.#host, (cursor, signal) => this.#ask(stage, cursor, signal));
  }
}
