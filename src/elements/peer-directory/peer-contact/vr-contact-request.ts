import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import { shortDay } from '../../../i18n/date-words.ts';
import type { PeerContactMessages } from '../../../i18n/de/peer-contact.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { peerContactWords } from '../../../i18n/peer-contact-words.ts';
import { contactsLink } from '../../../internal/peer-link.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { ContactRequest } from '../../../model/contact-request.ts';
import type { FormValues } from '../../../model/form-values.ts';
import type { Peer, PeerBrief } from '../../../model/peer.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import type { VrFormInputEvent, VrFormSubmitEvent } from '../../shared/form/events.ts';
import { FormDrafts } from '../../shared/form/form-drafts.ts';
import { icon } from '../../shared/icons.ts';
import type { ContactAbout } from '../peer-offers/events.ts';
import { contactForm, contactInput, valuesOfInput, type ContactFormContext } from './contact-form.ts';
import { CONTACT_ICONS } from './contact-icons.ts';
import type { ContactEntry } from './contact-orders.ts';
import { namesFields, renderSendingActions, sendingWords, type SendingContext } from './contact-sending.ts';
import { dayWords } from './contact-words.ts';
import { VrContactCloseEvent, VrContactSentEvent } from './events.ts';
import { OrdersController } from './orders-controller.ts';
import { OwnEntry, ownEntryLink } from './own-entry.ts';
import { requestStyles } from './vr-contact-request.styles.ts';

/**
 * Asks a person for contact without either of the two seeing an address: what it is about, a message, and what the writer
 * gives away when the other one accepts. What was typed is never lost, and what was sent arrives once.
 *
 * @summary The form of a request for contact.
 * @documentation docs/offers-and-contact.md
 * @status stable
 * @since 0.3
 *
 * @fires {VrContactSentEvent} vr-contact-sent - the request has arrived
 * @fires {VrContactCloseEvent} vr-contact-close - the reader leaves the form
 */
export class VrContactRequest extends StyledElement {
  static override styles = [host, controls, requestStyles];

  /** Who is asked. Of a whole entry it is known whether they answer requests at present. */
  @property({ attribute: false }) peer: Peer | PeerBrief | undefined;
  /** What the request refers to. */
  @property({ attribute: false }) about: ContactAbout | undefined;
  @property({ attribute: false }) port: PeersPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  /** Address of the page with the reader's own entry; default: this page, when it has it. */
  @property({ attribute: false }) profileUrl: string | undefined;

  /** The request that has arrived while the form was open. */
  @state() private sent: ContactRequest | undefined;
  @state() private said = '';
  @state() private signInFailed = false;

  readonly #localize = new LocalizeController<PeerContactMessages>(this, peerContactWords);
  readonly #own = new OwnEntry(this);
  readonly #orders = new OrdersController(this, ({ input }, request) => {
    if (input.toId === this.peer?.id) this.#arrived(request);
  });
  readonly #drafts = new FormDrafts();
  #round = 0;
  #peerId: string | undefined;
  #wasAnonymous: boolean | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drafts.leave();
  }

  /** Puts the focus where writing begins, or on what is said in the form's place. */
  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>('vr-form, .panel[tabindex]');
    if (target) target.focus(options);
    else super.focus(options);
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const { port, me, storage, peer } = this;
    if (!this.isConnected) return;
    if (peer?.id !== this.#peerId) {
      this.#peerId = peer?.id;
      this.sent = undefined;
      this.said = '';
    }
    this.#own.use(port, me?.person?.id);
    if (port) this.#keepDrafts(port, me, storage);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { port, peer } = this;
    if (!port || !peer) return nothing;
    const { request: says } = this.#localize.words;
    return html`<div class="base">
      <div class="title" role="heading" aria-level=${this.headingLevel}>${says.title(peer.displayName)}</div>
      <p class=${this.said ? 'said' : 'visually-hidden'} role="status">${this.said}</p>
      ${this.#renderBody(port, peer)}
    </div>`;
  }

  #renderBody(port: PeersPort, peer: Peer | PeerBrief): TemplateResult | typeof nothing {
    const { request: says, contact } = this.#localize.words;
    const { me } = this;
    const name = peer.displayName;
    const profile = ownEntryLink(this.profileUrl);
    if (this.sent) return this.#renderSent(this.sent, name);
    if (!port.requestContact) return this.#renderNote(says.unsupported);
    if (!me) return html`<p role="status">${contact.loading}</p>`;
    if (me.anonymous) return this.#renderSignIn(name);
    const isSelf = peer.id === me.person?.id || ('me' in peer && peer.me?.self === true);
    if (isSelf)
      return this.#renderNote(says.self, profile && html`<a class="button" href=${profile}>${contact.toProfile}</a>`);
    const entry = this.#orders.orders?.of(peer.id);
    if (entry && !namesFields(entry.error)) return this.#renderEntry(entry);
    const stands = this.#renderStanding(peer);
    return stands ?? this.#renderForm(peer, entry);
  }

  /** What makes a request useless now. What was typed stays. */
  #renderStanding(peer: Peer | PeerBrief): TemplateResult | undefined {
    const { request: says, contact } = this.#localize.words;
    const name = peer.displayName;
    const inbox = html`<a class="button" href=${contactsLink()}>${contact.toInbox}</a>`;
    if ('me' in peer && peer.me?.request === 'sent') return this.#renderNote(says.open(name), inbox);
    const away = 'availability' in peer ? peer.availability : undefined;
    if (away?.state !== 'paused') return undefined;
    if (away.until === undefined) return this.#renderNote(says.paused(name));
    if (away.until < plainDateAt(this.timeZone, Date.now())) return undefined;
    return this.#renderNote(says.pausedUntil(name, shortDay(this.locale, away.until)));
  }

  #renderNote(text: string, action?: TemplateResult | ''): TemplateResult {
    return html`<div class="panel" tabindex="-1">
      <p>${text}</p>
      <div class="row">${action || nothing} ${this.#renderClose()}</div>
    </div>`;
  }

  #renderClose(): TemplateResult {
    return html`<button type="button" class="button quiet" @click=${() => this.dispatchEvent(new VrContactCloseEvent())}>
      ${this.#localize.words.contact.close}
    </button>`;
  }

  #renderSignIn(name: string): TemplateResult {
    const { request: says, contact } = this.#localize.words;
    const { account } = this;
    return html`<div class="panel" tabindex="-1">
      <p>${says.signInHint(name)}</p>
      ${this.#drafts.of(this.#key()) ? html`<p>${says.textStays}</p>` : nothing}
      ${this.signInFailed ? html`<p class="failure" role="alert">${contact.signInFailed}</p>` : nothing}
      <div class="row">
        ${
          account?.signIn
            ? html`<button type="button" class="button primary" @click=${() => this.#signIn(account)}>
                ${contact.signIn}
              </button>`
            : nothing
        }
        ${this.#renderClose()}
      </div>
    </div>`;
  }

  #renderForm(peer: Peer | PeerBrief, entry: ContactEntry | undefined): TemplateResult {
    const { words } = this.#localize;
    const { request: says, contact } = words;
    const context = this.#context(peer);
    const spec = contactForm(context);
    const { about } = this;
    return html`${
      'me' in peer && peer.me?.request === 'accepted'
        ? html`<p class="said">
              ${says.accepted(peer.displayName)} <a href=${contactsLink()}>${contact.toInbox}</a>
            </p>`
        : nothing
    }
      ${about ? html`<p class="about">${contact.about[about.type]}: <strong>${about.title}</strong></p>` : nothing}
      <vr-form
        .spec=${{ ...spec, key: `${spec.key} ${this.#round}` }}
        .draft=${this.#drafts.of(this.#key())}
        .failure=${entry?.error}
        .headingLevel=${Math.min(6, this.headingLevel + 1)}
        .words=${words}
        @vr-form-input=${({ detail }: VrFormInputEvent) => this.#drafts.keep(this.#key(), detail.values)}
        @vr-form-submit=${({ detail }: VrFormSubmitEvent) => this.#send(detail.values, context)}
        @vr-form-cancel=${() => this.dispatchEvent(new VrContactCloseEvent())}
      ></vr-form>`;
  }

  #renderEntry(entry: ContactEntry): TemplateResult {
    const { orders, storage } = this.#orders;
    const { locale, timeZone, account } = this;
    const context: SendingContext = {
      words: this.#localize.words,
      clock: { locale, timeZone },
      entry,
      storage,
      maySignIn: account?.signIn !== undefined,
      onResend: () => orders?.retry(entry),
      onSignIn: () => account && this.#signIn(account, entry),
      onGiveUp: () => this.#edit(entry, this.#localize.words.request.givenUp),
      onEdit: () => this.#edit(entry),
    };
    return html`<div class="panel ${entry.state}" tabindex="-1" aria-busy=${entry.state === 'sending'}>
      <div role=${entry.state === 'refused' ? 'alert' : 'status'}>${sendingWords(context)}</div>
      ${renderSendingActions(context)}
    </div>`;
  }

  #renderSent(request: ContactRequest, name: string): TemplateResult {
    const { request: says, contact } = this.#localize.words;
    const { locale, timeZone } = this;
    return html`<div class="panel done" tabindex="-1">
      <p class="strong">${icon(CONTACT_ICONS.accepted)} ${says.sent(name)}</p>
      <p>${says.sentNext(name, dayWords(request.expiresAt, { locale, timeZone }))}</p>
      <p>${says.sentThen}</p>
      <div class="row">
        <a class="button" href=${contactsLink()}>${contact.toInbox}</a> ${this.#renderClose()}
      </div>
    </div>`;
  }

  #context(peer: Peer | PeerBrief): ContactFormContext {
    const { about, me, locale, profileUrl } = this;
    const profile = ownEntryLink(profileUrl);
    return { peer, about, me, own: this.#own, words: this.#localize.words, locale, profile };
  }

  #key(): string {
    return `contact-${this.peer?.id ?? ''}`;
  }

  /** Who is signed out while writing keeps the text, and has it again as whoever signs in on this form. */
  #keepDrafts(port: PeersPort, me: Me | undefined, storage: string): void {
    const isAnonymous = me?.anonymous;
    const typed = this.#wasAnonymous === false && isAnonymous === true ? this.#drafts.of(this.#key()) : undefined;
    this.#drafts.use({ port, form: 'contact', user: me?.person?.id, storage });
    if (typed) this.#drafts.keep(this.#key(), typed);
    if (isAnonymous !== undefined) this.#wasAnonymous = isAnonymous;
  }

  #send(values: FormValues, context: ContactFormContext): void {
    const { peer } = context;
    this.said = '';
    this.#drafts.keep(this.#key(), values);
    this.#orders.orders?.send({ input: contactInput(values, context), name: peer.displayName });
    this.#focusPanel();
  }

  #edit(entry: ContactEntry, said = ''): void {
    this.#orders.orders?.giveUp(entry);
    this.#drafts.keep(this.#key(), valuesOfInput(entry.input.input));
    this.#round++;
    this.said = said;
    void this.updateComplete.then(() => this.focus());
  }

  #arrived(request: ContactRequest): void {
    this.#drafts.drop(this.#key());
    this.sent = request;
    this.said = '';
    this.dispatchEvent(new VrContactSentEvent(request));
    this.#focusPanel();
  }

  #signIn(account: AccountPort, entry?: ContactEntry): void {
    this.signInFailed = false;
    this.#drafts.handOver();
    account.signIn?.().then(
      (done) => done && entry && this.#orders.orders?.retry(entry),
      () => (this.signInFailed = true),
    );
  }

  /** What has become of the request is read at once, where the form stood. */
  #focusPanel(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.panel')?.focus());
  }
}
