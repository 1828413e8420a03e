import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PostPageMessages } from '../../../i18n/de/post-page.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { postPageWords } from '../../../i18n/post-page-words.ts';
import { copyText } from '../../../internal/copy-text.ts';
import { openDeviceStore, usableStorage, type DeviceStore } from '../../../internal/device-store.ts';
import { canShare, share } from '../../../internal/share.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import {
  mastodonServer,
  shareLink,
  shareServices,
  type Shared,
  type ShareService,
} from '../../../model/share-links.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { fields } from '../../../styles/fields.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import type { Copied } from '../../shared/copy-field.ts';
import { icon, ICONS } from '../../shared/icons.ts';
import { VrShareEvent } from './events.ts';
import { SHARE_ICONS } from './share-icons.ts';
import { postShareStyles } from './vr-post-share.styles.ts';

const SERVER = 'server';

/**
 * Ways to hand a post on: plain links and buttons that ask nobody anything before they are used, and count nobody.
 * Mastodon has no one address: the reader names their server, which is remembered only if they tick that.
 *
 * @summary Hands a post on.
 * @documentation docs/blog-feed.md
 * @status stable
 * @since 0.4
 *
 * @fires {VrShareEvent} vr-share - the reader hands a post on; `preventDefault()` leaves it to the page
 */
export class VrPostShare extends StyledElement {
  static override styles = [host, controls, fields, postShareStyles];

  /** Id of the post, for the event. */
  @property({ attribute: false }) postId = '';
  /** What is handed on. */
  @property({ attribute: false }) shared: Shared | undefined;
  /** Names of the ways, parted by blanks: `mail`, `copy`, `mastodon`, `linkedin`, `threema`, `print`. */
  @property({ attribute: false }) services: string | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the heading, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;

  @state() private copied: Copied = 'no';
  /** The reader is asked for their server. */
  @state() private asking = false;
  @state() private wrong = false;
  @state() private forgotten = false;
  /** The reader's server, as far as it is known. */
  @state() private server: string | undefined;

  readonly #localize = new LocalizeController<PostPageMessages>(this, postPageWords);
  #store: DeviceStore | undefined;

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('postId')) {
      this.copied = 'no';
      this.asking = this.wrong = this.forgotten = false;
    }
    if (changed.has('storage')) {
      const kind = usableStorage(this.storage);
      this.#store = kind === 'none' ? undefined : openDeviceStore(kind, 'mastodon');
      this.server ??= this.#store && mastodonServer(this.#store.get(SERVER) ?? '');
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { shared } = this;
    const services = shareServices(this.services);
    if (!shared || services.length === 0) return nothing;
    const { share: says } = this.#localize.words;
    return html`<section aria-labelledby="title">
      <div class="subtitle" id="title" role="heading" aria-level=${this.headingLevel}>${says.title}</div>
      <ul class="row" role="list">
        ${
          canShare()
            ? html`<li>
                <button type="button" class="button" @click=${() => void this.#toDevice(shared)}>
                  ${icon(SHARE_ICONS.device)} ${says.device}
                </button>
              </li>`
            : nothing
        }
        ${services.map((service) => html`<li>${this.#renderService(service, shared)}</li>`)}
      </ul>
      ${this.#renderField(shared)}
      ${services.includes('mastodon') ? this.#renderServer(shared) : nothing}
    </section>`;
  }

  #renderService(service: ShareService, shared: Shared): TemplateResult {
    const { share: says, common } = this.#localize.words;
    const sign = icon(service === 'copy' ? ICONS.link : SHARE_ICONS[service]);
    const label = says.services[service];
    const link = shareLink(service, shared, this.server);
    if (link) {
      const away = service !== 'mail';
      return html`<a
        class="button"
        href=${link}
        target=${away ? '_blank' : nothing}
        rel="noopener noreferrer"
        @click=${(event: Event) => this.#tell(service, shared, event)}
        >${sign} ${label}${away ? html`<span class="visually-hidden"> (${common.openInNewTab})</span>` : nothing}</a
      >`;
    }
    if (service === 'mastodon') {
      return html`<button type="button" class="button" aria-expanded=${this.asking} @click=${this.#ask}>
        ${sign} ${label}
      </button>`;
    }
    return html`<button
      type="button"
      class="button"
      @click=${() => (service === 'print' ? this.#print(shared) : void this.#copy(shared))}
    >
      ${sign} ${label}
    </button>`;
  }

  #renderField({ url }: Shared): TemplateResult {
    const { share: says } = this.#localize.words;
    const visible = this.copied === 'by-hand';
    return html`<label class=${visible ? 'field' : 'visually-hidden'}>
        <span class="label">${says.link}</span>
        <input data-copy readonly .value=${url} tabindex=${visible ? nothing : -1} />
      </label>
      <p class="quiet" role="status">
        ${this.copied === 'yes' ? says.copied : visible ? says.copyByHand : this.forgotten ? says.forgotten : nothing}
      </p>`;
  }

  /** Asks for the reader's own server, or offers to take another one. */
  #renderServer(shared: Shared): TemplateResult | typeof nothing {
    const { share: says } = this.#localize.words;
    if (!this.asking) {
      return this.server
        ? html`<p class="quiet server">
            ${says.server}: <bdi>${this.server}</bdi>
            <button type="button" class="link" @click=${this.#ask}>${says.otherServer}</button>
            ${
              this.#store?.get(SERVER)
                ? html`<button type="button" class="link" @click=${this.#forget}>${says.forget}</button>`
                : nothing
            }
          </p>`
        : nothing;
    }
    return html`<form class="panel" novalidate @submit=${(event: Event) => this.#toMastodon(event, shared)}>
      <label class="field">
        <span class="label">${says.server}</span>
        <input
          name="server"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          .value=${this.server ?? ''}
          aria-describedby=${this.wrong ? 'server-wrong' : 'server-hint'}
          aria-invalid=${this.wrong}
        />
      </label>
      <p class="quiet" id="server-hint" ?hidden=${this.wrong}>${says.serverHint}</p>
      <p class="wrong" id="server-wrong" role="alert">${this.wrong ? says.serverWrong : nothing}</p>
      ${
        this.#store
          ? html`<label class="check"><input type="checkbox" name="remember" /> ${says.remember}</label>`
          : nothing
      }
      <div class="row">
        <button class="button primary">${says.open}</button>
        <button type="button" class="button" @click=${() => (this.asking = this.wrong = false)}>${says.cancel}</button>
      </div>
    </form>`;
  }

  /** Tells the page; true where it may go on. */
  #tell(service: ShareService | 'device', { title, url }: Shared, click?: Event): boolean {
    const goesOn = this.dispatchEvent(new VrShareEvent({ service, id: this.postId, title, url }));
    if (!goesOn) click?.preventDefault();
    return goesOn;
  }

  async #toDevice(shared: Shared): Promise<void> {
    if (!this.#tell('device', shared)) return;
    const done = await share({ title: shared.title, text: shared.title, url: shared.url });
    if (!done) this.copied = 'by-hand';
  }

  async #copy(shared: Shared): Promise<void> {
    if (!this.#tell('copy', shared)) return;
    const field = this.renderRoot.querySelector<HTMLInputElement>('input[data-copy]');
    if (!field) return;
    const back = this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement : null;
    const done = await copyText(shared.url, field);
    // The old command leaves the selection in a field that nobody sees.
    if (done && this.copied !== 'by-hand' && back instanceof HTMLElement) back.focus();
    this.copied = done ? 'yes' : 'by-hand';
  }

  #print(shared: Shared): void {
    if (this.#tell('print', shared)) print();
  }

  readonly #ask = (): void => {
    this.asking = !this.asking;
    this.wrong = this.forgotten = false;
    if (!this.asking) return;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[name="server"]')?.focus());
  };

  readonly #forget = (): void => {
    this.#store?.delete(SERVER);
    this.server = undefined;
    this.forgotten = true;
    this.copied = 'no';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-expanded]')?.focus());
  };

  #toMastodon(event: Event, shared: Shared): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const written = form.get('server');
    const server = mastodonServer(typeof written === 'string' ? written : '');
    this.wrong = server === undefined;
    if (!server) {
      this.renderRoot.querySelector<HTMLElement>('[name="server"]')?.focus();
      return;
    }
    this.server = server;
    if (form.get('remember') === 'on') this.#store?.set(SERVER, server);
    this.asking = false;
    const link = shareLink('mastodon', shared, server);
    if (link && this.#tell('mastodon', shared)) open(link, '_blank', 'noopener,noreferrer');
  }
}
