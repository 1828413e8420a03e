import type { ReactiveControllerHost } from 'lit';
import type { PostsPort, PostVocabulary } from '../../../backend/ports.ts';
import type { FormValues } from '../../../model/form-values.ts';
import { pictureRows, postFormValues, prefilledValues, type PostFormFrame } from '../../../model/post-form.ts';
import type { PostPrefill } from '../../../model/post-input.ts';
import type { Post } from '../../../model/post.ts';
import { FormDrafts } from '../../shared/form/form-drafts.ts';
import { PictureList } from './picture-list.ts';

/** What the form begins with, and whose draft of it is kept. */
export interface ValuesOf {
  readonly port: PostsPort;
  readonly post: Post | undefined;
  readonly prefill: PostPrefill | undefined;
  readonly ideaId: string | undefined;
  readonly frame: PostFormFrame;
  readonly user: string | undefined;
  readonly storage: string;
}

export interface ValuesContext {
  readonly port: () => PostsPort | undefined;
  readonly limits: () => PostVocabulary['images'];
  /** Something was typed. */
  readonly onInput: () => void;
}

/** What stands in the form of a post, with its pictures and its drafts. */
export class EditorValues {
  values: FormValues = {};
  /** What was typed came from a draft. */
  restored = false;
  /** Grows where the form begins anew with other values. */
  round = 0;
  readonly pictures: PictureList;
  readonly drafts = new FormDrafts();

  readonly #host: ReactiveControllerHost;
  readonly #onInput: () => void;

  constructor(host: ReactiveControllerHost, { port, limits, onInput }: ValuesContext) {
    this.#host = host;
    this.#onInput = onInput;
    this.pictures = new PictureList({
      port,
      limits,
      onChange: () => this.typed(this.values),
      onProgress: () => host.requestUpdate(),
    });
  }

  /** What was typed beside the pictures, and the pictures. */
  whole(values: FormValues): FormValues {
    return { ...values, images: this.pictures.rows };
  }

  /** Takes in what was typed. */
  typed(values: FormValues): void {
    this.values = this.whole(values);
    this.drafts.keep('edit', this.values);
    this.#onInput();
    this.#host.requestUpdate();
  }

  /** Fills the form from what is stored, and from a draft where there is one. */
  fill(of: ValuesOf): void {
    this.#useDrafts(of);
    const draft = this.drafts.of('edit');
    this.put({ ...storedValues(of), ...draft });
    this.restored = draft !== undefined;
  }

  /** It is stored as it stands in the form. */
  arrived(of: ValuesOf): void {
    this.drafts.drop('edit');
    this.#useDrafts(of);
    this.put(storedValues(of));
    this.restored = false;
  }

  /** Gives up what was typed. */
  discard(of: ValuesOf): void {
    this.drafts.drop('edit');
    this.put(storedValues(of));
    this.restored = false;
  }

  /** Begins the form anew. */
  put(values: FormValues): void {
    this.values = values;
    this.pictures.restore(pictureRows(values));
    this.round++;
    this.#host.requestUpdate();
  }

  leave(): void {
    this.drafts.leave();
    this.pictures.clear();
  }

  #useDrafts({ port, post, ideaId, user, storage }: ValuesOf): void {
    this.drafts.use({ port, form: `post/${post?.id ?? `new/${ideaId ?? ''}`}`, user, storage });
  }
}

function storedValues({ post, prefill, ideaId, frame }: ValuesOf): FormValues {
  if (post || !prefill) return { ...postFormValues(post, frame), ...(!post && ideaId && { ideaId }) };
  return prefilledValues({ ...prefill.input, ...(ideaId && { ideaId }) }, frame);
}
