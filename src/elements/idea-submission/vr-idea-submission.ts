import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { IdeasPort, IdeaVocabulary } from '../../backend/ports.ts';
import type { SubmissionMessages } from '../../i18n/de/idea-submission.ts';
import { submissionWords } from '../../i18n/idea-submission-words.ts';
import { AccountController } from '../../internal/account-controller.ts';
import { ideaLink, linkedIdea, writeIdeaLink } from '../../internal/deep-link.ts';
import { takeNewIdeaLink } from '../../internal/new-idea-link.ts';
import { STORAGE_KINDS, usableStorage } from '../../internal/device-store.ts';
import { LazyPart } from '../../internal/lazy-part.ts';
import { PortController } from '../../internal/port-controller.ts';
import { QueryController } from '../../internal/query-controller.ts';
import { WidgetElement } from '../../internal/widget-element.ts';
import type { IdeaFormField } from '../../model/idea-form.ts';
import type { Idea, SimilarItem } from '../../model/idea.ts';
import { VrIdeaOpenEvent } from '../shared/idea-events.ts';
import { stageStyles } from '../shared/idea-stage.ts';
import { VrIdeaSubmittedEvent } from './events.ts';
import { counterNews } from './fields.ts';
import { focusField } from './form-context.ts';
import { OwnWords, type SubmissionOverride } from './own-words.ts';
import { renderSender } from './sender-note.ts';
import type { DeskHost } from './desk-host.ts';
import { SubmissionDesk } from './submission-desk.ts';
import { renderForm, renderHeading, type SubmissionFormContext } from './submission-form.ts';
import { orgsToChoose, presetsOf, readFields, shownFields } from './submission-settings.ts';
import { fields } from '../../styles/fields.styles.ts';
import { formFieldStyles } from './form-fields.styles.ts';
import { submissionStyles } from './vr-idea-submission.styles.ts';

const NO_VOCABULARY: IdeaVocabulary = {
  topics: [],
  orgs: [],
  anonymous: false,
  attachments: { files: 0, bytes: 0, mediaTypes: [] },
};

/**
 * A calm form for an idea: what is the problem, what is the idea, who does it help and where, what is needed; then a
 * preview. It shows what is similar while one writes, loses nothing on the way, and says what happens next.
 *
 * @summary Submits an idea in short steps, also without a name.
 * @documentation docs/idea-submission.md
 * @status stable
 * @since 0.2
 *
 * @slot - a link for pages without the script; shown while there is no source, hidden once there is
 *
 * @fires {VrIdeaSubmittedEvent} vr-idea-submitted - an idea has arrived
 * @fires {VrIdeaOpenEvent} vr-idea-open - the reader wants to see an idea; `preventDefault()` lets the page show it
 *
 * @cssproperty [--vr-color-accent] - colour of actions and of what is chosen
 * @cssproperty [--vr-font-size=16px] - size of text
 */
export class VrIdeaSubmission extends WidgetElement<SubmissionMessages> {
  static override styles = [WidgetElement.styles, fields, stageStyles, formFieldStyles, submissionStyles];

  /** Optional fields that are asked for, parted by blanks: problem, body, benefit-for, place, topics, first-step, needs, attachments. */
  @property() fields: string | undefined;
  /** Topic (id or label) that is chosen at first. */
  @property() topic: string | undefined;
  /** Organisation (id or name) that ideas are for; then nobody is asked. */
  @property() org: string | undefined;
  /** Reach that is chosen at first: within, between, civil. */
  @property() reach: string | undefined;
  /** Event that ideas come from. */
  @property({ attribute: 'event-id' }) eventId: string | undefined;
  /** `sie` (default) or `du`: how German readers are spoken to. */
  @property() address = 'sie';
  /** Words of the page's own in place of ours: as a property an object, as an attribute JSON. */
  @property() messages: string | SubmissionOverride | undefined;

  readonly #ideas = new PortController(this, 'ideas');
  readonly #events = new PortController(this, 'events', true);
  readonly #peers = new PortController(this, 'peers', true);
  readonly #isNear = (): boolean => this.near;
  readonly #account = new AccountController(this, this.#isNear, () => this.#desk.audience.forget());
  readonly #vocabulary = new QueryController<IdeasPort, true, IdeaVocabulary>(this, {
    port: () => (this.near ? this.#ideas.port : undefined),
    query: () => true,
    run: async (port, _query, signal) => (await port.vocabulary?.({ signal })) ?? NO_VOCABULARY,
    isEmpty: () => false,
  });
  readonly #status = new LazyPart(this, () => import('../shared/vr-status.define.ts'), this.#isNear);
  readonly #own = new OwnWords(this, (path) => this.warnValue('messages', path, 'our own words'));
  readonly #host: DeskHost = {
    later: new LazyPart(this, () => import('./later-parts.ts')),
    last: new LazyPart(this, () => import('./last-parts.ts')),
    following: new LazyPart(this, () => import('./follow-up-parts.ts')),
    keeping: new LazyPart(this, () => import('./draft-keeper.ts')),
    account: this.#account,
    ideas: () => this.#ideas.port,
    events: () => this.#events.port,
    peers: () => this.#peers.port,
    vocabulary: () => this.#vocabulary.value,
    shown: () => this.#shown,
    words: () => this.#words(),
    today: () => this.today(),
    storage: () => usableStorage(this.storage),
    endpoint: () => this.src?.trim() || (typeof this.backend === 'string' ? this.backend : '') || location.pathname,
    eventId: () => this.eventId ?? '',
    onChange: () => this.requestUpdate(),
    onFocus: (to) => {
      this.#focus = to;
      this.requestUpdate();
    },
    onSubmitted: (idea) => this.dispatchEvent(new VrIdeaSubmittedEvent(idea)),
  };
  readonly #desk = new SubmissionDesk(this.#host);
  #chosen: ReadonlySet<IdeaFormField> = new Set();
  #shown: ReadonlySet<IdeaFormField> = new Set();
  #focus: 'heading' | 'summary' | 'offered' | undefined;

  constructor() {
    super(submissionWords);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onLink);
    this.#onLink();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onLink);
    // Moving an element disconnects and connects it at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#desk.dispose();
    });
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#own.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const warn = (attribute: string, value: string, fallback: string): void =>
      this.warnValue(attribute, value, fallback);
    if (changed.has('fields') || this.#chosen.size === 0) this.#chosen = readFields(this.fields, warn);
    if (changed.has('storage') && !STORAGE_KINDS.some((kind) => kind === this.storage))
      warn('storage', this.storage, 'none');
    if (changed.has('address') && !['sie', 'du'].includes(this.address)) warn('address', this.address, 'sie');
    const port = this.#ideas.port;
    const { value } = this.#vocabulary;
    const presets = presetsOf(this, value, this.localize.words.lang, warn);
    this.#shown = shownFields(this.#chosen, {
      vocabulary: value,
      asksOrg: !presets.orgId && !this.#desk.editing && this.#orgs().length > 1,
      takesFiles: port?.attach !== undefined,
    });
    this.#desk.flow.preset(presets);
    if (this.#desk.flow.at !== 'preview' && !this.#desk.flow.steps.includes(this.#desk.flow.at)) {
      this.#desk.flow.at = this.#desk.flow.steps[0] ?? 'preview';
    }
    // What is drawn for the last time on its way out must not begin anything.
    if (this.near && this.isConnected) this.#desk.update();
  }

  protected override updated(): void {
    const to = this.#focus;
    const target = to && this.renderRoot.querySelector<HTMLElement>(`#${to}`);
    if (!target) return;
    this.#focus = undefined;
    target.focus();
  }

  protected override render(): TemplateResult {
    const words = this.#words();
    const port = this.near ? this.#ideas.port : undefined;
    // Until there is a source, the editor's own link is the best there is.
    if (!port) {
      return html`${this.near && this.#ideas.unresolved ? this.#renderMissing() : nothing}<slot></slot>`;
    }
    const desk = this.#desk;
    const context = this.#context(words);
    return html`<section class="base" aria-label=${words.submission.label} @focusin=${this.#onFocusIn}>
      ${renderHeading(context, this.headingLevel)}
      ${port.create || desk.followUp ? this.#renderBody(context) : html`<p>${words.submission.sender.impossible}</p>`}
      ${this.hasOnlyFallback ? nothing : html`<slot></slot>`}
      <p class="visually-hidden" role="status">${desk.announcement}</p>
    </section>`;
  }

  #renderBody(context: SubmissionFormContext): TemplateResult {
    const desk = this.#desk;
    const { words, headingLevel } = context;
    if (desk.done) {
      const { idea, secret } = desk.done;
      return html`${this.#host.last.get()?.renderDone({
        words,
        idea,
        secret,
        headingLevel,
        copied: desk.copied,
        address: this.#addressOf(idea, secret),
        onCopied: (done) => desk.onCopied(done),
        onOpen: (event) => this.#onLook(event, idea, secret),
        onAnother: () => this.#onAnother(),
      })}`;
    }
    const { followUp } = desk;
    if (followUp && !desk.editing) {
      return html`${this.#host.following.get()?.renderFollowUp({
        words,
        headingLevel,
        followUp,
        onEdit: () => desk.edit(),
        onAnother: () => this.#onAnother(),
      })}`;
    }
    const first = desk.flow.at === desk.flow.steps[0];
    const { items = [] } = desk.similar ?? {};
    const later = items.length > 0 || desk.begun ? this.#host.later.get() : undefined;
    const { locale } = this.localize;
    return html`${first && !desk.editing && !desk.drafts.restored ? html`<p class="intro">${words.submission.intro}</p>` : nothing}
    ${renderForm(context)}
    ${
      items.length > 0 && (desk.flow.at === 'problem' || desk.flow.at === 'idea') && !desk.editing
        ? later?.renderSimilar({
            words,
            locale,
            timeZone: this.timeZone,
            headingLevel,
            items,
            onOpen: (item) => this.#onSimilar(item),
          })
        : nothing
    }
    ${
      first && !desk.editing && this.#vocabulary.value
        ? html`<div class="notes">${this.#renderSender(words, false)}
            ${desk.begun && later ? later.renderDraftNote({ words, storage: this.#host.storage(), remembered: desk.drafts.remembered, onRemember: (on) => desk.drafts.remember(on) }) : nothing}
          </div>`
        : nothing
    }`;
  }

  #renderMissing(): TemplateResult {
    this.#status.get();
    return html`<div role="status"><vr-status .state=${'waiting'} .words=${this.localize.words}></vr-status></div>`;
  }

  #renderSender(words: SubmissionMessages, full: boolean): TemplateResult | typeof nothing {
    const { value } = this.#vocabulary;
    if (!value) return nothing;
    const account = this.#account;
    const { port } = account;
    return renderSender(
      {
        words,
        me: account.me,
        anonymous: value.anonymous,
        maySignIn: account.maySignIn,
        failed: this.#desk.signInFailed,
        orgId: this.#desk.flow.form.orgId,
        onSignIn: () => void this.#desk.signIn(),
        onSignOut: port?.signOut ? () => void port.signOut?.() : undefined,
      },
      full,
    );
  }

  #context(words: SubmissionMessages): SubmissionFormContext {
    const desk = this.#desk;
    const { form, errors } = desk.flow;
    return {
      words,
      locale: this.localize.locale,
      form,
      current: () => desk.flow.form,
      errors,
      shown: this.#shown,
      headingLevel: Math.min(6, this.headingLevel + 1),
      vocabulary: this.#vocabulary.value,
      desk,
      host: this.#host,
      orgs: this.#orgs(),
      sender: (full) => this.#renderSender(words, full),
      onError: (error) => focusField(this.renderRoot as ShadowRoot, error),
      onChange: (change) => {
        const before = desk.flow.form;
        desk.change(change);
        for (const [field, text] of Object.entries(change)) {
          const news =
            typeof text === 'string' &&
            field !== 'reach' &&
            field !== 'orgId' &&
            counterNews(field as never, before[field as 'title'], text, words);
          if (news) desk.announce(news);
        }
      },
    };
  }

  /** Opens the reader's own idea in place of the form; `secret` is that of a private link. */
  open(id: string, secret?: string): void {
    this.#desk.follow(id, secret);
  }

  #words(): SubmissionMessages {
    return this.#own.over(this.localize.words, this.address, this.messages);
  }

  #orgs(): ReturnType<typeof orgsToChoose> {
    return orgsToChoose(this.#account.me, this.#vocabulary.value);
  }

  #addressOf(idea: Idea, secret: string | undefined): string | undefined {
    return secret || document.querySelector('vr-idea-board') || !idea.url ? ideaLink(idea.id) : idea.url;
  }

  #onLook(event: MouseEvent, idea: Idea, secret: string | undefined): void {
    const show = this.dispatchEvent(new VrIdeaOpenEvent(idea.id, idea));
    if (!show || secret) event.preventDefault();
    if (show && secret) this.#desk.follow(idea.id, secret);
  }

  #onSimilar({ kind, id }: SimilarItem): boolean {
    return (kind === 'idea' || kind === 'practice') && !this.dispatchEvent(new VrIdeaOpenEvent(id));
  }

  #onAnother(): void {
    if (linkedIdea()?.secret) writeIdeaLink(undefined);
    this.#desk.another();
  }

  readonly #onFocusIn = (event: FocusEvent): void => {
    if ((event.target as Element).matches('input, textarea, select')) this.#desk.begin();
  };

  /** The page's address names an idea and its secret, a private link, or begins a new idea. The first form of a page answers. */
  readonly #onLink = (): void => {
    const first = document.querySelector(this.localName);
    if (first && first !== this) return;
    const [linked, begun] = [linkedIdea(), takeNewIdeaLink()];
    if (linked?.secret) this.#desk.follow(linked.id, linked.secret);
    else if (!begun) return;
    // Who comes by a link has not scrolled here. A board of the page shows the idea itself.
    this.near = true;
    if (begun || !document.querySelector('vr-idea-board')) requestAnimationFrame(() => this.scrollIntoView());
    if (begun) void this.updateComplete.then(() => this.#desk.beginFrom(begun));
  };
}
