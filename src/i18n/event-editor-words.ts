import { de, type EventEditorMessages } from './de/event-editor.ts';
import type { Dictionary } from './language.ts';

/** What the organiser's form says. */
export const eventEditorWords: Dictionary<EventEditorMessages> = {
  de,
  en: async () => (await import('./en/event-editor.ts')).en,
};
