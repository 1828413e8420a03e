import type { CreatedIdea, EventsPort, IdeasPort, IdeaVocabulary, PeersPort } from '../../backend/ports.ts';
import type { SubmissionMessages } from '../../i18n/de/idea-submission.ts';
import type { AccountController } from '../../internal/account-controller.ts';
import type { StorageKind } from '../../internal/device-store.ts';
import { draftScope } from '../../internal/draft-scope.ts';
import { warnOnLeaving } from '../../internal/leave-warning.ts';
import type { LazyPart } from '../../internal/lazy-part.ts';
import {
  formOfIdea,
  ideaInputOf,
  similarQueryOf,
  type IdeaForm,
  type IdeaFormError,
  type IdeaFormField,
} from '../../model/idea-form.ts';
import type { Idea } from '../../model/idea.ts';
import type { AttachmentList } from './attachment-list.ts';
import { AudienceLookup } from './audience-lookup.ts';
import type * as Keeping from './draft-keeper.ts';
import type * as Following from './follow-up-parts.ts';
import type { FollowUp } from './follow-up.ts';
import type * as Last from './last-parts.ts';
import type * as Later from './later-parts.ts';
import type { IdeaSender, SendEntry } from './send-idea.ts';
import type { SimilarSearch } from './similar-search.ts';
import { SubmissionFlow } from './submission-flow.ts';

/** What the desk asks of its widget. */
export interface DeskHost {
  readonly later: LazyPart<typeof Later>;
  readonly last: LazyPart<typeof Last>;
  readonly following: LazyPart<typeof Following>;
  readonly keeping: LazyPart<typeof Keeping>;
  readonly account: AccountController;
  readonly ideas: () => IdeasPort | undefined;
  readonly events: () => EventsPort | undefined;
  readonly peers: () => PeersPort | undefined;
  readonly vocabulary: () => IdeaVocabulary | undefined;
  readonly shown: () => ReadonlySet<IdeaFormField>;
  readonly words: () => SubmissionMessages;
  readonly today: () => string;
  readonly storage: () => StorageKind;
  /** What tells this form's source from others. */
  readonly endpoint: () => string;
  readonly eventId: () => string;
  readonly onChange: () => void;
  /** The reader shall be led to what is new. */
  readonly onFocus: (to: 'heading' | 'summary') => void;
  readonly onSubmitted: (idea: Idea) => void;
}

/** Everything that happens with a form, from the first key to the answer of the server: without its looks. */
export class SubmissionDesk {
  readonly flow: SubmissionFlow;
  readonly audience: AudienceLookup;
  files: AttachmentList | undefined;
  similar: SimilarSearch | undefined;
  drafts: Keeping.DraftKeeper | undefined;
  followUp: FollowUp | undefined;
  /** The idea that is followed is in the form, to be changed. */
  editing = false;
  entry: SendEntry | undefined;
  /** Files go before the idea. */
  uploading = false;
  done: CreatedIdea | undefined;
  copied: '' | 'copied' | 'failed' = '';
  restored: '' | 'draft' | 'sign-in' = '';
  signInFailed = false;
  /** Of the field that people do not see. */
  website = '';
  announcement = '';
  /** Somebody has begun to use the form. */
  begun = false;

  readonly #host: DeskHost;
  #sender: IdeaSender | undefined;
  #resumed = false;
  #linked: { readonly id: string; readonly secret?: string } | undefined;
  #stash: IdeaForm | undefined;

  constructor(host: DeskHost) {
    this.#host = host;
    const { onChange } = host;
    this.flow = new SubmissionFlow({ shown: host.shown, fileErrors: () => this.files?.errors ?? [], onChange });
    this.audience = new AudienceLookup(host.ideas, onChange);
  }

  /** It is on its way, or waits to be. */
  get sending(): boolean {
    return this.uploading || this.entry !== undefined;
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
      this.similar ??= new parts.SimilarSearch({ ...this.#host, onChange: () => this.#onSimilar() });
      const { at, form } = this.flow;
      const writing = (at === 'problem' || at === 'idea') && !this.editing;
      this.similar.look(writing ? similarQueryOf(form) : undefined);
    }
    if (this.begun || this.#host.storage() !== 'none' || account.signedIn) this.#openDraft();
    this.#resume();
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
    this.restored = '';
    this.flow.change(change);
    this.#save();
  }

  /** Follows an idea, with the secret of its private link where there is one. */
  follow(id: string, secret?: string): void {
    if (this.followUp?.id === id && this.followUp.secret === secret) return;
    this.#linked = { id, ...(secret && { secret }) };
    this.#leaveForm();
    this.#host.onChange();
  }

  /** Puts the followed idea into the form. */
  edit(): void {
    const idea = this.followUp?.idea;
    if (!idea) return;
    this.begin();
    this.#stash ??= this.flow.form;
    this.editing = true;
    this.flow.reset(formOfIdea(idea));
    this.files?.restore(idea.attachments);
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
    this.#senderNow()?.send({
      input: ideaInputOf(flow.form, {
        shown: this.#host.shown(),
        lang: this.#host.words().lang,
        eventId: this.#host.eventId(),
        change: change !== undefined,
        ...(this.files && { attachmentIds: this.files.ids }),
      }),
      website: this.website,
      filledIn: flow.startedAt === undefined ? 0 : Date.now() - flow.startedAt,
      signedIn: account.signedIn,
      ...(change && { change }),
    });
  }

  resend(): void {
    this.files?.sendAll();
    this.#sender?.retry();
  }

  /** Back to the form, where it is certain that nothing has arrived. */
  withdraw(): void {
    if (this.uploading) this.uploading = false;
    else if (this.#sender?.withdraw() === false) return;
    this.entry = undefined;
    this.#host.onFocus('heading');
  }

  get mayWithdraw(): boolean {
    const { entry } = this;
    return !entry || (!entry.doubtful && entry.state !== 'sending') || entry.state === 'refused';
  }

  /** Somebody was faster: takes what is there now, or goes over it. */
  async reload(replace: boolean): Promise<void> {
    this.#sender?.forget();
    this.entry = undefined;
    await this.followUp?.load();
    if (replace) this.edit();
    else await this.submit();
  }

  /** Lets the reader sign in; what was written stays, also where the page is left for it. */
  async signIn(): Promise<boolean> {
    const { account, onChange } = this.#host;
    this.signInFailed = false;
    this.#save();
    this.drafts?.handOver();
    const ok = (await account.port?.signIn?.().catch(() => false)) ?? false;
    if (ok) this.#sender?.retry();
    // Where the page is being left nothing has failed.
    else setTimeout(() => this.#tellSignIn(), 2000);
    onChange();
    return ok;
  }

  discard(): void {
    this.restored = '';
    this.drafts?.erase();
    this.files?.clear();
    this.flow.reset();
    this.announce(this.#host.words().submission.draft.discarded);
    this.#host.onFocus('heading');
  }

  adopt(): void {
    const draft = this.drafts?.adopt();
    if (!draft) return;
    this.flow.reset(draft.form);
    this.files?.restore(draft.attachments);
    this.#host.onFocus('heading');
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
    this.drafts?.dispose();
    this.#sender?.dispose();
    this.followUp?.dispose();
    this.drafts = this.#sender = undefined;
    this.#resumed = false;
    warnOnLeaving(this, false);
  }

  /** Takes the followed idea out of the form. */
  #leaveForm(): void {
    if (!this.editing) return;
    this.editing = false;
    this.entry = undefined;
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
    this.#save();
    this.#host.onChange();
  }

  #onSimilar(): void {
    const { items = [] } = this.similar ?? {};
    this.announce(items.length > 0 ? this.#host.words().submission.similar.found(items.length) : '');
  }

  #save(): void {
    // The change of an idea that is there has its own place: the server.
    if (this.editing || this.flow.isEmpty) return;
    const attachments = this.files?.items.flatMap(({ attachment }) => (attachment ? [attachment] : [])) ?? [];
    this.drafts?.save({ form: this.flow.form, attachments });
  }

  #scope(): string | undefined {
    const { account, endpoint } = this.#host;
    if (account.port && !account.me) return undefined;
    return draftScope({ endpoint: endpoint(), user: account.me?.person?.id, form: 'idea-submission' });
  }

  #openDraft(): void {
    const scope = this.#scope();
    if (!scope || this.drafts?.scope === scope || this.done) return;
    const parts = this.#host.keeping.get();
    if (!parts) return;
    const { storage, account, onChange } = this.#host;
    this.drafts?.dispose();
    this.drafts = new parts.DraftKeeper({ storage: storage(), scope, onChange });
    const kept = this.drafts.open();
    if (kept && this.flow.isEmpty && !this.editing) {
      this.begun = true;
      this.flow.reset(kept.form);
      // Files come to their list as soon as that is there.
      if (kept.attachments.length > 0) this.#restoreFiles(kept.attachments);
      this.restored = account.signedIn && storage() === 'none' ? 'sign-in' : 'draft';
    } else this.#save();
  }

  #restoreFiles(attachments: Idea['attachments']): void {
    this.update();
    if (this.files) this.files.restore(attachments);
    else setTimeout(() => this.#restoreFiles(attachments), 100);
  }

  /** What a reload interrupted goes on. */
  #resume(): void {
    if (this.#resumed || !this.drafts || this.drafts.kind === 'none' || !this.#host.ideas()) return;
    if (!this.#host.last.get()) return;
    this.#resumed = true;
    this.#senderNow()?.resume();
  }

  #senderNow(): IdeaSender | undefined {
    const parts = this.#host.last.get();
    if (!parts) return undefined;
    // A change may need a secret, which is kept nowhere: it waits in memory only.
    const storage = this.editing ? 'none' : (this.drafts?.kind ?? 'none');
    if (this.#sender?.storage !== storage) {
      this.#sender?.dispose();
      this.#sender = undefined;
    }
    this.#sender ??= new parts.IdeaSender({
      storage,
      scope: this.#scope() ?? 'page',
      port: this.#host.ideas,
      secret: () => this.followUp?.secret,
      onChange: (entry) => this.#onEntry(entry, parts.errorsOfProblem),
    });
    return this.#sender;
  }

  #onEntry(entry: SendEntry | undefined, errorsOf: typeof Last.errorsOfProblem): void {
    this.entry = entry;
    if (entry?.state === 'sent' && entry.result) this.#finish(entry.result);
    else if (entry?.state === 'refused') {
      const errors = errorsOf(entry.error, entry.input.input);
      if (errors.length > 0) {
        this.entry = undefined;
        this.#sender?.forget();
        this.#tell(errors);
      }
    } else if (entry && !this.editing && this.flow.at !== 'preview') {
      this.begun = true;
      this.flow.go('preview');
    }
    this.#host.onChange();
  }

  #finish(result: CreatedIdea): void {
    const changed = this.editing;
    const resubmitted = this.entry?.input.change?.resubmit === true;
    this.entry = undefined;
    this.#sender?.forget();
    if (changed && this.followUp) {
      this.followUp.idea = result.idea;
      this.followUp.news = resubmitted ? 'sent' : 'saved';
      this.#leaveForm();
    } else {
      this.done = result;
      this.drafts?.erase();
      this.files?.clear();
      this.restored = '';
      this.flow.reset();
      // Who leaves without the link has lost it.
      warnOnLeaving(this, result.secret !== undefined);
      this.#host.onSubmitted(result.idea);
    }
    this.#host.onFocus('heading');
  }
}
