import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PeersPort } from '../../backend/ports.ts';
import type { PeerProfileMessages } from '../../i18n/de/peer-profile.ts';
import { peerProfileWords } from '../../i18n/peer-profile-words.ts';
import { AccountController } from '../../internal/account-controller.ts';
import { LazyPart } from '../../internal/lazy-part.ts';
import { isProfileLinked } from '../../internal/peer-link.ts';
import { PortController } from '../../internal/port-controller.ts';
import { WidgetElement } from '../../internal/widget-element.ts';
import type { ProfileEnd, VrProfileEndedEvent } from './events.ts';
import { peerProfileStyles } from './vr-peer-profile.styles.ts';

/** Milliseconds after which no account is waited for. */
const GRACE = 300;

/**
 * The reader's own entry in the directory of people: write it with a preview of what others see, set who sees what,
 * publish it for a while, take it out, take everything along as a file, delete it.
 *
 * @summary Writes, publishes and deletes the reader's own entry.
 * @documentation docs/peer-profile.md
 * @status stable
 * @since 0.4
 *
 * @slot - a link for pages without the script; shown while there is no source, hidden once there is
 *
 * @fires {VrProfileChangedEvent} vr-profile-changed - the entry was saved, published, renewed or taken out
 * @fires {VrProfileEndedEvent} vr-profile-ended - the entry, or the whole person, was deleted
 *
 * @cssproperty [--vr-color-accent] - colour of actions and of what is chosen
 * @cssproperty [--vr-font-size=16px] - size of text
 */
export class VrPeerProfile extends WidgetElement<PeerProfileMessages> {
  static override styles = [WidgetElement.styles, peerProfileStyles];

  /** Page with the directory, where offers are written; without it the directory of this page. */
  @property({ attribute: 'directory-url' }) directoryUrl: string | undefined;

  @state() private ended: ProfileEnd | undefined;
  @state() private signInFailed = false;
  /** The source has entries, but no way to tell who reads. */
  @state() private accountless = false;

  readonly #peers = new PortController(this, 'peers');
  readonly #account = new AccountController(
    this,
    () => this.near,
    () => (this.signInFailed = false),
  );
  readonly #entry = new LazyPart(this, () => import('./peer-entry/vr-peer-entry.define.ts'));
  /** Whose entry it was that ended. */
  #endedOf: string | undefined;
  #grace: ReturnType<typeof setTimeout> | undefined;
  readonly #status = new LazyPart(
    this,
    () => import('../shared/vr-status.define.ts'),
    () => this.near,
  );

  constructor() {
    super(peerProfileWords);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onLink);
    void this.updateComplete.then(this.#onLink);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onLink);
    clearTimeout(this.#grace);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { me } = this.#account;
    // Who signs in next on this page begins with their own.
    if (this.ended && me?.anonymous === false && me.person?.id !== this.#endedOf) this.ended = undefined;
  }

  protected override updated(): void {
    if (this.accountless || this.#account.port || !this.near || !this.#peers.port) return;
    // The ports of one source come one after the other.
    clearTimeout(this.#grace);
    this.#grace = setTimeout(() => (this.accountless = !this.#account.port), GRACE);
  }

  protected override render(): TemplateResult {
    const port = this.near ? this.#peers.port : undefined;
    // Until there is a source, the editor's own link is the best there is.
    if (!port) return html`${this.near && this.#peers.unresolved ? this.#renderMissing() : nothing}<slot></slot>`;
    const { profile } = this.localize.words;
    return html`<section class="base" aria-label=${profile.title}>
      ${this.#renderBody(port)} ${this.hasOnlyFallback ? nothing : html`<slot></slot>`}
    </section>`;
  }

  #renderBody(port: PeersPort): TemplateResult {
    const { profile } = this.localize.words;
    const account = this.#account;
    if (this.ended) return this.#renderEnd(this.ended);
    if (!port.profile) return html`${this.#renderTitle()}<p class="lead">${profile.unsupported}</p>`;
    if (account.me?.anonymous) return this.#renderSignedOut();
    if (!(account.settled || this.accountless) || !this.#entry.get()) {
      return html`${this.#renderTitle()}
        <div class="bones" aria-hidden="true"><span></span><span></span><span></span></div>
        <p class="visually-hidden" role="status">${profile.loading}</p>`;
    }
    return html`<vr-peer-entry
      .port=${port}
      .account=${account.port}
      .me=${account.me}
      .storage=${this.storage}
      .timeZone=${this.timeZone}
      .locale=${this.localize.locale}
      .headingLevel=${this.headingLevel}
      .directoryUrl=${this.directoryUrl}
      @vr-profile-ended=${(event: VrProfileEndedEvent) => this.#onEnded(event)}
    ></vr-peer-entry>`;
  }

  #renderTitle(): TemplateResult {
    return html`<div class="title" role="heading" aria-level=${this.headingLevel}>
      ${this.localize.words.profile.title}
    </div>`;
  }

  #renderSignedOut(): TemplateResult {
    const { profile } = this.localize.words;
    const account = this.#account;
    return html`${this.#renderTitle()}
      <p class="lead">${account.maySignIn ? profile.signedOut : profile.noSignIn}</p>
      ${
        account.maySignIn
          ? html`<button type="button" class="button primary" @click=${this.#onSignIn}>${profile.signIn}</button>`
          : nothing
      }
      <div role="alert">${this.signInFailed ? html`<p>${profile.signInFailed}</p>` : nothing}</div>`;
  }

  #renderEnd(how: ProfileEnd): TemplateResult {
    const { profile } = this.localize.words;
    const { title, text } = profile.ended[how];
    return html`<div class="end" tabindex="-1" role="group" aria-labelledby="end">
      <div class="title" id="end" role="heading" aria-level=${this.headingLevel}>${title}</div>
      <p>${text}</p>
      ${
        how !== 'erased'
          ? html`<button type="button" class="button" @click=${() => (this.ended = undefined)}>${profile.again[how]}</button>`
          : nothing
      }
    </div>`;
  }

  #renderMissing(): TemplateResult {
    this.#status.get();
    return html`<div role="status"><vr-status .state=${'waiting'} .words=${this.localize.words}></vr-status></div>`;
  }

  readonly #onSignIn = (): void => {
    this.signInFailed = false;
    this.#account.signIn(() => (this.signInFailed = true));
  };

  #onEnded({ detail: { how } }: VrProfileEndedEvent): void {
    this.#endedOf = this.#account.me?.person?.id;
    this.ended = how;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.end')?.focus());
  }

  readonly #onLink = (): void => {
    if (isProfileLinked() && document.querySelector(this.localName) === this) this.scrollIntoView({ block: 'start' });
  };
}
