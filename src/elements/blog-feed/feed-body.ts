import { html, nothing, type TemplateResult } from 'lit';
import type { BlogFeedMessages } from '../../i18n/de/blog-feed.ts';
import type { AllowsImage } from '../../internal/image-policy.ts';
import { foldWords } from '../../model/fold-text.ts';
import type { VrPostSelectEvent } from './events.ts';
import { searchOf, usedFilters, type FeedFilter } from './feed-filter.ts';
import type { FeedSource } from './feed-source.ts';
import type { FeedStatusContext } from './feed-status.ts';
import type { DrawText } from './feed-text.ts';
import type { FeedLayout } from './vr-post-list.ts';

export interface BodyContext {
  readonly words: BlogFeedMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly source: FeedSource;
  /** The filter that the source was asked by. */
  readonly filter: FeedFilter;
  readonly layout: FeedLayout;
  readonly limit: number;
  readonly headingLevel: number;
  readonly allowsImage: AllowsImage;
  readonly renderText: DrawText | undefined;
  /** RFC 3339 instant: posts after it are new to the reader. */
  readonly freshAfter: string | undefined;
  /** All that came at once, for paper. */
  readonly complete: boolean;
  readonly onSelect: (event: VrPostSelectEvent) => void;
  /** The reader leaves the posts for what stands before them. */
  readonly onLeave: () => void;
}

/** How many posts there are, where the reader has chosen some of them, and what is new. */
export function renderCount({
  words,
  source,
  filter,
  complete,
  freshAfter,
}: BodyContext): TemplateResult | typeof nothing {
  const { total, list } = source.posts;
  if (total === 0) return nothing;
  const { feed } = words;
  const fresh = freshAfter
    ? list.filter(({ publishedAt }) => publishedAt && Date.parse(publishedAt) > Date.parse(freshAfter)).length
    : 0;
  const said = [usedFilters(filter) > 0 ? feed.found(total) : '', fresh > 0 ? feed.freshSince(fresh) : ''].filter(
    Boolean,
  );
  return html`${said.length > 0 ? html`<p class="count">${said.join(' · ')}</p>` : nothing}
  ${complete && list.length < total ? html`<p class="paper">${feed.printed(list.length, total)}</p>` : nothing}`;
}

/** The posts in their layout. */
export function renderPosts(context: BodyContext): TemplateResult | typeof nothing {
  const { words, source, filter } = context;
  const { list, hasMore, busy, total } = source.posts;
  if (list.length === 0) return nothing;
  return html`<vr-post-list
    .posts=${list}
    .layout=${context.layout}
    .limit=${context.limit}
    .more=${hasMore}
    .busy=${busy}
    .total=${hasMore && total <= list.length ? undefined : total}
    .headingLevel=${context.headingLevel}
    .marked=${foldWords(searchOf(filter.q))}
    .allowsImage=${context.allowsImage}
    .canGet=${source.port?.get !== undefined}
    .renderText=${context.renderText}
    .freshAfter=${context.freshAfter}
    .complete=${context.complete}
    .of=${filter}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .words=${words}
    @vr-post-select=${context.onSelect}
    @vr-posts-more=${() => source.posts.more()}
    @vr-posts-leave=${context.onLeave}
  ></vr-post-list>`;
}

/** Nobody searches where nothing is, unless their search has brought them there. */
export const isSearchable = ({ query, posts }: FeedSource, filter: FeedFilter): boolean =>
  posts.list.length > 0 || usedFilters(filter) > 0 || query.state === 'loading';

/** Where posts will stand. */
export const renderSkeleton = (layout: FeedLayout): TemplateResult =>
  html`<div class="skeleton ${layout}" aria-hidden="true">
    ${[0, 1, 2].map(() => html`<div><i></i><i></i><i></i><i></i></div>`)}
  </div>`;

/** How it stands with the posts: what can be said in a word at once, the rest with a file of its own. */
export function renderState(
  { query, posts }: FeedSource,
  load: () => { readonly renderStatus: (context: FeedStatusContext) => TemplateResult } | undefined,
  context: Omit<FeedStatusContext, 'query' | 'onRetry'>,
): TemplateResult {
  const { state, value, slow, error } = query;
  const { words } = context;
  const bare = value !== undefined && posts.list.length === 0;
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
