import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { PeersPort, PeerVocabulary } from '../../../backend/ports.ts';
import type { PeerEntryMessages } from '../../../i18n/de/peer-entry.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { peerEntryWords } from '../../../i18n/peer-entry-words.ts';
import { asBackendError } from '../../../internal/as-backend-error.ts';
import { randomId } from '../../../internal/random-id.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { PeerProfile } from '../../../model/peer-profile.ts';
import { PEER_LIMITS } from '../../../model/peer.ts';
import { middleCrop, type PhotoCrop } from '../../../model/photo-crop.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { VrPhotoChangedEvent } from '../peer-entry/events.ts';
import { drawCrop, renderCrop } from './crop-view.ts';
import { faultWords } from './photo-faults.ts';
import { readPhoto, type ChosenPhoto, type PhotoFault } from './photo-file.ts';
import { photoStyles } from './vr-peer-photo.styles.ts';

type Limits = NonNullable<PeerVocabulary['photo']>;

const ANY: Limits = { bytes: 10_000_000, mediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] };
/**
 * The picture of the reader's own entry: choose a file, choose the square by pointer or keyboard, describe it, send it.
 * The file is looked at before it leaves the device; the server keeps the square and nothing of the file but its pixels.
 *
 * @summary Chooses, crops, sends and removes the picture of the own entry.
 * @documentation docs/peer-profile.md
 * @status stable
 * @since 0.4
 *
 * @fires {VrPhotoChangedEvent} vr-photo-changed - the picture is another one, or gone
 */
export class VrPeerPhoto extends StyledElement {
  static override styles = [host, controls, photoStyles];

  @property({ attribute: false }) port: PeersPort | undefined;
  @property({ attribute: false }) profile: PeerProfile | undefined;
  /** What the source takes. */
  @property({ attribute: false }) limits: Limits | undefined;
  /** Level of its title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;

  @state() private chosen: ChosenPhoto | undefined;
  @state() private crop: PhotoCrop = { x: 0, y: 0, size: 1 };
  @state() private alt = '';
  @state() private altMissing = false;
  @state() private reading = false;
  @state() private sending: 'photo' | 'removal' | undefined;
  /** Share of the bytes that are sent, 0 to 1. */
  @state() private share = 0;
  @state() private fault: PhotoFault | undefined;
  @state() private failure: BackendError | undefined;
  @state() private said = '';

  readonly #localize = new LocalizeController<PeerEntryMessages>(this, peerEntryWords);
  #abort: AbortController | undefined;
  #sent = { content: '', key: '' };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
  }

  protected override async scheduleUpdate(): Promise<void> {
    // Nobody shall see German for a blink where English belongs.
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override updated(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (this.chosen && canvas) drawCrop(canvas, this.chosen, this.crop);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { profile, chosen } = this;
    if (!profile) return nothing;
    const { photo } = this.#localize.words.entry;
    return html`<div class="base" role="group" aria-labelledby="title">
      <div class="title" id="title" role="heading" aria-level=${this.headingLevel} tabindex="-1">${photo.title}</div>
      ${chosen ? this.#renderChosen(chosen) : this.#renderPresent(profile)}
      <div role="alert">${this.#renderFault()}</div>
      <p role="status">${this.reading ? photo.reading : this.said}</p>
    </div>`;
  }

  #renderPresent({ id, displayName, photo }: PeerProfile): TemplateResult {
    const { words } = this.#localize;
    const { photo: says } = words.entry;
    return html`<div class="present">
      <vr-avatar .personId=${id} .name=${displayName} .photo=${photo?.url} size="large"></vr-avatar>
      <div class="text">
        <p class="hint" id="hint">${says.hint}</p>
        <div class="row">
          ${this.#renderChoose(photo ? says.other : says.choose)}
          ${
            photo
              ? html`<button
                  type="button"
                  class="button quiet"
                  aria-disabled=${this.sending ? 'true' : nothing}
                  @click=${() => void this.#remove()}
                >
                  ${this.sending === 'removal' ? words.form.working : says.remove}
                </button>`
              : nothing
          }
        </div>
      </div>
    </div>`;
  }

  #renderChoose(label: string): TemplateResult {
    return html`<label class="button choose"
      >${label}<input
        type="file"
        class="visually-hidden"
        accept=${(this.limits ?? ANY).mediaTypes.join(',')}
        aria-describedby="hint"
        @change=${(event: Event) => void this.#choose(event.target as HTMLInputElement)}
    /></label>`;
  }

  #renderChosen({ size }: ChosenPhoto): TemplateResult {
    const { words } = this.#localize;
    const { photo: says } = words.entry;
    const { crop, sending } = this;
    return html`${renderCrop({ size, crop, words, onCrop: (next) => (this.crop = next) })}
      <label class="alt"
        ><span>${says.alt}</span><span class="hint" id="alt-hint">${says.altHint}</span>
        <input
          type="text"
          maxlength=${PEER_LIMITS.photoAlt}
          autocomplete="off"
          required
          aria-describedby="alt-hint"
          aria-invalid=${this.altMissing ? 'true' : nothing}
          .value=${live(this.alt)}
          @input=${(event: Event) => this.#describe((event.target as HTMLInputElement).value)}
      /></label>
      ${
        sending
          ? html`<div class="progress">
              <progress max="1" .value=${this.share} aria-label=${says.sending}></progress>
              <span>${says.share(Math.round(this.share * 100))}</span>
            </div>`
          : nothing
      }
      <div class="row">
        <button
          type="button"
          class="button primary"
          aria-disabled=${sending ? 'true' : nothing}
          @click=${() => void this.#send()}
        >
          ${sending ? words.form.working : says.save}
        </button>
        <button type="button" class="button quiet" @click=${this.#cancel}>${words.form.cancel}</button>
      </div>`;
  }

  #renderFault(): TemplateResult | typeof nothing {
    const { words } = this.#localize;
    const { fault, failure } = this;
    const { bytes } = this.limits ?? ANY;
    const said = this.altMissing ? words.entry.photo.altMissing : faultWords({ fault, failure, bytes }, words);
    return said ? html`<p class="failure">${said}</p>` : nothing;
  }

  async #choose(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    // The same file may be chosen again.
    input.value = '';
    if (!file) return;
    this.#quiet();
    this.reading = true;
    const read = await readPhoto(file, this.limits ?? ANY);
    this.reading = false;
    if (typeof read === 'string') {
      this.fault = read;
      return;
    }
    this.chosen = read;
    this.crop = middleCrop(read.size);
    this.alt = this.profile?.photo?.alt ?? this.#localize.words.entry.photo.altStart(this.profile?.displayName ?? '');
    this.#focusSoon('.square');
  }

  async #send(): Promise<void> {
    const { port, chosen, crop, sending } = this;
    if (!port?.setPhoto || !chosen || sending) return;
    const alt = this.alt.trim();
    this.#quiet();
    this.altMissing = alt === '';
    if (this.altMissing) {
      this.#focusSoon('.alt input');
      return;
    }
    const content = JSON.stringify([chosen.file.name, chosen.file.size, chosen.file.lastModified, crop, alt]);
    if (content !== this.#sent.content) this.#sent = { content, key: randomId() };
    this.sending = 'photo';
    this.share = 0;
    const { signal } = (this.#abort = new AbortController());
    try {
      const profile = await port.setPhoto(
        { file: chosen.file, alt, crop },
        { signal, idempotencyKey: this.#sent.key, onProgress: (share) => (this.share = share) },
      );
      this.chosen = undefined;
      this.#arrived(profile, this.#localize.words.entry.photo.saved);
    } catch (cause) {
      if (!signal.aborted) this.failure = asBackendError(cause);
    } finally {
      if (this.#abort?.signal === signal) this.sending = undefined;
    }
  }

  async #remove(): Promise<void> {
    const { port, sending } = this;
    if (!port?.setPhoto || sending) return;
    this.#quiet();
    this.sending = 'removal';
    const { signal } = (this.#abort = new AbortController());
    try {
      this.#arrived(await port.setPhoto(undefined, { signal }), this.#localize.words.entry.photo.removed);
    } catch (cause) {
      if (!signal.aborted) this.failure = asBackendError(cause);
    } finally {
      this.sending = undefined;
    }
  }

  #arrived(profile: PeerProfile, said: string): void {
    this.said = said;
    this.dispatchEvent(new VrPhotoChangedEvent(profile));
    this.#focusSoon('.title');
  }

  readonly #cancel = (): void => {
    this.#abort?.abort();
    this.#abort = this.chosen = this.sending = undefined;
    this.#quiet();
    this.#focusSoon('.title');
  };

  #describe(alt: string): void {
    this.alt = alt;
    if (alt.trim() !== '') this.altMissing = false;
  }

  #quiet(): void {
    this.fault = this.failure = undefined;
    this.altMissing = false;
    this.said = '';
  }

  #focusSoon(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
