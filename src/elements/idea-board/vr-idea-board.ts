import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { IDEA_SORTS, type IdeaSort } from '../../backend/ports.ts';
import type { IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import { ideaBoardWords } from '../../i18n/idea-board-words.ts';
import { writeIdeaLink } from '../../internal/deep-link.ts';
import { LazyPart } from '../../internal/lazy-part.ts';
import { NarrowController } from '../../internal/narrow-controller.ts';
import { PrintController } from '../../internal/print-controller.ts';
import { showStart } from '../../internal/show-start.ts';
import { WidgetElement } from '../../internal/widget-element.ts';
import type { Idea, IdeaStage } from '../../model/idea.ts';
import { foldWords } from '../../model/fold-text.ts';
import { VrIdeaOpenEvent } from '../shared/idea-events.ts';
import { renderCount, renderList, renderSkeleton, renderState, type BodyContext } from './board-body.ts';
import { boardChoice } from './board-choice.ts';
import { FIXED, fixedFilter, queryOf, usedFilters, type FixedFilter } from './board-filter.ts';
import { renderOpened } from './board-opened.ts';
import { BoardSource, type Opened } from './board-source.ts';
import { BOARD_VIEWS, renderToolbar, type BoardView } from './board-toolbar.ts';
import { VrIdeasFilteredEvent } from './events.ts';
import type { IdeaMover, MoverContext } from './idea-mover.ts';
import { LinkedIdeaController, type Linked } from './linked-idea-controller.ts';
import { boardStyles } from './vr-idea-board.styles.ts';
import type { VrIdeaList } from './vr-idea-list.ts';

/** Widths in em of its column: under the first one stage is shown at a time, over the second filters stand beside. */
const NARROW = 34;
const WIDE = 60;

/**
 * The ideas of a network: as a list or by stage, to be searched, narrowed, opened, moved and moderated.
 *
 * @summary Ideas from a hub or other sources, and how far they are.
 * @documentation docs/idea-board.md
 * @status stable
 * @since 0.2
 *
 * @slot - a link for pages without the script; shown while there is no source, hidden once there is
 *
 * @fires {VrIdeaOpenEvent} vr-idea-open - the reader wants to see an idea; `preventDefault()` keeps it closed
 * @fires {VrIdeasFilteredEvent} vr-ideas-filtered - another view, order or filter was chosen
 *
 * @csspart toolbar - title, choice of view, news and sign-in
 *
 * @cssproperty [--vr-color-accent] - colour of actions and of what is chosen
 * @cssproperty [--vr-font-size=16px] - size of text
 */
export class VrIdeaBoard extends WidgetElement<IdeaBoardMessages> {
  static override styles = [WidgetElement.styles, boardStyles];

  /** What is shown at first: `list` or `board` (columns by stage). */
  @property() view: string = 'list';
  /** Only ideas of these stages, parted by blanks. */
  @property() stage: string | undefined;
  /** Only ideas of these topics (id or label), parted by semicolons. */
  @property() topic: string | undefined;
  /** Only ideas of these organisations (id or name), parted by semicolons. */
  @property() org: string | undefined;
  /** Only ideas of this reach: within, between, civil; several parted by blanks. */
  @property() reach: string | undefined;
  /** Order at first: active, new, support, needs-help. */
  @property() sort: string = 'active';
  /** Id of an idea that is opened at first. */
  @property() idea: string | undefined;
  /** Page with the reports of experience; default: this page, when it has them. */
  @property({ attribute: 'feed-url' }) feedUrl: string | undefined;
  /** Ideas in the list before "Mehr anzeigen", 1 to 50. */
  @property({ type: Number }) limit = 20;

  @state() private opened: Opened | undefined;
  @state() private newsOpen = false;
  @state() private sideStages = false;
  @state() private announcement = '';
  readonly #near = (): boolean => this.near;
  readonly #print = new PrintController(this);
  readonly #narrow = new NarrowController(this, NARROW);
  readonly #wide = new NarrowController(this, WIDE);
  readonly #choice = boardChoice(this, () => this.#tell());
  readonly #source = new BoardSource(this, {
    near: this.#near,
    question: ({ stage, cursor }) => {
      const query = queryOf(this.#choice.asked, this.#fixed, this.limit);
      return { ...query, ...(stage && { stage: [stage] }), ...(cursor && { cursor }) };
    },
    opened: () => this.opened,
    held: () => this.#view()?.shadowRoot?.activeElement?.closest<HTMLElement>('[data-idea]')?.dataset['idea'],
  });
  readonly #filters = new LazyPart(this, () => import('./board-filters.ts'));
  readonly #columns = new LazyPart(this, () => import('./board-columns.ts'));
  readonly #status = new LazyPart(this, () => import('./board-status.ts'), this.#near);
  readonly #page = new LazyPart(this, () => import('./board-page.ts'));
  readonly #news = new LazyPart(this, () => import('./board-news.ts'));
  #mover: IdeaMover | undefined;
  #shown: BoardView = 'list';
  #fixed: FixedFilter = {};
  #focusPage = false;
  constructor() {
    super(ideaBoardWords);
    new LinkedIdeaController(this, (linked) => this.#follow(linked));
  }

  /** Opens an idea. */
  open(id: string): void {
    if (!this.dispatchEvent(new VrIdeaOpenEvent(id, this.#source.ideas.find(id)))) return;
    this.newsOpen = false;
    this.#put({ id });
    writeIdeaLink(id);
  }

  /** Asks the source again. */
  reload(): void {
    this.#source.reload();
  }

  /** Looks quietly whether something is new; what is shown stays where it is. */
  refresh(): void {
    void this.#source.look();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.limit = this.knownNumber('limit', this.limit, 1, 50, 20);
    if (changed.has('view')) this.#shown = this.knownWord('view', this.view, BOARD_VIEWS, 'list');
    if (changed.has('sort'))
      this.#choice.set({ sort: this.knownWord<IdeaSort>('sort', this.sort, IDEA_SORTS, 'active') });
    if (FIXED.some((name) => changed.has(name))) {
      this.#fixed = fixedFilter(this, (name, value) => this.warnValue(name, value, ''));
    }
    if (changed.has('idea') && (this.idea || changed.get('idea')))
      this.opened = this.idea ? { id: this.idea } : undefined;
    if (this.#choice.asked.scope !== 'all' && this.#source.account.me?.anonymous) this.#choice.set({ scope: 'all' });
    this.#source.ideas.update(this.#source.query.value);
    this.#sayFound();
  }

  protected override updated(): void {
    const page = this.#focusPage && this.renderRoot.querySelector<HTMLElement>('.page');
    if (!page) return;
    this.#focusPage = false;
    showStart(this, page);
  }

  protected override render(): TemplateResult {
    const { words } = this.localize;
    const { query, account, hasNews, news, unresolved } = this.#source;
    // Until there is a source, the editor's own link is the best there is.
    if (query.state === 'waiting')
      return html`${this.near && unresolved ? this.#renderStatus() : nothing}<slot></slot>`;
    return html`
      <div class="base" role="group" aria-label=${words.board.title} aria-busy=${query.state === 'loading'}>
        ${renderToolbar({
          words,
          headingLevel: this.headingLevel,
          view: this.#choice.asked.scope === 'queue' ? undefined : this.#shown,
          opened: this.opened !== undefined,
          unread: hasNews ? (news.value?.unread ?? 0) : undefined,
          onView: (view) => this.#show(view),
          onBack: () => this.#close(),
          onNews: () => (this.newsOpen = true),
          onSignIn: account.maySignIn
            ? () => account.signIn(() => (this.announcement = words.failure.unknown))
            : undefined,
        })}
        <div class="main${this.#isBoard || this.#wide.narrow ? '' : ' beside'}" ?hidden=${this.opened !== undefined}>
          <div class="filters">${query.value ? this.#renderFilters() : nothing}</div>
          <div class="content">${this.#renderBody()} ${this.#renderStatus()}</div>
        </div>
        ${this.opened ? this.#renderPage(this.opened) : nothing} ${this.hasOnlyFallback ? nothing : html`<slot></slot>`}
        <p class="visually-hidden" role="status">${this.announcement}</p>
        ${this.newsOpen && hasNews ? this.#renderNews() : nothing} ${this.#mover?.render() ?? nothing}
      </div>
    `;
  }

  #renderFilters(): TemplateResult | undefined {
    const { ideas, scopes, waiting } = this.#source;
    return this.#filters.get()?.renderFilters({
      words: this.localize.words,
      filter: this.#choice.filter,
      fixed: this.#fixed,
      facets: ideas.facets,
      scopes,
      waiting,
      beside: !this.#isBoard && !this.#wide.narrow,
      onFilter: ({ detail }) => this.#choice.choose(detail.filter, detail.typing),
    });
  }

  #renderBody(): TemplateResult | typeof nothing {
    const { words } = this.localize;
    const { query, ideas } = this.#source;
    if (!query.value) return query.state === 'failed' ? nothing : renderSkeleton();
    const context: BodyContext = {
      words,
      source: this.#source,
      filter: this.#choice.asked,
      limit: this.limit,
      headingLevel: Math.min(6, this.headingLevel + 1),
      complete: this.#print.printing,
      onSelect: ({ detail }) => this.open(detail.id),
      onMore: ({ detail }) => ideas.more(detail.stage),
      onFresh: () => this.#showFresh(),
    };
    return html`${renderCount(context)}
    ${
      this.#isBoard
        ? this.#columns.get()?.renderColumns({
            ...context,
            ideas,
            wanted: this.#fixed.stage ?? this.#choice.asked.stage,
            narrow: this.#narrow.narrow,
            side: this.sideStages,
            marked: foldWords(this.#choice.asked.q),
            onMove: ({ detail }) => void this.#move(detail.idea, detail.to),
            onSide: (side) => (this.sideStages = side),
          })
        : renderList(context)
    }
    ${ideas.failed ? html`<p class="wrong" role="alert">${words.failure.unknown}</p>` : nothing}`;
  }

  #renderStatus(): TemplateResult {
    return renderState(this.#source, () => this.#status.get(), {
      words: this.localize.words,
      locale: this.localize.locale,
      timeZone: this.timeZone,
      scope: this.#choice.asked.scope,
      filtered: usedFilters(this.#choice.asked) > 0,
      onReset: () => this.#reset(),
    });
  }

  #renderPage({ secret }: Opened): TemplateResult {
    const { openedIdea: idea, openedError } = this.#source;
    return renderOpened(idea && this.#page.get(), this.localize.words, openedError, {
      idea,
      ...this.#source.ports,
      headingLevel: this.headingLevel,
      timeZone: this.timeZone,
      storage: this.storage,
      secret,
      feedUrl: this.feedUrl,
      onChanged: ({ detail }) => this.#source.change(detail.idea),
      onOpen: (event) => {
        event.stopPropagation();
        this.open(event.detail.id);
      },
      onClose: () => this.#close(),
    });
  }

  #renderNews(): TemplateResult | undefined {
    const { account, news } = this.#source;
    return this.#news.get()?.renderNews({
      words: this.localize.words,
      port: account.port,
      page: news.value,
      feedUrl: this.feedUrl,
      headingLevel: this.headingLevel,
      timeZone: this.timeZone,
      onSelect: ({ detail }) => this.open(detail.id),
      onRead: () => news.run(),
      onClosed: () => (this.newsOpen = false),
    });
  }

  get #isBoard(): boolean {
    return this.#shown === 'board' && this.#choice.asked.scope !== 'queue' && !this.#print.printing;
  }

  /** The list or the columns. */
  #view(): Pick<VrIdeaList, 'focusIdea' | 'shadowRoot'> | null {
    return this.renderRoot.querySelector<VrIdeaList>('vr-idea-list, vr-idea-columns');
  }

  #reset(): void {
    this.#choice.reset();
    this.renderRoot.querySelector<HTMLElement>('vr-idea-filters')?.focus();
  }

  #show(view: BoardView): void {
    if (view === this.#shown) return;
    this.#shown = view;
    this.#tell();
  }

  #tell(): void {
    this.#source.fresh = undefined;
    this.requestUpdate();
    this.dispatchEvent(new VrIdeasFilteredEvent(this.#shown, this.#choice.asked));
  }

  #sayFound(): void {
    const { asked, toSay } = this.#choice;
    const { state, value, valueQuery } = this.#source.query;
    if (toSay !== asked || !value || state === 'loading' || state === 'failed') return;
    // In the turn of the choice itself the answer is still the one before.
    if (JSON.stringify(valueQuery) !== JSON.stringify(queryOf(asked, this.#fixed, this.limit))) return;
    this.#choice.toSay = undefined;
    this.announcement = this.localize.words.board.found(value.total ?? value.items.length);
  }

  #close(): void {
    const id = this.opened?.id;
    this.opened = undefined;
    writeIdeaLink(undefined);
    void this.updateComplete.then(() => {
      if (!id || !this.#view()?.focusIdea(id)) this.renderRoot.querySelector<HTMLElement>('.heading')?.focus();
    });
  }

  /** The page's address names another idea now, or none. */
  #follow(linked: Linked): void {
    if (!linked) return this.opened && this.#close();
    // Who comes by a link has not scrolled here.
    this.near = true;
    if (linked === 'news') this.newsOpen = true;
    else if (linked.id !== this.opened?.id) this.#put(linked);
  }

  #put(opened: Opened): void {
    this.opened = opened;
    this.#focusPage = true;
  }

  #showFresh(): void {
    const first = this.#source.showFresh();
    void this.updateComplete.then(() => first && this.#view()?.focusIdea(first.id));
  }

  async #move(idea: Idea, to: IdeaStage): Promise<void> {
    const { words } = this.localize;
    try {
      this.#mover ??= new (await import('./idea-mover.ts')).IdeaMover(this, this.#moves);
      await this.#mover.move(idea, to);
    } catch (error) {
      // The code did not arrive: the card has not moved, and the next try loads it again.
      console.error(error);
      this.announcement = words.board.notMoved(idea.title, words.failure.unknown);
    }
  }

  readonly #moves: MoverContext = {
    source: this.#source,
    localize: this.localize,
    view: () => this.#view(),
    say: (text) => (this.announcement = text),
  };
}
