import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, PostsPort } from '../../../backend/ports.ts';
import type { PostEditorMessages } from '../../../i18n/de/post-editor.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { postEditorWords } from '../../../i18n/post-editor-words.ts';
import type { AllowsImage } from '../../../internal/image-policy.ts';
import { LazyPart } from '../../../internal/lazy-part.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import { textOf, type FormValues } from '../../../model/form-values.ts';
import { typedPost } from '../../../model/post-form.ts';
import type { Post } from '../../../model/post.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { conflictStyles } from '../../shared/form/form-conflict.styles.ts';
import type { FormSpec } from '../../shared/form/form-fields.ts';
import type { VrForm } from '../../shared/form/vr-form.ts';
import { renderPosts } from './editor-conflict.ts';
import { postForm, type PostFormContext } from './editor-form.ts';
import { renderEdit, renderPictures } from './editor-edit.ts';
import { EditorFlow } from './editor-flow.ts';
import { mayWrite, renderDone, renderLocked } from './editor-parts.ts';
import { renderReview } from './editor-review.ts';
import { EditorSource } from './editor-source.ts';
import { EditorValues, type ValuesOf } from './editor-values.ts';
import { VrPostEditorCloseEvent, VrPostSavedEvent } from './events.ts';
import { ownOrg, type EditorContext } from './form-context.ts';
import { editorStyles } from './vr-post-editor.styles.ts';

/**
 * The form of an experience report or another post: written, looked at, handed in, published, scheduled, given back. It
 * asks for the post as it is stored before anybody types, keeps what is typed as `storage` allows, and lays both versions
 * side by side where somebody else was faster.
 *
 * @summary Writes posts and brings them out.
 * @documentation docs/post-editor.md
 * @status stable
 * @since 0.4
 *
 * @fires {VrPostSavedEvent} vr-post-saved - the post was written, changed or taken a step further
 * @fires {VrPostEditorCloseEvent} vr-post-editor-close - the reader is done with the form
 */
export class VrPostEditor extends StyledElement {
  static override styles = [host, controls, conflictStyles, editorStyles];

  /** Which post is changed; a new one without it. */
  @property({ attribute: false }) postId: string | undefined;
  /** The idea that a new report is of: its trial and practice record fill the form. */
  @property({ attribute: false }) ideaId: string | undefined;
  @property({ attribute: false }) port: PostsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the form's title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  /** Which pictures may be loaded; what was uploaded here stands on the page's own host. */
  @property({ attribute: false }) allowsImage: AllowsImage = () => true;

  @state() private previewing = false;
  /** A draft is to be saved, not brought out. */
  @state() private isDraft = false;
  @state() private signInFailed = false;
  /** Pictures that lack their words are told so. */
  @state() private telling = false;

  readonly #localize = new LocalizeController<PostEditorMessages>(this, postEditorWords);
  readonly #source = new EditorSource(this);
  readonly #preview = new LazyPart(this, () => import('./editor-preview.ts'));
  readonly #form = new EditorValues(this, {
    port: () => this.port,
    limits: () => this.#source.vocabulary.images,
    onInput: () => (this.#flow.said = ''),
  });
  readonly #flow = new EditorFlow(this, this.#source, this.#form, {
    words: () => this.#localize.words,
    timeZone: () => this.timeZone,
    valuesOf: () => this.#valuesOf(),
    onSaved: (id, post) => this.dispatchEvent(new VrPostSavedEvent(id, post)),
    focus: (selector) => this.#focusSoon(selector),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#form.leave();
    this.#flow.leave();
  }

  /** Puts the focus on the title of the form. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.title')?.focus(options);
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { port, postId, ideaId } = this;
    if (!this.isConnected) return;
    if ((changed.has('postId') && postId !== this.#flow.createdId) || changed.has('ideaId')) this.#begin();
    if (port && !this.#flow.done && !this.#isLocked())
      this.#source.use({ port, postId: postId ?? this.#flow.createdId, ideaId });
    this.#flow.fill();
  }

  protected override render(): TemplateResult {
    const { editor } = this.#localize.words;
    const { post } = this.#source;
    const isReviewed = this.#flow.view === 'review' && post?.state !== 'published';
    const title = isReviewed ? editor.reviewTitle : post ? editor.editTitle : editor.newTitle;
    return html`<div class="base">
      <div class="title" role="heading" aria-level=${this.headingLevel} tabindex="-1">${title}</div>
      ${
        this.#flow.done
          ? renderDone(this.#flow.done, this.#context(), {
              onClose: () => this.#close(),
              onAnother: () => this.#another(),
            })
          : this.#renderWork()
      }
    </div>`;
  }

  #renderWork(): TemplateResult {
    const { words } = this.#localize;
    const { editor } = words;
    const { state: stands, error, post, deeds } = this.#source;
    const { port } = this;
    if (this.#isLocked()) return renderLocked(this.account, this.me, words, this.signInFailed, () => this.#signIn());
    if (port && !port.create && !port.update) return html`<p>${editor.unsupported}</p>`;
    if (stands === 'failed')
      return html`<vr-status .state=${'failed'} .error=${error} .words=${words} @vr-status-retry=${() => this.#source.load()}></vr-status>`;
    if (!port || stands !== 'ready') return html`<p role="status">${editor.loading}</p>`;
    if (this.#flow.view === 'review' && post) return this.#renderReview(port, post);
    if (!mayWrite(port, this.#source)) return html`<p>${editor.notAllowed}</p>`;
    if (this.#flow.conflict) {
      return renderPosts(this.#flow.conflict, this.#formContext(), {
        busy: deeds.isBusy('save'),
        headingLevel: this.#level(1),
        onChange: (conflict) => this.#flow.weigh(conflict),
        onSave: (conflict) => this.#save(this.#flow.resume(conflict)),
        onBack: (conflict) => void this.#flow.resume(conflict),
      });
    }
    return this.#renderForm();
  }

  #renderForm(): TemplateResult {
    const context = this.#formContext();
    const spec = postForm(context);
    return renderEdit({
      ...context,
      source: this.#source,
      form: this.#form,
      headingLevel: this.#level(1),
      said: this.#flow.said,
      preview: this.previewing ? this.#renderPreview() : undefined,
      check: (values) => this.#check(spec, values),
      onSave: (values) => this.#save(values),
      onCancel: () => this.#close(),
      onDiscard: () => this.#form.discard(this.#valuesOf()),
      onPreview: (open) => (this.previewing = open),
    });
  }

  #renderReview(port: PostsPort, post: Post): TemplateResult {
    return renderReview({
      ...this.#context(),
      source: this.#source,
      post,
      values: this.#form.values,
      headingLevel: this.#level(1),
      said: this.#flow.said,
      open: this.#flow.open,
      mayEdit: mayWrite(port, this.#source),
      canStep: port.step !== undefined,
      canRemove: port.remove !== undefined,
      preview: this.#renderPreview(),
      onStep: (step) => this.#flow.choose(step),
      onEdit: () => this.#flow.show('form'),
      actions: {
        source: this.#source,
        draft: this.#flow.open && this.#form.drafts.of(this.#flow.open),
        now: Date.now(),
        headingLevel: this.#level(2),
        onInput: (values) => this.#flow.open && this.#form.drafts.keep(this.#flow.open, values),
        onSend: (values) => void this.#flow.take(this.#flow.open, values),
        onCancel: () => (this.#flow.open ? this.#flow.ask(undefined) : this.#close()),
      },
    });
  }

  #renderPreview(): TemplateResult | undefined {
    const { editor } = this.#localize.words;
    if (textOf(this.#form.values, 'title') === '') return html`<p class="quiet">${editor.previewMissing}</p>`;
    const { vocabulary, post } = this.#source;
    const { topics, orgs } = vocabulary;
    const author = this.me?.person;
    return this.#preview.get()?.renderPreview({
      post: typedPost(this.#form.values, post, { topics, orgs, ...(author && { author }) }),
      locale: this.locale,
      timeZone: this.timeZone,
      headingLevel: this.#level(2),
      allowsImage: this.allowsImage,
    });
  }

  #renderSaveDraft(): TemplateResult {
    return html`<button type="button" class="button" @click=${() => this.#saveDraft()}>
      ${this.#localize.words.editor.saveDraft}
    </button>`;
  }

  #level(deeper: number): number {
    return Math.min(6, this.headingLevel + deeper);
  }

  #isLocked(): boolean {
    return this.me?.anonymous === true;
  }

  #context(): EditorContext {
    const { locale, timeZone } = this;
    const { post, vocabulary } = this.#source;
    return { words: this.#localize.words, locale, timeZone, post, vocabulary };
  }

  #formContext(): PostFormContext {
    const { isDraft, telling, allowsImage } = this;
    const context = this.#context();
    const stands = context.post?.state ?? 'draft';
    const isOwn = stands === 'draft' || stands === 'returned';
    const takesPictures = this.port?.attach !== undefined && context.vocabulary.images.files > 0;
    return {
      ...context,
      isDraft,
      pictures: takesPictures ? renderPictures({ ...context, form: this.#form, allowsImage, telling }) : undefined,
      ...(isOwn && { more: this.#renderSaveDraft() }),
    };
  }

  #valuesOf(): ValuesOf {
    const { me, storage, ideaId } = this;
    const { post, prefill, vocabulary } = this.#source;
    const own = ownOrg(vocabulary, me);
    const frame = { ...(own && { orgId: own.id }) };
    // Nothing is filled before there is a port.
    return { port: this.port ?? ({} as PostsPort), post, prefill, ideaId, frame, user: me?.person?.id, storage };
  }

  #begin(): void {
    this.#flow.begin();
    this.telling = false;
  }

  #another(): void {
    this.#begin();
    this.postId = this.ideaId = undefined;
    this.requestUpdate();
    this.#focusSoon('.title');
  }

  /** What is missing at a picture is told there, too. */
  #check(spec: FormSpec, values: FormValues): Readonly<Record<string, string>> {
    const faults = spec.check?.(this.#form.whole(values)) ?? {};
    if (faults['images']) queueMicrotask(() => (this.telling = true));
    return faults;
  }

  #saveDraft(): void {
    this.isDraft = true;
    // The form checks what a draft needs, once it has heard that it is one.
    void this.updateComplete.then(async () => {
      const form = this.renderRoot.querySelector<VrForm>('vr-form');
      await form?.updateComplete;
      form?.submit();
      this.isDraft = false;
    });
  }

  #save(values: FormValues): void {
    this.telling = false;
    void this.#flow.save(values, this.isDraft);
  }

  #signIn(): void {
    this.signInFailed = false;
    this.#form.drafts.handOver();
    this.account?.signIn?.().catch(() => (this.signInFailed = true));
  }

  readonly #close = (): boolean => this.dispatchEvent(new VrPostEditorCloseEvent());

  #focusSoon(selector: string): void {
    void this.updateComplete.then(async () => {
      const target = this.renderRoot.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>(selector);
      await target?.updateComplete;
      target?.focus();
    });
  }
}
