import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BlogFeedMessages } from '../../i18n/de/blog-feed.ts';
import { blogFeedWords } from '../../i18n/blog-feed-words.ts';
import { writeLink } from '../../internal/deep-link.ts';
import { FilterChoice } from '../../internal/filter-choice.ts';
import { allowedImages, IMAGE_POLICIES, NO_IMAGES, type AllowsImage } from '../../internal/image-policy.ts';
import { LazyPart } from '../../internal/lazy-part.ts';
import { PrintController } from '../../internal/print-controller.ts';
import { showStart } from '../../internal/show-start.ts';
import { WidgetElement } from '../../internal/widget-element.ts';
import { VrPostOpenEvent, VrPostsFilteredEvent } from './events.ts';
import { renderCount, renderPosts, renderSkeleton, isSearchable, renderState, type BodyContext } from './feed-body.ts';
import { fixedFilter, noFilter, queryOf, usedFilters, type FeedFilter, type FixedFilter } from './feed-filter.ts';
import { renderOpened } from './feed-opened.ts';
import type { Opened, PartContext } from './feed-part.ts';
import { FeedSource } from './feed-source.ts';
import { sourcesOf } from './feed-sources.ts';
import { renderToolbar } from './feed-toolbar.ts';
import { LinkedPostController } from './linked-post-controller.ts';
import { blogFeedStyles } from './vr-blog-feed.styles.ts';
import { FEED_LAYOUTS, type FeedLayout, type VrPostList } from './vr-post-list.ts';

/**
 * Experience from many places in one calm stream: posts of blogs, of social media and of the hub, to be searched, read,
 * printed and written.
 *
 * @summary Shows posts and experience reports of several sources.
 * @documentation docs/blog-feed.md
 * @status stable
 * @since 0.4
 *
 * @slot - links for pages without the script; shown while there is no source, hidden once there is
 *
 * @fires {VrPostOpenEvent} vr-post-open - the reader wants to read a post here; `preventDefault()` keeps it closed
 * @fires {VrPostsFilteredEvent} vr-posts-filtered - another search or filter was chosen
 * @fires {VrShareEvent} vr-share - the reader hands a post on; `preventDefault()` leaves it to the page
 *
 * @csspart toolbar - title and what the reader can do
 *
 * @cssproperty [--vr-color-accent] - colour of actions and of what is chosen
 * @cssproperty [--vr-font-size=16px] - size of text
 */
export class VrBlogFeed extends WidgetElement<BlogFeedMessages> {
  static override styles = [WidgetElement.styles, blogFeedStyles];

  /** How posts are laid out: `list`, `cards`, or `magazine`, whose first post is large. */
  @property() layout: string = 'list';
  /** Posts before "Mehr anzeigen", 1 to 200. */
  @property({ type: Number }) limit = 10;
  /** Only posts with these tags, parted by semicolons. */
  @property() tag: string | undefined;
  /** Only posts with these topics (id or label), parted by semicolons. */
  @property() topic: string | undefined;
  /** Only experience reports. */
  @property({ type: Boolean }) report = false;
  /** The whole text stands in the list, where the source gives it. */
  @property({ attribute: 'full-text', type: Boolean }) fullText = false;
  /** Where pictures may come from: `own` (the page's host), `listed` (also the hosts of the sources), `none`. */
  @property() images: string = 'own';
  /** Hosts that pictures may come from with `images="listed"`, parted by blanks. */
  @property({ attribute: 'image-hosts' }) imageHosts: string | undefined;
  /** Ways to hand a post on: `mail`, `copy`, `mastodon`, `linkedin`, `threema`, `print`, parted by blanks. */
  @property() share: string | undefined;
  /** Page where ideas are opened; without it this page. */
  @property({ attribute: 'idea-url' }) ideaUrl: string | undefined;

  @state() private opened: Opened | undefined;
  @state() private announcement = '';

  readonly #print = new PrintController(this);
  readonly #choice = new FilterChoice<FeedFilter>(this, { none: noFilter, onAsked: () => this.#tell() });
  readonly #source = new FeedSource(this, {
    near: () => this.near,
    question: (cursor) => ({ ...queryOf(this.#choice.asked, this.#fixed, this.limit), ...(cursor && { cursor }) }),
    opened: () => (this.opened?.part === 'post' ? this.opened.id : undefined),
  });
  readonly #filters = new LazyPart(this, () => import('./feed-filters.ts'));
  readonly #status = new LazyPart(
    this,
    () => import('./feed-status.ts'),
    () => this.near,
  );
  readonly #texts = new LazyPart(this, async () => {
    const { FeedTexts } = await import('./feed-text.ts');
    return new FeedTexts(this, () => this.#source.port);
  });
  readonly #page = new LazyPart(this, () => import('./feed-page.ts'));
  readonly #extras = new LazyPart(this, async () => {
    const { FeedExtras } = await import('./feed-extras.ts');
    return new FeedExtras(this, sourcesOf(this) || location.pathname);
  });
  readonly #writing = new LazyPart(this, () => import('./feed-writing.ts'));

  #shown: FeedLayout = 'list';
  #fixed: FixedFilter = {};
  #allowsImage: AllowsImage = NO_IMAGES;
  #focusPlace = false;

  constructor() {
    super(blogFeedWords);
    new LinkedPostController(this, (opened) => this.#follow(opened));
  }

  /** Opens a post. */
  open(id: string): void {
    this.#openPost(id);
  }

  /** Asks the source again. */
  reload(): void {
    this.#source.reload();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.limit = this.knownNumber('limit', this.limit, 1, 200, 10);
    if (changed.has('layout')) this.#shown = this.knownWord('layout', this.layout, FEED_LAYOUTS, 'list');
    if (['tag', 'topic', 'report'].some((name) => changed.has(name))) this.#fixed = fixedFilter(this);
    if (['images', 'imageHosts', 'src', 'backend', 'near'].some((name) => changed.has(name))) {
      const policy = this.knownWord('images', this.images, IMAGE_POLICIES, 'own');
      this.#allowsImage = allowedImages(policy, policy === 'listed' ? sourcesOf(this) : '', this.imageHosts);
    }
    this.#source.update();
    this.#sayFound();
  }

  protected override updated(): void {
    const { list } = this.#source.posts;
    if (this.#source.query.value) this.#extras.get()?.tell(list, this.#allowsImage);
    if (!this.#focusPlace) return;
    const place = this.renderRoot.querySelector<HTMLElement>(this.opened ? '.page' : '.heading');
    if (!place) return;
    this.#focusPlace = false;
    showStart(this, place, 1 / 2);
  }

  protected override render(): TemplateResult {
    const { words } = this.localize;
    const { query, account, unresolved, mayWrite } = this.#source;
    // Until there is a source, the editor's links are the best there is.
    if (query.state === 'waiting')
      return html`${this.near && unresolved ? this.#renderStatus() : nothing}<slot></slot>`;
    const { opened } = this;
    const canWrite = this.#source.port?.create !== undefined;
    return html`
      <div class="base" role="group" aria-label=${words.feed.title} aria-busy=${query.state === 'loading'}>
        ${renderToolbar({
          words,
          headingLevel: this.headingLevel,
          opened: opened !== undefined,
          onBack: () => this.#close(),
          onWrite: mayWrite ? this.#write : undefined,
          onDesk: mayWrite ? () => this.#show({ part: 'desk' }) : undefined,
          onSignIn: canWrite && account.maySignIn ? this.#signIn : undefined,
        })}
        <div class="main" ?hidden=${opened !== undefined}>
          ${this.#renderFilters()}
          <div class="content">${this.#renderBody()} ${this.#renderStatus()}</div>
        </div>
        ${opened ? this.#renderOpened(opened) : nothing} ${this.hasOnlyFallback ? nothing : html`<slot></slot>`}
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  #renderFilters(): TemplateResult | typeof nothing {
    if (!isSearchable(this.#source, this.#choice.filter)) return nothing;
    const filters = this.#filters.get()?.renderFilters({
      words: this.localize.words,
      locale: this.localize.locale,
      filter: this.#choice.filter,
      fixed: this.#fixed,
      facets: this.#source.posts.facets,
      onFilter: ({ detail }) => this.#choice.choose(detail.filter, detail.typing),
    });
    return html`<div class="filters">${this.#source.query.value ? filters : nothing}</div>`;
  }

  #renderBody(): TemplateResult | typeof nothing {
    const { words, locale } = this.localize;
    const { query, posts } = this.#source;
    if (!query.value) return query.state === 'failed' ? nothing : renderSkeleton(this.#shown);
    const context: BodyContext = {
      words,
      locale,
      timeZone: this.timeZone,
      source: this.#source,
      filter: this.#choice.asked,
      layout: this.#shown,
      limit: this.limit,
      headingLevel: Math.min(6, this.headingLevel + 1),
      allowsImage: this.#allowsImage,
      renderText: this.fullText ? this.#texts.get()?.render : undefined,
      freshAfter: this.#extras.get()?.freshAfter,
      complete: this.#print.printing,
      onSelect: ({ detail }) => this.#openPost(detail.id),
      onLeave: () => this.renderRoot.querySelector<HTMLElement>('vr-post-filters')?.focus(),
    };
    return html`${renderCount(context)} ${renderPosts(context)}
    ${posts.error ? html`<p class="wrong" role="alert">${words.feed.moreFailed}</p>` : nothing}`;
  }

  #renderStatus(): TemplateResult {
    const { account, mayWrite } = this.#source;
    return renderState(this.#source, () => this.#status.get(), {
      words: this.localize.words,
      locale: this.localize.locale,
      timeZone: this.timeZone,
      filtered: usedFilters(this.#choice.asked) > 0,
      signedIn: account.signedIn,
      onReset: () => this.#reset(),
      onWrite: mayWrite ? this.#write : undefined,
      onSignIn: account.maySignIn ? this.#signIn : undefined,
    });
  }

  #renderOpened(opened: Opened): TemplateResult {
    const { words } = this.localize;
    const { opened: post, isPartial, openedError } = this.#source;
    return renderOpened(opened, {
      ...this.#part,
      words,
      post,
      partial: isPartial,
      error: openedError,
      share: this.share,
      ideaUrl: this.ideaUrl,
      page: () => this.#page.get(),
      writing: () => this.#writing.get(),
      onClose: () => this.#close(),
      onShow: (next) => this.#show(next),
      onSaved: ({ detail }) => this.#source.noteSaved(detail.id, detail.post),
    });
  }

  get #part(): PartContext {
    const { port, account } = this.#source;
    const { storage, timeZone, headingLevel } = this;
    const place = { timeZone, locale: this.localize.locale, headingLevel };
    return { port, account: account.port, me: account.me, storage, ...place, allowsImage: this.#allowsImage };
  }

  readonly #signIn = (): void =>
    this.#source.account.signIn(() => (this.announcement = this.localize.words.feed.signInFailed));

  readonly #write = (): void => this.#show({ part: 'editor' });

  #reset(): void {
    this.#choice.reset();
    this.renderRoot.querySelector<HTMLElement>('vr-post-filters')?.focus();
  }

  #tell(): void {
    this.requestUpdate();
    this.dispatchEvent(new VrPostsFilteredEvent(this.#choice.asked));
  }

  #sayFound(): void {
    const { asked, toSay } = this.#choice;
    const { state, value, valueQuery } = this.#source.query;
    if (toSay !== asked || !value || state === 'loading' || state === 'failed') return;
    // In the turn of the choice itself the answer is still the one before.
    if (JSON.stringify(valueQuery) !== JSON.stringify(queryOf(asked, this.#fixed, this.limit))) return;
    this.#choice.toSay = undefined;
    this.announcement = this.localize.words.feed.found(value.total ?? value.items.length);
  }

  #openPost(id: string): void {
    if (!this.dispatchEvent(new VrPostOpenEvent(id, this.#source.posts.find(id)))) return;
    this.#show({ part: 'post', id });
  }

  #show(opened: Opened): void {
    const before = this.opened;
    this.opened = opened;
    this.#focusPlace = true;
    if (opened.part === 'post') writeLink('post', opened.id, before === undefined);
    else writeLink('post', undefined);
  }

  #close(): void {
    this.#shut();
    writeLink('post', undefined);
    writeLink('new-report', undefined);
  }

  #shut(): void {
    const { opened } = this;
    this.opened = undefined;
    void this.updateComplete.then(() => {
      const list = this.renderRoot.querySelector<VrPostList>('vr-post-list');
      if (opened?.part === 'post' && list?.focusPost(opened.id)) return;
      this.renderRoot.querySelector<HTMLElement>('.heading')?.focus();
    });
  }

  /** The page's address names another place now. */
  #follow(opened: Opened | undefined): void {
    if (!opened) {
      if (this.opened) this.#shut();
      return;
    }
    if (opened.part === 'post' && this.opened?.part === 'post' && opened.id === this.opened.id) return;
    this.opened = opened;
    // Who comes by a link has not scrolled here.
    this.near = true;
    this.#focusPlace = true;
  }
}
