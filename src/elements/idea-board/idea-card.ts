import { html, nothing, type TemplateResult } from 'lit';
import type { IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import { ideaLink } from '../../internal/deep-link.ts';
import type { Idea } from '../../model/idea.ts';
import { markWords } from '../../model/mark-words.ts';
import { icon, ICONS } from '../shared/icons.ts';
import { renderStage } from '../shared/idea-stage.ts';
import { VrIdeaSelectEvent } from './events.ts';

export interface IdeaCardContext {
  readonly words: IdeaBoardMessages;
  /** Level of the titles as headings. */
  readonly headingLevel: number;
  /** Folded words that were searched for. */
  readonly marked: readonly string[];
  /** The reader looks through what waits for moderators. */
  readonly queue: boolean;
}

/** One idea in a list: how far, from where, what for, who has the same problem and what is missing. */
export function renderIdeaCard(idea: Idea, context: IdeaCardContext): TemplateResult {
  const { words, marked, queue } = context;
  const waits = queue ? waitsFor(idea, words) : '';
  return html`<p class="top">${renderStage(idea, words)}<span class="org">${orgOf(idea)}</span></p>
    ${renderTitle(idea, context)} <p class="summary" lang=${idea.lang ?? nothing}>${mark(idea.summary, marked)}</p>
    ${waits ? html`<p class="waits">${icon(ICONS.warning)} ${waits}</p>` : nothing} ${renderNeeds(idea, words)}`;
}

/** The title as the way to the idea's page; its address is a link that can be kept. */
export const renderTitle = (idea: Idea, { headingLevel, marked }: IdeaCardContext): TemplateResult =>
  html`<div class="title" role="heading" aria-level=${headingLevel}>
    <a href=${ideaLink(idea.id)} data-open=${idea.id} lang=${idea.lang ?? nothing}>${mark(idea.title, marked)}</a>
  </div>`;

/** Who has the same problem, which help is missing, and what the reader has said to it. */
export function renderNeeds(idea: Idea, { board, idea: names }: IdeaBoardMessages): TemplateResult | typeof nothing {
  const { counts, needs, me } = idea;
  const wanted = needs.filter(({ filledBy }) => !filledBy).map(({ kind }) => names.help[kind]);
  const support = me?.support && board.mySupport(names.supportLevels[me.support.level]);
  const parts = [
    counts.usefulHere > 0 ? board.sameProblem(counts.usefulHere) : '',
    wanted.length > 0 ? board.helpWanted(wanted.length, [...new Set(wanted)].join(', ')) : '',
  ].filter(Boolean);
  if (parts.length === 0 && !support) return nothing;
  return html`<p class="needs">${parts.join(' · ')}${
    support ? html`${parts.length > 0 ? ' · ' : nothing}<b>${support}</b>` : nothing
  }</p>`;
}

/** What of an idea waits for a moderator. */
export function waitsFor({ stage, pending, reports }: Idea, { board: { waits } }: IdeaBoardMessages): string {
  const parts = [
    stage === 'submitted' || stage === 'returned' ? waits[stage] : '',
    pending ? waits.pending : '',
    reports ? waits.reports(reports) : '',
  ].filter(Boolean);
  // Of what the queue holds, nothing else is left.
  return parts.join(' · ') || waits.comment;
}

const orgOf = ({ orgs: [first, ...others], source }: Idea): string =>
  first ? `${first.name}${others.length > 0 ? ` +${others.length}` : ''}` : (source?.label ?? '');

const mark = (text: string, words: readonly string[]): string | readonly (string | TemplateResult)[] =>
  words.length === 0
    ? text
    : markWords(text, words).map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text));

/**
 * What a click in a list of cards opens. A click that the browser has another answer to (a new tab) is left to it.
 */
export function openOnClick(event: MouseEvent, view: Element): void {
  const id = (event.target as Element).closest<HTMLElement>('[data-open]')?.dataset['open'];
  if (!id || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  view.dispatchEvent(new VrIdeaSelectEvent(id));
}
