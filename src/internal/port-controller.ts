import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { portContext } from '../backend/contexts.ts';
import type { Backend, PortName } from '../backend/ports.ts';
import { ContextConsumer } from './context-consumer.ts';
import { runtime } from './runtime.ts';
import { giveBackend, keyOfSource, takeBackend, type PrivateSource } from './shared-backends.ts';
import { warnOnce } from './warn.ts';

/** What a widget's element says of its source. */
export interface PortHost extends ReactiveControllerHost, HTMLElement {
  /** A ready-made backend, or the `#id` of a `<vr-backend>`. */
  readonly backend?: Backend | string | null;
  readonly src?: string | null;
  readonly labels?: string | null;
  readonly timeZone?: string;
}

/** Providers may come late; after this long an editor hears that none came. */
const GRACE = 3000;

/** Where a search has led: to a place that has the port (perhaps not yet), or nowhere. */
interface Found<P> {
  readonly claimed: boolean;
  readonly port: P | undefined;
}

/**
 * Finds the port of a widget and keeps looking: property `backend`, attribute `src`, attribute `backend="#id"`, nearest
 * `<vr-backend>` around, the page's only one, the loader script's `data-vr-src`. The first that is there decides, in
 * whatever order they come, go and change.
 */
export class PortController<N extends PortName> implements ReactiveController {
  /** No source has turned up for a while: time to tell the reader. */
  unresolved = false;

  readonly #host: PortHost;
  readonly #name: N;
  readonly #optional: boolean;
  readonly #context: ContextConsumer;
  #inputs: readonly unknown[] = [];
  #private: PrivateSource | undefined;
  #privateBackend: Backend | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  #port: Backend[N] | undefined;
  #wanted = false;

  /** @param optional the widget works without it: nobody is told that it is missing */
  constructor(host: PortHost, name: N, optional = false) {
    this.#host = host;
    this.#name = name;
    this.#optional = optional;
    this.#context = new ContextConsumer(host, portContext(name), () => this.#resolve());
    host.addController(this);
  }

  /**
   * The port; undefined while there is none. The search begins when it is first asked for: a widget that the reader has
   * not come near loads nothing.
   */
  get port(): Backend[N] | undefined {
    if (!this.#wanted) {
      this.#wanted = true;
      this.#resolve();
    }
    return this.#port;
  }

  hostConnected(): void {
    runtime().listeners.add(this.#resolve);
    // Providers of other libraries announce themselves by the event of the protocol.
    addEventListener('context-provider', this.#resolve);
    this.#context.close();
    this.#resolve();
  }

  hostDisconnected(): void {
    runtime().listeners.delete(this.#resolve);
    removeEventListener('context-provider', this.#resolve);
    // Moving an element disconnects and connects it at once; only who has left gives everything back.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#context.close();
      this.#usePrivate(undefined);
    });
  }

  hostUpdate(): void {
    const { backend, src, labels, timeZone } = this.#host;
    const inputs = [backend, src, labels, timeZone];
    if (inputs.some((input, index) => input !== this.#inputs[index])) this.#resolve();
  }

  readonly #resolve = (): void => {
    const host = this.#host;
    if (!this.#wanted || !host.isConnected) return;
    const { backend, src, labels, timeZone } = host;
    this.#inputs = [backend, src, labels, timeZone];
    const { claimed, port } = this.#find();
    if (claimed && port) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.unresolved = false;
    } else if (!this.#optional) this.#timer ??= setTimeout(() => void this.#giveUp(), GRACE);
    if (port === this.#port) return;
    this.#port = port;
    host.requestUpdate();
  };

  #find(): Found<Backend[N]> {
    const { backend, src, labels, timeZone } = this.#host;
    if (typeof backend === 'object' && backend) {
      this.#usePrivate(undefined);
      if (!backend[this.#name]) this.#warnMissing('The backend');
      return { claimed: true, port: backend[this.#name] };
    }
    if (src?.trim()) return this.#usePrivate({ src, labels, timeZone });
    const elsewhere = backend ? this.#findById(backend) : this.#findAround();
    const page = runtime().src;
    if (elsewhere.claimed || backend || !page || this.#isBackendComing()) {
      this.#usePrivate(undefined);
      return elsewhere;
    }
    return this.#usePrivate({ src: page, timeZone });
  }

  #findById(reference: string): Found<Backend[N]> {
    const id = reference.replace(/^#/, '');
    const root = this.#host.getRootNode() as Partial<DocumentOrShadowRoot & NonElementParentNode>;
    const element = root.getElementById?.(id) ?? this.#host.ownerDocument.getElementById(id);
    for (const candidate of runtime().backends) if (candidate === element) return this.#of(candidate.provided, true);
    if (element && element.localName !== 'vr-backend') {
      warnOnce('VR009', `backend="${reference}" names a <${element.localName}>, not a <vr-backend>.`, this.#host);
    }
    return { claimed: false, port: undefined };
  }

  #findAround(): Found<Backend[N]> {
    this.#context.open();
    if (this.#context.claimed) return { claimed: true, port: this.#context.value as Backend[N] };
    const [only, another] = [...runtime().backends].filter((element) => element.ports.includes(this.#name));
    if (only && !another && !this.#isBackendComing()) return this.#of(only.provided, true);
    return { claimed: false, port: undefined };
  }

  /** A `<vr-backend>` is in the page whose class has not arrived. */
  #isBackendComing(): boolean {
    return !customElements.get('vr-backend') && this.#host.ownerDocument.querySelector('vr-backend') !== null;
  }

  #of(provided: object | undefined, claimed: boolean): Found<Backend[N]> {
    const backend = provided as Backend | undefined;
    if (backend && !backend[this.#name]) this.#warnMissing('This <vr-backend>');
    return { claimed, port: backend?.[this.#name] };
  }

  #usePrivate(source: PrivateSource | undefined): Found<Backend[N]> {
    const old = this.#private;
    if (source && (!old || keyOfSource(source) !== keyOfSource(old))) {
      const { ports, warnings, ready } = takeBackend(source);
      this.#privateBackend = undefined;
      for (const { code, message } of warnings) warnOnce(code, message, this.#host);
      if (!ports.includes(this.#name)) this.#warnMissing(`src="${source.src}"`);
      void ready.then((backend) => {
        if (this.#private !== source) return;
        this.#privateBackend = backend;
        this.#resolve();
      });
    } else source = source && old;
    if (old && old !== source) giveBackend(old);
    this.#private = source;
    return { claimed: true, port: this.#privateBackend?.[this.#name] };
  }

  #warnMissing(what: string): void {
    if (this.#optional) return;
    warnOnce('VR008', `${what} has no ${this.#name} for <${this.#host.localName}>.`, this.#host);
  }

  readonly #giveUp = async (): Promise<void> => {
    this.#timer = undefined;
    // The reader is told in any case, also where the words for the editor cannot be loaded.
    const words = await import('./explain-missing-source.ts').catch(() => undefined);
    if (!this.#host.isConnected || this.#port) return;
    words?.explainMissingSource(this.#host);
    this.unresolved = true;
    this.#host.requestUpdate();
  };
}
