import type { StorageKind } from '../../../internal/device-store.ts';
import { draftScope } from '../../../internal/draft-scope.ts';
import { DraftStore } from '../../../internal/draft-store.ts';
import { readSessionForm, type SessionForm } from '../../../model/session-form.ts';

/** Drafts of this visit, by the source they go to: closing a dialog must not lose them. */
const drafts = new WeakMap<object, Map<string, SessionDraft>>();

export interface SessionDraftOf {
  readonly source: object;
  readonly storage: StorageKind;
  readonly user: string | undefined;
  /** `session/new/EVENT` or `session/SESSION`. */
  readonly form: string;
}

/** What somebody has typed of one session: for the visit in memory, beyond it as `storage` allows. */
export class SessionDraft {
  readonly kind: StorageKind;
  readonly #store: DraftStore<SessionForm>;
  #value: SessionForm | undefined;

  static of({ source, storage, user, form }: SessionDraftOf): SessionDraft {
    const scope = draftScope({ endpoint: location.pathname, user, form });
    const known = drafts.get(source) ?? new Map<string, SessionDraft>();
    drafts.set(source, known);
    const key = `${storage} ${scope}`;
    const draft = known.get(key) ?? new SessionDraft(storage, scope);
    known.set(key, draft);
    return draft;
  }

  /** Use `of`: forms of the same session share what was typed. */
  constructor(storage: StorageKind, scope: string) {
    this.kind = storage;
    this.#store = new DraftStore<SessionForm>({ storage, scope, read: readSessionForm });
  }

  /** Another tab has gone on with the same draft. */
  get elsewhere(): boolean {
    return this.#store.state === 'elsewhere';
  }

  /** What was typed before. */
  open(): SessionForm | undefined {
    this.#value ??= this.#store.open()?.value;
    return this.#value;
  }

  save(form: SessionForm): void {
    this.#value = form;
    this.#store.save(form);
  }

  /** Goes on with what the other tab has. */
  adopt(): SessionForm | undefined {
    this.#value = this.#store.adopt() ?? this.#value;
    return this.#value;
  }

  /** Goes on with what this tab has. */
  keep(): void {
    this.#store.keep();
  }

  /** Sent, or given up. */
  erase(): void {
    this.#value = undefined;
    this.#store.erase();
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }
}
