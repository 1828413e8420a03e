import type { Idea } from './idea.ts';
import { TextIndex, type SearchField } from './text-search.ts';

/** Where words are looked for in an idea. People are not found by name: an idea is about a matter. */
export const IDEA_FIELDS: readonly SearchField<Idea>[] = [
  { weight: 3, text: ({ title }) => title },
  { weight: 2, text: ({ topics }) => topics.flatMap(({ label }) => [label.de, label.en]) },
  { weight: 2, text: ({ tags }) => tags },
  { weight: 2, text: ({ orgs, unit }) => [...orgs.map(({ name }) => name), unit] },
  { weight: 1.5, text: ({ summary }) => summary },
  {
    weight: 1,
    text: ({ problem, benefitFor, firstStep, body, place }) => [problem, benefitFor, firstStep, body, place?.name],
  },
  { weight: 1, text: ({ needs }) => needs.map(({ text }) => text) },
];

export const indexIdeas = (ideas: readonly Idea[]): TextIndex<Idea> => new TextIndex(ideas, IDEA_FIELDS);
