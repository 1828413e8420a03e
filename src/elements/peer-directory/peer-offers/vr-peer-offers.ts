import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import type { PeerOffersMessages } from '../../../i18n/de/peer-offers.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { peerOffersWords } from '../../../i18n/peer-offers-words.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { FormValues } from '../../../model/form-values.ts';
import type { PeerOffer } from '../../../model/peer.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import type { VrFilterChangeEvent } from '../../shared/events.ts';
import type { VrFormInputEvent, VrFormSubmitEvent } from '../../shared/form/events.ts';
import { conflictStyles } from '../../shared/form/form-conflict.styles.ts';
import { renderConflict } from '../../shared/form/form-conflict.ts';
import { FormDrafts } from '../../shared/form/form-drafts.ts';
import { topicLabel } from '../../shared/peer-words.ts';
import { Deeds } from '../../../internal/deeds.ts';
import { OwnEntry, ownEntryLink } from '../peer-contact/own-entry.ts';
import { VrContactOpenEvent, VrPeerOpenEvent } from './events.ts';
import {
  compareOffers,
  conflictRows,
  mergedOffer,
  specOf,
  type OfferConflict,
  type OfferFormContext,
} from './offer-forms.ts';
import { doneWords, OfferWork } from './offer-work.ts';
import { formKey, impulseLinkOn, type OffersContext, type OpenForm } from './offers-context.ts';
import { renderBoardSection, renderMineSection, type SectionsContext } from './offers-sections.ts';
import { renderProfileLink, renderSaid, renderStart, type StartContext } from './offers-start.ts';
import { PeerOffersSource } from './peer-offers-source.ts';
import { offersStyles } from './vr-peer-offers.styles.ts';

/** Milliseconds between the last letter of a search and the question. */
const QUIET = 250;

/**
 * What people offer and seek, as short cards. Members put up their own, change, renew and close them.
 *
 * @summary What people offer and seek.
 * @documentation docs/offers-and-contact.md
 * @status stable
 * @since 0.3
 *
 * @fires {VrPeerOpenEvent} vr-peer-open - the reader wants to see somebody's entry
 * @fires {VrContactOpenEvent} vr-contact-open - the reader wants to ask somebody for contact
 */
export class VrPeerOffers extends StyledElement {
  static override styles = [host, controls, conflictStyles, offersStyles];

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
  /** Address of the page with the calendar, which takes impulses; default: this page, when it has one. */
  @property({ attribute: false }) eventUrl: string | undefined;

  @state() private form: OpenForm | undefined;
  @state() private conflict: OfferConflict | undefined;
  /** What was closed last, and can be opened again. */
  @state() private closed: PeerOffer | undefined;
  @state() private signInFailed = false;

  readonly #localize = new LocalizeController<PeerOffersMessages>(this, peerOffersWords);
  readonly #source = new PeerOffersSource(this);
  readonly #deeds = new Deeds(this);
  readonly #own = new OwnEntry(this);
  readonly #drafts = new FormDrafts();
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#drafts.leave();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const { port, me, storage } = this;
    if (!this.isConnected) return;
    const user = me?.person?.id;
    if (this.#source.use(port, user)) {
      this.#deeds.reset();
      this.closed = undefined;
    }
    this.#own.use(port?.createOffer && port, user);
    if (port) this.#drafts.use({ port, form: 'peer-offers', user, storage });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { offers } = this.#localize.words;
    const { port, form } = this;
    if (!port) return nothing;
    return html`<div class="base">
      <div class="head">
        <div class="title" role="heading" tabindex="-1" aria-level=${this.headingLevel}>${offers.title}</div>
        <p class="lead">${offers.lead}</p>
      </div>
      ${
        port.offers
          ? html`${renderStart(this.#startContext(port))} ${renderSaid(this.#startContext(port))}
            ${form?.name === 'create' ? this.#renderCreate(form) : nothing}
            ${renderMineSection(this.#sections(port))} ${renderBoardSection(this.#sections(port))}`
          : html`<p>${offers.unsupported}</p>`
      }
    </div>`;
  }

  #startContext(port: PeersPort): StartContext {
    const { account, me, form, signInFailed, closed } = this;
    return {
      words: this.#localize.words,
      port,
      account,
      me,
      form,
      entry: this.#own.entry,
      profile: ownEntryLink(this.profileUrl),
      said: this.#deeds.said,
      closed,
      signInFailed,
      open: (next) => this.#open(next),
      undo: (offer) => void this.#undo(offer),
      signIn: () => this.#signIn(),
    };
  }

  #renderCreate(form: OpenForm & { readonly name: 'create' }): TemplateResult {
    const title = this.#localize.words.offers.createTitle[form.direction];
    return html`<section class="panel" aria-label=${title}>
      <div class="part" role="heading" aria-level=${this.#level(1)}>${title}</div>
      ${this.#renderForm(form)}
    </section>`;
  }

  #renderForm(form: OpenForm): TemplateResult {
    const { words } = this.#localize;
    const { offers } = words;
    const key = formKey(form);
    if (this.conflict && form.name === 'edit') return this.#renderConflict(this.conflict, form);
    const spec = specOf(form, this.#formContext());
    const failure = this.#deeds.failureOf(key);
    const needsEntry = failure?.problem?.['code'] === 'not-listed';
    return html`${
      needsEntry
        ? html`<p class="failure" role="alert">
              ${offers.needsEntry} ${renderProfileLink({ words, profile: ownEntryLink(this.profileUrl) })}
            </p>`
        : nothing
    }<vr-form
        class="form"
        .spec=${{ ...spec, key: `${spec.key} ${this.#round}` }}
        .draft=${this.#drafts.of(key)}
        .busy=${this.#deeds.isBusy(key)}
        .failure=${needsEntry ? undefined : failure}
        .headingLevel=${this.#level(2)}
        .words=${words}
        @vr-form-input=${({ detail }: VrFormInputEvent) => this.#drafts.keep(key, detail.values)}
        @vr-form-submit=${({ detail }: VrFormSubmitEvent) => void this.#send(form, detail.values)}
        @vr-form-cancel=${() => this.#cancel(form)}
      ></vr-form>`;
  }

  #renderConflict(conflict: OfferConflict, form: OpenForm): TemplateResult {
    const all = Object.keys(conflict.picks);
    const { lang } = this.#localize.words;
    return renderConflict({
      rows: conflictRows(conflict, this.#formContext()),
      words: this.#localize.words,
      headingLevel: this.#level(3),
      busy: this.#deeds.isBusy(formKey(form)),
      onPick: (name, side) => (this.conflict = { ...conflict, picks: { ...conflict.picks, [name]: side } }),
      onAll: (side) => (this.conflict = { ...conflict, picks: Object.fromEntries(all.map((name) => [name, side])) }),
      onSave: () => void this.#send(this.#resume(conflict), mergedOffer(conflict, lang)),
      onBack: () => void this.#resume(conflict),
    });
  }

  #sections(port: PeersPort): SectionsContext {
    return {
      ...this.#context(port),
      source: this.#source,
      me: this.me,
      partLevel: this.#level(1),
      onFilter: this.#onFilter,
    };
  }

  #level(deeper: number): number {
    return Math.min(6, this.headingLevel + deeper);
  }

  #today(): string {
    return plainDateAt(this.timeZone, Date.now());
  }

  #formContext(): OfferFormContext {
    const { locale } = this;
    const topics = this.#source.vocabulary?.topics ?? [];
    return { words: this.#localize.words, locale, today: this.#today(), topics };
  }

  #context(port: PeersPort): OffersContext {
    const { locale, form, me } = this;
    return {
      deeds: this.#deeds,
      port,
      words: this.#localize.words,
      locale,
      today: this.#today(),
      user: me?.person?.id,
      stranger: me?.anonymous === true,
      headingLevel: this.#level(2),
      form,
      open: (next) => this.#open(next),
      drawForm: (open) => this.#renderForm(open),
      close: (offer, to) => void this.#close(offer, to),
      toPeer: (id) => this.dispatchEvent(new VrPeerOpenEvent(id)),
      contact: (peer, about) => this.dispatchEvent(new VrContactOpenEvent(peer, about)),
      impulseLink: (title) => impulseLinkOn(this.eventUrl, title),
    };
  }

  #open(form: OpenForm | undefined): void {
    this.form = form;
    this.conflict = undefined;
    if (!form) return;
    this.#deeds.forgive(formKey(form));
    void this.updateComplete.then(async () => {
      const open = this.renderRoot.querySelector('vr-form');
      await open?.updateComplete;
      open?.focus();
    });
  }

  /** What was typed is still there when the form is opened again. */
  #cancel(form: OpenForm): void {
    this.#open(undefined);
    this.#focusOpener(form);
  }

  async #send(form: OpenForm, values: FormValues): Promise<void> {
    const saved = await this.#work().send(form, values, this.#formContext());
    if (saved) this.#done(form, saved);
    else if (form.name !== 'create' && this.#deeds.failureOf(formKey(form))?.status === 412)
      await this.#compare(form, values);
  }

  #work(): OfferWork {
    return new OfferWork(this.#source, this.#deeds, this.port);
  }

  #done(form: OpenForm, offer: PeerOffer): void {
    const isUnseen = (this.#own.entry?.state ?? 'listed') !== 'listed';
    this.#drafts.drop(formKey(form));
    this.#open(undefined);
    this.closed = undefined;
    this.#source.take(offer);
    this.#deeds.say(doneWords(form, offer, isUnseen, this.#formContext()));
    this.#focusOpener(form);
  }

  /** Somebody, perhaps the same person elsewhere, has changed it meanwhile. */
  async #compare(form: OpenForm & { readonly offer: PeerOffer }, values: FormValues): Promise<void> {
    const { offer } = form;
    await this.#source.loadMine();
    const theirs = this.#source.mine.items.find(({ id }) => id === offer.id);
    if (!theirs) return this.#deeds.say(this.#localize.words.offers.gone);
    this.#deeds.forgive(formKey(form));
    // A new last day holds whatever else has changed: it goes on from the other version by itself.
    if (form.name === 'renew') return this.#send({ name: 'renew', offer: theirs }, values);
    this.form = { name: 'edit', offer: theirs };
    this.conflict = compareOffers(offer, theirs, values, this.#formContext());
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.conflict .title')?.focus());
  }

  /** Goes on from the other version with what was chosen. */
  #resume(conflict: OfferConflict): OpenForm {
    const form: OpenForm = { name: 'edit', offer: conflict.theirs };
    this.#drafts.keep(formKey(form), mergedOffer(conflict, this.#localize.words.lang));
    this.#round++;
    this.#open(form);
    return form;
  }

  async #close(offer: PeerOffer, to: 'matched' | 'closed'): Promise<void> {
    const { offers, lang } = this.#localize.words;
    const label = topicLabel(offer.topic, lang);
    const saved = await this.#work().turn(offer, to);
    if (!saved) return;
    this.closed = saved;
    this.#deeds.say(to === 'matched' ? offers.doneSaid(label) : offers.withdrawnSaid(label));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-undo]')?.focus());
  }

  async #undo(offer: PeerOffer): Promise<void> {
    const { offers, lang } = this.#localize.words;
    const saved = await this.#work().turn(offer, 'open');
    if (!saved) return;
    this.closed = undefined;
    this.#deeds.say(offers.undoneSaid(topicLabel(offer.topic, lang)));
    this.#focusOpener({ name: 'edit', offer: saved });
  }

  #signIn(): void {
    this.signInFailed = false;
    this.#drafts.handOver();
    this.account?.signIn?.().catch(() => (this.signInFailed = true));
  }

  /** The focus goes back to where the form was opened. */
  #focusOpener(form: OpenForm): void {
    void this.updateComplete.then(() => {
      const item =
        'offer' in form ? this.renderRoot.querySelector(`.mine[data-id="${CSS.escape(form.offer.id)}"]`) : undefined;
      const begin = form.name === 'create' ? `[data-begin=${form.direction}]` : '[data-begin]';
      const target =
        item?.querySelector<HTMLElement>(`[data-open=${form.name}], [data-open]`) ??
        this.renderRoot.querySelector<HTMLElement>(begin);
      target?.focus();
    });
  }

  readonly #onFilter = ({ detail: { name, value } }: VrFilterChangeEvent): void => {
    const { [name as 'q']: _, ...others } = this.#source.filter;
    const filter = { ...others, ...(value && { [name]: value }) };
    clearTimeout(this.#timer);
    if (name === 'q' && value) {
      this.#source.filter = filter;
      this.#timer = setTimeout(() => this.#source.loadBoard(), QUIET);
    } else this.#source.narrow(filter);
  };
}
