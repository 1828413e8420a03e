import type { EventsPort, IdeasPort, PeersPort } from '../../backend/ports.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';
import { foldWords } from '../../model/fold-text.ts';
import type { SimilarItem } from '../../model/idea.ts';
import type { Peer } from '../../model/peer.ts';
import { addDays } from '../../model/plain-date.ts';
import { STOP_WORDS } from '../../model/stop-words.ts';

export interface SimilarSearchOptions {
  readonly ideas: () => IdeasPort | undefined;
  readonly events: () => EventsPort | undefined;
  readonly peers: () => PeersPort | undefined;
  /** Today as a plain date. */
  readonly today: () => string;
  readonly onChange: () => void;
}

/** Milliseconds without typing after which is looked. */
const QUIET = 300;
const MOST = 5;
const DAYS_AHEAD = 90;
/** Words of fewer letters say little about a subject. */
const TELLING = 5;
/** Words that a directory of people is asked for: the longest say most. */
const PEER_WORDS = 3;

/** Looks for what is there already, while somebody is writing. What fails is left out: nobody was asking for it. */
export class SimilarSearch {
  items: readonly SimilarItem[] = [];
  readonly #options: SimilarSearchOptions;
  #query = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;
  #coming: Promise<readonly CalendarEvent[]> | undefined;

  constructor(options: SimilarSearchOptions) {
    this.#options = options;
  }

  /** Looks for these words once they have been left alone for a moment; without any nothing is similar. */
  look(query: string | undefined): void {
    if ((query ?? '') === this.#query) return;
    this.stop();
    this.#query = query ?? '';
    if (query) this.#timer = setTimeout(() => void this.#search(query), QUIET);
    else if (this.items.length > 0) this.#show([]);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#query = '';
  }

  async #search(q: string): Promise<void> {
    const abort = (this.#abort = new AbortController());
    const { signal } = abort;
    const found = await Promise.all([
      this.#ideas(q, signal).catch(nothing),
      this.#events(q, signal).catch(nothing),
      this.#peers(q, signal).catch(nothing),
    ]);
    if (signal.aborted) return;
    const seen = new Set<string>();
    const items = found.flat().filter(({ kind, id }) => {
      const key = `${kind} ${id}`;
      return seen.has(key) ? false : seen.add(key);
    });
    this.#show(items.slice(0, MOST + 2));
  }

  #show(items: readonly SimilarItem[]): void {
    this.items = items;
    this.#options.onChange();
  }

  async #ideas(q: string, signal: AbortSignal): Promise<readonly SimilarItem[]> {
    return (await this.#options.ideas()?.similar?.({ q, limit: MOST }, { signal })) ?? [];
  }

  /** Meetings to come whose title, summary or topics share telling words with what is written. */
  async #events(q: string, signal: AbortSignal): Promise<readonly SimilarItem[]> {
    const port = this.#options.events();
    if (!port) return [];
    const today = this.#options.today();
    this.#coming ??= port.list({ from: today, to: addDays(today, DAYS_AHEAD), limit: 50 }, { signal }).then(
      ({ items }) => items,
      (error: unknown) => {
        this.#coming = undefined;
        throw error;
      },
    );
    const words = foldWords(q).filter((word) => word.length >= TELLING);
    return (await this.#coming)
      .map((event) => ({ event, score: scoreOf(event, words) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score)
      .slice(0, 2)
      .map(({ event: { uid, title, summary, start, organiser, url } }) => ({
        kind: 'event' as const,
        id: uid,
        title,
        start,
        ...(summary && { summary }),
        ...(organiser && { org: organiser }),
        ...(url && { url }),
      }));
  }

  /** People who say one of the telling words: a directory looks for all words of a query, and nobody says all of them. */
  async #peers(q: string, signal: AbortSignal): Promise<readonly SimilarItem[]> {
    const port = this.#options.peers();
    const words = foldWords(q).filter((word) => word.length >= TELLING && !STOP_WORDS.has(word));
    const asked = [...words].sort((one, other) => other.length - one.length).slice(0, PEER_WORDS);
    if (!port || asked.length === 0) return [];
    const found = new Map<string, { readonly peer: Peer; count: number }>();
    const ask = async (q: string): Promise<readonly Peer[]> => (await port.list({ q, limit: 2 }, { signal })).items;
    const people = await Promise.all(asked.map((word) => ask(word).catch(nothing)));
    for (const peer of people.flat()) {
      const known = found.get(peer.id);
      if (known) known.count++;
      else found.set(peer.id, { peer, count: 1 });
    }
    const best = [...found.values()].sort((one, other) => other.count - one.count).slice(0, 2);
    return best.map(({ peer: { id, displayName, headline, org, url } }) => ({
      kind: 'peer' as const,
      id,
      title: displayName,
      ...(headline && { summary: headline }),
      ...(org && { org }),
      ...(url && { url }),
    }));
  }
}

const nothing = (): readonly never[] => [];

function scoreOf({ title, summary = '', topics }: CalendarEvent, words: readonly string[]): number {
  const labels = topics?.flatMap(({ label }) => [label.de ?? '', label.en ?? '']) ?? [];
  const told = foldWords(title);
  const rest = foldWords([summary, ...labels].join(' '));
  return words.reduce((sum, word) => sum + (told.some(isLike(word)) ? 2 : rest.some(isLike(word)) ? 1 : 0), 0);
}

/** German words are built of others: one in the other will do. */
const isLike =
  (word: string) =>
  (other: string): boolean =>
    other.length >= TELLING && (other.includes(word) || word.includes(other));
