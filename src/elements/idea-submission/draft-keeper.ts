import type { StorageKind } from '../../internal/device-store.ts';
import { DraftStore } from '../../internal/draft-store.ts';
import { EMPTY_IDEA_FORM, readIdeaForm, type IdeaForm } from '../../model/idea-form.ts';
import type { Attachment } from '../../model/idea.ts';

/** What is kept of a form: its words, and the files that the server has already. */
export interface FormDraft {
  readonly form: IdeaForm;
  readonly attachments: readonly Attachment[];
}

export interface DraftKeeperOptions {
  /** What the page allows at most. On the device (`local`) only who says so keeps anything. */
  readonly storage: StorageKind;
  readonly scope: string;
  readonly onChange: () => void;
}

/** The draft of one form and one person, where they want it. */
export class DraftKeeper {
  /** The person wants it kept on this device. */
  remembered = false;
  readonly #options: DraftKeeperOptions;
  #store: DraftStore<FormDraft>;
  #last: FormDraft | undefined;
  #unhear: () => void;

  constructor(options: DraftKeeperOptions) {
    this.#options = options;
    this.#store = this.#storeIn(options.storage === 'local' ? 'session' : options.storage);
    this.#unhear = this.#store.subscribe(options.onChange);
  }

  get scope(): string {
    return this.#options.scope;
  }

  /** Where it is kept at present. */
  get kind(): StorageKind {
    return this.remembered ? 'local' : this.#options.storage === 'local' ? 'session' : this.#options.storage;
  }

  /** Another tab has gone on with the same draft. */
  get elsewhere(): boolean {
    return this.#store.state === 'elsewhere';
  }

  /** What an earlier visit, or the way to a sign-in, has left. */
  open(): FormDraft | undefined {
    const kept = this.#store.open()?.value;
    if (this.#options.storage === 'local') {
      const local = this.#storeIn('local');
      const remembered = local.open()?.value;
      if (remembered) {
        this.#use(local, true);
        if (kept) this.#store.save(kept);
        this.#last = kept ?? remembered;
        return this.#last;
      }
      local.dispose();
    }
    this.#last = kept;
    return kept;
  }

  save(draft: FormDraft): void {
    this.#last = draft;
    this.#store.save(draft);
  }

  /** Keeps it on the device from now on, or no longer. */
  remember(on: boolean): void {
    if (on === this.remembered || this.#options.storage !== 'local') return;
    this.#use(this.#storeIn(on ? 'local' : 'session'), on);
    if (this.#last) {
      this.#store.save(this.#last);
      this.#store.flush();
    }
    this.#options.onChange();
  }

  /** Takes what the other tab has. */
  adopt(): FormDraft | undefined {
    this.#last = this.#store.adopt();
    return this.#last;
  }

  /** Goes on with what this tab has. */
  keep(): void {
    this.#store.keep();
  }

  /** A sign-in leaves the page. */
  handOver(): void {
    this.#store.handOver();
  }

  erase(): void {
    this.#last = undefined;
    this.#store.erase();
  }

  dispose(): void {
    this.#unhear();
    this.#store.dispose();
  }

  #use(store: DraftStore<FormDraft>, remembered: boolean): void {
    this.#unhear();
    this.#store.erase();
    this.#store.dispose();
    this.#store = store;
    this.#unhear = store.subscribe(this.#options.onChange);
    this.remembered = remembered;
  }

  #storeIn(storage: StorageKind): DraftStore<FormDraft> {
    return new DraftStore<FormDraft>({ storage, scope: this.#options.scope, read: readDraft });
  }
}

function readDraft(value: unknown): FormDraft | undefined {
  const { form, attachments } = (value ?? {}) as { readonly form?: unknown; readonly attachments?: unknown };
  const read = readIdeaForm(form);
  if (!read || JSON.stringify(read) === JSON.stringify(EMPTY_IDEA_FORM)) return undefined;
  const files = Array.isArray(attachments) ? (attachments as unknown[]) : [];
  return { form: read, attachments: files.filter(isAttachment) };
}

const isAttachment = (value: unknown): value is Attachment => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, url, mediaType, fileName, bytes } = value as Readonly<Record<string, unknown>>;
  return [id, url, mediaType, fileName].every((text) => typeof text === 'string') && typeof bytes === 'number';
};
