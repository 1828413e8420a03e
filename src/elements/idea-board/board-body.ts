import { html, nothing, type TemplateResult } from 'lit';
import { foldWords } from '../../model/fold-text.ts';
import type { IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import { usedFilters, type BoardFilter } from './board-filter.ts';
import type { BoardSource } from './board-source.ts';
import type { BoardStatusContext } from './board-status.ts';
import type { VrIdeaSelectEvent, VrIdeasMoreEvent } from './events.ts';

export interface BodyContext {
  readonly words: IdeaBoardMessages;
  readonly source: BoardSource;
  /** The filter that the source was asked by. */
  readonly filter: BoardFilter;
  readonly limit: number;
  readonly headingLevel: number;
  /** The whole list at once, for paper. */
  readonly complete: boolean;
  readonly onSelect: (event: VrIdeaSelectEvent) => void;
  readonly onMore: (event: VrIdeasMoreEvent) => void;
  readonly onFresh: () => void;
}

/** How many ideas there are, and the way to those that came meanwhile. */
export function renderCount({ words: { board }, source, filter, onFresh }: BodyContext): TemplateResult {
  const { total } = source.ideas;
  const said = usedFilters(filter) > 0 ? board.found(total) : board.ideas(total);
  return html`<div class="line">
    ${total > 0 ? html`<p class="quiet">${said}</p>` : nothing}
    ${
      source.fresh
        ? html`<button type="button" class="button fresh" @click=${onFresh}>${board.fresh(source.fresh.count)}</button>`
        : nothing
    }
  </div>`;
}

/** The ideas as a list. */
export function renderList(context: BodyContext): TemplateResult | typeof nothing {
  const { words, source, filter } = context;
  const { list, hasMore, busy } = source.ideas;
  if (list.length === 0) return nothing;
  return html`<vr-idea-list
    .ideas=${list}
    .limit=${context.limit}
    .more=${hasMore}
    .busy=${busy}
    .headingLevel=${context.headingLevel}
    .marked=${foldWords(filter.q)}
    .queue=${filter.scope === 'queue'}
    .complete=${context.complete}
    .of=${filter}
    .words=${words}
    @vr-idea-select=${context.onSelect}
    @vr-ideas-more=${context.onMore}
  ></vr-idea-list>`;
}

/** Where a list will stand. */
export const renderSkeleton = (): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i></div>`;

/** How it stands with the ideas: what can be said in a word at once, the rest with a file of its own. */
export function renderState(
  { query, ideas, staleSince }: BoardSource,
  load: () => { readonly renderStatus: (context: BoardStatusContext) => TemplateResult } | undefined,
  context: Omit<BoardStatusContext, 'query' | 'staleSince' | 'onRetry'>,
): TemplateResult {
  const { state, value, slow, error } = query;
  const { words } = context;
  const bare = value !== undefined && ideas.list.length === 0;
  const calm = (state === 'loading' || state === 'ready') && !slow && !value?.problems.length && !staleSince;
  const status = calm && !bare ? undefined : load();
  const plain =
    state === 'failed' ? words.failure[error?.kind ?? 'unknown'] : state === 'loading' ? words.status.loading : '';
  return html`<div role="status">
    ${
      status
        ? status.renderStatus({ ...context, query, staleSince, onRetry: () => query.retry() })
        : html`<p class=${state === 'loading' ? 'visually-hidden' : ''}>${plain}</p>`
    }
  </div>`;
}
