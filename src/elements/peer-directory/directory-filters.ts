import './vr-peer-filters.define.ts';
import { html, type TemplateResult } from 'lit';
import type { PeerDirectoryMessages } from '../../i18n/de/peer-directory.ts';
import type { Facets } from '../../model/page.ts';
import type { DirectoryFilter, FixedFilter } from './directory-filter.ts';
import type { VrPeersFilterEvent } from './events.ts';

export interface FiltersContext {
  readonly words: PeerDirectoryMessages;
  readonly locale: string;
  readonly filter: DirectoryFilter;
  readonly fixed: FixedFilter;
  readonly facets: Facets | undefined;
  readonly beside: boolean;
  readonly onFilter: (event: VrPeersFilterEvent) => void;
}

/** Search and filters. */
export const renderFilters = (context: FiltersContext): TemplateResult =>
  html`<vr-peer-filters
    .filter=${context.filter}
    .fixed=${context.fixed}
    .facets=${context.facets}
    .beside=${context.beside}
    .locale=${context.locale}
    .words=${context.words}
    @vr-peers-filter=${context.onFilter}
  ></vr-peer-filters>`;
