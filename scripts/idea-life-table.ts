import { readFileSync, writeFileSync } from 'node:fs';
import { IDEA_STAGES } from '../src/model/idea.ts';
import { IDEA_STEPS, type IdeaActor, type StepNeed } from '../src/model/idea-life.ts';
import { de } from '../src/i18n/de/ideas.ts';
import { en } from '../src/i18n/en/ideas.ts';

const ACTORS: Readonly<Record<IdeaActor, string>> = {
  author: 'author',
  patron: 'Patin/Pate',
  moderator: 'moderator',
  organisation: 'organisation',
  'other-organisation': 'another administration',
  system: 'the hub by itself',
};

const NEEDS: Readonly<Record<StepNeed, string>> = {
  content: 'title, summary, reach',
  question: 'a question (`note`)',
  reason: 'a reason (`note`)',
  lesson: 'what was learned (`learned`)',
  support: 'an accepted help offer or an "I join" (`support`)',
  patron: 'a Patin/Pate (`patronId`)',
  trial: 'a trial: where, from when to when, how you will know (`trial`)',
  result: 'a result (`result`)',
  adoption: 'contact and effort (`adoption`)',
  confirmation: "the organisation's confirmation",
  practice: 'a practice record (`practice`)',
  into: 'the other idea (`into`)',
  consent: 'consent of the authors of both',
  'take-over': 'an idea of its own (`POST …/take-over`)',
  released: 'has been open before',
  unreleased: 'has never been open',
};

const BEGIN = '<!-- steps: written by `node scripts/idea-life-table.ts` -->';
const END = '<!-- /steps -->';
export const PAGE = new URL('../docs/ideas-life.md', import.meta.url);

/** A table whose columns stand below each other. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line([], '-'), ...body.map((row) => line(row))].join('\n');
}

/** Every stage and every step of the model. */
export function stepTables(): string {
  const stages = IDEA_STAGES.map((stage) => [`\`${stage}\``, de.idea.stages[stage], en.idea.stages[stage]]);
  const steps = [...IDEA_STEPS]
    .toSorted((a, b) => IDEA_STAGES.indexOf(a.from) - IDEA_STAGES.indexOf(b.from))
    .map(({ from, to, by, needs }) => [
      `\`${from}\``,
      `\`${to}\``,
      by.map((actor) => ACTORS[actor]).join(', '),
      needs.map((need) => NEEDS[need]).join('; '),
    ]);
  return `${table([['stage', 'German', 'English'], ...stages])}\n\n${table([['from', 'to', 'who', 'needs'], ...steps])}`;
}

/** The page with its tables as the model has them now. */
export function withTables(page: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('docs/ideas-life.md has lost the marks around its tables.');
  return `${page.slice(0, begin)}${BEGIN}\n\n${stepTables()}\n\n${page.slice(end)}`;
}

if (import.meta.main) writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8')));
