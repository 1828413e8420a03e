import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import type { PeerEntryMessages } from '../../../i18n/de/peer-entry.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { peerEntryWords } from '../../../i18n/peer-entry-words.ts';
import { asBackendError, noSource } from '../../../internal/as-backend-error.ts';
import { saveFile } from '../../../internal/save-file.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Erasure } from '../../../model/account.ts';
import type { PeerProfile } from '../../../model/peer-profile.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { VrProfileEndedEvent } from '../events.ts';
import { dataStyles } from './vr-peer-data.styles.ts';

type Work = 'json' | 'vcard' | 'remove' | 'erase';
type Ending = 'remove' | 'erase';

/**
 * What is held about the reader: to take along as files, and to delete, with what that does, in words and numbers, before
 * it is done.
 *
 * @summary Export and erasure of what is held about the reader.
 * @documentation docs/peer-profile.md
 * @status stable
 * @since 0.4
 *
 * @fires {VrProfileEndedEvent} vr-profile-ended - the entry, or the whole person, was deleted
 */
export class VrPeerData extends StyledElement {
  static override styles = [host, controls, dataStyles];

  @property({ attribute: false }) port: PeersPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) profile: PeerProfile | undefined;
  /** Level of its headings, 1 to 6. */
  @property({ attribute: false }) headingLevel = 4;

  @state() private erasure: Erasure | undefined;
  /** Why what erasing does is not known. */
  @state() private unknown: BackendError | undefined;
  @state() private busy: Work | undefined;
  @state() private failed: { readonly work: Work; readonly error: BackendError } | undefined;
  @state() private asking: Ending | undefined;
  @state() private said = '';

  readonly #localize = new LocalizeController<PeerEntryMessages>(this, peerEntryWords);
  #abort = new AbortController();
  #asked: AccountPort | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    this.#asked = undefined;
  }

  protected override async scheduleUpdate(): Promise<void> {
    // Nobody shall see German for a blink where English belongs.
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (this.isConnected && this.account && this.account !== this.#asked) void this.#askErasure(this.account);
  }

  protected override render(): TemplateResult {
    const { port, account, profile } = this;
    const { mine } = this.#localize.words.entry;
    return html`<div class="base">
      ${this.#renderTitle(mine.take)}
      <div class="files">
        ${account?.exportData ? this.#renderFile('json', mine.json, mine.jsonHint) : nothing}
        ${
          port?.profileFile && profile?.can.includes('export')
            ? this.#renderFile('vcard', mine.vcard, mine.vcardHint)
            : nothing
        }
      </div>
      <p role="status">${this.said}</p>
      ${this.#renderTitle(mine.delete)} ${account?.erasure ? this.#renderErasure() : nothing}
      ${
        port?.removeProfile && profile?.can.includes('remove')
          ? this.#renderEnding('remove', [mine.remove, mine.removeHint, mine.removeAsk, mine.removeSend])
          : nothing
      }
      ${
        account?.erase
          ? this.#renderEnding('erase', [mine.erase, mine.eraseHint, mine.eraseAsk, mine.eraseSend])
          : nothing
      }
    </div>`;
  }

  #renderTitle(title: string): TemplateResult {
    return html`<div class="title" role="heading" aria-level=${this.headingLevel}>${title}</div>`;
  }

  #renderFile(work: 'json' | 'vcard', label: string, hint: string): TemplateResult {
    const { words } = this.#localize;
    const { busy } = this;
    return html`<div class="file">
      <button
        type="button"
        class="button"
        aria-disabled=${busy ? 'true' : nothing}
        aria-describedby="hint-${work}"
        @click=${() => void this.#take(work)}
      >
        ${busy === work ? words.entry.mine.loading : label}
      </button>
      <p class="hint" id="hint-${work}">${hint}</p>
      ${this.#renderFailure(work)}
    </div>`;
  }

  #renderErasure(): TemplateResult {
    const { words } = this.#localize;
    const { mine } = words.entry;
    const { erasure, unknown, account } = this;
    if (unknown) {
      return html`<div role="alert" class="failure">
        <p>${words.entry.failed(words.failure[unknown.kind])}</p>
        <button type="button" class="button" @click=${() => account && void this.#askErasure(account)}>
          ${words.common.retry}
        </button>
      </div>`;
    }
    if (!erasure) return html`<p role="status">${mine.loading}</p>`;
    const kept = this.#counted(erasure.kept);
    return html`<div class="erasure" role="group" aria-labelledby="erasure">
      <p id="erasure"><strong>${mine.erasure}</strong></p>
      <div class="lists">
        <div>
          <p>${mine.deleted}</p>
          <ul>
            ${this.#counted(erasure.deleted).map((says) => html`<li>${says}</li>`)}
          </ul>
        </div>
        <div>
          ${
            kept.length > 0
              ? html`<p>${mine.kept}</p>
                  <ul>
                    ${kept.map((says) => html`<li>${says}</li>`)}
                  </ul>
                  <p class="hint">${mine.keptWhy}</p>`
              : html`<p>${mine.nothingKept}</p>`
          }
        </div>
      </div>
    </div>`;
  }

  /** Each of them in words; what there is nothing of is not said. */
  #counted(counts: Readonly<Record<string, number>>): readonly string[] {
    const { counts: says, other } = this.#localize.words.entry.mine;
    return Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => (Object.hasOwn(says, name) ? says[name]!(count) : other(name, count)));
  }

  #renderEnding(ending: Ending, [label, hint, ask, send]: readonly [string, string, string, string]): TemplateResult {
    const { words } = this.#localize;
    const { asking, busy } = this;
    const isAsking = asking === ending;
    return html`<div class="ending" data-ending=${ending}>
      <button
        type="button"
        class="button grave"
        aria-expanded=${isAsking}
        aria-describedby="hint-${ending}"
        @click=${() => this.#ask(isAsking ? undefined : ending)}
      >
        ${label}
      </button>
      <p class="hint" id="hint-${ending}">${hint}</p>
      ${
        isAsking
          ? html`<div class="ask" role="group" aria-labelledby="ask-${ending}" tabindex="-1">
              <p id="ask-${ending}">${ask}</p>
              <div class="row">
                <button
                  type="button"
                  class="button grave"
                  aria-disabled=${busy ? 'true' : nothing}
                  @click=${() => void this.#end(ending)}
                >
                  ${busy === ending ? words.form.working : send}
                </button>
                <button type="button" class="button quiet" @click=${() => this.#ask(undefined, ending)}>
                  ${words.entry.mine.keep}
                </button>
              </div>
            </div>`
          : nothing
      }
      ${this.#renderFailure(ending)}
    </div>`;
  }

  #renderFailure(work: Work): TemplateResult {
    const { words } = this.#localize;
    const { failed } = this;
    return html`<div role="alert">
      ${
        failed?.work === work
          ? html`<p class="failure">${words.entry.failed(words.failure[failed.error.kind])}</p>`
          : nothing
      }
    </div>`;
  }

  /** @param from where the focus goes back to when nothing is asked any more */
  #ask(ending: Ending | undefined, from?: Ending): void {
    this.asking = ending;
    this.failed = undefined;
    const target = ending ? '.ask' : from && `[data-ending="${from}"] > button`;
    if (target) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(target)?.focus());
  }

  async #askErasure(account: AccountPort): Promise<void> {
    this.#asked = account;
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.unknown = undefined;
    try {
      const erasure = await account.erasure?.({ signal });
      if (!signal.aborted) this.erasure = erasure;
    } catch (cause) {
      if (!signal.aborted) this.unknown = asBackendError(cause);
    }
  }

  async #take(work: 'json' | 'vcard'): Promise<void> {
    const { mine } = this.#localize.words.entry;
    const text = await this.#run(work, (signal) =>
      work === 'json' ? this.account?.exportData?.({ signal }) : this.port?.profileFile?.({ signal }),
    );
    if (!text) return;
    const [name, type] =
      work === 'json'
        ? [`${mine.jsonFile}.json`, 'application/json']
        : [`${mine.vcardFile}.vcf`, 'text/vcard;charset=utf-8'];
    saveFile(name, type, text.done);
    this.said = mine.saved(name);
  }

  async #end(ending: Ending): Promise<void> {
    const ended = await this.#run(ending, (signal) =>
      ending === 'remove' ? this.port?.removeProfile?.({ signal }) : this.account?.erase?.({ signal }),
    );
    if (ended) this.dispatchEvent(new VrProfileEndedEvent(ending === 'remove' ? 'removed' : 'erased'));
  }

  async #run<T>(
    work: Work,
    call: (signal: AbortSignal) => Promise<T> | undefined,
  ): Promise<{ readonly done: T } | undefined> {
    if (this.busy) return undefined;
    const { signal } = this.#abort;
    this.busy = work;
    this.failed = undefined;
    this.said = '';
    try {
      return { done: await (call(signal) ?? Promise.reject(noSource())) };
    } catch (cause) {
      if (!signal.aborted) this.failed = { work, error: asBackendError(cause) };
      return undefined;
    } finally {
      this.busy = undefined;
    }
  }
}
