import type { ReactiveController } from 'lit';
import type { AccountPort } from '../backend/ports.ts';
import type { Me } from '../model/account.ts';
import { PortController, type PortHost } from './port-controller.ts';

type Host = PortHost & { readonly isConnected: boolean };

/**
 * Who reads, kept in step with the account port of a widget's source: asks when the port comes, and anew whenever
 * somebody signs in or out. Where there is no such port, or it does not answer, nobody is signed in.
 */
export class AccountController implements ReactiveController {
  /** The reader; undefined until the port has answered. */
  me: Me | undefined;
  /** There is an answer, or it is known that none comes. */
  settled = false;

  readonly #host: Host;
  readonly #found: PortController<'account'>;
  readonly #isNear: () => boolean;
  readonly #onChange: () => void;
  #port: AccountPort | undefined;
  #end: (() => void) | undefined;
  #abort: AbortController | undefined;

  /**
   * @param isNear whether the reader is near enough to ask
   * @param onChange called when another person may be reading than the one before
   */
  constructor(host: Host, isNear: () => boolean, onChange: () => void) {
    this.#host = host;
    this.#isNear = isNear;
    this.#onChange = onChange;
    this.#found = new PortController(host, 'account', true);
    host.addController(this);
  }

  get port(): AccountPort | undefined {
    return this.#port;
  }

  /** Somebody is signed in. */
  get signedIn(): boolean {
    return this.me?.anonymous === false;
  }

  /** The reader could sign in here. */
  get maySignIn(): boolean {
    return this.me?.anonymous === true && this.#port?.signIn !== undefined;
  }

  /** @param onFailed called when the way in is shut, not when the reader turns back */
  signIn(onFailed: () => void): void {
    this.#port?.signIn?.().catch(onFailed);
  }

  hostUpdate(): void {
    const port = this.#isNear() ? this.#found.port : undefined;
    if (port === this.#port) return;
    this.#stop();
    this.#port = port;
    this.#start();
  }

  hostConnected(): void {
    if (this.#port && !this.#end) this.#start();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #start(): void {
    const port = this.#port;
    if (!port) return;
    this.#end = port.subscribe?.(() => {
      this.#onChange();
      this.#ask(port);
    });
    this.#ask(port);
  }

  #stop(): void {
    this.#abort?.abort();
    this.#end?.();
    this.#end = this.#abort = undefined;
  }

  #ask(port: AccountPort): void {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    port.me({ signal: abort.signal }).then(
      (me) => this.#take(abort, me),
      // Who cannot be told apart reads as a stranger does; the widget's own data tell of the failure.
      () => this.#take(abort, undefined),
    );
  }

  #take(abort: AbortController, me: Me | undefined): void {
    if (abort.signal.aborted) return;
    this.me = me;
    this.settled = true;
    this.#host.requestUpdate();
  }
}
