import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { PeersPort } from '../../../backend/ports.ts';
import type { PeerImportMessages } from '../../../i18n/de/peer-import.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { peerImportWords } from '../../../i18n/peer-import-words.ts';
import { asBackendError, noSource } from '../../../internal/as-backend-error.ts';
import { randomId } from '../../../internal/random-id.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { ImportPreview, ImportResult } from '../../../model/peer-import.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { VrPeersImportedEvent } from './events.ts';
import { renderColumns, renderCounts, renderRows } from './import-rows.ts';
import { failureWords, sizeWords } from './import-words.ts';
import { importStyles } from './vr-peer-import.styles.ts';

const ACCEPT = '.csv,.tsv,.txt,.vcf,.vcard,.json,text/csv,text/vcard,application/vcard+json';
const ORGANISERS: readonly string[] = ['organiser', 'moderator', 'admin'];

/**
 * Brings people in from a file: first shows what the file would do, line by line, then does it. People who are brought in
 * stay unseen until they publish themselves.
 *
 * @summary Imports people from CSV, vCard or jCard, with a preview.
 * @documentation docs/peer-profile.md
 * @status stable
 * @since 0.4
 *
 * @fires {VrPeersImportedEvent} vr-peers-imported - people were brought in
 */
export class VrPeerImport extends StyledElement {
  static override styles = [host, controls, importStyles];

  @property({ attribute: false }) port: PeersPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of its title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;

  @state() private orgId = '';
  @state() private file: File | undefined;
  @state() private preview: ImportPreview | undefined;
  @state() private result: ImportResult | undefined;
  @state() private invite = false;
  @state() private busy: 'preview' | 'import' | undefined;
  @state() private failure: BackendError | undefined;
  @state() private from = 0;
  @state() private onlyProblems = false;

  readonly #localize = new LocalizeController<PeerImportMessages>(this, peerImportWords);
  #abort = new AbortController();
  #sent: { readonly content: readonly unknown[]; readonly key: string } = { content: [], key: '' };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
  }

  protected override async scheduleUpdate(): Promise<void> {
    // Nobody shall see German for a blink where English belongs.
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const words = this.#localize.words;
    const { import: says } = words;
    if (this.#orgs().length === 0) return html`<p>${says.noOrgs}</p>`;
    const { preview, result, busy, failure } = this;
    return html`<div class="base" aria-busy=${busy !== undefined}>
      ${result ? this.#renderResult(result) : html`${this.#renderChoice()} ${preview ? this.#renderPreview(preview) : nothing}`}
      <p role="status">${busy === 'preview' ? says.looking : busy === 'import' ? says.sending : ''}</p>
      <div role="alert">
        ${failure ? html`<p class="failure" tabindex="-1">${failureWords(failure, words, this.locale)}</p>` : nothing}
      </div>
    </div>`;
  }

  #renderChoice(): TemplateResult {
    const { import: says } = this.#localize.words;
    const { file, busy, preview } = this;
    const orgs = this.#orgs();
    return html`<p class="hint">${says.intro}</p>
      ${
        orgs.length > 1
          ? html`<label class="field"
              ><span>${says.org}</span
              ><select
                @change=${(event: Event) => this.#choose({ orgId: (event.target as HTMLSelectElement).value })}
              >
                ${orgs.map(
                  ({ id, name }) => html`<option value=${id} ?selected=${id === this.#org()}>${name}</option>`,
                )}
              </select></label
            >`
          : html`<p><strong>${orgs[0]?.name}</strong></p>`
      }
      <div class="row">
        <label class="button choose"
          >${file ? says.other : says.choose}<input
            type="file"
            class="visually-hidden"
            accept=${ACCEPT}
            aria-describedby="accept"
            @change=${(event: Event) => this.#pick(event.target as HTMLInputElement)}
        /></label>
        <span class="hint" id="accept"
          >${file ? says.chosen(file.name, sizeWords(file.size, this.locale)) : says.accept}</span
        >
      </div>
      ${
        file && !preview
          ? html`<div class="row">
              <button
                type="button"
                class="button primary"
                aria-disabled=${busy ? 'true' : nothing}
                @click=${() => void this.#look()}
              >
                ${busy ? this.#localize.words.import.working : says.look}
              </button>
            </div>`
          : nothing
      }`;
  }

  #renderPreview(preview: ImportPreview): TemplateResult {
    const words = this.#localize.words;
    const { import: says } = words;
    const { busy, invite } = this;
    const count = preview.counts.create + preview.counts.update;
    const encoding = says.encodings[preview.encoding] ?? preview.encoding;
    return html`<div class="preview" role="group" aria-labelledby="preview">
      <div class="title" id="preview" role="heading" aria-level=${this.headingLevel} tabindex="-1">${says.preview}</div>
      ${renderCounts(preview.counts, words)}
      <p>${says.understood(says.kinds[preview.kind], encoding)}</p>
      ${preview.encoding === 'utf-8' ? nothing : html`<p class="hint">${says.garbled}</p>`}
      ${renderColumns(preview.columns, words)}
      ${renderRows({
        rows: preview.rows,
        words,
        from: this.from,
        onlyProblems: this.onlyProblems,
        onFrom: (from) => (this.from = from),
        onOnly: (only) => {
          this.onlyProblems = only;
          this.from = 0;
        },
      })}
      ${
        count > 0
          ? html`<div>
                <label class="choice"
                  ><input
                    type="checkbox"
                    aria-describedby="invite"
                    .checked=${invite}
                    @change=${(event: Event) => (this.invite = (event.target as HTMLInputElement).checked)}
                  /><span>${says.invite}</span></label
                >
                <p class="hint" id="invite">${says.inviteHint}</p>
              </div>
              <div class="row">
                <button
                  type="button"
                  class="button primary"
                  aria-disabled=${busy ? 'true' : nothing}
                  @click=${() => void this.#import()}
                >
                  ${busy ? says.working : says.send(count)}
                </button>
                <button type="button" class="button quiet" @click=${() => this.#again()}>${says.cancel}</button>
              </div>`
          : html`<p>${says.nothing}</p>`
      }
    </div>`;
  }

  #renderResult({ counts, rows, mailed }: ImportResult): TemplateResult {
    const words = this.#localize.words;
    const { import: says } = words;
    const left = rows.filter(({ problems }) => problems.length > 0);
    return html`<div class="done" role="group" aria-labelledby="done" tabindex="-1">
        <div class="title" id="done" role="heading" aria-level=${this.headingLevel}>${says.done}</div>
        <p>${says.doneText(counts.create, counts.update)}</p>
        <p>${says.mailed(mailed)}</p>
        ${counts.skip > 0 ? html`<p>${says.counts.skip(counts.skip)}</p>` : nothing}
        <div class="row">
          <button type="button" class="button" @click=${() => this.#again()}>${says.another}</button>
        </div>
      </div>
      ${
        left.length > 0
          ? renderRows({
              rows: left,
              words,
              from: this.from,
              onlyProblems: true,
              onFrom: (from) => (this.from = from),
            })
          : nothing
      }`;
  }

  /** Organisations whose people the reader may bring in. */
  #orgs(): readonly { readonly id: string; readonly name: string }[] {
    return (this.me?.memberships ?? [])
      .filter(({ roles }) => roles.some((role) => ORGANISERS.includes(role)))
      .map(({ org }) => org);
  }

  #org(): string {
    return this.orgId || (this.#orgs()[0]?.id ?? '');
  }

  #pick(input: HTMLInputElement): void {
    const file = input.files?.[0];
    // The same file may be chosen again once it is mended.
    input.value = '';
    if (file) this.#choose({ file });
  }

  /** Another file, or another organisation: what the last one would have done holds no longer. */
  #choose({ file = this.file, orgId = this.orgId }: { readonly file?: File; readonly orgId?: string }): void {
    this.#abort.abort();
    this.file = file;
    this.orgId = orgId;
    this.preview = this.failure = this.busy = undefined;
    this.from = 0;
    this.onlyProblems = false;
  }

  #again(): void {
    this.#choose({});
    this.file = this.result = undefined;
    this.#focusSoon('.choose input');
  }

  async #look(): Promise<void> {
    const { port, file } = this;
    if (!port || !file) return;
    const preview = await this.#run('preview', (signal) =>
      port.previewImport?.(file, { orgId: this.#org() }, { signal }),
    );
    if (!preview) return;
    this.preview = preview;
    // Where much is to be looked at, what is wrong comes first.
    this.onlyProblems = preview.counts.skip > 0;
    this.#focusSoon('#preview');
  }

  async #import(): Promise<void> {
    const { port, file, invite } = this;
    if (!port || !file) return;
    const orgId = this.#org();
    const content = [file, orgId, invite];
    if (content.some((part, index) => part !== this.#sent.content[index])) this.#sent = { content, key: randomId() };
    const idempotencyKey = this.#sent.key;
    const result = await this.#run('import', (signal) =>
      port.importPeers?.(file, { orgId, invite }, { signal, idempotencyKey }),
    );
    if (!result) return;
    this.result = result;
    this.from = 0;
    this.dispatchEvent(new VrPeersImportedEvent(result));
    this.#focusSoon('.done');
  }

  async #run<T>(
    work: 'preview' | 'import',
    call: (signal: AbortSignal) => Promise<T> | undefined,
  ): Promise<T | undefined> {
    if (this.busy) return undefined;
    const { signal } = (this.#abort = new AbortController());
    this.busy = work;
    this.failure = undefined;
    try {
      const done = await (call(signal) ?? Promise.reject(noSource()));
      return signal.aborted ? undefined : done;
    } catch (cause) {
      if (signal.aborted) return undefined;
      this.failure = asBackendError(cause);
      this.#focusSoon('.failure');
      return undefined;
    } finally {
      if (!signal.aborted) this.busy = undefined;
    }
  }

  #focusSoon(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
