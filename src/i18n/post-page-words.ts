import { de, type PostPageMessages } from './de/post-page.ts';
import type { Dictionary } from './language.ts';

/** What reading a post and handing it on says. */
export const postPageWords: Dictionary<PostPageMessages> = {
  de,
  en: async () => (await import('./en/post-page.ts')).en,
};
