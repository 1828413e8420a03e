import type { ReactiveController } from 'lit';
import { BackendError, type BackendErrorKind } from '../../backend/backend-error.ts';
import type { PeersPort, PeersQuery } from '../../backend/ports.ts';
import { AccountController } from '../../internal/account-controller.ts';
import { PagedList } from '../../internal/paged-list.ts';
import { PortController, type PortHost } from '../../internal/port-controller.ts';
import { QueryController } from '../../internal/query-controller.ts';
import type { Page } from '../../model/page.ts';
import type { MatchReason, Peer } from '../../model/peer.ts';

/** Matches that the list is told of. */
const MATCHES = 50;

/** Roles that may bring in others, where the hub lets them. */
const MAY_IMPORT: readonly string[] = ['organiser', 'moderator', 'admin'];

export interface DirectorySourceContext {
  /** Whether the reader is near enough to ask. */
  readonly near: () => boolean;
  /** What the list shows, and how many of it. */
  readonly question: (cursor?: string) => PeersQuery;
  readonly opened: () => string | undefined;
}

type Reader = { readonly of: string };
type Reasons = ReadonlyMap<string, readonly MatchReason[]>;
const NO_REASONS: Reasons = new Map();

/**
 * Everything that the directory asks its source. It does not look by itself whether something is new: sources count how
 * many entries somebody looks at, so that nobody walks through all of them, and that room is the reader's.
 */
export class DirectorySource implements ReactiveController {
  readonly account: AccountController;
  readonly query: QueryController<PeersPort, PeersQuery, Page<Peer>>;
  /** The opened person, with everything that the list leaves out. */
  readonly one: QueryController<PeersPort, { readonly id: string }, Peer>;
  readonly people: PagedList<Peer>;

  readonly #host: PortHost;
  readonly #context: DirectorySourceContext;
  readonly #port: PortController<'peers'>;
  readonly #matches: QueryController<PeersPort, Reader, Reasons>;
  readonly #waiting: QueryController<PeersPort, Reader, number>;
  readonly #importer: QueryController<PeersPort, Reader, boolean>;
  /** Id of the person who was last asked for in vain. */
  #failed: string | undefined;

  constructor(host: PortHost, context: DirectorySourceContext) {
    this.#host = host;
    this.#context = context;
    this.#port = new PortController(host, 'peers');
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
        return id === undefined || (!this.port?.get && this.people.find(id)) ? undefined : { id };
      },
      run: (port, { id }, signal, fresh) => this.#find(port, id, signal, fresh),
      isEmpty: () => false,
    });
    const own = <R>(
      wanted: (port: PeersPort) => boolean,
      run: (port: PeersPort, signal: AbortSignal) => Promise<R>,
    ): QueryController<PeersPort, Reader, R> =>
      new QueryController<PeersPort, Reader, R>(host, {
        port: () => (this.port && wanted(this.port) ? this.port : undefined),
        query: () => (this.account.signedIn ? { of: this.account.me?.person?.id ?? '' } : undefined),
        run: (port, _, signal) => run(port, signal),
        isEmpty: () => false,
      });
    this.#matches = own<Reasons>(
      (port) => port.matches !== undefined,
      async (port, signal) => {
        const page = await port.matches?.({ limit: MATCHES, signal });
        return new Map(page?.items.map(({ peer, why }) => [peer.id, why]));
      },
    );
    this.#waiting = own(
      (port) => port.requests !== undefined,
      async (port, signal) => (await port.requests?.({ box: 'received', limit: 1 }, { signal }))?.waiting ?? 0,
    );
    this.#importer = own(
      (port) => port.importPeers !== undefined && this.#organises,
      async (port, signal) => (await port.profile?.({ signal }))?.can.includes('import') ?? false,
    );
    this.people = new PagedList(host, async (cursor, signal) => {
      return (await this.port?.list(context.question(cursor), { signal })) ?? { items: [], problems: [] };
    });
    host.addController(this);
  }

  hostConnected(): void {
    // Its controllers listen for themselves.
  }

  hostDisconnected(): void {
    this.people.stop();
  }

  get port(): PeersPort | undefined {
    return this.#context.near() ? this.#port.port : undefined;
  }

  /** No source has turned up for a while. */
  get unresolved(): boolean {
    return this.#port.unresolved;
  }

  /** The opened person, as far as they have come: what the list holds is shown at once. */
  get opened(): Peer | undefined {
    const id = this.#context.opened();
    if (id === undefined || this.gone) return undefined;
    return this.one.valueQuery?.id === id ? this.one.value : this.people.find(id);
  }

  /** Why the opened person is not there, or no more than the list knows of them. */
  get openedError(): BackendErrorKind | undefined {
    // Whoever is opened next has not been asked for yet.
    const failed = this.one.state === 'failed' && this.#failed === this.#context.opened();
    return failed ? this.one.error?.kind : undefined;
  }

  /** The opened person is not to be seen any more, though the list may have held them. */
  get gone(): boolean {
    return this.openedError === 'missing' || this.openedError === 'denied';
  }

  /** Why people fit the reader, by their ids. */
  get reasons(): Reasons {
    return (this.account.signedIn && this.#matches.value) || NO_REASONS;
  }

  /** Requests that wait for the reader's answer. */
  get waiting(): number {
    return (this.account.signedIn && this.#waiting.value) || 0;
  }

  set waiting(count: number) {
    this.#waiting.value = count;
  }

  /** The reader may bring in others. */
  get mayImport(): boolean {
    return this.account.signedIn && this.#importer.value === true;
  }

  get #organises(): boolean {
    return (this.account.me?.memberships ?? []).some(({ roles }) => roles.some((role) => MAY_IMPORT.includes(role)));
  }

  /** Takes over what has come. */
  update(): void {
    this.people.update(this.query.value);
    const id = this.#context.opened();
    // Whoever has withdrawn their entry since is not left in the list, either.
    if (id !== undefined && this.gone && this.people.find(id)) this.people.change(id, undefined);
  }

  /** The reader has asked somebody for contact. */
  noteRequest(id: string, request: string): void {
    const noted = (peer: Peer): Peer => ({ ...peer, me: { ...peer.me, request } });
    const listed = this.people.find(id);
    if (listed) this.people.change(id, noted(listed));
    if (this.one.value?.id === id) this.one.value = noted(this.one.value);
    this.#host.requestUpdate();
  }

  /** Asks anew, since somebody wants to know. */
  reload(): void {
    for (const query of [this.query, this.one, this.#matches, this.#waiting, this.#importer]) query.run();
  }

  /** Another person may be reading: what the one before saw is not theirs. */
  #forget(): void {
    for (const query of [this.query, this.one, this.#matches, this.#waiting, this.#importer]) {
      query.value = query.valueQuery = undefined;
    }
    this.reload();
  }

  async #find(port: PeersPort, id: string, signal: AbortSignal, fresh: boolean): Promise<Peer> {
    const options = { signal, ...(fresh && { fresh }) };
    try {
      const peer = port.get ? await port.get(id, options) : this.people.find(id);
      if (!peer) throw new BackendError('missing', `No person ${id}`);
      return peer;
    } catch (error) {
      if (!signal.aborted) this.#failed = id;
      throw error;
    }
  }
}
