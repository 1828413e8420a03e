/** Lets one request at a time through to each host: a reader of many sources must not be a burden to one server. */
export class HostGate {
  /** Who waits, by host; a host without an entry is free. */
  readonly #waiting = new Map<string, (() => void)[]>();

  /**
   * Waits for its turn and gives what ends it.
   * @throws the signal's reason, when that fires first; the place in the queue is given up then
   */
  async enter(host: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    const queue = this.#waiting.get(host);
    if (!queue) this.#waiting.set(host, []);
    else {
      await new Promise<void>((resolve, reject) => {
        const go = (): void => {
          signal.removeEventListener('abort', stop);
          resolve();
        };
        const stop = (): void => {
          queue.splice(queue.indexOf(go), 1);
          reject(signal.reason as Error);
        };
        queue.push(go);
        signal.addEventListener('abort', stop, { once: true });
      });
    }
    return () => this.#leave(host);
  }

  #leave(host: string): void {
    const next = this.#waiting.get(host)?.shift();
    if (next) next();
    else this.#waiting.delete(host);
  }
}
