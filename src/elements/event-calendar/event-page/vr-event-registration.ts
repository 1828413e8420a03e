import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, EventsPort } from '../../../backend/ports.ts';
import type { EventPageMessages } from '../../../i18n/de/event-page.ts';
import { eventPageWords } from '../../../i18n/event-page-words.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { RegistrationInput } from '../../../model/event-input.ts';
import { readerPhase, type RegistrationPhase } from '../../../model/registration.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { fields } from '../../../styles/fields.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { VrEventChangedEvent } from './events.ts';
import { RegistrationController } from './registration-controller.ts';
import { RegistrationDraft, type RegistrationTexts } from './registration-draft.ts';
import { placesLine, scopeLine } from './registration-facts.ts';
import { renderRegistrationForm, tooLong } from './registration-form.ts';
import type { RegistrationEntry, RegistrationOrder } from './registration-orders.ts';
import {
  arrivalWords,
  isIn,
  renderEntrance,
  renderOwn,
  standOf,
  standWords,
  type StandContext,
} from './registration-stand.ts';
import { renderWaitingActions, waitingWords } from './registration-waiting.ts';
import { sectionStyles } from './section.styles.ts';
import { registrationStyles } from './vr-event-registration.styles.ts';

const NOTHING: RegistrationTexts = { note: '', needs: '' };
/**
 * Coming to an event: what is left of places, the form, how it stands with the reader, and taking it back. What is sent
 * waits in the outbox until it has arrived.
 *
 * @summary Registration for one event.
 * @status stable
 * @since 0.3
 *
 * @fires {VrEventChangedEvent} vr-event-changed - the reader is registered, waits, or comes no more
 */
export class VrEventRegistration extends StyledElement {
  static override styles = [host, controls, fields, sectionStyles, registrationStyles];

  @property({ attribute: false }) event: CalendarEvent | undefined;
  @property({ attribute: false }) port: EventsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  /** Level of the heading, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';

  @state() private form: 'closed' | 'open' | 'asking' = 'closed';
  @state() private values: RegistrationTexts = NOTHING;
  @state() private checked = false;
  @state() private failure = '';
  /** What has just happened, in place of how it stands. */
  @state() private news = { text: '', stand: '' };

  readonly #localize = new LocalizeController<EventPageMessages>(this, eventPageWords);
  readonly #orders = new RegistrationController(this, (order, answer) => this.#arrived(order, answer));
  readonly #draft = new RegistrationDraft();
  #shown = '';
  /** Where the focus goes once it is drawn: into what has come, or to what is said where the pressed button is gone. */
  #focus: 'form' | 'asking' | 'opener' | 'kept' | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#draft.leave();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const shown = this.#key();
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.form = 'closed';
      this.values = NOTHING;
      this.failure = '';
      this.#say('');
    }
    this.#openDraft();
    if (this.event?.registration?.mode === 'hub' && (this.form !== 'closed' || isIn(this.event))) {
      this.#orders.askVocabulary();
    }
    if (this.#focus === undefined && this.renderRoot instanceof ShadowRoot && this.renderRoot.activeElement) {
      this.#focus = 'kept';
    }
  }

  protected override updated(): void {
    const wanted = this.#focus;
    this.#focus = undefined;
    if (!wanted || !(this.renderRoot instanceof ShadowRoot)) return;
    const root = this.renderRoot;
    const selectors = {
      form: root.querySelector('[aria-invalid]') ? '[aria-invalid]' : 'textarea',
      asking: '.ask',
      opener: '[data-opener], [data-asks]',
      kept: '#title',
    };
    if (wanted === 'kept' && root.activeElement) return;
    (root.querySelector<HTMLElement>(selectors[wanted]) ?? root.querySelector<HTMLElement>('#title'))?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { event } = this;
    const phase = event && readerPhase(event, Date.now());
    if (!event || !phase || phase === 'none') return nothing;
    const context = this.#context(event, phase);
    const { words } = context;
    const entry = this.#orders.entry;
    const coming = isIn(event);
    const ends = phase === 'over' || phase === 'cancelled';
    const line = ends ? '' : placesLine(event, context);
    const tone =
      entry && entry.state !== 'sending' ? (entry.state === 'refused' ? 'wrong' : 'waits') : coming ? 'in' : '';
    return html`<section aria-labelledby="title">
      <div class="subtitle" id="title" role="heading" tabindex="-1" aria-level=${this.headingLevel}>
        ${words.register.title}
      </div>
      ${line ? html`<p class="text">${line}</p>` : nothing} ${ends || entry ? nothing : scopeLine(event, context)}
      <div class=${tone ? `panel ${tone}` : 'stand'}>
        <div role="status">
          ${entry ? waitingWords({ words, entry, storage: this.#orders.storage }) : standWords(context)}
        </div>
        ${entry ? this.#renderWaiting(entry) : coming ? this.#renderOwn(context) : nothing}
      </div>
      ${entry || coming ? nothing : this.#renderEntrance(context)}
      ${this.form === 'open' && !entry ? this.#renderForm(context) : nothing}
    </section>`;
  }

  #renderEntrance(context: StandContext): TemplateResult | typeof nothing {
    return renderEntrance({
      ...context,
      maySignIn: this.#maySignIn(),
      signedIn: this.me?.anonymous === false,
      here: this.port?.register !== undefined,
      formOpen: this.form === 'open',
      onOpen: this.#open,
    });
  }

  #renderOwn(context: StandContext): TemplateResult {
    const { event, phase } = context;
    const mayLeave = this.port?.unregister !== undefined && (event.can?.includes('unregister') ?? false);
    return renderOwn({
      ...context,
      mayLeave,
      // Whoever may give the place back may change what was written with it.
      mayChange: mayLeave && phase !== 'over' && phase !== 'cancelled',
      form: this.form,
      onChange: this.#open,
      onAsk: this.#ask,
      onLeave: () => this.#order(undefined),
      onStay: this.#close,
    });
  }

  #renderForm({ event, phase, words, maySend }: StandContext): TemplateResult {
    const { register } = words;
    const stranger = !isIn(event) && !maySend;
    const submit = isIn(event)
      ? register.save
      : stranger
        ? register.signIn
        : phase === 'full'
          ? register.confirmWaiting
          : register.confirm;
    return renderRegistrationForm({
      words,
      values: this.values,
      submit,
      stranger,
      keptDays: this.#orders.vocabulary?.keptDays,
      checked: this.checked,
      failure: this.failure,
      onInput: (values) => {
        this.values = values;
        this.#draft.keep(values);
      },
      onSubmit: () => {
        this.checked = true;
        if (tooLong(this.values).length > 0) this.#focus = 'form';
        else if (stranger) void this.#signIn();
        else this.#send();
      },
      onCancel: () => {
        this.#draft.drop();
        this.#close();
      },
    });
  }

  #renderWaiting(entry: RegistrationEntry): TemplateResult | typeof nothing {
    const orders = this.#orders;
    return renderWaitingActions({
      words: this.#localize.words,
      entry,
      storage: this.#orders.storage,
      maySignIn: this.account?.signIn !== undefined,
      onResend: () => orders.retry(entry),
      onGiveUp: () => {
        if (entry.state !== 'refused') this.#say(this.#localize.words.sending.givenUp);
        orders.giveUp(entry);
        // What was refused may have been for a reason that the page does not know yet.
        if (entry.state === 'refused') void this.#reload();
      },
      onSignIn: () => {
        void this.account?.signIn?.().then(
          (done) => done && orders.retry(entry),
          () => this.requestUpdate(),
        );
      },
      onEdit: entry.input.input && (() => this.#edit(entry)),
    });
  }

  readonly #open = (): void => {
    const { note = '', needs = '' } = this.event?.me ?? {};
    if (this.values.note === '' && this.values.needs === '') this.values = { note, needs };
    this.#say('');
    this.checked = false;
    this.form = 'open';
    this.#focus = 'form';
  };

  readonly #ask = (): void => {
    this.form = 'asking';
    this.#focus = 'asking';
  };

  readonly #close = (): void => {
    this.form = 'closed';
    this.values = NOTHING;
    this.failure = '';
    this.#focus = 'opener';
  };

  /** What was refused stands in the form again. */
  #edit(entry: RegistrationEntry): void {
    const { note = '', needs = '' } = entry.input.input ?? {};
    this.#orders.giveUp(entry);
    this.values = { note, needs };
    this.checked = true;
    this.form = 'open';
    this.#focus = 'form';
  }

  #send(): void {
    const { note, needs } = this.values;
    this.#order({
      ...(note.trim() && { note: note.trim().normalize('NFC') }),
      ...(needs.trim() && { needs: needs.trim().normalize('NFC') }),
    });
  }

  #order(input: RegistrationInput | undefined): void {
    this.form = 'closed';
    this.failure = '';
    this.#say('');
    this.#orders.send(input);
  }

  /** Something has arrived: says what it means, and hands the event on. */
  #arrived(order: RegistrationOrder, answer: CalendarEvent): void {
    this.#draft.drop();
    this.values = NOTHING;
    this.#say(arrivalWords(order, answer, this.#localize.words), answer);
    this.#changed(answer);
  }

  #say(text: string, event = this.event): void {
    this.news = { text, stand: event ? standOf(event) : '' };
  }

  #changed(answer: CalendarEvent): void {
    this.event = { ...answer, ...(this.event?.source && !answer.source && { source: this.event.source }) };
    this.dispatchEvent(new VrEventChangedEvent(this.event));
  }

  async #reload(): Promise<void> {
    const { event, port } = this;
    if (!event || !port?.get) return;
    const { uid, recurrenceId } = event;
    const answer = await port.get(uid, { fresh: true, ...(recurrenceId && { recurrenceId }) }).catch(() => undefined);
    if (answer && this.event === event) this.#changed(answer);
  }

  async #signIn(): Promise<void> {
    this.failure = '';
    this.#draft.handOver(this.values);
    const done = await this.account?.signIn?.().catch(() => undefined);
    if (done === undefined) this.failure = this.#localize.words.register.signInFailed;
  }

  /** What was typed before comes back: from this tab, from the device, or from before a sign-in on another page. */
  #openDraft(): void {
    const { event, port } = this;
    if (!event || !port || !this.isConnected || event.registration?.mode !== 'hub') return;
    const { recurrenceId } = event;
    const found = this.#draft.use({
      port,
      eventId: event.id ?? event.uid,
      recurrenceId,
      user: this.#orders.user,
      storage: this.#orders.storage,
    });
    const phase = readerPhase(event, Date.now());
    if (!found || (phase !== 'open' && phase !== 'full')) return;
    this.values = found;
    this.form = 'open';
    this.#say(isIn(event) ? '' : this.#localize.words.register.restored);
  }

  #context(event: CalendarEvent, phase: RegistrationPhase): StandContext {
    return {
      event,
      phase,
      words: this.#localize.words,
      locale: this.locale,
      timeZone: this.timeZone,
      news: this.news.stand === standOf(event) ? this.news.text : '',
      mails: this.#orders.vocabulary?.mails,
      maySend: this.#maySend(event),
    };
  }

  #maySend = (event: CalendarEvent): boolean =>
    this.port?.register !== undefined && (event.can?.includes('register') ?? false);

  #maySignIn = (): boolean => this.me?.anonymous !== false && this.account?.signIn !== undefined;

  #key = (): string => {
    const { event } = this;
    return event ? `${event.source?.id ?? ''} ${event.uid} ${event.recurrenceId ?? ''}` : '';
  };
}
