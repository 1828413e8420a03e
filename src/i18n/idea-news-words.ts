import { de, type IdeaNewsMessages } from './de/idea-news.ts';
import type { Dictionary } from './language.ts';

/** What is said of the reader's news. */
export const ideaNewsWords: Dictionary<IdeaNewsMessages> = {
  de,
  en: async () => (await import('./en/idea-news.ts')).en,
};
