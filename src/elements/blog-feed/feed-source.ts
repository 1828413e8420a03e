import type { ReactiveController } from 'lit';
import { BackendError, type BackendErrorKind } from '../../backend/backend-error.ts';
import type { PostsPort, PostsQuery } from '../../backend/ports.ts';
import { AccountController } from '../../internal/account-controller.ts';
import { PagedList } from '../../internal/paged-list.ts';
import { PortController, type PortHost } from '../../internal/port-controller.ts';
import { QueryController } from '../../internal/query-controller.ts';
import type { Page } from '../../model/page.ts';
import type { Post } from '../../model/post.ts';

export interface FeedSourceContext {
  /** Whether the reader is near enough to ask. */
  readonly near: () => boolean;
  /** What the list shows, and how many of it. */
  readonly question: (cursor?: string) => PostsQuery;
  /** Id of the post that is read. */
  readonly opened: () => string | undefined;
}

/** Everything that the feed asks its source. */
export class FeedSource implements ReactiveController {
  readonly account: AccountController;
  readonly query: QueryController<PostsPort, PostsQuery, Page<Post>>;
  /** The opened post with its full text. */
  readonly one: QueryController<PostsPort, { readonly id: string }, Post>;
  readonly posts: PagedList<Post>;

  readonly #host: PortHost;
  readonly #context: FeedSourceContext;
  readonly #port: PortController<'posts'>;
  /** Id of the post that was last asked for in vain. */
  #failed: string | undefined;
  #watched: PostsPort | undefined;
  #unwatch: (() => void) | undefined;

  constructor(host: PortHost, context: FeedSourceContext) {
    this.#host = host;
    this.#context = context;
    this.#port = new PortController(host, 'posts');
    this.account = new AccountController(host, context.near, () => this.#forget());
    this.query = new QueryController(host, {
      port: () => this.port,
      query: () => context.question(),
      run: (port, query, signal, fresh) => port.list(query, { signal, ...(fresh && { fresh }) }),
    });
    this.one = new QueryController(host, {
      port: () => this.port,
      query: () => {
        const id = context.opened();
        return id === undefined || (!this.port?.get && this.posts.find(id)) ? undefined : { id };
      },
      run: (port, { id }, signal, fresh) => this.#find(port, id, signal, fresh),
      isEmpty: () => false,
    });
    this.posts = new PagedList(host, async (cursor, signal) => {
      return (await this.port?.list(context.question(cursor), { signal })) ?? { items: [], problems: [] };
    });
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.port === this.#watched) return;
    this.#unwatch?.();
    this.#watched = this.port;
    this.#unwatch = this.port?.watch?.(() => this.#takeLate());
  }

  hostDisconnected(): void {
    this.posts.stop();
    this.#unwatch?.();
    this.#watched = this.#unwatch = undefined;
  }

  get port(): PostsPort | undefined {
    return this.#context.near() ? this.#port.port : undefined;
  }

  /** No source has turned up for a while. */
  get unresolved(): boolean {
    return this.#port.unresolved;
  }

  /** The opened post, as far as it has come: what the list holds is shown at once. */
  get opened(): Post | undefined {
    const id = this.#context.opened();
    if (id === undefined || this.gone) return undefined;
    return this.one.valueQuery?.id === id ? this.one.value : this.posts.find(id);
  }

  /** The rest of the opened post is on its way. */
  get isPartial(): boolean {
    return this.one.busy && this.one.valueQuery?.id !== this.#context.opened();
  }

  /** Why the opened post is not there, or no more of it than the list holds. */
  get openedError(): BackendErrorKind | undefined {
    // What is opened next has not been asked for yet.
    const failed = this.one.state === 'failed' && this.#failed === this.#context.opened();
    return failed ? this.one.error?.kind : undefined;
  }

  /** The opened post is not to be seen any more, though the list may have held it. */
  get gone(): boolean {
    return this.openedError === 'missing' || this.openedError === 'denied';
  }

  /** The reader may write here. */
  get mayWrite(): boolean {
    return this.account.signedIn && this.port?.create !== undefined;
  }

  /** Takes over what has come. */
  update(): void {
    this.posts.update(this.query.value);
    const id = this.#context.opened();
    // What was withdrawn since is not left in the list, either.
    if (id !== undefined && this.gone && this.posts.find(id)) this.posts.change(id, undefined);
  }

  /** A post was written or changed by the reader. */
  noteSaved(id: string, post: Post | undefined): void {
    if (this.posts.find(id)) this.posts.change(id, post?.state === 'published' ? post : undefined);
    if (this.one.valueQuery?.id === id) this.one.value = this.one.valueQuery = undefined;
    this.reload();
  }

  /** Asks anew, since somebody wants to know. */
  reload(): void {
    this.query.run();
    this.one.run();
  }

  /** A source that was slow has answered: its posts come in, unless the reader has gone on to later pages. */
  #takeLate(): void {
    if (this.posts.list.length <= (this.query.value?.items.length ?? 0)) this.query.run(false);
  }

  /** Another person may be reading: what the one before saw is not theirs. */
  #forget(): void {
    for (const query of [this.query, this.one]) query.value = query.valueQuery = undefined;
    this.reload();
    this.#host.requestUpdate();
  }

  async #find(port: PostsPort, id: string, signal: AbortSignal, fresh: boolean): Promise<Post> {
    const options = { signal, ...(fresh && { fresh }) };
    try {
      const post = port.get ? await port.get(id, options) : this.posts.find(id);
      if (!post) throw new BackendError('missing', `No post ${id}`);
      return post;
    } catch (error) {
      if (!signal.aborted) this.#failed = id;
      throw error;
    }
  }
}
