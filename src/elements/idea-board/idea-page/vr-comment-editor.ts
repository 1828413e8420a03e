import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { BackendError } from '../../../backend/backend-error.ts';
import { de, type IdeaPageMessages } from '../../../i18n/de/idea-page.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { PersonRef } from '../../../model/common.ts';
import { countGraphemes } from '../../../model/graphemes.ts';
import { IDEA_LIMITS } from '../../../model/idea.ts';
import type { CommentKind } from '../../../model/idea-participation.ts';
import { mentionAt, mentionedIn, peopleLike, withMention, type MentionQuery } from '../../../model/mentions.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { fields } from '../../../styles/fields.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import type { FormValues } from '../../../model/form-values.ts';
import { VrFormCancelEvent, VrFormInputEvent } from '../../shared/form/events.ts';
import { VrCommentSendEvent, VrPeopleWantedEvent } from './events.ts';
import { nameOf } from './page-context.ts';
import { editorStyles } from './vr-comment-editor.styles.ts';

/**
 * Where a comment is written. An @ opens the list of those who take part: arrow keys choose, Enter or Tab puts the name
 * in, Escape leaves the text as it is. What was written stays until it has arrived.
 *
 * @summary The editor of comments, replies and their changes.
 * @status stable
 * @since 0.2
 */
export class VrCommentEditor extends StyledElement {
  static override styles = [host, controls, fields, editorStyles];

  /** Another key begins anew with `text` and `draft`. */
  @property({ attribute: false }) key = '';
  /** Label of the field. */
  @property({ attribute: false }) label = '';
  /** Name of the button that sends. */
  @property({ attribute: false }) submit = '';
  /** What stands in it at first: the comment to be changed. */
  @property({ attribute: false }) text = '';
  /** What was typed before. */
  @property({ attribute: false }) draft: FormValues | undefined;
  /** Kinds to choose from; one alone is not asked for. */
  @property({ attribute: false }) kinds: readonly CommentKind[] = ['comment'];
  /** Who may be named. */
  @property({ attribute: false }) people: readonly PersonRef[] = [];
  /** What somebody saved in the meantime in place of what is being changed. */
  @property({ attribute: false }) theirs: string | undefined;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) failure: BackendError | undefined;
  /** Whether it can be left. */
  @property({ attribute: false }) cancellable = false;
  @property({ attribute: false }) words: IdeaPageMessages = de;

  @state() private body = '';
  @state() private kind: CommentKind = 'comment';
  @state() private mention: MentionQuery | undefined;
  @state() private active = 0;
  @state() private fault = '';

  #known: string | undefined;
  #picked: readonly PersonRef[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('key') && this.key !== this.#known) {
      this.#known = this.key;
      const { body, kind } = this.draft ?? {};
      this.body = typeof body === 'string' ? body : this.text;
      this.kind = this.kinds.find((each) => each === kind) ?? this.kinds[0] ?? 'comment';
      this.mention = undefined;
      this.fault = '';
      this.#picked = [];
    }
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const { talk, page, form } = words;
    const found = this.mention ? this.#found() : undefined;
    const left = IDEA_LIMITS.comment - countGraphemes(this.body.trim());
    return html`<form novalidate aria-busy=${this.busy} @submit=${this.#onSubmit}>
      ${this.kinds.length > 1 ? this.#renderKinds() : nothing}
      <label class="label" for="body">${this.label}</label>
      <p class="hint" id="hint">${talk.hint}</p>
      ${this.fault ? html`<p class="error" id="fault">${this.fault}</p>` : nothing}
      <div class="field">
        <textarea
          id="body"
          rows="3"
          aria-describedby=${this.fault ? 'fault hint' : 'hint'}
          aria-invalid=${this.fault ? 'true' : nothing}
          aria-autocomplete="list"
          aria-controls=${found ? 'people' : nothing}
          aria-activedescendant=${found?.[this.active] ? `person-${this.active}` : nothing}
          .value=${live(this.body)}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @click=${this.#onCaret}
          @blur=${() => (this.mention = undefined)}
        ></textarea>
        ${found ? this.#renderPeople(found) : nothing}
      </div>
      <p class="visually-hidden" role="status">${found ? talk.mentionsFound(found.length) : nothing}</p>
      <p class="counter" role="status" data-over=${left < 0 || nothing}>${left <= 400 ? form.left(left) : nothing}</p>
      ${
        this.theirs === undefined
          ? nothing
          : html`<div class="theirs">
              <p class="label">${talk.theirs}</p>
              <p class="saved">${this.theirs}</p>
            </div>`
      }
      <div role="alert">
        ${
          this.failure
            ? html`<p class="failure">${page.failed(words.failure[this.failure.kind])} ${page.kept}</p>`
            : nothing
        }
      </div>
      <div class="actions">
        <button type="submit" class="button primary" aria-disabled=${this.busy ? 'true' : nothing}>
          ${this.busy ? page.working : this.submit}
        </button>
        ${
          this.cancellable
            ? html`<button type="button" class="button quiet" @click=${() => this.dispatchEvent(new VrFormCancelEvent())}>
                ${page.cancel}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('textarea')?.focus(options);
  }

  #renderKinds(): TemplateResult {
    const { talk, idea } = this.words;
    return html`<fieldset>
      <legend>${talk.kind}</legend>
      ${this.kinds.map(
        (kind) =>
          html`<label class="choice">
            <input
              type="radio"
              name="kind"
              .checked=${live(kind === this.kind)}
              @change=${() => {
                this.kind = kind;
                this.#tell();
              }}
            />
            <span>${idea.comments[kind]}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  #renderPeople(found: readonly PersonRef[]): TemplateResult {
    return html`<ul class="people" id="people" role="listbox" aria-label=${this.words.talk.mentions}>
      ${found.map(
        (person, index) =>
          html`<li
            role="option"
            id="person-${index}"
            aria-selected=${index === this.active}
            @mousedown=${(event: MouseEvent) => {
              // The field keeps the focus; a click would take it away first.
              event.preventDefault();
              this.#pick(person);
            }}
          >
            ${nameOf(person)}
          </li>`,
      )}
    </ul>`;
  }

  #found(): readonly PersonRef[] {
    return this.mention ? peopleLike(this.people, this.mention.query) : [];
  }

  readonly #onInput = (event: InputEvent): void => {
    this.body = (event.target as HTMLTextAreaElement).value;
    if (this.fault) this.fault = this.#faultOf();
    this.#onCaret();
    this.#tell();
  };

  readonly #onCaret = (): void => {
    const field = this.renderRoot.querySelector('textarea');
    const before = this.mention;
    this.mention = field ? mentionAt(this.body, field.selectionStart) : undefined;
    if (this.mention && !before) this.dispatchEvent(new VrPeopleWantedEvent());
    if (this.mention?.query !== before?.query) this.active = 0;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Pages listen for keys on the document; what is typed here is not meant for them.
    event.stopPropagation();
    const found = this.#found();
    if (event.key === 'Escape' && this.mention) {
      event.preventDefault();
      this.mention = undefined;
      return;
    }
    if (found.length === 0 || event.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      this.active = (this.active + step + found.length) % found.length;
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      const person = found[this.active];
      if (!person) return;
      event.preventDefault();
      this.#pick(person);
    }
  };

  #pick(person: PersonRef): void {
    const field = this.renderRoot.querySelector('textarea');
    if (!field || !this.mention) return;
    const { text, caret } = withMention(this.body, field.selectionStart, this.mention, person);
    this.#picked = [...this.#picked, person];
    this.body = text;
    this.mention = undefined;
    this.#tell();
    void this.updateComplete.then(() => {
      field.focus();
      field.setSelectionRange(caret, caret);
    });
  }

  #tell(): void {
    this.dispatchEvent(new VrFormInputEvent({ body: this.body, kind: this.kind }));
  }

  #faultOf(): string {
    const text = this.body.trim();
    if (text === '') return this.words.talk.empty;
    return countGraphemes(text) > IDEA_LIMITS.comment ? this.words.talk.tooLong(IDEA_LIMITS.comment) : '';
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.busy) return;
    this.fault = this.#faultOf();
    if (this.fault) {
      this.focus();
      return;
    }
    const body = this.body.trim().normalize('NFC');
    this.dispatchEvent(new VrCommentSendEvent(this.kind, body, mentionedIn(body, [...this.#picked, ...this.people])));
  };
}
