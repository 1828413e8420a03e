/** So many keys are remembered at once; beyond that, those that have rested longest are forgotten. */
const MAX_KEYS = 50_000;

/**
 * An allowance that fills up again evenly (generic cell rate algorithm): `limit` at once, then one each
 * `milliseconds / limit`. One number a key, in memory only, so nothing about who came when is ever written down.
 */
export class Budget {
  readonly #limit: number;
  readonly #step: number;
  readonly #span: number;
  /** When the whole allowance of a key will be full again, epoch ms. */
  readonly #fullAt = new Map<string, number>();

  /** @param milliseconds the span in which `limit` units may be taken */
  constructor(limit: number, milliseconds: number) {
    this.#limit = limit;
    this.#step = milliseconds / limit;
    this.#span = milliseconds;
  }

  /**
   * Takes units. 0 when they were there, else the milliseconds until they will be; nothing is taken then. More than the
   * whole allowance at once takes the whole.
   */
  take(key: string, now: number, units = 1): number {
    const known = this.#fullAt.get(key) ?? now;
    // Further ahead than the span: the clock was set back, which must not shut anybody out.
    const isAhead = known - now > this.#span + this.#step;
    const fullAt = (isAhead ? now : Math.max(known, now)) + this.#step * Math.min(units, this.#limit);
    // A thousandth of a step forgives what floating point has rounded.
    const wait = fullAt - now - this.#span;
    if (wait > this.#step / 1000) return wait;
    this.#fullAt.delete(key);
    this.#fullAt.set(key, fullAt);
    if (this.#fullAt.size > MAX_KEYS) this.#forget(now);
    return 0;
  }

  #forget(now: number): void {
    for (const [key, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(key);
    for (const key of this.#fullAt.keys()) {
      if (this.#fullAt.size <= MAX_KEYS) break;
      this.#fullAt.delete(key);
    }
  }
}
