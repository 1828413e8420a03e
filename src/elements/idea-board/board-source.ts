import type { ReactiveController } from 'lit';
import { BackendError, type BackendErrorKind } from '../../backend/backend-error.ts';
import type { AccountPort, IdeasPort, IdeasQuery, PostsPort } from '../../backend/ports.ts';
import { AccountController } from '../../internal/account-controller.ts';
import { FreshnessController } from '../../internal/freshness-controller.ts';
import { PortController, type PortHost } from '../../internal/port-controller.ts';
import { QueryController } from '../../internal/query-controller.ts';
import type { Me, Notification } from '../../model/account.ts';
import type { Idea, IdeaStage } from '../../model/idea.ts';
import type { Page } from '../../model/page.ts';
import type { Scope } from './board-filter.ts';
import { BoardIdeas } from './board-ideas.ts';

const LOOK_EVERY = 60_000;

/** An idea that is opened, with the secret of a private link where it came by one. */
export interface Opened {
  readonly id: string;
  readonly secret?: string;
}

export interface BoardSourceContext {
  /** Whether the reader is near enough to ask. */
  readonly near: () => boolean;
  /** What the list shows, and how many of it. */
  readonly question: (part: { readonly stage?: IdeaStage; readonly cursor?: string }) => IdeasQuery;
  readonly opened: () => Opened | undefined;
  /** Id of the idea whose card the reader is in. */
  readonly held: () => string | undefined;
}

/** What an opened idea asks, and who does. */
export interface OpenedPorts {
  readonly port: IdeasPort | undefined;
  readonly account: AccountPort | undefined;
  readonly me: Me | undefined;
  readonly posts: PostsPort | undefined;
}

type News = Page<Notification> & { readonly unread: number };

/** Everything that the board of ideas asks its source, and keeps fresh. */
export class BoardSource implements ReactiveController {
  readonly account: AccountController;
  readonly query: QueryController<IdeasPort, IdeasQuery, Page<Idea>>;
  /** The opened idea. */
  readonly one: QueryController<IdeasPort, Opened, Idea>;
  readonly news: QueryController<AccountPort, object, News>;
  readonly ideas: BoardIdeas;
  /** A later first page with ideas that are not shown yet, and their number. */
  fresh: { readonly page: Page<Idea>; readonly count: number } | undefined;
  /** When what is shown arrived, where it could not be renewed since. */
  staleSince: Date | undefined;

  readonly #host: PortHost;
  readonly #context: BoardSourceContext;
  readonly #port: PortController<'ideas'>;
  readonly #posts: PortController<'posts'>;
  readonly #queue: QueryController<IdeasPort, IdeasQuery, Page<Idea>>;

  constructor(host: PortHost, context: BoardSourceContext) {
    this.#host = host;
    this.#context = context;
    this.#port = new PortController(host, 'ideas');
    this.#posts = new PortController(host, 'posts', true);
    this.account = new AccountController(host, context.near, () => this.reload());
    this.query = new QueryController(host, {
      port: () => this.port,
      query: () => context.question({}),
      run: (port, query, signal, fresh) => port.list(query, { signal, ...(fresh && { fresh }) }),
    });
    this.one = new QueryController(host, {
      port: () => this.port,
      // What the list holds is opened at once; its page asks for the rest.
      query: () => {
        const opened = context.opened();
        return opened && !this.ideas.find(opened.id) ? opened : undefined;
      },
      run: async (port, { id, secret }, signal, fresh) => {
        if (!port.get) throw new BackendError('missing', `No idea ${id}`);
        return port.get(id, { signal, ...(secret && { secret }), ...(fresh && { fresh }) });
      },
      isEmpty: () => false,
    });
    this.#queue = new QueryController<IdeasPort, IdeasQuery, Page<Idea>>(host, {
      port: () => (this.#moderates ? this.port : undefined),
      query: () => ({ queue: true, limit: 1 }),
      run: (port, query, signal, fresh) => port.list(query, { signal, ...(fresh && { fresh }) }),
    });
    this.news = new QueryController(host, {
      port: () => (this.hasNews ? this.account.port : undefined),
      query: () => ({}),
      run: async (port, _query, signal) => (await port.notifications?.({ limit: 50 }, { signal })) ?? NO_NEWS,
    });
    this.ideas = new BoardIdeas(host, async (stage, cursor, signal) => {
      const query = context.question({ ...(stage && { stage }), ...(cursor && { cursor }) });
      return (await this.port?.list(query, { signal })) ?? { items: [], problems: [] };
    });
    new FreshnessController(host, LOOK_EVERY, () => void this.look());
    host.addController(this);
  }

  hostConnected(): void {
    // Its controllers listen for themselves.
  }

  hostDisconnected(): void {
    this.ideas.stop();
  }

  get port(): IdeasPort | undefined {
    return this.#context.near() ? this.#port.port : undefined;
  }

  /** What an opened idea asks, and who does; its reports only where they come from the same place. */
  get ports(): OpenedPorts {
    return { port: this.port, account: this.account.port, me: this.account.me, posts: this.#posts.port };
  }

  /** No source has turned up for a while. */
  get unresolved(): boolean {
    return this.#port.unresolved;
  }

  /** The opened idea, as far as it has come. */
  get openedIdea(): Idea | undefined {
    const id = this.#context.opened()?.id;
    if (id === undefined) return undefined;
    return this.one.valueQuery?.id === id ? this.one.value : this.ideas.find(id);
  }

  /** Why the opened idea cannot be shown. */
  get openedError(): BackendErrorKind | undefined {
    return this.one.state === 'failed' && !this.openedIdea ? this.one.error?.kind : undefined;
  }

  get hasNews(): boolean {
    return this.account.signedIn && this.account.port?.notifications !== undefined;
  }

  /** Whose ideas the reader may choose between. */
  get scopes(): readonly Scope[] {
    if (!this.account.signedIn) return ['all'];
    return ['all', 'author', 'following', ...(this.#moderates ? (['queue'] as const) : [])];
  }

  /** Number of ideas that wait for a moderator. */
  get waiting(): number | undefined {
    const { value } = this.#queue;
    return value?.total ?? value?.items.length;
  }

  get #moderates(): boolean {
    return (this.account.me?.memberships ?? []).some(({ roles }) =>
      roles.some((role) => role === 'moderator' || role === 'admin'),
    );
  }

  /** Asks anew: for another reader, or since somebody wants to know. */
  reload(): void {
    this.query.run();
    this.one.run();
    this.#queue.run();
    this.news.run();
  }

  /** An idea is another one now. */
  change(idea: Idea): void {
    if (idea.id === this.#context.opened()?.id) this.one.value = idea;
    this.ideas.change(idea);
    this.#host.requestUpdate();
    void this.look();
  }

  /** Looks quietly whether something is new. What the reader is in stays where it is. */
  async look(): Promise<void> {
    const { port } = this;
    const { valueQuery: query, busy } = this.query;
    if (!port || !query || busy) return;
    this.#queue.run();
    this.news.run();
    try {
      const page = await port.list(query, { fresh: true });
      if (query !== this.query.valueQuery) return;
      const count = this.ideas.refresh(page, this.#context.held());
      this.fresh = count > 0 ? { page, count } : undefined;
      this.staleSince = undefined;
      this.query.since = new Date();
    } catch (error) {
      if (query !== this.query.valueQuery) return;
      if (!(error instanceof BackendError)) console.error(error);
      this.staleSince = this.query.since;
    }
    this.#host.requestUpdate();
  }

  /** Shows what `fresh` holds; gives the first idea of it. */
  showFresh(): Idea | undefined {
    const { fresh } = this;
    this.fresh = undefined;
    if (fresh) this.query.value = fresh.page;
    this.#host.requestUpdate();
    return fresh?.page.items[0];
  }
}

const NO_NEWS: News = { items: [], problems: [], unread: 0 };
