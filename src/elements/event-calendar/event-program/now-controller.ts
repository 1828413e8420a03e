import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Longest time between two looks: a device that slept wakes up with timers that are late. */
const LONGEST = 60_000;

/** Tells an element what time it is, and draws it anew when one of its moments has come. */
export class NowController implements ReactiveController {
  now = Date.now();
  readonly #host: ReactiveControllerHost;
  /** Epoch milliseconds at which the picture changes. */
  readonly #moments: () => readonly number[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, moments: () => readonly number[]) {
    this.#host = host;
    this.#moments = moments;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('focus', this.#look);
    document.addEventListener('visibilitychange', this.#look);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('focus', this.#look);
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  hostUpdate(): void {
    this.now = Date.now();
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const next = Math.min(...this.#moments().filter((moment) => moment > this.now));
    if (next === Infinity) return;
    this.#timer = setTimeout(this.#look, Math.min(LONGEST, next - this.now + 50));
  }

  /** Draws anew where a moment has passed since the last look; else waits on. */
  readonly #look = (): void => {
    const now = Date.now();
    if (this.#moments().some((moment) => moment > this.now && moment <= now)) this.#host.requestUpdate();
    else this.hostUpdated();
  };
}
