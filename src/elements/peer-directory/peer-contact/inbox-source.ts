import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { PeersPort } from '../../../backend/ports.ts';
import { asBackendError } from '../../../internal/as-backend-error.ts';
import { unlessAborted } from '../../../internal/unless-aborted.ts';
import type { BlockedPeer, ContactRequest } from '../../../model/contact-request.ts';
import type { Problem } from '../../../model/page.ts';
import type { Channels } from '../../../model/peer-profile.ts';

export type Box = ContactRequest['box'];
export const BOXES: readonly Box[] = ['received', 'sent'];

/** One of the two lists, on its way. */
export interface Lane {
  readonly state: 'idle' | 'loading' | 'ready' | 'failed';
  readonly items: readonly ContactRequest[];
  readonly problems: readonly Problem[];
  readonly next?: string;
  readonly error?: BackendError;
}

/** Addresses of somebody, as long as they are looked at. */
export type Shown =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly contact: Channels }
  | { readonly state: 'failed'; readonly error: BackendError };

const PAGE = 20;
const NONE: Lane = { state: 'idle', items: [], problems: [] };

/** A request without the addresses that the answer about it holds: those are asked for when they are to be seen. */
const bare = ({ contact: _, ...request }: ContactRequest): ContactRequest => request;

/** Requests of a person, received and sent, and whom they have blocked. */
export class InboxSource implements ReactiveController {
  lanes: Readonly<Record<Box, Lane>> = { received: NONE, sent: NONE };
  /** How many wait for the reader's answer. */
  waiting = 0;
  blocked: readonly BlockedPeer[] | undefined;
  blockedError: BackendError | undefined;
  readonly shown = new Map<string, Shown>();

  readonly #host: ReactiveControllerHost;
  readonly #onWaiting: (waiting: number) => void;
  #port: PeersPort | undefined;
  #user: string | undefined;
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost, onWaiting: (waiting: number) => void) {
    this.#host = host;
    this.#onWaiting = onWaiting;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort.abort();
    this.#port = undefined;
    this.shown.clear();
  }

  /** Turns to a source, as somebody. True when it is another one than before. */
  use(port: PeersPort | undefined, user: string | undefined): boolean {
    if (port === this.#port && user === this.#user) return false;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#port = port;
    this.#user = user;
    this.lanes = { received: NONE, sent: NONE };
    this.blocked = this.blockedError = undefined;
    this.shown.clear();
    if (port && user !== undefined) for (const box of BOXES) void this.load(box);
    return true;
  }

  /** From the beginning, or what follows. */
  async load(box: Box, cursor?: string): Promise<void> {
    const port = this.#port;
    if (!port?.requests || this.lanes[box].state === 'loading') return;
    const { signal } = this.#abort;
    this.#set(box, { state: 'loading' });
    try {
      const query = { box, limit: PAGE, ...(cursor && { cursor }) };
      const page = await unlessAborted(port.requests(query, { signal, fresh: true }), signal);
      const { items: before } = this.lanes[box];
      const known = cursor ? before : [];
      const more = page.items.map(bare).filter(({ id }) => !known.some((item) => item.id === id));
      const { next: _next, error: _error, ...lane } = this.lanes[box];
      this.lanes = {
        ...this.lanes,
        [box]: {
          ...lane,
          state: 'ready',
          items: [...known, ...more],
          problems: page.problems,
          ...(page.next && { next: page.next }),
        },
      };
      this.#wait(page.waiting);
      this.#host.requestUpdate();
    } catch (cause) {
      if (!signal.aborted) this.#set(box, { state: 'failed', error: asBackendError(cause) });
    }
  }

  /** One request, wherever it stands; it takes its place in its list. @throws {BackendError} */
  async find(id: string): Promise<ContactRequest | undefined> {
    const port = this.#port;
    if (!port?.request) return undefined;
    const { signal } = this.#abort;
    const request = bare(await unlessAborted(port.request(id, { signal, fresh: true }), signal));
    this.take(request);
    return request;
  }

  /** Puts a request in its place, or a new one before all. */
  take(changed: ContactRequest): void {
    const request = bare(changed);
    const { items } = this.lanes[request.box];
    const before = items.find(({ id }) => id === request.id);
    this.#set(request.box, {
      items: before ? items.map((item) => (item === before ? request : item)) : [request, ...items],
    });
    const waited = request.box === 'received' && before?.state === 'sent' && request.state !== 'sent';
    if (waited) this.#wait(Math.max(0, this.waiting - 1));
  }

  /** Asks for the addresses that an accepted request gives. */
  async show(id: string): Promise<boolean> {
    const port = this.#port;
    if (!port?.request || this.shown.get(id)?.state === 'loading') return false;
    const { signal } = this.#abort;
    this.#show(id, { state: 'loading' });
    try {
      const { contact = {} } = await unlessAborted(port.request(id, { signal, fresh: true }), signal);
      // Who hid them meanwhile does not see them come.
      if (this.shown.has(id)) this.#show(id, { state: 'ready', contact });
      return true;
    } catch (cause) {
      if (!signal.aborted) this.#show(id, { state: 'failed', error: asBackendError(cause) });
      return false;
    }
  }

  hide(id: string): void {
    this.shown.delete(id);
    this.#host.requestUpdate();
  }

  async loadBlocked(): Promise<void> {
    const port = this.#port;
    if (!port?.blocked) return;
    const { signal } = this.#abort;
    this.blockedError = undefined;
    try {
      this.blocked = await unlessAborted(port.blocked({ signal, fresh: true }), signal);
    } catch (cause) {
      if (signal.aborted) return;
      this.blockedError = asBackendError(cause);
    }
    this.#host.requestUpdate();
  }

  #set(box: Box, change: Partial<Lane>): void {
    this.lanes = { ...this.lanes, [box]: { ...this.lanes[box], ...change } };
    this.#host.requestUpdate();
  }

  #show(id: string, shown: Shown): void {
    this.shown.set(id, shown);
    this.#host.requestUpdate();
  }

  #wait(waiting: number): void {
    if (waiting === this.waiting) return;
    this.waiting = waiting;
    this.#onWaiting(waiting);
  }
}
