import './vr-idea-filters.define.ts';
import { html, type TemplateResult } from 'lit';
import type { IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import type { Facets } from '../../model/page.ts';
import type { BoardFilter, FixedFilter, Scope } from './board-filter.ts';
import type { VrIdeasFilterEvent } from './events.ts';

export interface FiltersContext {
  readonly words: IdeaBoardMessages;
  readonly filter: BoardFilter;
  readonly fixed: FixedFilter;
  readonly facets: Facets | undefined;
  readonly scopes: readonly Scope[];
  readonly waiting: number | undefined;
  readonly beside: boolean;
  readonly onFilter: (event: VrIdeasFilterEvent) => void;
}

/** Search, order and filters. */
export const renderFilters = (context: FiltersContext): TemplateResult =>
  html`<vr-idea-filters
    .filter=${context.filter}
    .fixed=${context.fixed}
    .facets=${context.facets}
    .scopes=${context.scopes}
    .waiting=${context.waiting}
    .beside=${context.beside}
    .words=${context.words}
    @vr-ideas-filter=${context.onFilter}
  ></vr-idea-filters>`;
