import type { BackendError } from '../../../backend/backend-error.ts';
import type { PostsPort, PostVocabulary } from '../../../backend/ports.ts';
import type { PictureRefusal } from '../../../i18n/de/post-editor.ts';
import { asBackendError } from '../../../internal/as-backend-error.ts';
import { randomId } from '../../../internal/random-id.ts';
import { onSecondChance } from '../../../internal/second-chance.ts';
import { renderThumbnail } from '../../../internal/thumbnail.ts';
import { FILE_HEAD, fileTypeOf } from '../../../model/file-type.ts';
import type { FormRow } from '../../../model/form-values.ts';
import type { PictureRow } from '../../../model/post-form.ts';

export interface PictureItem {
  readonly key: string;
  /** Of the server, once it has it. */
  readonly id: string;
  readonly url: string;
  /** Name of the file; empty for what the server had before. */
  readonly name: string;
  readonly alt: string;
  /** It says nothing and needs no words. */
  readonly isDecoration: boolean;
  /** `waiting`: the network is away, tries go on. `refused`: the server does not want it. */
  readonly state: 'uploading' | 'waiting' | 'ready' | 'refused';
  /** Share of the bytes that are sent, 0 to 1. */
  readonly share: number;
  readonly file?: File;
  /** A small picture of it, where the browser can draw one. */
  readonly thumbnail?: HTMLCanvasElement | undefined;
  readonly refusal?: PictureRefusal;
}

export interface PictureListOptions {
  readonly port: () => PostsPort | undefined;
  readonly limits: () => PostVocabulary['images'] | undefined;
  /** The pictures, or their words, are others now. */
  readonly onChange: () => void;
  /** Something is to be drawn anew, and nothing of it is kept. */
  readonly onProgress: () => void;
}

const RETRIED = new Set(['offline', 'timeout', 'busy', 'unknown', 'blocked']);
const FIRST_DELAY = 2000;
const LAST_DELAY = 60_000;

/** The pictures of a post: looked at before they leave the device, uploaded at once, tried until they arrive. */
export class PictureList {
  items: readonly PictureItem[] = [];
  /** Files that were not taken when they were last added. */
  refused: readonly { readonly name: string; readonly refusal: PictureRefusal }[] = [];

  readonly #options: PictureListOptions;
  readonly #aborts = new Map<string, AbortController>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #unhear: (() => void) | undefined;
  #checking = 0;

  constructor(options: PictureListOptions) {
    this.#options = options;
  }

  /** Files are being looked at. */
  get checking(): boolean {
    return this.#checking > 0;
  }

  /** As a form keeps them. */
  get rows(): readonly FormRow[] {
    return this.items
      .filter(({ state }) => state !== 'refused')
      .map(({ id, url, name, alt, isDecoration }) => ({ id, url, name, alt, decoration: isDecoration ? 'yes' : '' }));
  }

  /** Shows what a form kept; bytes that had not arrived are gone with the page that had them. */
  restore(rows: readonly PictureRow[]): void {
    const before = this.items;
    this.items = rows
      .filter(({ id }) => id !== '')
      .map(({ id, url, name, alt, decoration }): PictureItem => {
        const known = before.find((item) => item.id === id);
        const isDecoration = decoration === 'yes';
        return known
          ? { ...known, alt, isDecoration }
          : { key: id, id, url, name, alt, isDecoration, state: 'ready', share: 1 };
      });
    for (const { key } of before) if (!this.#get(key)) this.#stop(key);
    this.refused = [];
  }

  /** Looks at files and takes those that fit. */
  async add(files: readonly File[]): Promise<void> {
    const limits = this.#options.limits();
    if (!limits || files.length === 0) return;
    this.#checking++;
    this.refused = [];
    this.#options.onProgress();
    for (const file of files) {
      const refusal = await this.#refusalOf(file, limits);
      if (refusal) {
        this.refused = [...this.refused, { name: file.name, refusal }];
        continue;
      }
      const key = randomId();
      const thumbnail = await renderThumbnail(file);
      const item = { key, id: '', url: '', name: file.name, alt: '', isDecoration: false, share: 0, file, thumbnail };
      this.items = [...this.items, { ...item, state: 'uploading' }];
      void this.#upload(key);
    }
    this.#checking--;
    this.#options.onChange();
  }

  describe(key: string, alt: string): void {
    this.#put(key, { alt });
    this.#options.onChange();
  }

  decorate(key: string, isDecoration: boolean): void {
    this.#put(key, { isDecoration });
    this.#options.onChange();
  }

  /** The picture stands in lists. */
  makeFirst(key: string): void {
    const item = this.#get(key);
    if (!item) return;
    this.items = [item, ...this.items.filter((other) => other !== item)];
    this.#options.onChange();
  }

  /** Removes a picture; an upload of it ends. */
  remove(key: string): void {
    this.#stop(key);
    this.items = this.items.filter((item) => item.key !== key);
    this.refused = [];
    this.#options.onChange();
  }

  retry(key: string): void {
    void this.#upload(key);
  }

  clear(): void {
    for (const { key } of this.items) this.#stop(key);
    this.items = [];
    this.refused = [];
    this.#unhear?.();
    this.#unhear = undefined;
  }

  async #refusalOf(file: File, limits: PostVocabulary['images']): Promise<PictureRefusal | undefined> {
    if (this.items.length >= limits.files) return 'too-many';
    if (file.size === 0) return 'empty';
    if (file.size > limits.bytes) return 'too-large';
    try {
      const type = fileTypeOf(new Uint8Array(await file.slice(0, FILE_HEAD).arrayBuffer()));
      return type && limits.mediaTypes.includes(type) ? undefined : 'wrong-type';
    } catch (error) {
      // A file that was moved or that the person may not read.
      if (!(error instanceof DOMException)) throw error;
      return 'unreadable';
    }
  }

  async #upload(key: string): Promise<void> {
    const item = this.#get(key);
    const port = this.#options.port();
    if (!item?.file || !port?.attach) return;
    this.#stop(key);
    const abort = new AbortController();
    this.#aborts.set(key, abort);
    const { signal } = abort;
    this.#put(key, { state: 'uploading', share: 0 });
    try {
      // What readers are told of it stands in the post; the file goes by its name until somebody has described it.
      const alt = item.alt.trim().normalize('NFC') || item.name;
      const { id, url } = await port.attach(
        item.file,
        { alt },
        {
          signal,
          idempotencyKey: randomId(),
          onProgress: (share) => !signal.aborted && this.#put(key, { share }),
        },
      );
      if (signal.aborted) return;
      this.#put(key, { state: 'ready', share: 1, id, url });
      this.#options.onChange();
    } catch (cause) {
      if (!signal.aborted) this.#fail(key, asBackendError(cause));
    }
  }

  #fail(key: string, error: BackendError): void {
    const refusal = refusalOf(error);
    if (refusal) {
      this.#put(key, { state: 'refused', refusal });
      return;
    }
    this.#put(key, { state: 'waiting' });
    this.#unhear ??= onSecondChance(() => this.#sendWaiting());
    const wait = Math.max(FIRST_DELAY, Math.min((error.retryAfter ?? 0) * 1000, LAST_DELAY));
    this.#timers.set(
      key,
      setTimeout(() => void this.#upload(key), wait),
    );
  }

  #sendWaiting(): void {
    for (const { key, state } of this.items) if (state === 'waiting') void this.#upload(key);
  }

  #stop(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#aborts.get(key)?.abort();
    this.#aborts.delete(key);
  }

  #get(key: string): PictureItem | undefined {
    return this.items.find((item) => item.key === key);
  }

  #put(key: string, change: Partial<PictureItem>): void {
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item));
    this.#options.onProgress();
  }
}

/** What the server has against a file; undefined where another try can help. */
function refusalOf({ kind, reason, problem }: BackendError): PictureRefusal | undefined {
  if (reason === 'too-large') return 'too-large';
  if (RETRIED.has(kind)) return undefined;
  if (kind === 'denied') return 'denied';
  const [first] = (problem?.['fieldErrors'] ?? []) as readonly { readonly field?: string; readonly code?: string }[];
  return first?.field === 'file' && first.code === 'not-allowed' ? 'wrong-type' : 'unreadable';
}
