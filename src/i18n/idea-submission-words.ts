import { de, type SubmissionMessages } from './de/idea-submission.ts';
import type { Dictionary } from './language.ts';

/** What the form for ideas says. */
export const submissionWords: Dictionary<SubmissionMessages> = {
  de,
  en: async () => (await import('./en/idea-submission.ts')).en,
};
