import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import type { PeerContactMessages } from '../../../i18n/de/peer-contact.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { peerContactWords } from '../../../i18n/peer-contact-words.ts';
import { asBackendError } from '../../../internal/as-backend-error.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { ContactRequest } from '../../../model/contact-request.ts';
import type { FormValues } from '../../../model/form-values.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import type { VrFormSubmitEvent } from '../../shared/form/events.ts';
import type { FormSpec } from '../../shared/form/form-fields.ts';
import { VrContactOpenEvent, VrPeerOpenEvent } from '../peer-offers/events.ts';
import { given } from './answer-forms.ts';
import { renderBlocked } from './blocked-list.ts';
import { Deeds } from '../../../internal/deeds.ts';
import { VrContactWaitingEvent } from './events.ts';
import { answerKey, type AnswerForm, type Copied, type InboxContext } from './inbox-context.ts';
import { renderLane } from './inbox-lane.ts';
import { stateWords } from './inbox-list.ts';
import { renderOrders } from './inbox-orders.ts';
import { BOXES, InboxSource, type Box } from './inbox-source.ts';
import { OrdersController } from './orders-controller.ts';
import { OwnEntry, ownEntryLink } from './own-entry.ts';
import { inboxStyles } from './vr-contact-inbox.styles.ts';

/**
 * Requests for contact, received and sent: those that wait come first, each can be read and answered, and what the other
 * one gives is shown when it is asked for.
 *
 * @summary Requests for contact, received and sent.
 * @documentation docs/offers-and-contact.md
 * @status stable
 * @since 0.3
 *
 * @fires {VrPeerOpenEvent} vr-peer-open - the reader wants to see somebody's entry
 * @fires {VrContactOpenEvent} vr-contact-open - a request that did not go through is to be written again
 * @fires {VrContactWaitingEvent} vr-contact-waiting - another number of requests waits for the reader
 */
export class VrContactInbox extends StyledElement {
  static override styles = [host, controls, inboxStyles];

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
  /** The request to open. */
  @property({ attribute: false }) requestId: string | undefined;

  @state() private box: Box = 'received';
  @state() private openId: string | undefined;
  @state() private form: AnswerForm | undefined;
  @state() private copied: Copied | undefined;
  /** Why the request that was to be opened cannot be. */
  @state() private missing = '';
  @state() private signInFailed = false;

  readonly #localize = new LocalizeController<PeerContactMessages>(this, peerContactWords);
  readonly #source = new InboxSource(this, (waiting) => this.dispatchEvent(new VrContactWaitingEvent(waiting)));
  readonly #deeds = new Deeds(this);
  readonly #own = new OwnEntry(this);
  readonly #orders = new OrdersController(this, (_order, request) => this.#source.take(request));

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { port, me, requestId } = this;
    if (!this.isConnected) return;
    const isNew = this.#source.use(port, me?.person?.id);
    if (isNew) {
      this.#deeds.reset();
      this.openId = this.form = this.copied = undefined;
    }
    if (this.form?.name === 'accept') this.#own.use(port, me?.person?.id);
    const isAsked = changed.has('requestId') || isNew;
    if (isAsked && requestId && port && me?.person) void this.#openLinked(requestId);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.#localize;
    const { inbox, contact } = words;
    const { port, me } = this;
    if (!port) return nothing;
    const { said } = this.#deeds;
    return html`<div class="base">
      <div class="head">
        <div class="title" role="heading" tabindex="-1" aria-level=${this.headingLevel}>${inbox.title}</div>
        <p class="lead">${inbox.lead}</p>
      </div>
      <p class=${said ? 'said' : 'visually-hidden'} role="status">${said}</p>
      ${
        !port.requests
          ? html`<p>${words.request.unsupported}</p>`
          : !me
            ? html`<p role="status">${contact.loading}</p>`
            : me.person
              ? this.#renderBoxes(port)
              : this.#renderSignIn()
      }
    </div>`;
  }

  #renderSignIn(): TemplateResult {
    const { inbox, contact } = this.#localize.words;
    const { account } = this;
    const onClick = (): void => {
      this.signInFailed = false;
      account?.signIn?.().catch(() => (this.signInFailed = true));
    };
    return html`<div class="locked">
      <p>${inbox.signInHint}</p>
      ${this.signInFailed ? html`<p class="failure" role="alert">${contact.signInFailed}</p>` : nothing}
      ${
        account?.signIn
          ? html`<button type="button" class="button primary" @click=${onClick}>${contact.signIn}</button>`
          : nothing
      }
    </div>`;
  }

  #renderBoxes(port: PeersPort): TemplateResult {
    const { inbox } = this.#localize.words;
    const { waiting } = this.#source;
    const context = this.#context(port);
    return html`<div class="boxes" role="group" aria-label=${inbox.box}>
        ${BOXES.map(
          (box) =>
            html`<button
              type="button"
              class="button toggle"
              data-box=${box}
              aria-pressed=${this.box === box}
              @click=${() => this.#turnTo(box)}
            >
              ${inbox.boxes[box]}${
                box === 'received' && waiting > 0
                  ? html` <span class="count">${inbox.waitingCount(waiting)}</span>`
                  : nothing
              }
            </button>`,
        )}
      </div>
      ${this.missing ? html`<p class="failure" role="alert">${this.missing}</p>` : nothing}
      ${this.box === 'sent' ? this.#renderOrders() : nothing}
      ${renderLane(this.box, context, this.box === 'sent' && this.#orders.entries.length > 0)}
      ${port.blocked && port.unblock ? renderBlocked(context, (id, name) => void this.#unblock(port, id, name)) : nothing}`;
  }

  /** What has not arrived yet stands before what has. */
  #renderOrders(): TemplateResult | typeof nothing {
    const { words } = this.#localize;
    const { locale, timeZone, account } = this;
    return renderOrders({
      orders: this.#orders,
      words,
      clock: { locale, timeZone },
      maySignIn: account?.signIn !== undefined,
      onSignIn: (entry) =>
        void account?.signIn?.().then(
          (done) => done && this.#orders.orders?.retry(entry),
          () => this.#deeds.say(words.contact.signInFailed),
        ),
      onEdit: ({ input: { input, name } }) =>
        this.dispatchEvent(new VrContactOpenEvent({ id: input.toId, displayName: name })),
    });
  }

  #level(deeper: number): number {
    return Math.min(6, this.headingLevel + deeper);
  }

  #context(port: PeersPort): InboxContext {
    const { locale, timeZone, openId, form, copied } = this;
    return {
      source: this.#source,
      deeds: this.#deeds,
      own: this.#own,
      profile: ownEntryLink(this.profileUrl),
      port,
      words: this.#localize.words,
      clock: { locale, timeZone },
      headingLevel: this.#level(2),
      openId,
      form,
      copied,
      unfold: ({ id }) => this.#unfold(id === openId ? undefined : id),
      open: (next) => this.#open(next),
      toPeer: (id) => this.dispatchEvent(new VrPeerOpenEvent(id)),
      showContact: (request) => void this.#showContact(request),
      onCopied: (next) => (this.copied = next),
      drawForm: (open, spec, send) => this.#renderForm(open, spec, send),
      answer: (request, open, values) => void this.#answer(port, request, open, values),
    };
  }

  #renderForm(form: AnswerForm, spec: FormSpec, send: (values: FormValues) => void): TemplateResult {
    const key = answerKey(form);
    return html`<vr-form
      .spec=${spec}
      .busy=${this.#deeds.isBusy(key)}
      .failure=${this.#deeds.failureOf(key)}
      .headingLevel=${this.#level(3)}
      .words=${this.#localize.words}
      @vr-form-submit=${({ detail }: VrFormSubmitEvent) => send(detail.values)}
      @vr-form-cancel=${() => this.#cancel(form)}
    ></vr-form>`;
  }

  #turnTo(box: Box): void {
    this.box = box;
    this.missing = '';
    this.#unfold(undefined);
  }

  /** Addresses do not stay in the page when their request is folded up. */
  #unfold(id: string | undefined): void {
    for (const shown of [...this.#source.shown.keys()]) this.#source.hide(shown);
    this.openId = id;
    this.form = this.copied = undefined;
  }

  #open(form: AnswerForm | undefined): void {
    this.form = form;
    if (!form) return;
    this.#deeds.forgive(answerKey(form));
    void this.updateComplete.then(async () => {
      const open = this.renderRoot.querySelector('vr-form');
      await open?.updateComplete;
      open?.focus();
    });
  }

  #cancel(form: AnswerForm): void {
    this.form = undefined;
    this.#focusIn(form.id, `[data-answer=${form.name}]`);
  }

  async #openLinked(id: string): Promise<void> {
    this.missing = '';
    try {
      const request = await this.#source.find(id);
      if (!request || this.requestId !== id) return;
      this.box = request.box;
      this.#unfold(id);
      this.#focusIn(id, '[data-unfold]');
    } catch (cause) {
      const { kind } = asBackendError(cause);
      const { inbox, failure } = this.#localize.words;
      if (this.isConnected && this.requestId === id) this.missing = kind === 'missing' ? inbox.gone : failure[kind];
    }
  }

  async #answer(port: PeersPort, request: ContactRequest, form: AnswerForm, values: FormValues): Promise<void> {
    const { inbox } = this.#localize.words;
    const { id, peer } = request;
    const key = answerKey(form);
    const input = form.name === 'accept' ? { reveal: given(values, this.#own) } : {};
    const answered = await this.#deeds.run(key, input, (options) =>
      port.answerRequest?.(request, form.name, input, options),
    );
    if (!answered) {
      if (this.#deeds.failureOf(key)?.kind === 'conflict') await this.#refresh(request, key);
      return;
    }
    this.form = undefined;
    this.#source.take(answered);
    if (form.name === 'block' && this.#source.blocked) void this.#source.loadBlocked();
    const said = {
      accept: inbox.acceptedSaid(peer.displayName),
      decline: inbox.declinedSaid(peer.displayName),
      block: inbox.blockedSaid(peer.displayName),
      withdraw: inbox.withdrawnSaid,
    };
    this.#deeds.say(said[form.name]);
    this.#focusIn(id, form.name === 'accept' ? '[data-show]' : '[data-unfold]');
  }

  /** It was answered elsewhere, taken back, or has lapsed: shows how it stands now. */
  async #refresh({ id }: ContactRequest, key: string): Promise<void> {
    const { inbox } = this.#localize.words;
    const now = await this.#source.find(id).catch(() => undefined);
    if (!now) return;
    this.form = undefined;
    this.#deeds.forgive(key);
    this.#deeds.say(inbox.over(stateWords(now, { words: this.#localize.words })));
    this.#focusIn(id, '[data-unfold]');
  }

  async #showContact(request: ContactRequest): Promise<void> {
    const { inbox } = this.#localize.words;
    if (!(await this.#source.show(request.id))) return;
    this.#deeds.say(inbox.contactShown(request.peer.displayName));
    this.#focusIn(request.id, '.addresses');
  }

  async #unblock(port: PeersPort, id: string, name: string): Promise<void> {
    const done = await this.#deeds.run(`unblock ${id}`, id, async (options) => {
      await port.unblock?.(id, options);
      return true;
    });
    if (!done) return;
    await this.#source.loadBlocked();
    this.#deeds.say(this.#localize.words.inbox.unblockedSaid(name));
    this.renderRoot.querySelector<HTMLElement>('.blocked summary')?.focus();
  }

  #focusIn(id: string, selector: string): void {
    void this.updateComplete.then(() => {
      const item = this.renderRoot.querySelector(`[data-id="${CSS.escape(id)}"]`);
      const target = item?.querySelector<HTMLElement>(selector) ?? item?.querySelector<HTMLElement>('[data-unfold]');
      target?.focus();
    });
  }
}
