import { ReactiveElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { portContext } from '../../backend/contexts.ts';
import { openBackend, type OpenedBackend } from '../../backend/open-backend.ts';
import { PORT_NAMES, type AdapterOptions, type Backend, type PortName, type SignInPage } from '../../backend/ports.ts';
import { ContextProvider } from '../../internal/context-provider.ts';
import type { LoginMode, PageAnswer } from '../../internal/page-sign-in.ts';
import { backendsChanged, runtime, type BackendElement } from '../../internal/runtime.ts';
import { warnOnce } from '../../internal/warn.ts';
import { VrAuthRequiredEvent } from './events.ts';

/** Attributes whose change means other data. */
const OPENING: readonly string[] = [
  'src',
  'labels',
  'timeZone',
  'timeout',
  'backend',
  'credentials',
  'login',
  'methodOverride',
  'getToken',
  'fetch',
];
const CREDENTIALS = ['same-origin', 'include'] as const;
const LOGINS: readonly LoginMode[] = ['redirect', 'popup', 'none'];
const DEFAULT_TIMEOUT = 10_000;

/**
 * Says where the widgets inside it, or those that name it by `backend="#id"`, get their data from. It answers only for
 * the kinds of data that its sources have, so backends in one another mix sources.
 *
 * @summary Where data come from.
 * @documentation docs/backend.md
 * @status stable
 * @since 0.1
 *
 * @fires {VrAuthRequiredEvent} vr-auth-required - The reader has to sign in; a page with a sign-in of its own calls `respondWith`.
 *
 * @slot - the widgets; it has no box of its own
 */
export class VrBackend extends ReactiveElement implements BackendElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  /** Where the data come from: `[kind+]URL`, several parted by white space. */
  @property() src: string | undefined;
  /** Names of the sources, in their order, parted by semicolons. */
  @property() labels: string | undefined;
  /** IANA zone that plain dates and times without zone are read in. */
  @property({ attribute: 'time-zone' }) timeZone = 'Europe/Berlin';
  /** Milliseconds until a request is given up. */
  @property({ type: Number }) timeout = DEFAULT_TIMEOUT;
  /** A ready-made backend of the page's own, in place of `src`. */
  @property({ attribute: false }) backend: Backend | undefined;
  /** `include`: the hub's cookies go along to another origin, too, which has to allow it. Default: to its own only. */
  @property() credentials: (typeof CREDENTIALS)[number] = 'same-origin';
  /** How a reader signs in to a hub: the page goes there and comes back (`redirect`), a window does (`popup`), or `none`. */
  @property() login: LoginMode = 'redirect';
  /**
   * A hub's PUT, PATCH and DELETE go as POST with `X-HTTP-Method-Override`. Needed only for another origin behind a proxy
   * that refuses them: on the page's own origin the first refusal is noticed.
   */
  @property({ attribute: 'method-override', type: Boolean }) methodOverride = false;
  /**
   * Gives an access token for a hub's address, or null. It is asked before each request and kept nowhere; once more with
   * `{refresh: true}` when the last token was refused.
   */
  @property({ attribute: false }) getToken: AdapterOptions['getToken'];
  /** Stands in for the page's `fetch`. */
  @property({ attribute: false }) fetch: AdapterOptions['fetch'];

  readonly #contexts = new ContextProvider(this);
  #opened: OpenedBackend | undefined;
  #provided: Backend | undefined;
  #ports: readonly PortName[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    // Through the style object, which a Content-Security-Policy lets pass.
    if (!this.style.display) this.style.display = 'contents';
    runtime().backends.add(this);
    // Who upgrades after this one must find it with its ports.
    this.performUpdate();
    backendsChanged();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      runtime().backends.delete(this);
      backendsChanged();
    });
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'id' && this.isConnected) backendsChanged();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    if (OPENING.some((name) => changed.has(name))) this.#open();
  }

  /** Names of the ports it has, known before they are there. */
  get ports(): readonly PortName[] {
    return this.#ports;
  }

  /** Its ports; undefined while their adapters are being loaded. */
  get provided(): Backend | undefined {
    return this.#provided;
  }

  /** Forgets everything that the library has stored on this device: drafts, and writes that wait. */
  async purge(): Promise<void> {
    (await import('../../internal/device-store.ts')).purgeDevice();
  }

  #open(): void {
    this.#opened = undefined;
    if (this.backend) {
      this.#provide(this.backend);
      return;
    }
    const { labels, timeZone, methodOverride, getToken, fetch } = this;
    const credentials = this.#oneOf('credentials', CREDENTIALS);
    const login = this.#oneOf('login', LOGINS);
    const timeout = this.timeout > 0 ? this.timeout : DEFAULT_TIMEOUT;
    const base = this.ownerDocument.location?.href;
    const signIn = async (): Promise<SignInPage> =>
      (await import('../../internal/page-sign-in.ts')).createPageSignIn({ login, ask: this.#ask });
    const opened = openBackend({
      src: this.src ?? '',
      labels,
      timeZone,
      timeout,
      credentials,
      methodOverride,
      getToken,
      signIn,
      fetch,
      base,
    });
    for (const { code, message } of opened.warnings) warnOnce(code, message, this);
    this.#opened = opened;
    this.#provided = undefined;
    this.#offer(opened.ports);
    void opened.ready.then((backend) => {
      if (this.#opened === opened) this.#provide(backend);
    });
  }

  /** The value of an attribute with a closed list of values; the first where it is none of them. */
  #oneOf<T extends string>(name: 'credentials' | 'login', values: readonly T[]): T {
    const given = (this[name] as string | null) ?? values[0]!;
    const value = values.find((each) => each === given);
    if (!value) warnOnce('VR005', `${name}="${given}" is not one of ${values.join(', ')}.`, this);
    return value ?? values[0]!;
  }

  readonly #ask = (cause: 'refused' | 'asked'): PageAnswer => {
    const event = new VrAuthRequiredEvent(cause);
    return { prevented: !this.dispatchEvent(event), done: event.done };
  };

  #provide(backend: Backend): void {
    this.#provided = backend;
    this.#offer(PORT_NAMES.filter((name) => backend[name]));
  }

  /** Answers for these ports from now on, and for no others. */
  #offer(ports: readonly PortName[]): void {
    this.#ports = ports;
    for (const name of PORT_NAMES) {
      if (ports.includes(name)) this.#contexts.offer(portContext(name), this.#provided?.[name]);
      else this.#contexts.withdraw(portContext(name));
    }
    if (this.isConnected) backendsChanged();
  }
}
