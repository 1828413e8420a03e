import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, IdeasPort, PostsPort } from '../../../backend/ports.ts';
import { ideaPageWords } from '../../../i18n/idea-page-words.ts';
import type { IdeaPageMessages } from '../../../i18n/de/idea-page.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { LazyPart } from '../../../internal/lazy-part.ts';
import { PrintController } from '../../../internal/print-controller.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { Idea } from '../../../model/idea.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { VrIdeaOpenEvent } from '../../shared/idea-events.ts';
import { FormDrafts } from '../../shared/form/form-drafts.ts';
import { stageStyles } from '../../shared/idea-stage.ts';
import { VrIdeaChangedEvent, VrIdeaCloseEvent } from './events.ts';
import { IdeaPageController } from './idea-page-controller.ts';
import { renderActions } from './page-actions.ts';
import { renderAnswer } from './page-answer.ts';
import { renderConflict } from './page-conflict.ts';
import { formKey, type OpenForm, type PageContext } from './page-context.ts';
import type { FormKeeper } from './page-forms.ts';
import { renderHead } from './page-head.ts';
import { renderHelp } from './page-help.ts';
import { renderHistory } from './page-history.ts';
import { mayDo } from './page-parts.ts';
import { renderPending } from './page-pending.ts';
import { renderSteps } from './page-steps.ts';
import { renderStory } from './page-story.ts';
import { renderSupport } from './page-support.ts';
import { renderTeam } from './page-team.ts';
import { pageStyles } from './vr-idea-page.styles.ts';
import { talkStyles } from './vr-idea-page.talk.styles.ts';
import { trialStyles } from './vr-idea-page.trial.styles.ts';
import { WidenPreview } from './widen-preview.ts';

/**
 * Everything about one idea, and everything its readers can do with it: support, help, talk, and take it a step further.
 * It asks the port itself for what belongs to the idea; only what `can[]` names and the source is able to do is offered.
 *
 * @summary The page of one idea inside the board.
 * @status stable
 * @since 0.2
 *
 * @fires {VrIdeaChangedEvent} vr-idea-changed - the idea is another one now
 * @fires {VrIdeaCloseEvent} vr-idea-close - there is no such idea, and the reader wants the list back
 * @fires {VrIdeaOpenEvent} vr-idea-open - the reader wants to see another idea
 */
export class VrIdeaPage extends StyledElement {
  static override styles = [host, controls, stageStyles, pageStyles, talkStyles, trialStyles];

  /** What is known of the idea so far; the whole of it is asked for. */
  @property({ attribute: false }) idea: Idea | undefined;
  @property({ attribute: false }) port: IdeasPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** Level of the idea's title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  /** Of a private link: its holder acts as the anonymous author. */
  @property({ attribute: false }) secret: string | undefined;
  /** Where the reports of experience stand. */
  @property({ attribute: false }) posts: PostsPort | undefined;
  /** Address of the page that shows them; default: this page, when it does. */
  @property({ attribute: false }) feedUrl: string | undefined;

  @state() private open: OpenForm | undefined;
  @state() private wholeHistory = false;
  @state() private copied: 'no' | 'yes' | 'by-hand' = 'no';

  readonly #localize = new LocalizeController<IdeaPageMessages>(this, ideaPageWords);
  readonly #page = new IdeaPageController(this);
  readonly #print = new PrintController(this);
  readonly #drafts = new FormDrafts();
  readonly #widen = new WidenPreview(this);
  readonly #forms = new LazyPart(this, () => import('./page-forms.ts'));
  readonly #talk = new LazyPart(this, () => import('./page-comments.ts'));
  readonly #trial = new LazyPart(this, () => import('./page-trial.ts'));
  readonly #practice = new LazyPart(this, () => import('./page-practice.ts'));
  readonly #reports = new LazyPart(this, () => import('./page-reports.ts'));
  /** Where the focus goes when a form has come, or has gone. */
  #focus: { readonly form: string } | { readonly opener: string } | undefined;
  #round = 0;
  #shownId: string | undefined;

  /** Words of the moment. */
  get said(): IdeaPageMessages {
    return this.#localize.words;
  }

  /** Tells the list around that the idea is another one now. */
  ideaChanged(idea: Idea): void {
    this.dispatchEvent(new VrIdeaChangedEvent(idea));
  }

  /** Puts the focus on the idea's title. */
  override focus(options?: FocusOptions): void {
    const title = this.renderRoot.querySelector<HTMLElement>('#idea-title');
    if (title) title.focus(options);
    else super.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drafts.leave();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    if (this.idea?.id === this.#shownId) return;
    this.#shownId = this.idea?.id;
    this.open = undefined;
    this.wholeHistory = false;
    this.copied = 'no';
  }

  protected override updated(): void {
    // Once what is drawn is settled: a draft that is found is drawn in a round of its own.
    queueMicrotask(() => this.#findDrafts());
    this.#moveFocus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { idea, error, state: stands } = this.#page;
    const words = this.said;
    if (!idea) return nothing;
    if (stands === 'failed' && (error?.kind === 'missing' || error?.kind === 'denied')) return this.#renderGone();
    const context = this.#context(idea);
    return html`<article aria-labelledby="idea-title" aria-busy=${stands === 'loading'}>
      ${renderHead(context, this.headingLevel)} ${this.#renderFailed()}
      <div class="notice-line" role="status">${this.#renderNotice()}</div>
      ${renderConflict(context)} ${renderPending(context)} ${renderSteps(context)}
      <div class="columns">
        <div class="main">
          ${renderStory(context)} ${renderAnswer(context)}
          ${idea.trial || idea.pastTrials?.length ? this.#trial.get()?.renderTrial(context) : nothing}
          ${this.#renderPractice(context)}
          ${tellsOfTrial(idea) && this.posts ? this.#reports.get()?.renderReports(context, { host: this, posts: this.posts, feedUrl: this.feedUrl }) : nothing}
        </div>
        <div class="side">
          ${renderSupport(context, () => this.#drafts.handOver())} ${renderHelp(context)} ${renderTeam(context)}
          ${renderActions(context, {
            copied: this.copied,
            onCopied: (how) => (this.copied = how),
            secret: this.secret,
          })}
          ${renderHistory(context, this.wholeHistory || this.#print.printing, () => (this.wholeHistory = true))}
        </div>
        <div class="talk-column">
          ${this.port?.comments ? this.#talk.get()?.renderComments(context, this.#keeper(), this.#round) : nothing}
        </div>
      </div>
      <p class="visually-hidden" role="status">${stands === 'loading' && !idea.body ? words.page.loading : nothing}</p>
    </article>`;
  }

  #renderPractice(context: PageContext): unknown {
    const { idea } = context;
    const { adaptedFrom, adaptations, merged, related } = idea.links ?? {};
    const wanted =
      idea.practice ?? idea.adoption ?? adaptedFrom ?? adaptations?.length ?? merged?.length ?? related?.length;
    if (!wanted && !context.may('take-over')) return nothing;
    const part = this.#practice.get();
    return part ? html`${part.renderPractice(context)} ${part.renderKin(context)}` : nothing;
  }

  #renderGone(): TemplateResult {
    return html`<div class="panel" role="status">
      <p>${this.said.page.gone}</p>
      <div class="row">
        <button type="button" class="button" @click=${() => this.dispatchEvent(new VrIdeaCloseEvent())}>
          ${this.said.page.close}
        </button>
      </div>
    </div>`;
  }

  #renderNotice(): TemplateResult | typeof nothing {
    const { notice } = this.#page;
    return notice ? html`<p class="notice" data-tone=${notice.tone}>${notice.text}</p>` : nothing;
  }

  /** What is shown may be old: says so, with another try. */
  #renderFailed(): TemplateResult | typeof nothing {
    const { error, state: stands } = this.#page;
    if (stands !== 'failed' || !error) return nothing;
    return html`<div class="note" role="status">
      <p>${this.said.failure[error.kind]}</p>
      <button type="button" class="button small" @click=${() => this.#page.reload()}>
        ${this.said.common.retry}
      </button>
    </div>`;
  }

  #context(idea: Idea): PageContext {
    const { port, account, me, timeZone } = this;
    const context: PageContext = {
      idea,
      page: this.#page,
      port,
      account,
      me,
      words: this.said,
      locale: this.#localize.locale,
      timeZone,
      level: Math.min(6, this.headingLevel + 1),
      today: plainDateAt(timeZone, Date.now()),
      may: (action) => mayDo(idea, port, action),
      open: this.open,
      toggle: (form) => this.#toggle(form),
      form: (form) => {
        if (!this.open || formKey(this.open) !== formKey(form)) return nothing;
        return this.#forms.get()?.renderForm(this.open, context, this.#keeper()) ?? nothing;
      },
      goTo: (id) => this.dispatchEvent(new VrIdeaOpenEvent(id)),
    };
    return context;
  }

  #keeper(): FormKeeper {
    return {
      widen: this.#widen,
      draftOf: (key) => this.#drafts.of(key),
      keep: (key, values) => this.#drafts.keep(key, values),
      close: (key) => {
        this.#drafts.drop(key);
        this.#page.setConflict(undefined);
        this.#page.forget(key);
        this.#round++;
        if (this.open && formKey(this.open) === key) this.#toggle(undefined);
        this.requestUpdate();
      },
    };
  }

  /** What was typed before comes back: from this tab, or from the device where storage allows it. */
  #findDrafts(): void {
    const { idea, port, me, storage } = this;
    if (!idea || !port || !this.isConnected) return;
    const found = this.#drafts.use({ port, form: `idea-page/${idea.id}`, user: me?.person?.id, storage });
    if (!found) return;
    this.#round++;
    if (this.#drafts.of('comment')) this.#page.say(this.said.form.restored);
    this.requestUpdate();
  }

  #toggle(form: OpenForm | undefined): void {
    const before = this.open;
    this.open = form;
    if (form) {
      this.#focus = { form: formKey(form) };
      const needsPeople = form.name === 'step' && (form.to === 'teaming' || form.to === 'documented');
      if (needsPeople && this.#page.parts.people.state !== 'ready') void this.#page.load('people');
    } else if (before) {
      this.#page.forget(formKey(before));
      this.#focus = { opener: formKey(before) };
    }
  }

  /** Into the form that was opened, once it is there; back to the button that opened it, or to what is said of it. */
  #moveFocus(): void {
    const wanted = this.#focus;
    if (!wanted) return;
    if ('form' in wanted) {
      const box = this.renderRoot.querySelector(`[data-form="${wanted.form}"]`);
      if (!box) return;
      this.#focus = undefined;
      const form = box.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>(
        'vr-form, vr-idea-step, vr-comment-editor, button',
      );
      void Promise.resolve(form?.updateComplete).then(() => form?.focus());
      return;
    }
    this.#focus = undefined;
    const opener = this.renderRoot.querySelector<HTMLElement>(`[data-opens="${wanted.opener}"]`);
    if (opener) opener.focus();
    else this.focus();
  }
}

/** It was tried, so there is something to report of. */
const tellsOfTrial = ({ stage }: Idea): boolean =>
  ['trying', 'evaluated', 'adopted', 'documented', 'transfer'].includes(stage);
