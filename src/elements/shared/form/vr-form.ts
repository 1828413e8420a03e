import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { BackendError } from '../../../backend/backend-error.ts';
import { de, type FormMessages } from '../../../i18n/de/forms.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { FormValue, FormValues } from '../../../model/form-values.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { fields } from '../../../styles/fields.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { VrFormCancelEvent, VrFormInputEvent, VrFormSubmitEvent } from './events.ts';
import { renderField } from './form-controls.ts';
import {
  askedFields,
  checkFields,
  serverErrors,
  startValue,
  type FormField,
  type FormOption,
  type FormSection,
  type FormSpec,
} from './form-fields.ts';
import { formStyles } from './vr-form.styles.ts';

interface Found {
  readonly state: 'none' | 'asking' | 'found' | 'failed';
  readonly options: readonly FormOption[];
}

/**
 * A form drawn from data: labels, hints, what is wrong at the field and in a summary, how many
 * characters are left. What was typed stays through failures and redraws.
 *
 * @summary A small form, described by data.
 * @status stable
 * @since 0.2
 */
export class VrForm extends StyledElement {
  static override styles = [host, controls, fields, formStyles];

  /** What it asks for. */
  @property({ attribute: false }) spec: FormSpec | undefined;
  /** What it holds at first in place of the fields' own values: a draft. */
  @property({ attribute: false }) draft: FormValues | undefined;
  /** It is being sent. */
  @property({ attribute: false }) busy = false;
  /** Why sending it failed. */
  @property({ attribute: false }) failure: BackendError | undefined;
  /** Level of the headings of its sections, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;
  @property({ attribute: false }) words: FormMessages = de;

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
      this.errors = serverErrors(this.failure.problem, spec.fields, this.words, spec.codes);
      this.showSummary = Object.keys(this.errors).length > 0;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('failure') && this.failure) this.#focusFault();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { spec, words, failure } = this;
    if (!spec) return nothing;
    const fields = askedFields(spec.fields, this.values);
    const wrong = fields.filter(({ name }) => this.errors[name]);
    const elsewhere = this.errors[''];
    return html`<form novalidate aria-busy=${this.busy} @submit=${this.#onSubmit}>
      ${spec.intro ? html`<p class="intro">${spec.intro}</p>` : nothing}
      ${this.showSummary && wrong.length > 0 ? this.#renderSummary(wrong) : nothing}
      <div class="fields">${sectionsOf(fields).map((section) => this.#renderSection(section))}</div>
      ${spec.outro ? html`<div class="outro">${spec.outro(this.values)}</div>` : nothing}
      <div role="alert">
        ${
          failure && wrong.length === 0
            ? html`<p class="failure" tabindex="-1">
                ${elsewhere ?? words.form.failed(words.failure[failure.kind])} ${words.form.stays}
              </p>`
            : nothing
        }
      </div>
      <div class="actions">
        <button type="submit" class="button ${spec.grave ? 'grave' : 'primary'}" aria-disabled=${this.busy ? 'true' : nothing}>
          ${this.busy ? words.form.working : spec.submit}
        </button>
        ${spec.more ?? nothing}
        <button type="button" class="button quiet" @click=${() => this.dispatchEvent(new VrFormCancelEvent())}>
          ${spec.cancel ?? words.form.cancel}
        </button>
      </div>
    </form>`;
  }

  /** Puts the focus where writing begins; a form that only asks gives it to the way back, not to what it would end. */
  override focus(options?: FocusOptions): void {
    const first =
      this.renderRoot.querySelector<HTMLElement>('input, textarea, select') ??
      this.renderRoot.querySelector<HTMLElement>('.actions .quiet');
    if (first) first.focus(options);
    else super.focus(options);
  }

  /** Sends it as its own button does: what is wrong is told at the fields. */
  submit(): void {
    this.renderRoot.querySelector('form')?.requestSubmit();
  }

  #renderSection({ section, fields }: Section): TemplateResult {
    const { words, values, errors } = this;
    const drawn = fields.map((field) =>
      renderField(field, {
        words,
        values,
        errors,
        set: (name, value) => this.#set(name, value),
        search: (search, describedBy) => this.#renderSearch(search, describedBy),
      }),
    );
    if (!section) return html`<div class="section">${drawn}</div>`;
    return html`<div class="section titled" role="group" aria-label=${section.title}>
      <div class="title" role="heading" aria-level=${this.headingLevel}>${section.title}</div>
      ${section.hint ? html`<p class="hint">${section.hint}</p>` : nothing} ${drawn}
    </div>`;
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
    const { form: says } = this.words;
    const { state: stand, options } = this.found;
    const value = this.values[field.name];
    const said =
      stand === 'asking'
        ? says.searching
        : stand === 'failed'
          ? says.searchFailed
          : stand === 'found'
            ? (field.found ?? says.found)(options.length)
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
        <button type="button" class="button" @click=${() => this.#search(field)}>${says.search}</button>
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
    const { spec, values: before } = this;
    const values = { ...before, [name]: typeof value === 'function' ? value(before[name]) : value };
    this.values = spec?.follow?.(values, name, before) ?? values;
    // Once a fault has been told, it goes as soon as it is mended; new ones wait for the next try.
    if (this.errors[name] && spec) {
      const left = this.#faults(spec);
      const { [name]: _, ...others } = this.errors;
      this.errors = left[name] ? { ...others, [name]: left[name] } : others;
    }
    this.dispatchEvent(new VrFormInputEvent(this.values));
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { spec } = this;
    if (!spec || this.busy) return;
    this.errors = this.#faults(spec);
    this.showSummary = Object.keys(this.errors).length > 1;
    if (Object.keys(this.errors).length === 0) this.dispatchEvent(new VrFormSubmitEvent(this.values));
    else this.#focusFault();
  };

  /** What a field says of itself is told before what it says beside others. */
  #faults(spec: FormSpec): Readonly<Record<string, string>> {
    const { values } = this;
    const asked = new Set(askedFields(spec.fields, values).map(({ name }) => name));
    const more = Object.entries(spec.check?.(values) ?? {}).filter(([name]) => asked.has(name));
    return { ...Object.fromEntries(more), ...checkFields(spec.fields, values, this.words) };
  }

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
      ?.querySelector<HTMLElement>('input, textarea, select, [data-focus]')
      ?.focus();
  }
}

interface Section {
  readonly section: FormSection | undefined;
  readonly fields: readonly FormField[];
}

/** Fields that follow one another under one heading. */
function sectionsOf(fields: readonly FormField[]): readonly Section[] {
  const sections: { section: FormSection | undefined; fields: FormField[] }[] = [];
  for (const field of fields) {
    const last = sections.at(-1);
    if (last && last.section?.title === field.section?.title) last.fields.push(field);
    else sections.push({ section: field.section, fields: [field] });
  }
  return sections;
}
