import './vr-post-filters.define.ts';
import { html, type TemplateResult } from 'lit';
import type { BlogFeedMessages } from '../../i18n/de/blog-feed.ts';
import type { Facets } from '../../model/page.ts';
import type { VrPostsFilterEvent } from './events.ts';
import type { FeedFilter, FixedFilter } from './feed-filter.ts';

export interface FiltersContext {
  readonly words: BlogFeedMessages;
  readonly locale: string;
  readonly filter: FeedFilter;
  readonly fixed: FixedFilter;
  readonly facets: Facets | undefined;
  readonly onFilter: (event: VrPostsFilterEvent) => void;
}

/** Search and filters. */
export const renderFilters = (context: FiltersContext): TemplateResult =>
  html`<vr-post-filters
    .filter=${context.filter}
    .fixed=${context.fixed}
    .facets=${context.facets}
    .locale=${context.locale}
    .words=${context.words}
    @vr-posts-filter=${context.onFilter}
  ></vr-post-filters>`;
