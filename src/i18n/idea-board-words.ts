import { de, type IdeaBoardMessages } from './de/idea-board.ts';
import type { Dictionary } from './language.ts';

/** What the board of ideas says. */
export const ideaBoardWords: Dictionary<IdeaBoardMessages> = {
  de,
  en: async () => (await import('./en/idea-board.ts')).en,
};
