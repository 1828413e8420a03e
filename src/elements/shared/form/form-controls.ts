import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { FormMessages } from '../../../i18n/de/forms.ts';
import { listOf, type FormValue, type FormValues } from '../../../model/form-values.ts';
import { countGraphemes } from '../../../model/graphemes.ts';
import type { FormField } from './form-fields.ts';
import { renderRows } from './form-rows.ts';

export interface ControlContext {
  readonly words: FormMessages;
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  /** Puts in a value, or what becomes of the present one: a field may hear of two changes before it is drawn anew. */
  readonly set: (name: string, value: FormValue | ((now: FormValue | undefined) => FormValue)) => void;
  /** The search of a field of kind `search`, drawn by the form itself. */
  readonly search: (field: FormField & { readonly kind: 'search' }, describedBy: string | undefined) => TemplateResult;
}

const textsOf = (value: FormValue | undefined): readonly string[] => listOf({ value: value ?? [] }, 'value');
/** From this share of the limit on, a field says how much is left. */
const NEARLY_FULL = 0.8;

/** A field with its label, hint, what is wrong, and the control. */
export function renderField(field: FormField, context: ControlContext): TemplateResult {
  const error = context.errors[field.name] ?? '';
  if (field.kind === 'note') {
    return html`<div class="field note" data-field=${field.name}>
      ${error ? html`<p class="error">${error}</p>` : nothing}${field.text}
    </div>`;
  }
  const { form } = context.words;
  const hintId = field.hint ? `hint-${field.name}` : undefined;
  const errorId = error ? `error-${field.name}` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined;
  const isGroup = field.kind === 'radio' || field.kind === 'checks' || field.kind === 'rows';
  const label = html`${field.label}${
    field.required ? nothing : html` <span class="optional">(${form.optional})</span>`
  }`;
  const around = html`
    ${hintId ? html`<p class="hint" id=${hintId}>${field.hint}</p>` : nothing}
    ${errorId ? html`<p class="error" id=${errorId}>${error}</p>` : nothing}
    ${renderControl(field, context, describedBy)}
  `;
  if (isGroup) {
    return html`<fieldset class=${classOf(field)} data-field=${field.name} aria-describedby=${ifDefined(describedBy)}>
      <legend>${label}</legend>
      ${around}
    </fieldset>`;
  }
  if (field.kind === 'flag') {
    return html`<div class=${classOf(field)} data-field=${field.name}>
      ${renderControl(field, context, describedBy)} ${hintId ? html`<p class="hint" id=${hintId}>${field.hint}</p>` : nothing}
      ${errorId ? html`<p class="error" id=${errorId}>${error}</p>` : nothing}
    </div>`;
  }
  return html`<div class=${classOf(field)} data-field=${field.name}>
    <label for="in-${field.name}">${label}</label>
    ${around} ${renderCounter(field, context)}
  </div>`;
}

const classOf = ({ short, kind }: FormField): string => `field ${kind}${short ? ' short' : ''}`;

function renderCounter(field: FormField, { values, words }: ControlContext): TemplateResult | typeof nothing {
  if ((field.kind !== 'text' && field.kind !== 'area') || field.max === undefined) return nothing;
  const value = values[field.name];
  const used = typeof value === 'string' ? countGraphemes(value.trim()) : 0;
  const full = used >= field.max * NEARLY_FULL;
  return html`<p class="counter" role="status" data-over=${used > field.max || nothing}>
    ${full ? words.form.left(field.max - used) : nothing}
  </p>`;
}

function renderControl(field: FormField, context: ControlContext, describedBy: string | undefined): TemplateResult {
  const { values, set, errors, words } = context;
  const { name, kind, required } = field;
  const value = values[name];
  const text = typeof value === 'string' ? value : '';
  const invalid = errors[name] ? 'true' : nothing;
  const onText = (event: Event): void => set(name, (event.target as HTMLInputElement).value);
  switch (kind) {
    case 'area':
      return html`<textarea
        id="in-${name}"
        rows=${field.rows ?? 4}
        ?required=${required}
        aria-invalid=${invalid}
        aria-describedby=${ifDefined(describedBy)}
        .value=${live(text)}
        @input=${onText}
      ></textarea>`;
    case 'flag':
      return html`<label class="choice"
        ><input
          id="in-${name}"
          type="checkbox"
          aria-describedby=${ifDefined(describedBy)}
          aria-invalid=${invalid}
          .checked=${live(text === 'yes')}
          @change=${(event: Event) => set(name, (event.target as HTMLInputElement).checked ? 'yes' : '')}
        /><span>${field.label}</span></label
      >`;
    case 'note':
      return html``;
    case 'text':
    case 'number':
    case 'time':
    case 'date':
      return html`<input
        id="in-${name}"
        type=${kind === 'date' || kind === 'time' ? kind : kind === 'number' ? 'text' : (field.type ?? 'text')}
        inputmode=${kind === 'number' ? 'numeric' : nothing}
        list=${kind === 'text' && field.suggestions ? `list-${name}` : nothing}
        ?required=${required}
        aria-invalid=${invalid}
        aria-describedby=${ifDefined(describedBy)}
        autocomplete="off"
        .value=${live(text)}
        @input=${onText}
      />${
        kind === 'text' && field.suggestions
          ? html`<datalist id="list-${name}">
              ${field.suggestions.map((value) => html`<option value=${value}></option>`)}
            </datalist>`
          : nothing
      }`;
    case 'select':
      return html`<select
        id="in-${name}"
        ?required=${required}
        aria-invalid=${invalid}
        aria-describedby=${ifDefined(describedBy)}
        @change=${onText}
      >
        ${required && !text ? html`<option value="" selected>${words.form.pleaseChoose}</option>` : nothing}
        ${field.options.map(
          (option) =>
            html`<option value=${option.value} .selected=${live(option.value === text)}>${option.label}</option>`,
        )}
      </select>`;
    case 'radio':
      return html`${field.options.map(
        (option) =>
          html`<label class="choice">
            <input
              type="radio"
              name=${name}
              value=${option.value}
              ?required=${required}
              .checked=${live(option.value === text)}
              @change=${onText}
            />
            <span>${option.label}${option.hint ? html`<span class="hint">${option.hint}</span>` : nothing}</span>
          </label>`,
      )}`;
    case 'checks': {
      const chosen = listOf(values, name);
      const toggle = (option: string, on: boolean): void =>
        set(name, (now) => {
          const others = textsOf(now).filter((other) => other !== option);
          return on ? [...others, option] : others;
        });
      return html`<div class="checks">
        ${field.options.map(
          (option) =>
            html`<label class="choice">
              <input
                type="checkbox"
                name=${name}
                value=${option.value}
                .checked=${live(chosen.includes(option.value))}
                @change=${(event: Event) => toggle(option.value, (event.target as HTMLInputElement).checked)}
              />
              <span>${option.label}</span>
            </label>`,
        )}
      </div>`;
    }
    case 'rows':
      return renderRows(field, context);
    case 'search':
      return context.search(field, describedBy);
  }
}
