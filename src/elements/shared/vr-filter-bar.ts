import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import { de, type Messages } from '../../i18n/de/words.ts';
import { controls } from '../../styles/controls.styles.ts';
import { fields } from '../../styles/fields.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { VrFilterChangeEvent } from './events.ts';
import { filterBarStyles } from './vr-filter-bar.styles.ts';
import { icon, ICONS } from './icons.ts';

/** One thing a list can be narrowed by. */
export interface FilterField {
  readonly name: string;
  readonly label: string;
  /** Chosen value, empty for all. */
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly count: number }[];
}

/**
 * Fields to narrow a list by, and a search. In a narrow column they stand behind one button, which says how many are in use.
 *
 * @summary Filters and search above a list.
 * @status stable
 * @since 0.1
 *
 * @fires {VrFilterChangeEvent} vr-filter-change - a filter was chosen, or something was typed
 */
export class VrFilterBar extends StyledElement {
  static override styles = [host, controls, fields, filterBarStyles];

  @property({ attribute: false }) fields: readonly FilterField[] = [];
  /** Words searched for. */
  @property({ attribute: false }) q = '';
  @property({ attribute: false }) words: Messages = de;

  @state() private unfolded = false;

  protected override render(): TemplateResult {
    const { filter } = this.words;
    const used = this.fields.filter((field) => field.value !== '').length + (this.q.trim() === '' ? 0 : 1);
    const fields = this.fields.filter((field) => field.options.length > 1 || field.value !== '');
    return html`
      <button
        type="button"
        class="button fold"
        aria-expanded=${this.unfolded}
        aria-controls="fields"
        @click=${() => (this.unfolded = !this.unfolded)}
      >
        ${icon(ICONS.filter)} ${filter.label}${used > 0 ? ` (${used})` : nothing}
      </button>
      <form
        id="fields"
        class=${this.unfolded ? 'unfolded' : ''}
        role="search"
        aria-label=${filter.label}
        @submit=${this.#onSubmit}
      >
        ${fields.map((field) => this.#renderField(field))}
        <label class="search">
          <span class="label">${filter.search}</span>
          <input
            type="search"
            name="q"
            autocomplete="off"
            enterkeyhint="search"
            .value=${this.q}
            @input=${(event: InputEvent) => this.#change('q', (event.target as HTMLInputElement).value)}
          />
        </label>
        ${
          used > 0
            ? html`<button type="button" class="link reset" @click=${this.#onReset}>${filter.reset}</button>`
            : nothing
        }
      </form>
    `;
  }

  #renderField({ name, label, value, options }: FilterField): TemplateResult {
    const { filter } = this.words;
    return html`<label>
      <span class="label">${label}</span>
      <select name=${name} @change=${(event: Event) => this.#change(name, (event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${value === ''}>${filter.all}</option>
        ${options.map(
          (option) =>
            html`<option value=${option.value} ?selected=${option.value === value}>
              ${filter.option(option.label, option.count)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #change(name: string, value: string): void {
    this.dispatchEvent(new VrFilterChangeEvent(name, value));
  }

  #onReset(): void {
    for (const name of ['q', ...this.fields.map((field) => field.name)]) this.#change(name, '');
    this.renderRoot.querySelector<HTMLElement>('select, input')?.focus();
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
  }
}
