/** What answers may depend on; a write names what it touches. Modules add their own names. */
export type Topic = string;

/**
 * Knows, without asking the database, whether something changed since an answer was made. One hub counts its own
 * writes; several hubs on one PostgreSQL tell each other by NOTIFY. While that line is down nothing counts as unchanged.
 */
export class Changes {
  readonly #counts = new Map<Topic, number>();
  #blind = false;
  #blindCount = 0;

  /** A text that differs as soon as one of the topics was written to. */
  revision(topics: readonly Topic[]): string {
    if (this.#blind) return `?${(this.#blindCount += 1)}`;
    let text = '';
    for (const topic of topics) text += `${topic}:${this.#counts.get(topic) ?? 0};`;
    return text;
  }

  /** Tells that the topics were written to, here or by another hub. */
  touch(topics: readonly Topic[]): void {
    for (const topic of topics) this.#counts.set(topic, (this.#counts.get(topic) ?? 0) + 1);
  }

  /** The line to other hubs is down (`true`) or stands again. */
  set blind(blind: boolean) {
    // What happened while nobody listened is unknown: every topic counts as written to.
    if (this.#blind && !blind) this.touch([...this.#counts.keys()]);
    this.#blind = blind;
  }
}
