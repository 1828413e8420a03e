/**
 * Work on one thing after the other, in the order it came. Hubs on one PostgreSQL wait for each other by the lock of a
 * row; within one hub a crowd that wants the same event waits here instead, where it holds no connection that somebody
 * else needs, and nobody is turned away because all of them are taken.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    // Whoever failed before is no reason not to begin.
    const turn = before.then(work, work);
    this.#last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    }
  }
}
