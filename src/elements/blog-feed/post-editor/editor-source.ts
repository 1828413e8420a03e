import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { PostsPort, PostVocabulary } from '../../../backend/ports.ts';
import { asBackendError } from '../../../internal/as-backend-error.ts';
import { Deeds } from '../../../internal/deeds.ts';
import { unlessAborted } from '../../../internal/unless-aborted.ts';
import type { PostInput, PostPrefill, PostStep } from '../../../model/post-input.ts';
import type { Post } from '../../../model/post.ts';

/** What the form is about: a post, or a new one, perhaps of an idea. */
export interface EditorSubject {
  readonly port: PostsPort;
  readonly postId: string | undefined;
  readonly ideaId: string | undefined;
}

const NOTHING: PostVocabulary = {
  topics: [],
  orgs: [],
  images: { files: 0, bytes: 0, mediaTypes: [] },
  moderated: false,
};

/** Fetches what the form of a post needs, and sends what was made of it and the steps that are taken with it. */
export class EditorSource implements ReactiveController {
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  /** As it is stored now; undefined for a new one. */
  post: Post | undefined;
  vocabulary: PostVocabulary = NOTHING;
  /** What the idea gives for a new report. */
  prefill: PostPrefill | undefined;
  /** The idea gave nothing. */
  prefillFailed = false;
  /** Why it could not be loaded. */
  error: BackendError | undefined;

  readonly deeds: Deeds;
  readonly #host: ReactiveControllerHost;
  #subject: EditorSubject | undefined;
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.deeds = new Deeds(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort.abort();
    this.#subject = undefined;
  }

  /** Turns to a post, or to a new one. True when it is another than before. */
  use(subject: EditorSubject): boolean {
    const { port, postId, ideaId } = this.#subject ?? {};
    if (port === subject.port && postId === subject.postId && ideaId === subject.ideaId) return false;
    this.#subject = subject;
    // A post that was created here gets its name afterwards.
    if (port === subject.port && this.post && this.post.id === subject.postId) return false;
    this.deeds.reset();
    void this.load();
    return true;
  }

  /** Forgets what it was about. */
  forget(): void {
    this.#abort.abort();
    this.#subject = this.post = this.prefill = this.error = undefined;
    this.deeds.reset();
    this.state = 'idle';
  }

  /** Asks anew for what is to be changed. */
  async load(): Promise<void> {
    const subject = this.#subject;
    if (!subject) return;
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.state = 'loading';
    this.error = this.post = this.prefill = undefined;
    this.prefillFailed = false;
    this.#host.requestUpdate();
    const loads = Promise.all([
      this.#stored(subject, signal),
      subject.port.vocabulary?.({ signal }) ?? NOTHING,
      this.#prefilled(subject, signal),
    ]);
    try {
      [this.post, this.vocabulary, this.prefill] = await unlessAborted(loads, signal);
      this.state = 'ready';
    } catch (cause) {
      if (signal.aborted) return;
      this.error = asBackendError(cause);
      this.state = 'failed';
    }
    this.#host.requestUpdate();
  }

  /** The post as it is stored now. */
  async fresh(): Promise<Post | undefined> {
    const { port } = this.#subject ?? {};
    const id = this.post?.id;
    return id === undefined ? undefined : port?.get?.(id, { signal: this.#abort.signal, fresh: true });
  }

  /** Goes on from another version of the post. */
  take(post: Post): void {
    this.post = post;
    this.deeds.forgive('save');
    this.deeds.forgive('step');
  }

  /** Sends what was made of the form; undefined where it failed. */
  async save(input: PostInput): Promise<Post | undefined> {
    const { port } = this.#subject ?? {};
    const { post } = this;
    return this.deeds.run('save', [post?.id, input], (options) =>
      post
        ? port?.update?.(post.id, input, { ...options, ...(post.etag && { ifMatch: post.etag }) })
        : port?.create?.(input, options),
    );
  }

  /** Takes the post a step further; undefined where it failed. */
  async step(step: PostStep): Promise<Post | undefined> {
    const { port } = this.#subject ?? {};
    const { post } = this;
    if (!post) return undefined;
    return this.deeds.run('step', [post.id, post.etag, step], (options) =>
      port?.step?.(post.id, step, { ...options, ...(post.etag && { ifMatch: post.etag }) }),
    );
  }

  /** Deletes the post. False where it failed. */
  async remove(): Promise<boolean> {
    const { port } = this.#subject ?? {};
    const { post } = this;
    if (!post) return false;
    const done = await this.deeds.run('step', [post.id, 'delete'], (options) =>
      port?.remove?.(post.id, { ...options, ...(post.etag && { ifMatch: post.etag }) }).then(() => true),
    );
    return done === true;
  }

  async #stored({ port, postId }: EditorSubject, signal: AbortSignal): Promise<Post | undefined> {
    return postId === undefined ? undefined : port.get?.(postId, { signal, fresh: true });
  }

  /** Without it the form is empty, and can be written all the same. */
  async #prefilled({ port, postId, ideaId }: EditorSubject, signal: AbortSignal): Promise<PostPrefill | undefined> {
    if (postId !== undefined || !ideaId || !port.prefill) return undefined;
    return port.prefill(ideaId, { signal }).catch(() => {
      this.prefillFailed = true;
      return undefined;
    });
  }
}
