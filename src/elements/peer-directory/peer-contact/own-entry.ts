import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PeersPort } from '../../../backend/ports.ts';
import { profileLink } from '../../../internal/peer-link.ts';
import { unlessAborted } from '../../../internal/unless-aborted.ts';
import { CHANNELS, type Channel, type Channels, type PeerProfile } from '../../../model/peer-profile.ts';

/**
 * Where the own entry is written: the page that the editor names, or this one when it has it; else nowhere.
 * @param url address of the other page
 */
export const ownEntryLink = (url: string | undefined): string | undefined =>
  url || (document.querySelector('vr-peer-profile') ? profileLink() : undefined);

/** The reader's own entry: the ways to reach them that they may give away, and whether others find them. */
export class OwnEntry implements ReactiveController {
  state: 'none' | 'loading' | 'ready' | 'failed' = 'none';
  entry: PeerProfile | undefined;

  readonly #host: ReactiveControllerHost;
  #port: PeersPort | undefined;
  #user: string | undefined;
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get channels(): Channels {
    return this.entry?.channels ?? {};
  }

  /** Those that something stands in. */
  get given(): readonly Channel[] {
    return CHANNELS.filter((channel) => this.channels[channel]);
  }

  hostDisconnected(): void {
    this.#abort.abort();
    this.#port = undefined;
  }

  /** Turns to a source, as somebody; without a person there is no entry. */
  use(port: PeersPort | undefined, user: string | undefined): void {
    if (port === this.#port && user === this.#user) return;
    this.#port = port;
    this.#user = user;
    this.entry = undefined;
    this.state = 'none';
    this.load();
  }

  load(): void {
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    const loads = this.#user === undefined ? undefined : this.#port?.profile?.({ signal });
    if (!loads) return;
    this.state = 'loading';
    unlessAborted(loads, signal).then(
      (entry) => this.#settle(signal, 'ready', entry),
      () => this.#settle(signal, 'failed', undefined),
    );
    this.#host.requestUpdate();
  }

  #settle(signal: AbortSignal, state: 'ready' | 'failed', entry: PeerProfile | undefined): void {
    if (signal.aborted) return;
    this.state = state;
    this.entry = entry;
    this.#host.requestUpdate();
  }
}
