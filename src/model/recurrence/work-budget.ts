/**
 * How much one answer may cost. Calendars of strangers hold rules such as "every second for ever" or "the 31st of
 * February"; each step that is taken for them is paid from here, so that none can hang a page.
 */
export class WorkBudget {
  #steps: number;
  #results: number;
  readonly #whole: WorkBudget | undefined;

  /**
   * `steps`: periods looked at, with or without a find; `results`: occurrences told; `whole`: the budget of the whole
   * answer, which pays for each step and result too.
   */
  constructor(steps: number, results: number, whole?: WorkBudget) {
    this.#steps = steps;
    this.#results = results;
    this.#whole = whole;
  }

  /** Whether something was left out because the budget was used up. */
  get spent(): boolean {
    return this.#steps < 0 || this.#results < 0;
  }

  /** Pays for a step; false when nothing is left. */
  step(): boolean {
    if (this.#whole && !this.#whole.step()) this.#steps = 0;
    return --this.#steps >= 0;
  }

  /** Pays for a result; false when nothing is left. */
  result(): boolean {
    if (this.#whole && !this.#whole.result()) this.#results = 0;
    return --this.#results >= 0;
  }
}
