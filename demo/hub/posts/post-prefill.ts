import type { Indicator, IdeaStage, Trial } from '../../../src/model/idea.ts';
import type { PostInput, PostPrefill } from '../../../src/model/post-input.ts';
import { POST_LIMITS, REPORT_CHAPTERS, type Maturity, type ReportChapter } from '../../../src/model/post.ts';
import { shorten } from '../http/characters.ts';
import type { IdeaRow } from '../ideas/idea-rules.ts';
import type { IdeaDocument } from '../ideas/idea-tables.ts';

const MATURITY_OF: Partial<Record<IdeaStage, Maturity>> = {
  trying: 'trial',
  evaluated: 'evaluated',
  adopted: 'everyday',
  documented: 'everyday',
  transfer: 'transfer',
};

/** Words that introduce what the idea says, in the language that the report is begun in. */
const WORDS = {
  de: {
    place: (where: string) => `Ausprobiert wurde es hier: ${where}.`,
    hypothesis: (text: string) => `Unsere Annahme: ${text}`,
    change: (name: string, before: string, after: string) => `${name}: vorher ${before}, nachher ${after}`,
    results: { works: 'Es funktioniert.', partly: 'Es funktioniert zum Teil.', not: 'Es hat so nicht funktioniert.' },
    effort: (text: string) => `Aufwand: ${text}`,
    cost: (text: string) => `Kosten: ${text}`,
    legal: (text: string) => `Rechtsgrundlage: ${text}`,
  },
  en: {
    place: (where: string) => `It was tried here: ${where}.`,
    hypothesis: (text: string) => `What we assumed: ${text}`,
    change: (name: string, before: string, after: string) => `${name}: before ${before}, after ${after}`,
    results: { works: 'It works.', partly: 'It works in part.', not: 'It did not work this way.' },
    effort: (text: string) => `Effort: ${text}`,
    cost: (text: string) => `Cost: ${text}`,
    legal: (text: string) => `Legal basis: ${text}`,
  },
} as const;
type Words = (typeof WORDS)['de' | 'en'];

const paragraphs = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\n\n');
const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

function changeOf({ name, unit, before, after }: Indicator, words: Words, language: string): string | undefined {
  if (before === undefined || after === undefined) return undefined;
  const number = (value: number): string => `${value.toLocaleString(language)}${unit ? ` ${unit}` : ''}`;
  return words.change(name, number(before), number(after));
}

const resultOf = (trial: Trial, words: Words, language: string): string =>
  paragraphs(
    trial.result && words.results[trial.result],
    bullets(trial.indicators.flatMap((one) => changeOf(one, words, language) ?? [])),
  );

/** What each chapter can be begun with. */
function chaptersOf(
  { problem, summary, firstStep, trial, practice, adoption }: IdeaDocument,
  language: 'de' | 'en',
): Partial<Record<ReportChapter, string>> {
  const words = WORDS[language];
  const effort = practice?.effort ?? adoption?.effort;
  return {
    situation: problem ?? summary,
    approach: paragraphs(
      trial && words.hypothesis(trial.hypothesis),
      trial && words.place(trial.place),
      practice && practice.checklist.length > 0 ? bullets(practice.checklist) : firstStep,
      effort && words.effort(effort),
      practice?.cost && words.cost(practice.cost),
      practice?.legalBasis && words.legal(practice.legalBasis),
    ),
    result: trial && resultOf(trial, words, language),
    pitfalls: trial?.learned,
  };
}

/**
 * A report as an idea would begin it: its trial and its practice record in chapters, title, topics and tags. Nothing is
 * stored. Who can be asked is for the writer to say: names of the idea are not made public by this.
 */
export function prefillOf({ id, title, stage, topicIds, orgId, document }: IdeaRow): PostPrefill {
  const language = document.lang.startsWith('en') ? 'en' : 'de';
  const chapters: Partial<Record<ReportChapter, string>> = {};
  for (const [chapter, text] of Object.entries(chaptersOf(document, language)) as [ReportChapter, string?][]) {
    if (text) chapters[chapter] = shorten(text, POST_LIMITS.chapter);
  }
  const maturity = MATURITY_OF[stage];
  const input: PostInput = {
    title: shorten(title, POST_LIMITS.title),
    teaser: shorten(document.summary, POST_LIMITS.teaser),
    chapters,
    topics: topicIds.slice(0, POST_LIMITS.topics),
    tags: document.tags.slice(0, POST_LIMITS.tags),
    ...(maturity && { maturity }),
    ideaId: id,
    ...(orgId !== null && { orgId }),
    lang: document.lang,
  };
  return { input, ideaTitle: title, missing: REPORT_CHAPTERS.filter((chapter) => chapters[chapter] === undefined) };
}
