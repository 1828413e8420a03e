import { de, type PostEditorMessages } from './de/post-editor.ts';
import type { Dictionary } from './language.ts';

/** What writing posts says. */
export const postEditorWords: Dictionary<PostEditorMessages> = {
  de,
  en: async () => (await import('./en/post-editor.ts')).en,
};
