import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PeerDirectoryMessages } from '../../i18n/de/peer-directory.ts';
import { peerDirectoryWords } from '../../i18n/peer-directory-words.ts';
import { writePlace, type Place, type Section } from '../../internal/directory-link.ts';
import { FilterChoice } from '../../internal/filter-choice.ts';
import { LazyPart } from '../../internal/lazy-part.ts';
import { NarrowController } from '../../internal/narrow-controller.ts';
import { profileLink } from '../../internal/peer-link.ts';
import { PrintController } from '../../internal/print-controller.ts';
import { showStart } from '../../internal/show-start.ts';
import { WidgetElement } from '../../internal/widget-element.ts';
import { whyOf } from '../shared/peer-words.ts';
import { renderCount, renderPeople, renderSkeleton, renderState, type BodyContext } from './directory-body.ts';
import { FIXED, fixedFilter, noFilter, queryOf, usedFilters } from './directory-filter.ts';
import type { DirectoryFilter, FixedFilter } from './directory-filter.ts';
import { renderOpened } from './directory-opened.ts';
import type { Opened, PartContext } from './directory-part.ts';
import { DirectorySections, hasWayIn, sectionsOf } from './directory-sections.ts';
import { DirectorySource } from './directory-source.ts';
import { DIRECTORY_VIEWS, renderToolbar, type DirectoryView } from './directory-toolbar.ts';
import { VrPeerShowEvent, VrPeersFilteredEvent } from './events.ts';
import { LinkedPlaceController } from './linked-place-controller.ts';
import { OwnEntryController } from './own-entry-controller.ts';
import { directoryStyles } from './vr-peer-directory.styles.ts';
import type { VrPeerList } from './vr-peer-list.ts';

/** Width in em of its column from which the filters stand beside the list. */
const WIDE = 60;

/**
 * The people of a network, to be found by what they know, offer and seek, and asked for contact without an address.
 *
 * @summary Finds people across departments and administrations.
 * @documentation docs/peer-directory.md
 * @status stable
 * @since 0.3
 *
 * @slot - a link for pages without the script; shown while there is no source, hidden once there is
 *
 * @fires {VrPeerShowEvent} vr-peer-show - the reader wants to see a person; `preventDefault()` keeps the page closed
 * @fires {VrPeersFilteredEvent} vr-peers-filtered - another search, filter or view was chosen
 *
 * @csspart toolbar - title, sections and sign-in
 *
 * @cssproperty [--vr-color-accent] - colour of actions and of what is chosen
 * @cssproperty [--vr-font-size=16px] - size of text
 */
export class VrPeerDirectory extends WidgetElement<PeerDirectoryMessages> {
  static override styles = [WidgetElement.styles, directoryStyles];

  /** What is searched for at first. */
  @property() q: string | undefined;
  /** Only people with these topics (id or label), parted by semicolons. */
  @property() topic: string | undefined;
  /** Only people of these organisations (id or name), parted by semicolons. */
  @property() org: string | undefined;
  /** Only people who offer, or seek, something now: `offer`, `seek`. */
  @property() direction: string | undefined;
  /** How people are shown at first: `cards` or `list`. */
  @property() view: string = 'cards';
  /** People before "Mehr anzeigen", 1 to 50. */
  @property({ type: Number }) limit = 24;
  /** Page with the reader's own entry; without it the `<vr-peer-profile>` of this page. */
  @property({ attribute: 'profile-url' }) profileUrl: string | undefined;
  /** Page where ideas are opened; without it this page. */
  @property({ attribute: 'idea-url' }) ideaUrl: string | undefined;
  /** Page where events are opened; without it this page. */
  @property({ attribute: 'event-url' }) eventUrl: string | undefined;

  @state() private section: Section = 'people';
  @state() private opened: Opened | undefined;
  @state() private requestId: string | undefined;
  @state() private announcement = '';

  readonly #print = new PrintController(this);
  readonly #wide = new NarrowController(this, WIDE);
  readonly #choice = new FilterChoice<DirectoryFilter>(this, { none: noFilter, onAsked: () => this.#tell() });
  readonly #source = new DirectorySource(this, {
    near: () => this.near,
    question: (cursor) => ({ ...queryOf(this.#choice.asked, this.#fixed, this.limit), ...(cursor && { cursor }) }),
    opened: () => this.opened?.id,
  });
  readonly #sections = new DirectorySections(this);
  readonly #filters = new LazyPart(this, () => import('./directory-filters.ts'));
  readonly #status = new LazyPart(
    this,
    () => import('./directory-status.ts'),
    () => this.near,
  );
  readonly #page = new LazyPart(this, () => import('./directory-page.ts'));

  #shown: DirectoryView = 'cards';
  #fixed: FixedFilter = {};
  #focusPlace = false;

  constructor() {
    super(peerDirectoryWords);
    new LinkedPlaceController(this, (place) => this.#follow(place));
    new OwnEntryController(this, () => this.reload());
  }

  /** Opens a person. */
  open(id: string): void {
    this.#open({ id });
  }

  /** Asks the source again. */
  reload(): void {
    this.#source.reload();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.limit = this.knownNumber('limit', this.limit, 1, 50, 24);
    if (changed.has('view')) this.#shown = this.knownWord('view', this.view, DIRECTORY_VIEWS, 'cards');
    if (changed.has('q') && (this.q || changed.get('q'))) this.#choice.set({ q: this.q ?? '' });
    if (FIXED.some((name) => changed.has(name))) {
      this.#fixed = fixedFilter(this, (name, value) => this.warnValue(name, value, ''));
    }
    this.#source.update();
    this.#sayFound();
  }

  protected override updated(): void {
    if (!this.#focusPlace) return;
    const place = this.renderRoot.querySelector<HTMLElement>(this.opened ? '.page' : '.heading');
    if (!place) return;
    this.#focusPlace = false;
    showStart(this, place, 1 / 2);
  }

  protected override render(): TemplateResult {
    const { words } = this.localize;
    const { query, account, unresolved, waiting } = this.#source;
    // Until there is a source, the editor's own link is the best there is.
    if (query.state === 'waiting')
      return html`${this.near && unresolved ? this.#renderStatus() : nothing}<slot></slot>`;
    const { opened, section } = this;
    const sections = sectionsOf(this.#source);
    const onSignIn = account.maySignIn ? () => this.#signIn() : undefined;
    return html`
      <div class="base" role="group" aria-label=${words.directory.title} aria-busy=${query.state === 'loading'}>
        ${renderToolbar({
          words,
          headingLevel: this.headingLevel,
          section,
          sections: sections.includes(section) ? sections : [...sections, section],
          opened: opened !== undefined,
          waiting,
          profile: this.#profile,
          onSection: (name) => this.#show({ section: name }),
          onBack: () => this.#close(),
          onSignIn: hasWayIn(this.#source, section, opened !== undefined) ? undefined : onSignIn,
        })}
        <div
          class="main${section !== 'people' || this.#wide.narrow ? '' : ' beside'}"
          ?hidden=${opened !== undefined}
        >
          ${
            section === 'people'
              ? html`<div class="filters">${query.value ? this.#renderFilters() : nothing}</div>
                  <div class="content">${this.#renderBody(onSignIn)} ${this.#renderStatus(onSignIn)}</div>`
              : this.#renderSection(section)
          }
        </div>
        ${opened ? this.#renderPage(opened) : nothing} ${this.hasOnlyFallback ? nothing : html`<slot></slot>`}
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  #renderFilters(): TemplateResult | undefined {
    return this.#filters.get()?.renderFilters({
      words: this.localize.words,
      locale: this.localize.locale,
      filter: this.#choice.filter,
      fixed: this.#fixed,
      facets: this.#source.people.facets,
      beside: !this.#wide.narrow,
      onFilter: ({ detail }) => this.#choice.choose(detail.filter, detail.typing),
    });
  }

  #renderBody(onSignIn: (() => void) | undefined): TemplateResult | typeof nothing {
    const { words, locale } = this.localize;
    const { query, people } = this.#source;
    if (!query.value) return query.state === 'failed' ? nothing : renderSkeleton(this.#shown);
    const context: BodyContext = {
      words,
      locale,
      source: this.#source,
      filter: this.#choice.asked,
      view: this.#shown,
      limit: this.limit,
      headingLevel: Math.min(6, this.headingLevel + 1),
      complete: this.#print.printing,
      onView: (view) => this.#showAs(view),
      onSelect: ({ detail }) => this.#open(detail),
      onSignIn,
    };
    return html`${renderCount(context)} ${renderPeople(context)}
    ${people.error ? html`<p class="wrong" role="alert">${words.directory.moreFailed}</p>` : nothing}`;
  }

  #renderStatus(onSignIn?: () => void): TemplateResult {
    const { account, port } = this.#source;
    return renderState(this.#source, () => this.#status.get(), {
      words: this.localize.words,
      locale: this.localize.locale,
      timeZone: this.timeZone,
      filtered: usedFilters(this.#choice.asked) > 0,
      signedIn: account.signedIn,
      profile: this.#profile,
      onReset: () => this.#reset(),
      onSeek: port?.offers ? () => this.#show({ section: 'offers' }) : undefined,
      onSignIn,
    });
  }

  #renderSection(section: Exclude<Section, 'people'>): TemplateResult {
    return this.#sections.render(section, this.localize.words, {
      ...this.#part,
      requestId: this.requestId,
      onOpen: (event) => {
        event.stopPropagation();
        this.#open(event.detail);
      },
      onContact: (event) => {
        event.stopPropagation();
        const { peer, about } = event.detail;
        this.#open({ id: peer.id, contact: true, about });
      },
      onWaiting: ({ detail }) => {
        this.#source.waiting = detail.waiting;
        this.requestUpdate();
      },
    });
  }

  #renderPage({ id, contact = false, about }: Opened): TemplateResult {
    const { words } = this.localize;
    const { opened: peer, one, openedError, reasons } = this.#source;
    return renderOpened(peer && this.#page.get(), words, openedError, {
      ...this.#part,
      headingLevel: this.headingLevel,
      peer,
      partial: one.busy,
      problem: openedError ? words.failure[openedError] : '',
      why: whyOf(reasons.get(id) ?? [], words),
      contact,
      about,
      ideaUrl: this.ideaUrl,
      eventUrl: this.eventUrl,
      profileUrl: this.#profile,
      onSent: ({ detail }) => this.#source.noteRequest(id, detail.request.state),
      onClose: () => this.#close(),
    });
  }

  get #part(): PartContext {
    const { port, account } = this.#source;
    const { storage, timeZone, eventUrl } = this;
    const headingLevel = Math.min(6, this.headingLevel + 1);
    const place = { timeZone, locale: this.localize.locale, headingLevel, profileUrl: this.#profile, eventUrl };
    return { port, account: account.port, me: account.me, storage, ...place };
  }

  /** Where the reader's own entry is written. */
  get #profile(): string | undefined {
    return this.profileUrl || (document.querySelector('vr-peer-profile') ? profileLink() : undefined);
  }

  #signIn(): void {
    this.#source.account.signIn(() => (this.announcement = this.localize.words.directory.signInFailed));
  }

  #reset(): void {
    this.#choice.reset();
    this.renderRoot.querySelector<HTMLElement>('vr-peer-filters')?.focus();
  }

  #showAs(view: DirectoryView): void {
    this.#shown = view;
    this.#tell();
  }

  #tell(): void {
    this.requestUpdate();
    this.dispatchEvent(new VrPeersFilteredEvent(this.#shown, this.#choice.asked));
  }

  #sayFound(): void {
    const { asked, toSay } = this.#choice;
    const { state, value, valueQuery } = this.#source.query;
    if (toSay !== asked || !value || state === 'loading' || state === 'failed') return;
    // In the turn of the choice itself the answer is still the one before.
    if (JSON.stringify(valueQuery) !== JSON.stringify(queryOf(asked, this.#fixed, this.limit))) return;
    this.#choice.toSay = undefined;
    this.announcement = this.localize.words.directory.found(value.total ?? value.items.length);
  }

  #open(opened: Opened): void {
    if (!this.dispatchEvent(new VrPeerShowEvent(opened.id, this.#source.people.find(opened.id)))) return;
    this.opened = opened;
    this.#focusPlace = true;
    writePlace({ peer: opened.id });
  }

  /** Shows another part; the reader stays where they clicked. */
  #show(place: { readonly section: Section; readonly request?: string | undefined }): void {
    this.section = place.section;
    this.requestId = place.request;
    writePlace(place);
  }

  #close(): void {
    this.#shut();
    writePlace({ section: this.section });
  }

  #shut(): void {
    const id = this.opened?.id;
    this.opened = undefined;
    void this.updateComplete.then(() => {
      const list = this.renderRoot.querySelector<VrPeerList>('vr-peer-list');
      if (!id || !list?.focusPeer(id)) this.renderRoot.querySelector<HTMLElement>('.heading')?.focus();
    });
  }

  /** The page's address names another place now. */
  #follow(place: Place): void {
    if ('peer' in place) {
      if (place.peer === this.opened?.id) return;
      this.opened = { id: place.peer };
    } else {
      const before = this.section;
      this.section = place.section;
      this.requestId = place.request;
      if (this.opened) return this.#shut();
      if (place.section === 'people' || place.section === before) return;
    }
    // Who comes by a link has not scrolled here.
    this.near = true;
    this.#focusPlace = true;
  }
}
