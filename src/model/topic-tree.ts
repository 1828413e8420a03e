import type { Topic } from './common.ts';

/** The topics of a source, as far as it names them: a scheme of its own, or what its items tell. */
export class TopicTree {
  readonly #topics = new Map<string, Topic>();
  /** Topics by their words, which editors may write in place of an id. */
  readonly #ids = new Map<string, string>();
  readonly #broader = new Map<string, readonly string[]>();

  constructor(scheme: readonly Topic[] = []) {
    for (const topic of scheme) this.learn(topic);
  }

  /** What is told first stands; a later one may add what is above it. */
  learn(topic: Topic): void {
    const known = this.#topics.get(topic.id);
    if (known && (known.broader !== undefined || topic.broader === undefined)) return;
    this.#topics.set(topic.id, known ? { ...known, broader: topic.broader! } : topic);
    this.#broader.clear();
    for (const label of [topic.label.de, topic.label.en])
      if (label && !this.#ids.has(label)) this.#ids.set(label, topic.id);
  }

  idOf(value: string): string {
    return this.#topics.has(value) ? value : (this.#ids.get(value) ?? value);
  }

  /** A topic and those above it; a ring in a hostile file ends. */
  withBroader(id: string): readonly string[] {
    let found = this.#broader.get(id);
    if (!found) {
      const all = new Set<string>();
      for (let each: string | undefined = id; each !== undefined && !all.has(each);)
        each = (all.add(each), this.#topics.get(each)?.broader);
      this.#broader.set(id, (found = [...all]));
    }
    return found;
  }

  labels(): readonly (readonly [id: string, label: string])[] {
    return this.all().flatMap(({ id, label: { de, en } }) => {
      const label = de ?? en;
      return label && label !== id ? [[id, label] as const] : [];
    });
  }

  all(): readonly Topic[] {
    return [...this.#topics.values()];
  }
}
