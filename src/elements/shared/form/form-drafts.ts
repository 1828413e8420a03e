import { draftScope } from '../../../internal/draft-scope.ts';
import { DraftStore } from '../../../internal/draft-store.ts';
import { readFormValues, type FormValues } from '../../../model/form-values.ts';

type Drafts = Readonly<Record<string, FormValues>>;

/** What the drafts of a page depend on. */
export interface DraftsOf {
  /** The source that takes what is typed. */
  readonly port: object;
  /** What the forms are about: `idea-page/42`. */
  readonly form: string;
  readonly user: string | undefined;
  readonly storage: string;
}

/** Who closes a page and comes back to it finds what was typed, as long as its source is the same. */
const kept = new WeakMap<object, Map<string, DraftStore<Drafts>>>();

/** What was typed into the forms of one page and has not arrived yet. */
export class FormDrafts {
  #store: DraftStore<Drafts> | undefined;
  #drafts: Drafts = {};

  /** Turns to what the forms are about. True when there is something from before. */
  use({ port, form, user, storage }: DraftsOf): boolean {
    const stores = kept.get(port) ?? new Map<string, DraftStore<Drafts>>();
    kept.set(port, stores);
    const scope = draftScope({ endpoint: location.pathname, user, form });
    const known = stores.get(scope);
    if (known && known === this.#store) return false;
    const store =
      known ??
      new DraftStore<Drafts>({ storage: storage === 'session' || storage === 'local' ? storage : 'none', scope, read });
    stores.set(scope, store);
    this.#store?.dispose();
    this.#store = store;
    this.#drafts = memory.get(store) ?? store.open()?.value ?? {};
    memory.set(store, this.#drafts);
    if (known && Object.keys(this.#drafts).length > 0) store.save(this.#drafts);
    return Object.keys(this.#drafts).length > 0;
  }

  /** What was typed into a form. */
  of(key: string): FormValues | undefined {
    return this.#drafts[key];
  }

  keep(key: string, values: FormValues): void {
    const isEmpty = Object.values(values).every((value) => value.length === 0);
    if (isEmpty || (key === 'comment' && values['body'] === '')) this.drop(key);
    else this.#set({ ...this.#drafts, [key]: values });
  }

  /** It has arrived, or was given up. */
  drop(key: string): void {
    if (!(key in this.#drafts)) return;
    const { [key]: _, ...others } = this.#drafts;
    this.#set(others);
  }

  /** The page is gone; who opens it again finds everything. */
  leave(): void {
    this.#store?.dispose();
    this.#store = undefined;
  }

  /** Lays everything down before a sign-in on another page. */
  handOver(): void {
    this.#store?.handOver();
  }

  #set(drafts: Drafts): void {
    this.#drafts = drafts;
    const store = this.#store;
    if (!store) return;
    memory.set(store, drafts);
    if (Object.keys(drafts).length > 0) store.save(drafts);
    else store.erase();
  }
}

const memory = new WeakMap<DraftStore<Drafts>, Drafts>();

/** Drafts as a device gives them: anybody's text. */
function read(value: unknown): Drafts | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const drafts: Record<string, FormValues> = {};
  for (const [key, values] of Object.entries(value)) {
    const fields = readFormValues(values);
    if (!fields) return undefined;
    drafts[key] = fields;
  }
  return drafts;
}
