import { html, nothing, type TemplateResult } from 'lit';
import type { PeerDirectoryMessages } from '../../i18n/de/peer-directory.ts';
import { foldWords } from '../../model/fold-text.ts';
import { searchOf, usedFilters, type DirectoryFilter } from './directory-filter.ts';
import type { DirectorySource } from './directory-source.ts';
import type { DirectoryStatusContext } from './directory-status.ts';
import { renderViews, type DirectoryView } from './directory-toolbar.ts';
import type { VrPeerSelectEvent } from './events.ts';

export interface BodyContext {
  readonly words: PeerDirectoryMessages;
  readonly locale: string;
  readonly source: DirectorySource;
  /** The filter that the source was asked by. */
  readonly filter: DirectoryFilter;
  readonly view: DirectoryView;
  readonly limit: number;
  readonly headingLevel: number;
  /** The whole list at once, for paper. */
  readonly complete: boolean;
  readonly onView: (view: DirectoryView) => void;
  readonly onSelect: (event: VrPeerSelectEvent) => void;
  /** Absent where nobody can or need sign in. */
  readonly onSignIn: (() => void) | undefined;
}

/** How many people there are, how they are shown, and what strangers do not see. */
export function renderCount(context: BodyContext): TemplateResult | typeof nothing {
  const { words, source, filter, onSignIn } = context;
  const { total, list } = source.people;
  if (total === 0) return nothing;
  const { directory } = words;
  return html`${
    onSignIn
      ? html`<div class="stranger">
            <p>${directory.stranger}</p>
            <button type="button" class="button" @click=${onSignIn}>${directory.signIn}</button>
          </div>`
      : nothing
  }
    <div class="line">
      <p class="quiet">${usedFilters(filter) > 0 ? directory.found(total) : directory.people(total)}</p>
      ${renderViews(words, context.view, context.onView)}
    </div>
    ${
      context.complete && list.length < total
        ? html`<p class="paper">${directory.printed(list.length, total)}</p>`
        : nothing
    }`;
}

/** The people as cards or a list. */
export function renderPeople(context: BodyContext): TemplateResult | typeof nothing {
  const { words, source, filter } = context;
  const { list, hasMore, busy } = source.people;
  if (list.length === 0) return nothing;
  return html`<vr-peer-list
    .peers=${list}
    .view=${context.view}
    .limit=${context.limit}
    .more=${hasMore}
    .busy=${busy}
    .headingLevel=${context.headingLevel}
    .marked=${foldWords(searchOf(filter.q))}
    .reasons=${source.reasons}
    .complete=${context.complete}
    .of=${filter}
    .locale=${context.locale}
    .words=${words}
    @vr-peer-select=${context.onSelect}
    @vr-peers-more=${() => source.people.more()}
  ></vr-peer-list>`;
}

/** Where people will stand. */
export const renderSkeleton = (view: DirectoryView): TemplateResult =>
  html`<div class="skeleton ${view}" aria-hidden="true">
    ${[0, 1, 2, 3, 4, 5].map(() => html`<div><i></i><i></i><i></i></div>`)}
  </div>`;

/** How it stands with the people: what can be said in a word at once, the rest with a file of its own. */
export function renderState(
  { query, people }: DirectorySource,
  load: () => { readonly renderStatus: (context: DirectoryStatusContext) => TemplateResult } | undefined,
  context: Omit<DirectoryStatusContext, 'query' | 'onRetry'>,
): TemplateResult {
  const { state, value, slow, error } = query;
  const { words } = context;
  const bare = value !== undefined && people.list.length === 0;
  const calm = (state === 'loading' || state === 'ready') && !slow && !value?.problems.length;
  const status = calm && !bare ? undefined : load();
  const plain =
    state === 'failed' ? words.failure[error?.kind ?? 'unknown'] : state === 'loading' ? words.status.loading : '';
  return html`<div role="status">
    ${
      status
        ? status.renderStatus({ ...context, query, onRetry: () => query.retry() })
        : html`<p class=${state === 'loading' ? 'visually-hidden' : ''}>${plain}</p>`
    }
  </div>`;
}
