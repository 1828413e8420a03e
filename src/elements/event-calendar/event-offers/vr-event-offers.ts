import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, EventsPort } from '../../../backend/ports.ts';
import type { EventOffersMessages } from '../../../i18n/de/event-offers.ts';
import { eventOffersWords } from '../../../i18n/event-offers-words.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { FormValues } from '../../../model/form-values.ts';
import type { LearningCircle } from '../../../model/impulse.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import type { VrFilterChangeEvent } from '../../shared/events.ts';
import type { VrFormInputEvent, VrFormSubmitEvent } from '../../shared/form/events.ts';
import { conflictStyles } from '../../shared/form/form-conflict.styles.ts';
import { renderConflict } from '../../shared/form/form-conflict.ts';
import { FormDrafts } from '../../shared/form/form-drafts.ts';
import { VrEventChangedEvent } from '../event-page/events.ts';
import { renderCircles } from './circle-list.ts';
import { VrEventOpenIdEvent } from './events.ts';
import { renderImpulses } from './impulse-list.ts';
import type { OfferFormContext } from './offer-forms.ts';
import { compareImpulses, impulseRows, mergedImpulse, sendForm, specOf, type ImpulseConflict } from './offer-work.ts';
import { offerFormKey, type OfferForm, type OffersContext } from './offers-context.ts';
import { OffersSource } from './offers-source.ts';
import { renderState } from './offers-state.ts';
import { offersStyles } from './vr-event-offers.styles.ts';

/**
 * What members give each other: impulses that wait for a date, and learning circles with places left. Whoever offers one
 * picks the date when there is interest; those who showed it hear of it first.
 *
 * @summary Impulses and learning circles, to be offered, joined and dated.
 * @documentation docs/impulses-and-circles.md
 * @status stable
 * @since 0.3
 *
 * @fires {VrEventOpenIdEvent} vr-event-open-id - the reader wants to see the event that an offer has become
 * @fires {VrEventChangedEvent} vr-event-changed - an event came into being, or somebody joined or left one
 */
export class VrEventOffers extends StyledElement {
  static override styles = [host, controls, conflictStyles, offersStyles];

  @property({ attribute: false }) port: EventsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  /** Begins a new impulse at once, with this title (see `linkedNewImpulse`). */
  @property({ attribute: false }) newImpulse: string | undefined;

  @state() private form: OfferForm | undefined;
  @state() private conflict: ImpulseConflict | undefined;

  readonly #localize = new LocalizeController<EventOffersMessages>(this, eventOffersWords);
  readonly #source = new OffersSource(this);
  readonly #drafts = new FormDrafts();
  #round = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drafts.leave();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#localize.pending;
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { port, me, storage } = this;
    if (!this.isConnected) return;
    this.#source.use(port, me?.person?.id);
    if (port) this.#drafts.use({ port, form: 'offers', user: me?.person?.id, storage });
    if (changed.has('newImpulse') && this.newImpulse !== undefined)
      this.#open({ name: 'offer', title: this.newImpulse });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.#localize;
    const { offers } = words;
    const { port, form } = this;
    if (!port) return nothing;
    const { said } = this.#source.deeds;
    const own = form?.name === 'offer' || form?.name === 'found' ? form : undefined;
    return html`<div class="base">
      <div class="head">
        <div class="title" role="heading" aria-level=${this.headingLevel}>${offers.title}</div>
        <p class="lead">${offers.lead}</p>
      </div>
      ${this.#renderStart()}
      <p class=${said ? 'said' : 'visually-hidden'} role="status">${said}</p>
      ${own && this.#maySend(own) ? this.#renderOwn(own) : nothing}
      ${port.impulses ? this.#renderImpulses(port) : nothing} ${port.circles ? this.#renderCircles(port) : nothing}
    </div>`;
  }

  /** What members begin; strangers are shown the way in. */
  #renderStart(): TemplateResult | typeof nothing {
    const { offers } = this.#localize.words;
    const { account, me, form } = this;
    if (me?.anonymous === true)
      return html`<div class="row locked">
        <p>${offers.signInHint}</p>
        ${
          account?.signIn
            ? html`<button type="button" class="button primary" @click=${() => this.#signIn(account)}>
                ${offers.signIn}
              </button>`
            : nothing
        }
      </div>`;
    const start = (name: 'offer' | 'found', label: string): TemplateResult =>
      html`<button
        type="button"
        class="button primary"
        aria-expanded=${form?.name === name}
        @click=${() => this.#open(form?.name === name ? undefined : { name })}
      >
        ${label}
      </button>`;
    const kinds = (['offer', 'found'] as const).filter((name) => this.#maySend({ name }));
    return kinds.length > 0 ? html`<div class="row">${kinds.map((name) => start(name, offers[name]))}</div>` : nothing;
  }

  #renderOwn(form: OfferForm & { readonly name: 'offer' | 'found' }): TemplateResult {
    const { offers } = this.#localize.words;
    const title = form.name === 'offer' ? offers.offerTitle : offers.foundTitle;
    return html`<section class="panel" aria-label=${title}>
      <div class="part" role="heading" aria-level=${this.#level(1)}>${title}</div>
      ${this.#renderForm(form)}
    </section>`;
  }

  #renderImpulses(port: EventsPort): TemplateResult {
    const { words } = this.#localize;
    const { offers } = words;
    const { impulses, filter, vocabulary } = this.#source;
    const isNarrowed = Object.values(filter).some(Boolean);
    const topics = vocabulary.topics.map(({ id, label }) => ({
      value: id,
      label: (words.lang === 'en' ? label.en : label.de) ?? label.de ?? id,
    }));
    const isMember = this.me?.anonymous === false;
    const mine = (['author', 'interested'] as const).map((value) => ({ value, label: offers.mine[value] }));
    return html`<section aria-label=${offers.impulses}>
      <div class="part" role="heading" aria-level=${this.#level(1)}>${offers.impulses}</div>
      ${
        impulses.items.length > 0 || isNarrowed
          ? html`<vr-filter-bar
              .fields=${[
                { name: 'topic', label: offers.filterTopic, value: filter.topic ?? '', options: topics },
                ...(isMember
                  ? [{ name: 'mine', label: offers.filterMine, value: filter.mine ?? '', options: mine }]
                  : []),
              ]}
              .q=${filter.q ?? ''}
              .words=${words}
              @vr-filter-change=${this.#onFilter}
            ></vr-filter-bar>`
          : nothing
      }
      ${renderImpulses(impulses.items, this.#context(port))}
      ${renderState(impulses, isNarrowed ? offers.noneFound : offers.noImpulses, words, () => this.#source.loadImpulses())}
      ${
        impulses.next
          ? html`<button type="button" class="button more" @click=${() => this.#source.more()}>
              ${words.common.showMore}
            </button>`
          : nothing
      }
    </section>`;
  }

  #renderCircles(port: EventsPort): TemplateResult {
    const { offers } = this.#localize.words;
    const { circles } = this.#source;
    return html`<section aria-label=${offers.circles}>
      <div class="part" role="heading" aria-level=${this.#level(1)}>${offers.circles}</div>
      ${renderCircles(circles.items, this.#context(port), (circle) => this.#join(port, circle))}
      ${renderState(circles, offers.noCircles, this.#localize.words, () => this.#source.loadCircles())}
    </section>`;
  }

  #renderForm(form: OfferForm): TemplateResult {
    const { words } = this.#localize;
    const key = offerFormKey(form);
    if (this.conflict && form.name === 'edit') return this.#renderConflict(this.conflict);
    const spec = specOf(form, this.#formContext());
    const draft = this.#drafts.of(key);
    return html`<vr-form
      class="form"
      .spec=${{ ...spec, key: `${spec.key} ${this.#round}` }}
      .draft=${draft}
      .busy=${this.#source.deeds.isBusy(key)}
      .failure=${this.#source.deeds.failureOf(key)}
      .headingLevel=${this.#level(2)}
      .words=${words}
      @vr-form-input=${({ detail }: VrFormInputEvent) => this.#drafts.keep(key, detail.values)}
      @vr-form-submit=${({ detail }: VrFormSubmitEvent) => this.#send(form, detail.values)}
      @vr-form-cancel=${() => this.#cancel(form)}
    ></vr-form>`;
  }

  #renderConflict(conflict: ImpulseConflict): TemplateResult {
    const all = Object.keys(conflict.picks);
    const { form } = this;
    return renderConflict({
      rows: impulseRows(conflict, this.#formContext()),
      words: this.#localize.words,
      headingLevel: this.#level(3),
      busy: form !== undefined && this.#source.deeds.isBusy(offerFormKey(form)),
      onPick: (name, side) => (this.conflict = { ...conflict, picks: { ...conflict.picks, [name]: side } }),
      onAll: (side) => (this.conflict = { ...conflict, picks: Object.fromEntries(all.map((name) => [name, side])) }),
      onSave: () => void this.#send(this.#resume(conflict), mergedImpulse(conflict)),
      onBack: () => void this.#resume(conflict),
    });
  }

  #level(deeper: number): number {
    return Math.min(6, this.headingLevel + deeper);
  }

  #formContext(): OfferFormContext {
    const { me, timeZone } = this;
    const { vocabulary } = this.#source;
    return { words: this.#localize.words, vocabulary, me, timeZone, today: plainDateAt(timeZone, Date.now()) };
  }

  #context(port: EventsPort): OffersContext {
    const { account, locale, timeZone, form } = this;
    return {
      source: this.#source,
      port,
      account,
      words: this.#localize.words,
      locale,
      timeZone,
      headingLevel: this.#level(2),
      signedIn: this.me?.anonymous === false,
      form,
      open: (next) => this.#open(next),
      toEvent: (id, start) => this.dispatchEvent(new VrEventOpenIdEvent(id, start)),
      drawForm: (open) => this.#renderForm(open),
    };
  }

  #maySend({ name }: { readonly name: 'offer' | 'found' }): boolean {
    const { port } = this;
    const isAble = port !== undefined && (name === 'offer' ? 'offerImpulse' : 'createCircle') in port;
    return isAble && this.me?.anonymous !== true && this.#source.vocabulary.offers;
  }

  #open(form: OfferForm | undefined): void {
    this.form = form;
    this.conflict = undefined;
    if (!form) return;
    this.#source.deeds.forgive(offerFormKey(form));
    void this.updateComplete.then(async () => {
      const open = this.renderRoot.querySelector('vr-form');
      await open?.updateComplete;
      open?.focus();
    });
  }

  /** What was typed is still there when the form is opened again. */
  #cancel(form: OfferForm): void {
    this.#open(undefined);
    this.#focusItem(form);
  }

  async #send(form: OfferForm, values: FormValues): Promise<void> {
    const { port } = this;
    if (!port) return;
    const source = this.#source;
    const outcome = await sendForm(form, values, { source, port, context: this.#formContext() });
    if (!outcome) {
      if (form.name === 'edit' && source.deeds.failureOf(offerFormKey(form))?.status === 412)
        await this.#compare(form, values);
      return;
    }
    this.#drafts.drop(offerFormKey(form));
    this.#open(undefined);
    source.deeds.say(outcome.said);
    this.#focusItem(form);
    if (outcome.event) this.dispatchEvent(new VrEventChangedEvent(outcome.event));
  }

  async #compare(form: OfferForm & { readonly name: 'edit' | 'date' | 'withdraw' }, values: FormValues): Promise<void> {
    const mine = await this.port?.impulses?.({ mine: 'author' }, { fresh: true }).catch(() => undefined);
    const theirs = mine?.items.find(({ id }) => id === form.impulse.id);
    if (!theirs) return;
    this.conflict = compareImpulses(form.impulse, theirs, values);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.conflict .title')?.focus());
  }

  /** Goes on from the other version with what was chosen. */
  #resume(conflict: ImpulseConflict): OfferForm {
    const form: OfferForm = { name: 'edit', impulse: conflict.theirs };
    this.#drafts.keep(offerFormKey(form), mergedImpulse(conflict));
    this.#round++;
    this.#open(form);
    return form;
  }

  async #join(port: EventsPort, circle: LearningCircle): Promise<undefined> {
    const { offers } = this.#localize.words;
    const event = await this.#source.deeds.run(circle.id, 'join', (options) =>
      port.register?.({ id: circle.id }, {}, options),
    );
    if (!event) return;
    const { waitingPosition } = event.me ?? {};
    this.#source.deeds.say(waitingPosition ? offers.onWaiting(waitingPosition) : offers.joinedSaid);
    this.#source.loadCircles();
    this.dispatchEvent(new VrEventChangedEvent(event));
  }

  #signIn(account: AccountPort): void {
    this.#drafts.handOver();
    void account.signIn?.().catch(() => undefined);
  }

  /** The focus goes back to where the form was opened. */
  #focusItem(form: OfferForm): void {
    const id = 'impulse' in form ? form.impulse.id : 'circle' in form ? form.circle.id : undefined;
    void this.updateComplete.then(() => {
      const around = id === undefined ? '.row' : `[data-id="${CSS.escape(id)}"] .row`;
      this.renderRoot.querySelector<HTMLElement>(`${around} button`)?.focus();
    });
  }

  readonly #onFilter = ({ detail: { name, value } }: VrFilterChangeEvent): void => {
    const { [name as 'q']: _, ...others } = this.#source.filter;
    this.#source.narrow({ ...others, ...(value && { [name]: value }) });
  };
}
