/**
 * How much one answer may cost. Calendars of strangers hold rules such as "every second for ever" or "the 31st of
 * February"; each step that is taken for them is paid from here, so that none can hang a page.
 */
export class WorkBudget {
  #steps: number;
  #results: number;
  readonly #whole: WorkBudget | undefined;

  /**
   * `steps`: periods looked at, with or without a find, a month being worth two; `results`: occurrences told; `whole`: the budget of the whole
   * answer, which pays for each step and result too.
   */
  constructor(steps: number, results: number, whole?: WorkBudget) {
    this.#steps = steps;
    this.#results = results;
    this.#whole = whole;
  }

  /** Steps that are left. */
  get steps(): number {
    return Math.max(0, this.#steps);
  }

  /** Whether something was left out because the budget was used up. */
  get spent(): boolean {
    return this.#steps < 0 || this.#results < 0;
  }

  /** Pays for a step, or for as many as a larger one is worth; false when nothing is left. */
  step(cost = 1): boolean {
    if (this.#whole && !this.#whole.step(cost)) this.#steps = 0;
    this.#steps -= cost;
    return this.#steps >= 0;
  }

  /** Pays for a result; false when nothing is left. */
  result(): boolean {
    if (this.#whole && !this.#whole.result()) this.#results = 0;
    return --this.#results >= 0;
  }
}
