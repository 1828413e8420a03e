import type { CreatedIdea } from '../../backend/ports.ts';
import type { NewIdeaLink } from '../../internal/new-idea-link.ts';
import { warnOnLeaving } from '../../internal/leave-warning.ts';
import { formOfIdea, ideaInputOf, similarQueryOf, type IdeaForm, type IdeaFormError } from '../../model/idea-form.ts';
import type { Idea } from '../../model/idea.ts';
import type { AttachmentList } from './attachment-list.ts';
import { AudienceLookup } from './audience-lookup.ts';
import type { DeskHost } from './desk-host.ts';
import type { FollowUp } from './follow-up.ts';
import { FormDrafts } from './form-drafts.ts';
import type { SendOrder } from './send-idea.ts';
import type { SimilarSearch } from './similar-search.ts';
import { SubmissionPost } from './submission-post.ts';
import type { FormDraft } from './draft-keeper.ts';
import { SubmissionFlow } from './submission-flow.ts';
import { SubmissionOrigin } from './submission-origin.ts';

/** Everything that happens with a form, from the first key to the answer of the server: without its looks. */
export class SubmissionDesk {
  readonly flow: SubmissionFlow;
  readonly audience: AudienceLookup;
  readonly drafts: FormDrafts;
  readonly post: SubmissionPost;
  readonly origin: SubmissionOrigin;
  files: AttachmentList | undefined;
  similar: SimilarSearch | undefined;
  followUp: FollowUp | undefined;
  /** The idea that is followed is in the form, to be changed. */
  editing = false;
  /** Files go before the idea. */
  uploading = false;
  done: CreatedIdea | undefined;
  copied: '' | 'copied' | 'failed' = '';
  signInFailed = false;
  /** Of the field that people do not see. */
  website = '';
  announcement = '';
  /** Somebody has begun to use the form. */
  begun = false;

  readonly #host: DeskHost;
  /** Files that come to their list as soon as that is there. */
  #awaited: Idea['attachments'] = [];
  #linked: { readonly id: string; readonly secret?: string } | undefined;
  #stash: IdeaForm | undefined;

  constructor(host: DeskHost) {
    this.#host = host;
    const { onChange } = host;
    this.flow = new SubmissionFlow({ shown: host.shown, fileErrors: () => this.files?.errors ?? [], onChange });
    this.audience = new AudienceLookup(host.ideas, onChange);
    this.drafts = new FormDrafts(host, {
      take: (draft, replace) => this.#take(draft, replace),
      give: () => this.#draft(),
    });
    this.origin = new SubmissionOrigin(host, this);
    this.post = new SubmissionPost(host, {
      // A change may need a secret, which is kept nowhere: it waits in memory only.
      storage: () => (this.editing ? 'none' : this.drafts.kind),
      scope: () => this.drafts.scope ?? 'page',
      secret: () => this.followUp?.secret,
      onSent: (result, order) => this.#finish(result, order),
      onErrors: (errors) => this.#tell(errors),
      onUnderWay: () => this.#show(),
    });
  }

  /** It is on its way, or waits to be. */
  get sending(): boolean {
    return this.uploading || this.post.entry !== undefined;
  }

  /** Brings everything in step with what the widget knows by now. */
  update(): void {
    const { later, last, following, account, ideas } = this.#host;
    if (this.begun) last.get();
    const parts = this.begun || this.flow.at !== this.flow.steps[0] ? later.get() : undefined;
    if (parts) {
      this.files ??= new parts.AttachmentList({
        port: ideas,
        limits: () => this.#host.vocabulary()?.attachments,
        secret: () => this.followUp?.secret,
        onChange: () => this.#onFiles(),
      });
      if (this.#awaited.length > 0) {
        this.files.restore(this.#awaited);
        this.#awaited = [];
      }
      this.similar ??= new parts.SimilarSearch({ ...this.#host, onChange: () => this.#onSimilar() });
      const { at, form } = this.flow;
      const writing = (at === 'problem' || at === 'idea') && !this.editing;
      this.similar.look(writing ? similarQueryOf(form) : undefined);
    }
    const mayHaveDraft = this.begun || this.#host.storage() !== 'none' || account.signedIn;
    if (mayHaveDraft && !this.done) this.drafts.open();
    this.post.resume();
    const linked = this.#linked;
    if (linked && ideas()) {
      const parts = following.get();
      if (!parts) return;
      this.#linked = undefined;
      this.followUp?.dispose();
      this.followUp = new parts.FollowUp({
        ...linked,
        secret: linked.secret,
        port: ideas,
        onChange: this.#host.onChange,
      });
      void this.followUp.load();
    }
  }

  begin(): void {
    if (this.begun) return;
    this.begun = true;
    this.#host.onChange();
  }

  change(change: Partial<IdeaForm>): void {
    this.begin();
    this.drafts.restored = '';
    this.flow.change(change);
    this.drafts.save();
  }

  /** Follows an idea, with the secret of its private link where there is one. */
  follow(id: string, secret?: string): void {
    if (this.followUp?.id === id && this.followUp.secret === secret) return;
    this.#linked = { id, ...(secret && { secret }) };
    this.#leaveForm();
    this.#host.onChange();
  }

  /** Begins an idea from what a link brings. */
  beginFrom(link: NewIdeaLink): void {
    this.begin();
    if (this.done || this.followUp || this.#linked) this.another();
    this.origin.begin(link);
  }

  /** Puts the followed idea into the form. */
  edit(): void {
    const idea = this.followUp?.idea;
    if (!idea) return;
    this.begin();
    this.#stash ??= this.flow.form;
    this.editing = true;
    this.flow.reset(formOfIdea(idea));
    this.#awaited = idea.attachments;
    this.#host.onFocus('heading');
  }

  /** Begins a new idea; what was being written before is there again. */
  another(): void {
    this.#leaveForm();
    this.followUp?.dispose();
    this.followUp = this.done = this.#linked = undefined;
    this.copied = '';
    warnOnLeaving(this, false);
    this.#host.onFocus('heading');
  }

  async submit(): Promise<void> {
    const { flow } = this;
    if (this.sending) return;
    if (!flow.checkAll()) {
      this.#host.onFocus('summary');
      return;
    }
    const { account } = this.#host;
    const maySubmit = account.signedIn || this.editing || this.#host.vocabulary()?.anonymous !== false;
    if (!maySubmit && account.maySignIn && !(await this.signIn())) return;
    if (!(await this.#uploadAll())) return;
    const { id, etag, stage } = this.followUp?.idea ?? {};
    const change = this.editing && id ? { id, etag, resubmit: stage === 'returned' } : undefined;
    this.post.send({
      input: ideaInputOf(flow.form, {
        shown: this.#host.shown(),
        lang: this.#host.words().lang,
        eventId: this.#host.eventId(),
        change: change !== undefined,
        ...(this.files && { attachmentIds: this.files.ids }),
      }),
      website: this.website,
      filledIn: flow.startedAt === undefined ? 0 : Date.now() - flow.startedAt,
      ...(change && { change }),
    });
  }

  resend(): void {
    this.files?.sendAll();
    this.post.retry();
  }

  /** Back to the form, where it is certain that nothing has arrived. */
  withdraw(): void {
    if (this.uploading) this.uploading = false;
    else if (!this.post.withdraw()) return;
    this.#host.onFocus('heading');
  }

  /** Somebody was faster: takes what is there now, or goes over it. */
  async reload(replace: boolean): Promise<void> {
    this.post.forget();
    await this.followUp?.load();
    if (replace) this.edit();
    else await this.submit();
  }

  /** Lets the reader sign in; what was written stays, also where the page is left for it. */
  async signIn(): Promise<boolean> {
    const { account, onChange } = this.#host;
    this.signInFailed = false;
    this.drafts.handOver();
    const ok = (await account.port?.signIn?.().catch(() => false)) ?? false;
    if (ok) this.post.retry();
    // Where the page is being left nothing has failed.
    else setTimeout(() => this.#tellSignIn(), 2000);
    onChange();
    return ok;
  }

  discard(): void {
    this.drafts.erase();
    this.files?.clear();
    this.flow.reset();
    this.announce(this.#host.words().submission.draft.discarded);
    this.#host.onFocus('heading');
  }

  adopt(): void {
    this.drafts.adopt();
    this.#host.onFocus('heading');
  }

  clearFiles(): void {
    this.files?.clear();
  }

  announce(text: string): void {
    this.announcement = text;
    this.#host.onChange();
  }

  onCopied(done: boolean): void {
    this.copied = done ? 'copied' : 'failed';
    warnOnLeaving(this, !done);
    this.#host.onChange();
  }

  /** The widget leaves the page. */
  dispose(): void {
    this.similar?.stop();
    this.drafts.dispose();
    this.post.dispose();
    this.followUp?.dispose();
    warnOnLeaving(this, false);
  }

  /** Takes the followed idea out of the form. */
  #leaveForm(): void {
    if (!this.editing) return;
    this.post.forget();
    this.editing = false;
    this.files?.clear();
    this.flow.reset(this.#stash);
    this.#stash = undefined;
  }

  #tellSignIn(): void {
    this.signInFailed = !this.#host.account.signedIn;
    this.#host.onChange();
  }

  async #uploadAll(): Promise<boolean> {
    const { files } = this;
    if (!files || files.complete) return true;
    this.uploading = true;
    files.sendAll();
    this.#host.onChange();
    const complete = await files.finished();
    // The person went back to the form meanwhile.
    if (!this.uploading) return false;
    this.uploading = false;
    if (!complete) this.#tell(files.errors);
    return complete;
  }

  #tell(errors: readonly IdeaFormError[]): void {
    this.flow.tell(errors);
    this.#host.onFocus('summary');
  }

  #onFiles(): void {
    if (this.flow.errors.some(({ field }) => field === 'attachments')) this.flow.change({});
    this.drafts.save();
    this.#host.onChange();
  }

  #onSimilar(): void {
    const { items = [] } = this.similar ?? {};
    this.announce(items.length > 0 ? this.#host.words().submission.similar.found(items.length) : '');
  }

  /** What is to be kept; the change of an idea that is there has its own place: the server. */
  #draft(): FormDraft | undefined {
    if (this.editing || this.flow.isEmpty) return undefined;
    const attachments = this.files?.items.flatMap(({ attachment }) => (attachment ? [attachment] : [])) ?? [];
    return { form: this.flow.form, attachments };
  }

  /** Goes on with a draft; false where something else is being written. */
  #take({ form, attachments }: FormDraft, replace = false): boolean {
    const { flow } = this;
    if (this.editing || (!replace && !flow.isEmpty && !flow.isGiven)) return false;
    this.origin.yieldTo(form);
    this.begun = true;
    this.flow.reset(form);
    this.#awaited = attachments;
    return true;
  }

  /** An order from before a reload: its form is shown as it was sent. */
  #show(): void {
    if (this.editing || this.flow.at === 'preview') return;
    this.begun = true;
    this.flow.go('preview');
  }

  #finish(result: CreatedIdea, { change }: SendOrder): void {
    if (change && this.followUp) {
      this.followUp.idea = result.idea;
      this.followUp.news = change.resubmit ? 'sent' : 'saved';
      this.#leaveForm();
    } else {
      this.done = result;
      this.drafts.erase();
      this.files?.clear();
      this.flow.reset();
      this.website = '';
      // Who leaves without the link has lost it.
      warnOnLeaving(this, result.secret !== undefined);
      this.#host.onSubmitted(result.idea);
    }
    this.#host.onFocus('heading');
  }
}
