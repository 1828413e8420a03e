import type { StorageKind } from '../../internal/device-store.ts';
import { draftScope } from '../../internal/draft-scope.ts';
import type { DeskHost } from './desk-host.ts';
import type { DraftKeeper, FormDraft } from './draft-keeper.ts';

export interface FormDraftsOptions {
  /** Goes on with what was kept; false where something else is being written, unless it is to be replaced. */
  readonly take: (draft: FormDraft, replace?: boolean) => boolean;
  /** What is to be kept now; undefined for nothing. */
  readonly give: () => FormDraft | undefined;
}

/** The drafts of a form, each under the person whose it is. Nothing is loaded or read before `open`. */
export class FormDrafts {
  /** A draft is back, from an earlier visit or from the way to a sign-in. */
  restored: '' | 'draft' | 'sign-in' = '';
  readonly #host: DeskHost;
  readonly #options: FormDraftsOptions;
  #keeper: DraftKeeper | undefined;

  constructor(host: DeskHost, options: FormDraftsOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Where the draft is kept at present. */
  get kind(): StorageKind {
    return this.#keeper?.kind ?? 'none';
  }

  /** Another tab has gone on with the same draft. */
  get elsewhere(): boolean {
    return this.#keeper?.elsewhere ?? false;
  }

  get remembered(): boolean {
    return this.#keeper?.remembered ?? false;
  }

  /** Whose and which; undefined until it is known who writes. */
  get scope(): string | undefined {
    const { account, endpoint } = this.#host;
    if (account.port && !account.me) return undefined;
    return draftScope({ endpoint: endpoint(), user: account.me?.person?.id, form: 'idea-submission' });
  }

  /** Takes what was kept for who writes now; what is being written goes along with who has just signed in. */
  open(): void {
    const { scope } = this;
    if (!scope || this.#keeper?.scope === scope) return;
    const parts = this.#host.keeping.get();
    if (!parts) return;
    const { storage, account, onChange } = this.#host;
    this.#keeper?.dispose();
    this.#keeper = new parts.DraftKeeper({ storage: storage(), scope, onChange });
    const kept = this.#keeper.open();
    if (!kept || !this.#options.take(kept)) this.save();
    else this.restored = account.signedIn && storage() === 'none' ? 'sign-in' : 'draft';
  }

  save(): void {
    const draft = this.#options.give();
    if (draft) this.#keeper?.save(draft);
  }

  /** Keeps it on the device from now on, or no longer. */
  remember(on: boolean): void {
    this.#keeper?.remember(on);
  }

  /** Goes on with what the other tab has. */
  adopt(): void {
    const draft = this.#keeper?.adopt();
    if (draft) this.#options.take(draft, true);
  }

  /** Goes on with what this tab has. */
  keep(): void {
    this.#keeper?.keep();
  }

  /** A sign-in may leave the page. */
  handOver(): void {
    this.save();
    this.#keeper?.handOver();
  }

  erase(): void {
    this.restored = '';
    this.#keeper?.erase();
  }

  dispose(): void {
    this.#keeper?.dispose();
    this.#keeper = undefined;
  }
}
