import { de, type IdeaPageMessages } from './de/idea-page.ts';
import type { Dictionary } from './language.ts';

/** What the page of an idea says. */
export const ideaPageWords: Dictionary<IdeaPageMessages> = {
  de,
  en: async () => (await import('./en/idea-page.ts')).en,
};
