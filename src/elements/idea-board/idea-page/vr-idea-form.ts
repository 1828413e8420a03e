import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { BackendError } from '../../../backend/backend-error.ts';
import { de, type IdeaPageMessages } from '../../../i18n/de/idea-page.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { VrFormCancelEvent, VrFormInputEvent, VrFormSubmitEvent } from './events.ts';
import { renderField } from './form-controls.ts';
import {
  checkFields,
  serverErrors,
  startValue,
  type FormField,
  type FormOption,
  type FormSpec,
  type FormValue,
  type FormValues,
} from './form-fields.ts';
import { formStyles } from './vr-idea-form.styles.ts';

interface Found {
  readonly state: 'none' | 'asking' | 'found' | 'failed';
  readonly options: readonly FormOption[];
}

/**
 * A form of an idea's page, drawn from data: labels, hints, what is wrong at the field and in a summary, how many
 * characters are left. What was typed stays through failures and redraws.
 *
 * @summary A small form, described by data.
 * @status stable
 * @since 0.2
 */
export class VrIdeaForm extends StyledElement {
  static override styles = [host, controls, formStyles];

  /** What it asks for. */
  @property({ attribute: false }) spec: FormSpec | undefined;
  /** What it holds at first in place of the fields' own values: a draft. */
  @property({ attribute: false }) draft: FormValues | undefined;
  /** It is being sent. */
  @property({ attribute: false }) busy = false;
  /** Why sending it failed. */
  @property({ attribute: false }) failure: BackendError | undefined;
  @property({ attribute: false }) words: IdeaPageMessages = de;

  @state() private values: FormValues = {};
  @state() private errors: Readonly<Record<string, string>> = {};
  @state() private found: Found = { state: 'none', options: [] };
  @state() private showSummary = false;

  #key: string | undefined;
  #asked = 0;
  #query = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { spec } = this;
    if (spec && spec.key !== this.#key) {
      this.#key = spec.key;
      this.values = {
        ...Object.fromEntries(spec.fields.map((field) => [field.name, startValue(field)])),
        ...this.draft,
      };
      this.errors = {};
      this.showSummary = false;
      this.found = { state: 'none', options: [] };
    }
    if (changed.has('failure') && this.failure && spec) {
      this.errors = serverErrors(this.failure.problem, spec.fields, this.words);
      this.showSummary = Object.keys(this.errors).length > 0;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('failure') && this.failure) this.#focusFault();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { spec, words, failure } = this;
    if (!spec) return nothing;
    const wrong = spec.fields.filter(({ name }) => this.errors[name]);
    return html`<form novalidate aria-busy=${this.busy} @submit=${this.#onSubmit}>
      ${spec.intro ? html`<p class="intro">${spec.intro}</p>` : nothing}
      ${this.showSummary && wrong.length > 0 ? this.#renderSummary(wrong) : nothing}
      ${spec.fields.map((field) =>
        renderField(field, {
          words,
          values: this.values,
          errors: this.errors,
          set: (name, value) => this.#set(name, value),
          search: (search, describedBy) => this.#renderSearch(search, describedBy),
        }),
      )}
      ${spec.outro ? html`<div class="outro">${spec.outro(this.values)}</div>` : nothing}
      <div role="alert">
        ${
          failure && wrong.length === 0
            ? html`<p class="failure" tabindex="-1">
                ${words.page.failed(words.failure[failure.kind])} ${words.page.kept}
              </p>`
            : nothing
        }
      </div>
      <div class="actions">
        <button type="submit" class="button ${spec.grave ? 'grave' : 'primary'}" aria-disabled=${this.busy ? 'true' : nothing}>
          ${this.busy ? words.page.working : spec.submit}
        </button>
        <button type="button" class="button quiet" @click=${() => this.dispatchEvent(new VrFormCancelEvent())}>
          ${words.page.cancel}
        </button>
      </div>
    </form>`;
  }

  /** Puts the focus where writing begins. */
  override focus(options?: FocusOptions): void {
    const first = this.renderRoot.querySelector<HTMLElement>('input, textarea, select, button');
    if (first) first.focus(options);
    else super.focus(options);
  }

  #renderSummary(wrong: readonly FormField[]): TemplateResult {
    return html`<div class="summary" role="group" aria-labelledby="summary" tabindex="-1">
      <p id="summary">${this.words.form.summary(wrong.length)}</p>
      <ul role="list">
        ${wrong.map(
          ({ name, label }) =>
            html`<li>
              <button type="button" class="link" @click=${() => this.#focusField(name)}>
                ${label}: ${this.errors[name]}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #renderSearch(field: FormField & { readonly kind: 'search' }, describedBy: string | undefined): TemplateResult {
    const { step } = this.words;
    const { state: stand, options } = this.found;
    const value = this.values[field.name];
    const said =
      stand === 'asking'
        ? step.searching
        : stand === 'failed'
          ? step.searchFailed
          : stand === 'found'
            ? step.found(options.length)
            : '';
    return html`<div class="search">
        <input
          id="in-${field.name}"
          type="search"
          autocomplete="off"
          aria-describedby=${ifDefined(describedBy)}
          aria-invalid=${this.errors[field.name] ? 'true' : nothing}
          @input=${(event: Event) => (this.#query = (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter') return;
            // Enter in the field searches; it would send the form without a choice.
            event.preventDefault();
            void this.#search(field);
          }}
        />
        <button type="button" class="button" @click=${() => this.#search(field)}>${step.search}</button>
      </div>
      <p class="hint" role="status">${said}</p>
      ${
        options.length > 0
          ? html`<div role="radiogroup" aria-label=${field.label}>
              ${options.map(
                (option) =>
                  html`<label class="choice">
                    <input
                      type="radio"
                      name=${field.name}
                      .checked=${option.value === value}
                      @change=${() => this.#set(field.name, option.value)}
                    />
                    <span
                      >${option.label}${option.hint ? html`<span class="hint">${option.hint}</span>` : nothing}</span
                    >
                  </label>`,
              )}
            </div>`
          : nothing
      }`;
  }

  async #search(field: FormField & { readonly kind: 'search' }): Promise<void> {
    const q = this.#query.trim();
    if (q === '') return;
    const asked = ++this.#asked;
    this.found = { state: 'asking', options: [] };
    const found = await field.find(q).then(
      (options): Found => ({ state: 'found', options }),
      (): Found => ({ state: 'failed', options: [] }),
    );
    if (asked === this.#asked) this.found = found;
  }

  #set(name: string, value: FormValue | ((now: FormValue | undefined) => FormValue)): void {
    this.values = { ...this.values, [name]: typeof value === 'function' ? value(this.values[name]) : value };
    const { spec } = this;
    // Once a fault has been told, it goes as soon as it is mended; new ones wait for the next try.
    if (this.errors[name] && spec) {
      const left = checkFields(spec.fields, this.values, this.words);
      const { [name]: _, ...others } = this.errors;
      this.errors = left[name] ? { ...others, [name]: left[name] } : others;
    }
    this.dispatchEvent(new VrFormInputEvent(this.values));
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { spec } = this;
    if (!spec || this.busy) return;
    this.errors = checkFields(spec.fields, this.values, this.words);
    this.showSummary = Object.keys(this.errors).length > 1;
    if (Object.keys(this.errors).length === 0) this.dispatchEvent(new VrFormSubmitEvent(this.values));
    else this.#focusFault();
  };

  #focusFault(): void {
    void this.updateComplete.then(() => {
      const [only] = Object.keys(this.errors);
      const summary = this.renderRoot.querySelector<HTMLElement>('.summary');
      if (summary) summary.focus();
      else if (only) this.#focusField(only);
      else this.renderRoot.querySelector<HTMLElement>('.failure')?.focus();
    });
  }

  #focusField(name: string): void {
    this.renderRoot
      .querySelector<HTMLElement>(`[data-field="${name}"]`)
      ?.querySelector<HTMLElement>('input, textarea, select')
      ?.focus();
  }
}
