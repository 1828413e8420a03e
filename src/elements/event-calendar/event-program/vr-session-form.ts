import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { BackendError } from '../../../backend/backend-error.ts';
import { de, type EventProgramMessages } from '../../../i18n/de/event-program.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Session } from '../../../model/calendar-event.ts';
import {
  checkSessionForm,
  EMPTY_SESSION_FORM,
  formOfSession,
  leftIn,
  sessionErrorsOf,
  sessionInputOf,
  type SessionField,
  type SessionForm,
  type SessionFormError,
} from '../../../model/session-form.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { fields } from '../../../styles/fields.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { VrSessionCancelEvent, VrSessionSendEvent } from './events.ts';
import type { SessionDraft } from './session-drafts.ts';
import { sessionFormStyles } from './vr-session-form.styles.ts';

/** Characters that are left when the form begins to count them aloud. */
const COUNT_FROM = 40;

/**
 * What somebody proposes for a barcamp, or changes of it.
 *
 * @summary The form of a session inside the programme; a view without data access of its own.
 * @status stable
 * @since 0.3
 *
 * @fires {VrSessionSendEvent} vr-session-send - the reader sends it, without faults
 * @fires {VrSessionCancelEvent} vr-session-cancel - the reader leaves it
 */
export class VrSessionForm extends StyledElement {
  static override styles = [host, controls, fields, sessionFormStyles];

  /** The session to be changed; undefined for a proposal. */
  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) tracks: readonly string[] = [];
  /** Keeps what is typed. */
  @property({ attribute: false }) draft: SessionDraft | undefined;
  @property({ attribute: false }) busy = false;
  /** Why it has not arrived. */
  @property({ attribute: false }) failure: BackendError | undefined;
  @property({ attribute: false }) headingLevel = 4;
  @property({ attribute: false }) words: EventProgramMessages = de;

  @state() private form: SessionForm = EMPTY_SESSION_FORM;
  @state() private errors: readonly SessionFormError[] = [];
  @state() private restored = false;

  #unhear: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unhear?.();
    this.#unhear = undefined;
  }

  /** Puts the focus on the first field. */
  override focus(options?: FocusOptions): void {
    const field = this.renderRoot.querySelector<HTMLElement>('#title');
    if (field) field.focus(options);
    else super.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('draft')) this.#listen();
    if (changed.has('draft') || changed.get('session')?.id !== this.session?.id) {
      const kept = this.draft?.open();
      this.restored = kept !== undefined;
      this.form = kept ?? (this.session ? formOfSession(this.session) : EMPTY_SESSION_FORM);
      this.errors = [];
    }
    if (changed.has('failure') && this.failure) this.errors = sessionErrorsOf(this.failure.problem);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('failure') && this.errors.length > 0)
      this.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  }

  protected override render(): TemplateResult {
    const { sessionForm: says } = this.words;
    const { session, form } = this;
    return html`<form novalidate aria-labelledby="heading" @submit=${this.#onSubmit} @keydown=${this.#onKeydown}>
      <div class="heading" id="heading" role="heading" aria-level=${this.headingLevel}>
        ${session ? says.editTitle(session.title) : says.proposeTitle}
      </div>
      ${this.#renderDraft()} ${this.#renderSummary()}
      ${this.#field(
        'title',
        says.title,
        says.titleHint,
        html`<input
          id="title"
          type="text"
          required
          .value=${live(form.title)}
          aria-invalid=${this.#errorOf('title') ? 'true' : nothing}
          aria-describedby="title-hint title-error title-count"
          @input=${(event: Event) => this.#set('title', event)}
        />`,
      )}
      ${this.#field(
        'abstract',
        says.abstract,
        says.abstractHint,
        html`<textarea
          id="abstract"
          rows="4"
          .value=${live(form.abstract)}
          aria-invalid=${this.#errorOf('abstract') ? 'true' : nothing}
          aria-describedby="abstract-hint abstract-error abstract-count"
          @input=${(event: Event) => this.#set('abstract', event)}
        ></textarea>`,
      )}
      ${this.#renderTrack()}
      ${this.#field(
        'minutes',
        says.minutes,
        says.minutesHint,
        html`<input
          id="minutes"
          class="short"
          type="text"
          inputmode="numeric"
          .value=${live(form.minutes)}
          aria-invalid=${this.#errorOf('minutes') ? 'true' : nothing}
          aria-describedby="minutes-hint minutes-error"
          @input=${(event: Event) => this.#set('minutes', event)}
        />`,
      )}
      ${this.#renderFailure()}
      <div class="actions">
        <button type="submit" class="button primary" aria-disabled=${this.busy ? 'true' : nothing}>
          ${session ? says.save : says.send}
        </button>
        <button type="button" class="button" @click=${() => this.dispatchEvent(new VrSessionCancelEvent())}>
          ${says.cancel}
        </button>
      </div>
      <p class="hint">${says.kept[this.draft?.kind ?? 'none']}</p>
    </form>`;
  }

  #renderDraft(): TemplateResult | typeof nothing {
    const { sessionForm: says } = this.words;
    const { draft } = this;
    if (draft?.elsewhere) {
      return html`<div class="summary">
        <p role="alert">${says.otherTab}</p>
        <p class="actions">
          <button type="button" class="button" @click=${this.#adopt}>${says.takeOther}</button>
          <button type="button" class="button" @click=${() => draft.keep()}>${says.keepMine}</button>
        </p>
      </div>`;
    }
    if (!this.restored) return nothing;
    return html`<p class="hint">
      <span role="status">${says.restored}</span>
      <button type="button" class="link" @click=${this.#discard}>${says.discard}</button>
    </p>`;
  }

  #renderSummary(): TemplateResult | typeof nothing {
    const { errors } = this;
    if (errors.length === 0) return nothing;
    return html`<div class="summary" role="alert" tabindex="-1">
      <p>${this.words.sessionForm.errors(errors.length)}</p>
      <ul role="list">
        ${errors.map(
          (error) =>
            html`<li>
              <button type="button" class="link" @click=${() => this.renderRoot.querySelector<HTMLElement>(`#${error.field}`)?.focus()}>
                ${this.#sentence(error)}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #field(name: SessionField, label: string, hint: string, control: TemplateResult): TemplateResult {
    const { sessionForm: says } = this.words;
    const error = this.#errorOf(name);
    const left = name === 'title' || name === 'abstract' ? leftIn(name, this.form[name]) : undefined;
    return html`<div class="field">
      <label for=${name}
        >${label} ${name === 'title' ? nothing : html`<span class="optional">(${says.optional})</span>`}</label
      >
      <p class="hint" id="${name}-hint">${hint}</p>
      <p class="error" id="${name}-error">${error ? this.#sentence(error) : nothing}</p>
      ${control}
      <p class="hint" id="${name}-count" role="status">
        ${left !== undefined && left >= 0 && left <= COUNT_FROM ? says.left(left) : nothing}
      </p>
    </div>`;
  }

  #renderTrack(): TemplateResult | typeof nothing {
    const { sessionForm: says } = this.words;
    const { track } = this.form;
    const tracks = track && !this.tracks.includes(track) ? [...this.tracks, track] : this.tracks;
    if (tracks.length === 0) return nothing;
    const error = this.#errorOf('track');
    return html`<div class="field">
      <label for="track">${says.track} <span class="optional">(${says.optional})</span></label>
      <p class="error" id="track-error">${error ? this.#sentence(error) : nothing}</p>
      <select
        id="track"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby="track-error"
        @change=${(event: Event) => this.#set('track', event)}
      >
        <option value="" .selected=${live(track === '')}>${says.noTrack}</option>
        ${tracks.map((name) => html`<option value=${name} .selected=${live(name === track)}>${name}</option>`)}
      </select>
    </div>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const { failure, words } = this;
    if (!failure || this.errors.length > 0) return nothing;
    const why = failure.kind === 'denied' ? words.sessionForm.denied : words.failure[failure.kind];
    return html`<p class="summary" role="alert">${words.sessionForm.failed(why)}</p>`;
  }

  #errorOf(field: SessionField): SessionFormError | undefined {
    return this.errors.find((error) => error.field === field);
  }

  #sentence({ code, limit = 0, over = 0 }: SessionFormError): string {
    const { sessionForm: says } = this.words;
    if (code === 'required') return says.required;
    if (code === 'too-long') return says.tooLong(limit, over);
    return code === 'minutes' ? says.badMinutes : says.refused;
  }

  #set(field: SessionField, event: Event): void {
    this.form = { ...this.form, [field]: (event.target as HTMLInputElement).value };
    this.restored = false;
    this.draft?.save(this.form);
    // A mended field is told at once; new faults wait for the button.
    const still = checkSessionForm(this.form);
    this.errors = this.errors.filter(
      (error) => error.field !== field || still.some((each) => each.field === field && each.code === error.code),
    );
  }

  #listen(): void {
    this.#unhear?.();
    this.#unhear = this.isConnected ? this.draft?.subscribe(() => this.requestUpdate()) : undefined;
  }

  readonly #adopt = (): void => {
    this.form = this.draft?.adopt() ?? this.form;
    this.focus();
  };

  readonly #discard = (): void => {
    this.draft?.erase();
    this.restored = false;
    this.errors = [];
    this.form = this.session ? formOfSession(this.session) : EMPTY_SESSION_FORM;
    this.focus();
  };

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    this.errors = checkSessionForm(this.form);
    if (this.errors.length === 0) {
      this.dispatchEvent(new VrSessionSendEvent(sessionInputOf(this.form, this.session)));
      return;
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${this.errors[0]!.field}`)?.focus();
  };

  /** Around it a dialog would close, and with it what was typed. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.dispatchEvent(new VrSessionCancelEvent());
  };
}
