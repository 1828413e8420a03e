import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { rowsOf, type FormRow, type FormValue } from '../../../model/form-values.ts';
import type { ControlContext } from './form-controls.ts';
import type { FormColumn, FormField } from './form-fields.ts';

const rowsIn = (value: FormValue | undefined): readonly FormRow[] => rowsOf({ value: value ?? [] }, 'value');

const INPUT_TYPES = { text: 'text', url: 'text', number: 'text', date: 'date', time: 'time' } as const;
const INPUT_MODES = { text: 'text', url: 'url', number: 'decimal', date: nothing, time: nothing } as const;

/** Lines of a table that are typed: one empty one at first, more on wish. */
export function renderRows(
  { name, columns, most, rowLabel, add, remove }: FormField & { readonly kind: 'rows' },
  { values, set }: ControlContext,
): TemplateResult {
  const empty: FormRow = Object.fromEntries(columns.map((column) => [column.name, column.start ?? '']));
  const kept = rowsOf(values, name);
  const rows = kept.length > 0 ? kept : [empty];
  const put = (index: number, change: FormRow): void =>
    set(name, (now) => {
      const present = rowsIn(now);
      return (present.length > 0 ? present : rows).map((row, at) => (at === index ? { ...row, ...change } : row));
    });
  const choice = (index: number, { name: part, label, options = [] }: FormColumn): TemplateResult =>
    html`<label class="part ${part}" data-type="select"
      ><span>${label}</span
      ><select @change=${(event: Event) => put(index, { [part]: (event.target as HTMLSelectElement).value })}>
        ${options.map(
          ({ value, label: says }) =>
            html`<option value=${value} .selected=${live(value === (rows[index]?.[part] ?? ''))}>${says}</option>`,
        )}
      </select></label
    >`;
  const input = (index: number, { name: part, label, type = 'text', suggestions }: FormColumn): TemplateResult =>
    html`<label class="part ${part}" data-type=${type}
      ><span>${label}</span
      ><input
        list=${suggestions ? `list-${name}-${part}` : nothing}
        type=${INPUT_TYPES[type]}
        inputmode=${INPUT_MODES[type]}
        autocomplete="off"
        .value=${live(rows[index]?.[part] ?? '')}
        @input=${(event: Event) => put(index, { [part]: (event.target as HTMLInputElement).value })}
    /></label>`;
  return html`${columns.map(({ name: part, suggestions }) =>
    suggestions
      ? html`<datalist id="list-${name}-${part}">
          ${suggestions.map((value) => html`<option value=${value}></option>`)}
        </datalist>`
      : nothing,
  )}
  ${rows.map(
    (_, index) =>
      html`<div class="row" role="group" aria-label=${rowLabel(index + 1)}>
        ${columns.map((column) => (column.options ? choice(index, column) : input(index, column)))}
        ${
          rows.length > 1
            ? html`<button
                type="button"
                class="link remove"
                @click=${() =>
                  set(
                    name,
                    rows.filter((_row, at) => at !== index),
                  )}
              >
                ${remove(index + 1)}
              </button>`
            : nothing
        }
      </div>`,
  )}
  ${
    rows.length < most
      ? html`<button type="button" class="button small" @click=${() => set(name, [...rows, empty])}>${add}</button>`
      : nothing
  }`;
}
