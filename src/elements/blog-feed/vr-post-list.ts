import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { de, type BlogFeedMessages } from '../../i18n/de/blog-feed.ts';
import { NO_IMAGES, type AllowsImage } from '../../internal/image-policy.ts';
import { StyledElement } from '../../internal/styled-element.ts';
import type { Post } from '../../model/post.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { VrPostSelectEvent, VrPostsLeaveEvent, VrPostsMoreEvent } from './events.ts';
import type { DrawText } from './feed-text.ts';
import { renderPostCard } from './post-card.ts';
import { postLayouts } from './post-layouts.styles.ts';
import { postListStyles } from './vr-post-list.styles.ts';

export const FEED_LAYOUTS = ['list', 'cards', 'magazine'] as const;
export type FeedLayout = (typeof FEED_LAYOUTS)[number];

/**
 * Posts as a list, as cards or as a magazine, whose first post is large. It is a feed of articles (ARIA): Page Down and
 * Page Up lead from post to post, Control and End behind them. More come by a button alone, so that what stands after
 * the feed can be reached.
 *
 * @summary Lists posts; a view without data access of its own.
 * @status stable
 * @since 0.4
 *
 * @fires {VrPostSelectEvent} vr-post-select - a post is to be read here
 * @fires {VrPostsMoreEvent} vr-posts-more - the reader wants posts after the last
 * @fires {VrPostsLeaveEvent} vr-posts-leave - the reader wants to go to what stands before the posts
 *
 * @csspart more - the button that shows more
 */
export class VrPostList extends StyledElement {
  static override styles = [host, controls, postLayouts, postListStyles];

  @property({ attribute: false }) posts: readonly Post[] = [];
  @property({ attribute: false }) layout: FeedLayout = 'list';
  /** Posts shown before "Mehr anzeigen"; each use of it adds as many again. */
  @property({ attribute: false }) limit = 10;
  /** There are posts after the last one given. */
  @property({ attribute: false }) more = false;
  /** Those are on their way. */
  @property({ attribute: false }) busy = false;
  /** Number of all posts, where it is known. */
  @property({ attribute: false }) total: number | undefined;
  /** Level of the titles as headings, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;
  /** Folded words that were searched for. */
  @property({ attribute: false }) marked: readonly string[] = [];
  /** Which pictures may be loaded. */
  @property({ attribute: false }) allowsImage: AllowsImage = NO_IMAGES;
  /** The source gives the full text of a post that is asked for. */
  @property({ attribute: false }) canGet = false;
  /** Draws a full text where it stands in the list. */
  @property({ attribute: false }) renderText: DrawText | undefined;
  /** RFC 3339 instant: posts after it are new to the reader. */
  @property({ attribute: false }) freshAfter: string | undefined;
  /** Draws all that came, for paper. */
  @property({ attribute: false }) complete = false;
  /** Changes when another list stands here: the reader begins at its top. */
  @property({ attribute: false }) of: unknown = undefined;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  @property({ attribute: false }) words: BlogFeedMessages = de;

  @state() private shown = 10;

  #items: readonly Post[] = [];
  /** Place in the list of the post that gets the focus as soon as it is drawn. */
  #focusAt: number | undefined;

  /** Puts the focus on a post's title; false where the post is not in the list. */
  focusPost(id: string): boolean {
    const at = this.#items.findIndex((post) => post.id === id);
    if (at < 0) return false;
    this.#focusAt = at;
    this.requestUpdate();
    return true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('posts')) {
      // While pages are asked for one by one, a new post moves the others: the last of a page is the first of the next.
      const seen = new Set<string>();
      this.#items = this.posts.filter(({ id }) => !seen.has(id) && seen.add(id));
    }
    if (changed.has('limit') || changed.has('of')) {
      this.shown = this.limit;
      this.#focusAt = undefined;
    }
    // Whoever comes back to a post further down finds it drawn.
    if (this.#focusAt !== undefined && this.#focusAt < this.#items.length) {
      this.shown = Math.max(this.shown, this.#focusAt + 1);
    }
  }

  protected override updated(): void {
    if (this.#focusAt === undefined) return;
    const title = this.#articles[this.#focusAt]?.querySelector<HTMLElement>('.title a');
    if (!title) return;
    this.#focusAt = undefined;
    title.focus();
  }

  protected override render(): TemplateResult {
    const { words, complete, more, busy } = this;
    const posts = this.#items;
    const items = complete ? posts : posts.slice(0, this.shown);
    const hasMore = !complete && (more || this.shown < posts.length);
    const size = this.total ?? (more ? -1 : posts.length);
    return html`
      <div class=${this.layout} role="feed" aria-label=${words.feed.title} aria-busy=${busy} @click=${this.#onClick} @keydown=${this.#onKeydown}>
        ${repeat(
          items,
          ({ id }) => id,
          (post, at) =>
            html`<article
              class="post${post.image && this.allowsImage(post.image.url) ? ' pictured' : ''}${post.title ? '' : ' untitled'}"
              tabindex="-1"
              aria-posinset=${at + 1}
              aria-setsize=${size}
              aria-labelledby="title-${at}"
              aria-describedby="meta-${at}"
              data-post=${post.id}
            >
              ${renderPostCard(post, at, this)}
            </article>`,
        )}
      </div>
      ${
        hasMore
          ? html`<button type="button" part="more" class="button more" aria-disabled=${busy} @click=${this.#onMore}>
              ${busy ? words.status.loading : words.common.showMore}
            </button>`
          : html`<p class="end" tabindex="-1">${words.feed.all(posts.length)}</p>`
      }
    `;
  }

  get #articles(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[data-post]')];
  }

  /** A click that the browser has another answer to (a new tab) is left to it. */
  #onClick(event: MouseEvent): void {
    const target = event.target as Element;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The picture is a large mark to hit; the title is its link.
    if (target.closest('.picture'))
      return target.closest('[data-post]')?.querySelector<HTMLElement>('.title a')?.click();
    const id = target.closest<HTMLElement>('[data-open]')?.dataset['open'];
    if (!id) return;
    event.preventDefault();
    this.dispatchEvent(new VrPostSelectEvent(id));
  }

  #onKeydown(event: KeyboardEvent): void {
    const articles = this.#articles;
    const at = articles.findIndex((article) => article.contains(event.target as Node));
    const end = this.renderRoot.querySelector<HTMLElement>('.more, .end');
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
    if (altKey || metaKey || shiftKey) return;
    if (ctrlKey && key === 'Home') {
      event.preventDefault();
      this.dispatchEvent(new VrPostsLeaveEvent());
      return;
    }
    const target = ctrlKey
      ? key === 'End' && end
      : (key === 'PageDown' && (articles[at + 1] ?? end)) || (key === 'PageUp' && articles[at - 1]);
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  #onMore(): void {
    if (this.busy) return;
    const first = Math.min(this.shown, this.#items.length);
    this.shown = first + this.limit;
    if (this.shown > this.#items.length && this.more) this.dispatchEvent(new VrPostsMoreEvent());
    // The focus goes on at the first new post, else keyboard users stand behind what they asked for.
    this.#focusAt = first;
  }
}
