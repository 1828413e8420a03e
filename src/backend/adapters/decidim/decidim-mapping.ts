import type { Idea, IdeaStage } from '../../../model/idea.ts';
import { plainParagraphs, plainText, summaryOf } from '../../foreign-text.ts';
import { readIdea } from '../../read-idea.ts';
import type { Raw } from '../../read-shape.ts';
import type { DecidimProposal, TranslatedField } from './decidim-schema.ts';

/**
 * Where a proposal stands, by the state that its answer gave it. Decidim ends at the answer: a proposal that is accepted
 * has found support and looks for people who do it. States of an organisation's own keep their word.
 */
const STAGES: Readonly<Record<string, IdeaStage>> = {
  not_answered: 'open',
  published: 'open',
  evaluating: 'teaming',
  accepted: 'teaming',
  rejected: 'declined',
  withdrawn: 'withdrawn',
};

export interface DecidimNames {
  /** Name of the platform's host, in whose name answers are given. */
  readonly host: string;
  readonly prefix: string;
  /** Address of the component, with a slash at the end, where it is known. */
  readonly component?: string;
}

/** @throws {TypeError} when there is no id or no title */
export function toIdea(proposal: DecidimProposal, { host, prefix, component }: DecidimNames): Idea {
  const { id, state, answeredAt } = proposal;
  if (typeof id !== 'string' && typeof id !== 'number') throw new TypeError('no id');
  const body = plainParagraphs(wordsOf(proposal.body));
  const answer = plainParagraphs(wordsOf(proposal.answer));
  const name = proposal.author?.name;
  const topics = proposal.taxonomies instanceof Array ? proposal.taxonomies : [proposal.category];
  return readIdea(
    {
      id: `${prefix}${id}`,
      title: plainText(wordsOf(proposal.title)),
      summary: summaryOf(body),
      body,
      stage: proposal.withdrawn === true ? 'withdrawn' : typeof state === 'string' ? (STAGES[state] ?? state) : 'open',
      authors: typeof name === 'string' && name ? [name] : [],
      topics: topics.flatMap((topic) => toTopic(topic, prefix) ?? []),
      ...(typeof proposal.address === 'string' && proposal.address ? { place: proposal.address } : {}),
      counts: { supports: proposal.voteCount, comments: proposal.totalCommentsCount },
      ...(answer ? { answer: { text: answer, by: host, at: answeredAt } } : {}),
      ...(component ? { url: `${component}proposals/${id}` } : {}),
      createdAt: proposal.publishedAt ?? proposal.createdAt,
      updatedAt: proposal.updatedAt,
      activeAt: proposal.updatedAt ?? proposal.publishedAt,
    } satisfies Raw,
    { timeZone: 'UTC' },
  );
}

/** Numbers of topics are one platform's own. */
function toTopic(value: unknown, prefix: string): Raw | undefined {
  const { id, name } = (value ?? {}) as { readonly id?: unknown; readonly name?: TranslatedField };
  const label = plainText(wordsOf(name));
  if (!label || (typeof id !== 'string' && typeof id !== 'number')) return undefined;
  return { id: `${prefix}topic:${id}`, label: { de: label } };
}

/** German where there is some, then English, then whatever there is. */
function wordsOf(field: TranslatedField | null | undefined): string {
  const all = field?.translations instanceof Array ? (field.translations as readonly Raw[]) : [];
  const texts = new Map<string, string>();
  for (const each of all) if (typeof each?.text === 'string' && each.text) texts.set(String(each.locale), each.text);
  return texts.get('de') ?? texts.get('en') ?? [...texts.values()][0] ?? '';
}
