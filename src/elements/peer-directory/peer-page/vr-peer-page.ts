import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import type { PeerPageMessages } from '../../../i18n/de/peer-page.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { peerPageWords } from '../../../i18n/peer-page-words.ts';
import { LazyPart } from '../../../internal/lazy-part.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { Peer, PeerOffer } from '../../../model/peer.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { placeOf } from '../../shared/peer-words.ts';
import type { VrContactRequest } from '../peer-contact/vr-contact-request.ts';
import type { ContactAbout } from '../peer-offers/events.ts';
import { renderContact } from './page-contact.ts';
import type { PageContext } from './page-context.ts';
import {
  renderBio,
  renderContributions,
  renderExpertise,
  renderInterests,
  renderLanguages,
  renderOffers,
} from './page-parts.ts';
import { peerPageStyles } from './vr-peer-page.styles.ts';

/**
 * One person with everything that the reader may see of them, and the way to ask them for contact.
 *
 * @summary The page of one person.
 * @documentation docs/peer-directory.md
 * @status stable
 * @since 0.3
 *
 * @fires {VrContactSentEvent} vr-contact-sent - a request for contact has arrived
 * @fires {VrPeerCloseEvent} vr-peer-close - the reader leaves the page
 */
export class VrPeerPage extends StyledElement {
  static override styles = [host, controls, peerPageStyles];

  @property({ attribute: false }) peer: Peer | undefined;
  /** The rest of the entry is on its way. */
  @property({ attribute: false }) partial = false;
  /** Why the rest of the entry did not come; empty when it has. */
  @property({ attribute: false }) problem = '';
  /** Why the reader and the person fit, in words; empty where that is not known. */
  @property({ attribute: false }) why = '';
  /** The reader came to ask for contact. */
  @property({ attribute: false }) contact = false;
  /** What for. */
  @property({ attribute: false }) about: ContactAbout | undefined;
  @property({ attribute: false }) port: PeersPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the name as a heading, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  /** Page where ideas are opened; without it this page, if a board is there. */
  @property({ attribute: false }) ideaUrl: string | undefined;
  /** Page where events are opened; without it this page, if a calendar is there. */
  @property({ attribute: false }) eventUrl: string | undefined;
  /** Page with the reader's own entry. */
  @property({ attribute: false }) profileUrl: string | undefined;

  /** The form of a request is open. */
  @state() private asking = false;
  @state() private subject: ContactAbout | undefined;
  @state() private whole = false;
  @state() private signInFailed = false;

  readonly #localize = new LocalizeController<PeerPageMessages>(this, peerPageWords);
  readonly #request = new LazyPart(this, () => import('../peer-contact/vr-contact-request.define.ts'));
  #focusForm = false;

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('peer') && changed.get('peer')?.id !== this.peer?.id) {
      this.whole = this.signInFailed = false;
      this.#ask(this.contact, this.about);
    } else if (changed.has('contact') || changed.has('about')) {
      if (this.contact) this.#ask(true, this.about);
    }
  }

  protected override updated(): void {
    if (!this.#focusForm) return;
    const form = this.renderRoot.querySelector<VrContactRequest>('vr-contact-request');
    if (!form || !customElements.get('vr-contact-request')) return;
    this.#focusForm = false;
    void form.updateComplete.then(() => {
      form.focus();
      form.scrollIntoView({ block: 'nearest' });
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { peer } = this;
    if (!peer) return nothing;
    const { words, locale } = this.#localize;
    const context: PageContext = {
      peer,
      words,
      locale,
      headingLevel: Math.min(6, this.headingLevel + 1),
      ideaUrl: this.ideaUrl,
      eventUrl: this.eventUrl,
    };
    const onAbout =
      this.#mayAsk && !this.asking
        ? ({ id }: PeerOffer, title: string) => this.#ask(true, { type: 'offer', id, title })
        : undefined;
    const story = [
      renderOffers(context, 'offer', onAbout),
      renderOffers(context, 'seek', onAbout),
      renderBio(context),
      renderContributions(context, this.whole, () => this.#showWhole()),
    ].filter((part) => part !== nothing);
    const facts = [renderExpertise(context), renderInterests(context), renderLanguages(context)].filter(
      (part) => part !== nothing,
    );
    const bare = story.length === 0 && facts.length === 0 && !peer.headline && !peer.function;
    return html`<div class="base">
      ${this.#renderHead(peer)}
      ${this.asking && this.#request.get() ? this.#renderForm(peer) : nothing}
      <p class="quiet rest" role="status">${this.problem || (this.partial && bare ? words.page.loading : nothing)}</p>
      ${bare && !this.partial && !this.problem ? html`<p class="quiet">${words.page.sparse(peer.displayName)}</p>` : nothing}
      ${
        story.length + facts.length > 0
          ? html`<div class="body${story.length > 0 && facts.length > 0 ? ' two' : ''}">
              ${story.length > 0 ? html`<div class="story">${story}</div>` : nothing}
              ${facts.length > 0 ? html`<div class="facts">${facts}</div>` : nothing}
            </div>`
          : nothing
      }
      ${this.#renderOrigin(peer)}
    </div>`;
  }

  #renderHead(peer: Peer): TemplateResult {
    const { words, locale } = this.#localize;
    const place = placeOf(peer);
    const address = [peer.pronouns, peer.salutation].filter(Boolean).join(' · ');
    return html`<div class="head">
      <vr-avatar size="large" .personId=${peer.id} .name=${peer.displayName} .photo=${peer.photo?.url}></vr-avatar>
      <div class="who">
        <div class="name" role="heading" aria-level=${this.headingLevel}>
          <bdi>${peer.displayName}</bdi>
        </div>
        ${address ? html`<p class="quiet">${address}</p>` : nothing}
        ${peer.function ? html`<p>${peer.function}</p>` : nothing} ${place ? html`<p>${place}</p>` : nothing}
        ${peer.headline ? html`<p class="headline">${peer.headline}</p>` : nothing}
        ${this.why ? html`<p class="why">${words.peer.fits(this.why)}</p>` : nothing}
      </div>
      ${
        this.asking
          ? nothing
          : html`<div class="contact">
              ${renderContact({
                peer,
                words,
                locale,
                anonymous: this.me?.anonymous ?? true,
                passes: this.port?.requestContact !== undefined,
                profileUrl: this.profileUrl,
                onContact: () => this.#ask(true, undefined),
                onSignIn: this.account?.signIn ? () => this.#signIn() : undefined,
              })}
              <p class="wrong" role="alert">${this.signInFailed ? words.page.signInFailed : nothing}</p>
            </div>`
      }
    </div>`;
  }

  #renderForm(peer: Peer): TemplateResult {
    return html`<vr-contact-request
      .peer=${peer}
      .about=${this.subject}
      .port=${this.port}
      .account=${this.account}
      .me=${this.me}
      .storage=${this.storage}
      .timeZone=${this.timeZone}
      .locale=${this.locale}
      .headingLevel=${Math.min(6, this.headingLevel + 1)}
      .profileUrl=${this.profileUrl}
      @vr-contact-close=${this.#onFormClosed}
    ></vr-contact-request>`;
  }

  /** Where the entry comes from, where that is another place than this one. */
  #renderOrigin({ url, source }: Peer): TemplateResult | typeof nothing {
    const { page } = this.#localize.words;
    const label = source?.label;
    if (!url && !label) return nothing;
    return html`<p class="quiet origin">
      ${label ? html`<span>${page.from(label)}</span>` : nothing} ${url ? html`<a href=${url}>${page.source}</a>` : nothing}
    </p>`;
  }

  get #mayAsk(): boolean {
    const { peer, me, port } = this;
    return me?.anonymous === false && port?.requestContact !== undefined && (peer?.can.includes('contact') ?? false);
  }

  #ask(asking: boolean, about: ContactAbout | undefined): void {
    this.asking = asking;
    this.subject = about;
    this.#focusForm = asking;
  }

  #signIn(): void {
    this.signInFailed = false;
    this.account?.signIn?.().catch(() => (this.signInFailed = true));
  }

  #showWhole(): void {
    const shown = this.renderRoot.querySelectorAll('.contributions li').length;
    this.whole = true;
    void this.updateComplete.then(() => {
      // The button is gone; the focus goes on at the first that it brought.
      const added = [...this.renderRoot.querySelectorAll<HTMLElement>('.contributions li')].slice(shown);
      const link = added.flatMap((item) => item.querySelector('a') ?? [])[0];
      if (link) return link.focus();
      added[0]?.setAttribute('tabindex', '-1');
      added[0]?.focus();
    });
  }

  readonly #onFormClosed = (event: Event): void => {
    event.stopPropagation();
    this.#ask(false, undefined);
    void this.updateComplete.then(() => {
      const back = this.renderRoot.querySelector<HTMLElement>('.contact :is(button, a), .name');
      if (back?.matches('.name')) back.setAttribute('tabindex', '-1');
      back?.focus();
    });
  };
}
