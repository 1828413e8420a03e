import type { ReactiveControllerHost } from 'lit';
import type { PostEditorMessages } from '../../../i18n/de/post-editor.ts';
import type { FormValues } from '../../../model/form-values.ts';
import { newPostInput, postChanges, postFormValues } from '../../../model/post-form.ts';
import type { Post } from '../../../model/post.ts';
import { mergedValues } from '../../shared/form/form-versions.ts';
import { comparePosts, type PostConflict } from './editor-conflict.ts';
import type { Done } from './editor-parts.ts';
import type { EditorSource } from './editor-source.ts';
import { isAsking, stepOf, type AskingStep, type Step } from './editor-steps.ts';
import type { EditorValues, ValuesOf } from './editor-values.ts';

export interface FlowContext {
  readonly words: () => PostEditorMessages;
  readonly timeZone: () => string;
  readonly valuesOf: () => ValuesOf;
  /** A post was saved or taken further; undefined once it was deleted. */
  readonly onSaved: (id: string, post: Post | undefined) => void;
  /** Puts the focus there, once it is drawn. */
  readonly focus: (selector: string) => void;
}

/** How writing goes on: saved, compared, read once more, taken further, done. */
export class EditorFlow {
  view: 'form' | 'review' = 'form';
  /** Somebody else was faster. */
  conflict: PostConflict | undefined;
  done: Done | undefined;
  /** The step that asks for something. */
  open: AskingStep | undefined;
  /** What has just happened, in words. */
  said = '';
  /** The post that was created here: the property may follow later. */
  createdId: string | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #source: EditorSource;
  readonly #form: EditorValues;
  readonly #context: FlowContext;
  #filled: Post | null | undefined;

  constructor(host: ReactiveControllerHost, source: EditorSource, form: EditorValues, context: FlowContext) {
    this.#host = host;
    this.#source = source;
    this.#form = form;
    this.#context = context;
  }

  /** Begins with another post, or with a new one. */
  begin(): void {
    this.#source.forget();
    this.done = this.conflict = this.open = undefined;
    this.#filled = this.createdId = undefined;
    this.view = 'form';
    this.said = '';
  }

  /** What was filled in is to be filled in anew. */
  leave(): void {
    this.#filled = undefined;
  }

  /** Fills the form once the source has what belongs into it. */
  fill(): void {
    const { state, post } = this.#source;
    if (state !== 'ready' || this.#filled === (post ?? null)) return;
    const isFirst = this.#filled === undefined;
    this.#filled = post ?? null;
    this.#form.fill(this.#context.valuesOf());
    if (!post || !isFirst) return;
    // What waits for somebody is read before it is changed; and some may only take it further.
    const waits = post.state === 'pending' || post.state === 'scheduled';
    if ((waits && !this.#form.restored) || !post.can?.includes('update')) this.view = 'review';
  }

  show(view: 'form' | 'review', said = ''): void {
    this.view = view;
    this.said = said;
    this.open = undefined;
    this.#host.requestUpdate();
    this.#context.focus('.title');
  }

  /** @param isDraft it is kept, and writing goes on */
  async save(values: FormValues, isDraft: boolean): Promise<void> {
    const { editor, lang } = this.#context.words();
    const { post } = this.#source;
    const changes = post ? postChanges(values, post) : newPostInput(values, lang);
    if (post && Object.keys(changes).length === 0) {
      this.#arrived(post, isDraft, isDraft ? editor.nothingChanged : '');
      return;
    }
    const saved = await this.#source.save(changes);
    if (saved) {
      if (!post) this.createdId = saved.id;
      const isOut = saved.state !== 'draft' && saved.state !== 'returned';
      this.#arrived(saved, isDraft, isOut ? editor.saved : editor.draftSaved);
      this.#context.onSaved(saved.id, saved);
    } else if (this.#source.deeds.failureOf('save')?.status === 412) await this.#compare(values);
  }

  /** Other choices between both versions. */
  weigh(conflict: PostConflict): void {
    this.conflict = conflict;
    this.#host.requestUpdate();
  }

  /** Goes on from the other version with what was chosen. */
  resume(conflict: PostConflict): FormValues {
    const values = mergedValues(conflict);
    this.#source.take(conflict.theirs);
    this.#filled = conflict.theirs;
    this.conflict = undefined;
    this.#form.put(values);
    this.#form.drafts.keep('edit', values);
    return values;
  }

  /** A step was chosen: some ask first. */
  choose(step: Step): void {
    if (isAsking(step)) this.ask(this.open === step ? undefined : step);
    else void this.take(step, {});
  }

  ask(step: AskingStep | undefined): void {
    const before = this.open;
    this.open = step;
    this.#source.deeds.forgive('step');
    this.#host.requestUpdate();
    this.#context.focus(step ? 'vr-form.step' : `[data-step="${before ?? ''}"]`);
  }

  async take(step: Step | undefined, values: FormValues): Promise<void> {
    const before = this.#source.post;
    if (!step || !before) return;
    if (step === 'delete') {
      if (await this.#source.remove()) this.#finish({ step, post: before }, undefined);
      return;
    }
    const post = await this.#source.step(stepOf(step, values, this.#context.timeZone()));
    if (post) this.#finish({ step, post }, post);
    else if (this.#source.deeds.failureOf('step')?.status === 412) await this.#renew();
  }

  /** It is stored as it stands in the form. */
  #arrived(post: Post, isDraft: boolean, said: string): void {
    this.#source.take(post);
    this.#filled = post;
    this.#form.arrived(this.#context.valuesOf());
    this.said = said;
    if (!isDraft) this.show('review', said);
  }

  async #compare(values: FormValues): Promise<void> {
    const theirs = await this.#source.fresh().catch(() => undefined);
    if (!theirs) return;
    this.conflict = comparePosts(theirs, values, this.#source.post);
    this.#host.requestUpdate();
    this.#context.focus('.conflict .title');
  }

  /** Nothing comes out that nobody has read: who was too slow sees the new version first. */
  async #renew(): Promise<void> {
    const theirs = await this.#source.fresh().catch(() => undefined);
    if (!theirs) return;
    this.#source.take(theirs);
    this.#filled = theirs;
    this.#form.put(postFormValues(theirs));
    this.show('review', this.#context.words().editor.changedMeanwhile);
  }

  #finish(done: Done, post: Post | undefined): void {
    this.#form.drafts.drop('edit');
    this.#form.drafts.drop(done.step);
    if (post) {
      this.#source.take(post);
      this.#filled = post;
    }
    this.done = done;
    this.open = undefined;
    this.#host.requestUpdate();
    this.#context.onSaved(done.post.id, post);
    this.#context.focus('.done');
  }
}
