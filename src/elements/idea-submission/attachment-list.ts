import type { BackendError } from '../../backend/backend-error.ts';
import { asBackendError } from '../../internal/as-backend-error.ts';
import type { IdeasPort, IdeaVocabulary } from '../../backend/ports.ts';
import { randomId } from '../../internal/random-id.ts';
import { onSecondChance } from '../../internal/second-chance.ts';
import { FILE_HEAD, fileTypeOf, isPicture } from '../../model/file-type.ts';
import { countGraphemes } from '../../model/graphemes.ts';
import type { IdeaFormError } from '../../model/idea-form.ts';
import { IDEA_LIMITS, type Attachment } from '../../model/idea.ts';
import { renderThumbnail } from '../../internal/thumbnail.ts';

/** Why a file was not taken. */
export type Refusal = 'too-large' | 'too-many' | 'wrong-type' | 'empty' | 'unreadable' | 'denied';

/**
 * - `needs-alt`: a picture that is not yet described
 * - `uploading`: its bytes are on their way; `waiting`: the network is away, tries go on
 * - `ready`: the server has it
 * - `refused`: the server does not want it
 */
export type AttachmentState = 'needs-alt' | 'uploading' | 'waiting' | 'ready' | 'refused';

export interface AttachmentItem {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly alt: string;
  readonly state: AttachmentState;
  /** Share of the bytes that are sent, 0 to 1. */
  readonly share: number;
  readonly file?: File;
  /** A small picture of it, where the browser can draw one. */
  readonly thumbnail?: HTMLCanvasElement;
  readonly attachment?: Attachment;
  readonly refusal?: Refusal;
}

export interface AttachmentListOptions {
  readonly port: () => IdeasPort | undefined;
  readonly limits: () => IdeaVocabulary['attachments'] | undefined;
  /** Secret of the private link whose idea is changed. */
  readonly secret: () => string | undefined;
  readonly onChange: () => void;
}

const RETRIED = new Set(['offline', 'timeout', 'busy', 'unknown', 'blocked']);
const FIRST_DELAY = 2000;
const LAST_DELAY = 60_000;
/** Milliseconds within which a click ends. */
const CLICK = 400;

/** The files of an idea: looked at before they leave the device, uploaded once they are described, tried until they arrive. */
export class AttachmentList {
  items: readonly AttachmentItem[] = [];
  /** Files that were not taken when they were last added. */
  refused: readonly { readonly name: string; readonly refusal: Refusal }[] = [];

  readonly #options: AttachmentListOptions;
  readonly #aborts = new Map<string, AbortController>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  #unhear: (() => void) | undefined;
  #checking = 0;

  constructor(options: AttachmentListOptions) {
    this.#options = options;
  }

  /** Files are being looked at. */
  get checking(): boolean {
    return this.#checking > 0;
  }

  /** Ids of what the server has. */
  get ids(): readonly string[] {
    return this.items.flatMap(({ attachment }) => (attachment ? [attachment.id] : []));
  }

  /** Everything that is chosen has arrived. */
  get complete(): boolean {
    return !this.checking && this.items.every(({ state }) => state === 'ready');
  }

  /** What a person has to mend. */
  get errors(): readonly IdeaFormError[] {
    return this.items.flatMap(({ key, name, state, alt }): IdeaFormError[] => {
      const base = { field: 'attachments' as const, part: key, name };
      if (state === 'refused') return [{ ...base, code: 'unfinished' }];
      if (state === 'needs-alt' && alt.trim() === '') return [{ ...base, code: 'required' }];
      const over = countGraphemes(alt.trim()) - IDEA_LIMITS.alt;
      return over > 0 ? [{ ...base, code: 'too-long', limit: IDEA_LIMITS.alt, over }] : [];
    });
  }

  /** Looks at files and takes those that fit. */
  async add(files: readonly File[]): Promise<void> {
    const limits = this.#options.limits();
    if (!limits || files.length === 0) return;
    this.#checking++;
    this.refused = [];
    this.#changed();
    for (const file of files) {
      const mediaType = await typeOf(file);
      const refusal = this.#refusalOf(file, mediaType, limits);
      if (refusal || !mediaType) {
        this.refused = [...this.refused, { name: file.name, refusal: refusal ?? 'wrong-type' }];
        continue;
      }
      const key = randomId();
      const thumbnail = isPicture(mediaType) ? await renderThumbnail(file) : undefined;
      const state = isPicture(mediaType) ? 'needs-alt' : 'uploading';
      const { name, size: bytes } = file;
      this.items = [...this.items, { key, name, bytes, mediaType, alt: '', state, share: 0, file, thumbnail }];
      if (state === 'uploading') void this.#upload(key);
    }
    this.#checking--;
    this.#changed();
  }

  /** Files that an idea has already. */
  restore(attachments: readonly Attachment[]): void {
    this.clear();
    this.items = attachments.map((attachment) => {
      const { id: key, fileName: name, bytes, mediaType, alt = '' } = attachment;
      return { key, name, bytes, mediaType, alt, state: 'ready', share: 1, attachment };
    });
    this.#changed();
  }

  /** Takes the words for a picture while they are typed. */
  describe(key: string, alt: string): void {
    this.#put(key, { alt });
  }

  /**
   * The person leaves the words for a picture. What is drawn while a mouse button is down may move the button that it
   * was pressed on, and the click would be lost: so the file goes a moment later.
   */
  left(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => this.described(key), CLICK),
    );
  }

  /** The words for a picture stand: it goes to the server. One that is there with other words goes once more. */
  described(key: string): void {
    const item = this.#get(key);
    if (!item?.file || item.alt.trim() === '' || this.errors.some(({ part }) => part === key)) return;
    if (item.state === 'ready' && item.attachment?.alt === item.alt.trim()) return;
    void this.#upload(key);
  }

  /** Sends all that could go and has not. */
  sendAll(): void {
    for (const { key, state } of this.items) {
      if (state === 'needs-alt') this.described(key);
      else if (state === 'waiting') void this.#upload(key);
    }
  }

  /** Removes a file; an upload of it ends. */
  remove(key: string): void {
    this.#stop(key);
    this.items = this.items.filter((item) => item.key !== key);
    this.refused = [];
    this.#changed();
  }

  retry(key: string): void {
    void this.#upload(key);
  }

  /** Settles once everything has arrived (true), or a person has to mend something (false). */
  finished(): Promise<boolean> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!this.complete && this.errors.length === 0) return;
        this.#listeners.delete(look);
        resolve(this.complete);
      };
      this.#listeners.add(look);
      look();
    });
  }

  clear(): void {
    for (const { key } of this.items) this.#stop(key);
    this.items = [];
    this.refused = [];
    this.#unhear?.();
    this.#unhear = undefined;
  }

  #refusalOf(file: File, type: string | undefined, limits: IdeaVocabulary['attachments']): Refusal | undefined {
    if (this.items.length >= limits.files) return 'too-many';
    if (file.size === 0) return 'empty';
    if (file.size > limits.bytes) return 'too-large';
    return type && limits.mediaTypes.includes(type) ? undefined : 'wrong-type';
  }

  async #upload(key: string): Promise<void> {
    const item = this.#get(key);
    const port = this.#options.port();
    if (!item?.file || !port?.attach) return;
    this.#stop(key);
    const abort = new AbortController();
    this.#aborts.set(key, abort);
    const { signal } = abort;
    const alt = item.alt.trim().normalize('NFC');
    this.#put(key, { state: 'uploading', share: 0, attachment: undefined, refusal: undefined });
    try {
      const attachment = await port.attach(item.file, alt ? { alt } : {}, {
        signal,
        idempotencyKey: randomId(),
        secret: this.#options.secret(),
        onProgress: (share) => !signal.aborted && this.#put(key, { share }),
      });
      if (!signal.aborted) this.#put(key, { state: 'ready', share: 1, attachment: { ...attachment, alt } });
    } catch (cause) {
      if (signal.aborted) return;
      this.#fail(key, asBackendError(cause));
    }
  }

  #fail(key: string, error: BackendError, delay = FIRST_DELAY): void {
    const refusal = refusalOf(error);
    if (refusal) {
      this.#put(key, { state: 'refused', refusal });
      return;
    }
    this.#put(key, { state: 'waiting' });
    this.#unhear ??= onSecondChance(() => this.sendAll());
    const wait = Math.max(delay, Math.min((error.retryAfter ?? 0) * 1000, LAST_DELAY));
    this.#timers.set(
      key,
      setTimeout(() => void this.#upload(key), wait),
    );
  }

  #stop(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#aborts.get(key)?.abort();
    this.#aborts.delete(key);
  }

  #get(key: string): AttachmentItem | undefined {
    return this.items.find((item) => item.key === key);
  }

  #put(key: string, change: Partial<AttachmentItem>): void {
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item));
    this.#changed();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
    this.#options.onChange();
  }
}

async function typeOf(file: File): Promise<string | undefined> {
  try {
    return fileTypeOf(new Uint8Array(await file.slice(0, FILE_HEAD).arrayBuffer()));
  } catch (error) {
    // A file that was moved or that the person may not read.
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}

/** What the server has against a file; undefined where another try can help. */
function refusalOf({ kind, reason, problem }: BackendError): Refusal | undefined {
  if (reason === 'too-large') return 'too-large';
  if (RETRIED.has(kind)) return undefined;
  if (kind === 'denied') return 'denied';
  const [first] = (problem?.['fieldErrors'] ?? []) as readonly { readonly field?: string; readonly code?: string }[];
  return first?.field === 'file' && first.code === 'not-allowed' ? 'wrong-type' : 'unreadable';
}
