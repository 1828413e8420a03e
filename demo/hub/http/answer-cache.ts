export interface KeptAnswer {
  readonly etag: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Epoch ms from which on it no longer holds; for ever where it is not set. */
  readonly until?: number;
}

/** Answers as they went out, the least recently used thrown away first. Keys name everything an answer depends on. */
export class AnswerCache {
  readonly #answers = new Map<string, KeptAnswer>();
  readonly #limit: number;
  #size = 0;
  /** The key used last: what is asked again and again need not be moved to the end each time. */
  #newest = '';

  /** @param limit characters over all bodies */
  constructor(limit = 16_000_000) {
    this.#limit = limit;
  }

  get(key: string): KeptAnswer | undefined {
    const answer = this.#answers.get(key);
    if (answer && key !== this.#newest) {
      this.#answers.delete(key);
      this.#answers.set(key, answer);
      this.#newest = key;
    }
    return answer;
  }

  set(key: string, answer: KeptAnswer): void {
    // One answer may take a tenth: a few large calendars must not push out every small list.
    if (answer.body.length > this.#limit / 10) return;
    this.#drop(key);
    this.#answers.set(key, answer);
    this.#newest = key;
    this.#size += answer.body.length;
    for (const oldest of this.#answers.keys()) {
      if (this.#size <= this.#limit) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const answer = this.#answers.get(key);
    if (!answer) return;
    this.#answers.delete(key);
    this.#size -= answer.body.length;
  }
}
