import { de, type BlogFeedMessages } from './de/blog-feed.ts';
import type { Dictionary } from './language.ts';

/** What the stream of posts says. */
export const blogFeedWords: Dictionary<BlogFeedMessages> = {
  de,
  en: async () => (await import('./en/blog-feed.ts')).en,
};
