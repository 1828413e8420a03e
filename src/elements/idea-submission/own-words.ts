import type { ReactiveControllerHost } from 'lit';
import type * as FirstNames from '../../i18n/de/idea-submission-du.ts';
import type * as Overriding from '../../i18n/override-words.ts';
import type { SubmissionMessages } from '../../i18n/de/idea-submission.ts';
import type { WordsOverride } from '../../i18n/override-words.ts';

/** Some of the form's words. */
export type SubmissionOverride = WordsOverride<SubmissionMessages['submission']>;

/** The dictionary's words with the page's own over them. What only few pages need is loaded by those. */
export class OwnWords {
  /** Pending while words are on their way: nobody shall see two ways of speaking. */
  pending: Promise<void> | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #onUnknown: (path: string) => void;
  #overriding: typeof Overriding | undefined;
  #du: typeof FirstNames | undefined;
  #key: readonly unknown[] = [];
  #words: SubmissionMessages | undefined;

  constructor(host: ReactiveControllerHost, onUnknown: (path: string) => void) {
    this.#host = host;
    this.#onUnknown = onUnknown;
  }

  /** Known addresses are `sie` and `du`; another counts as `sie` and is told. */
  over(
    words: SubmissionMessages,
    address: string,
    messages: string | SubmissionOverride | undefined,
  ): SubmissionMessages {
    const du = address === 'du' && words.lang === 'de';
    if (!du && !messages) return words;
    if (!this.#overriding || (du && !this.#du)) {
      this.#load(du);
      return words;
    }
    const key = [words, du, messages];
    if (!this.#words || key.some((each, index) => each !== this.#key[index])) {
      this.#key = key;
      this.#words = { ...words, submission: this.#merge(words.submission, du, messages) };
    }
    return this.#words;
  }

  #merge(
    words: SubmissionMessages['submission'],
    du: boolean,
    messages: string | SubmissionOverride | undefined,
  ): SubmissionMessages['submission'] {
    const { overrideWords } = this.#overriding!;
    const said =
      du && this.#du ? overrideWords<SubmissionMessages['submission']>(words, this.#du.du, this.#onUnknown) : words;
    const own = typeof messages === 'string' ? this.#parse(messages) : messages;
    return own ? overrideWords<SubmissionMessages['submission']>(said, own, this.#onUnknown) : said;
  }

  #parse(text: string): SubmissionOverride | undefined {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    this.#onUnknown(text.slice(0, 60));
    return undefined;
  }

  #load(du: boolean): void {
    this.pending ??= Promise.all([
      import('../../i18n/override-words.ts'),
      du ? import('../../i18n/de/idea-submission-du.ts') : undefined,
    ]).then(
      ([overriding, first]) => {
        this.#overriding = overriding;
        this.#du ??= first;
        this.pending = undefined;
        this.#host.requestUpdate();
      },
      // Our own words are better than none; the next drawing tries again.
      (error: unknown) => {
        this.pending = undefined;
        console.error(error);
      },
    );
  }
}
