import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { IdeaSort } from '../../backend/ports.ts';
import { StyledElement } from '../../internal/styled-element.ts';
import { de, type IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import { HELP_KINDS, IDEA_REACHES, IDEA_STAGES } from '../../model/idea.ts';
import type { Facets } from '../../model/page.ts';
import { controls } from '../../styles/controls.styles.ts';
import { fields } from '../../styles/fields.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { icon, ICONS } from '../shared/icons.ts';
import {
  FACETS,
  noFilter,
  usedFilters,
  type BoardFilter,
  type Facet,
  type FixedFilter,
  type Scope,
} from './board-filter.ts';
import { VrIdeasFilterEvent } from './events.ts';
import { filtersStyles } from './vr-idea-filters.styles.ts';

/** Values of a facet that are shown at once; more on demand. */
const FEW = 6;

interface Option {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly checked: boolean;
}

/**
 * Search, order and the values that ideas can be narrowed to, with how many there are of each. Values without an idea are
 * disabled, not hidden: nothing moves while the reader chooses.
 *
 * @summary Search and filters for ideas; a view without data access of its own.
 * @status stable
 * @since 0.2
 *
 * @fires {VrIdeasFilterEvent} vr-ideas-filter - something was typed or chosen
 */
export class VrIdeaFilters extends StyledElement {
  static override styles = [host, controls, fields, filtersStyles];

  @property({ attribute: false }) filter: BoardFilter = noFilter();
  /** What the editor has set already is not offered. */
  @property({ attribute: false }) fixed: FixedFilter = {};
  @property({ attribute: false }) facets: Facets | undefined;
  /** Whose ideas the reader may choose between. */
  @property({ attribute: false }) scopes: readonly Scope[] = ['all'];
  /** Ideas that wait for a moderator. */
  @property({ attribute: false }) waiting: number | undefined;
  /** Stands beside the list: everything is open, one below the other. */
  @property({ attribute: false }) beside = false;
  @property({ attribute: false }) words: IdeaBoardMessages = de;

  @state() private unfolded = false;
  /** Facets of which all values are shown. */
  @state() private whole: ReadonlySet<Facet> = new Set();

  /** Labels of the values that have been there, in the order in which they came. */
  readonly #known = new Map<Facet, Map<string, string>>();

  /** Puts the focus into the search. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[type=search]')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('facets') || changed.has('words')) this.#learn(changed.has('words'));
  }

  protected override render(): TemplateResult {
    const { words, filter, beside } = this;
    const { board } = words;
    const used = usedFilters(filter);
    const facets = FACETS.filter((facet) => !this.fixed[facet] && (this.#known.get(facet)?.size ?? 0) > 1);
    return html`<form
      class=${beside ? 'beside' : ''}
      role="search"
      aria-label=${board.filterIdeas}
      @submit=${this.#onSubmit}
    >
      <div class="line">
        <label class="search">
          <span class="label">${board.search}</span>
          <input
            type="search"
            name="q"
            autocomplete="off"
            enterkeyhint="search"
            .value=${filter.q}
            @input=${(event: InputEvent) => this.#change({ q: (event.target as HTMLInputElement).value }, true)}
          />
        </label>
        <label class="sort">
          <span class="label">${board.sort}</span>
          <select name="sort" @change=${(event: Event) => this.#change({ sort: (event.target as HTMLSelectElement).value as IdeaSort })}>
            ${Object.entries(board.sorts).map(
              ([sort, label]) => html`<option value=${sort} ?selected=${sort === filter.sort}>${label}</option>`,
            )}
          </select>
        </label>
        ${
          beside || facets.length === 0
            ? nothing
            : html`<button
                type="button"
                class="button fold"
                aria-expanded=${this.unfolded}
                aria-controls="facets"
                @click=${() => (this.unfolded = !this.unfolded)}
              >
                ${icon(ICONS.filter)} ${board.filters}${used > 0 ? ` (${used})` : nothing}
              </button>`
        }
      </div>
      ${this.#renderScopes()}
      <div id="facets" class="facets" ?hidden=${!beside && !this.unfolded}>
        ${facets.map((facet) => this.#renderFacet(facet))}
      </div>
      ${
        used > 0
          ? html`<button type="button" class="link reset" @click=${this.#onReset}>${board.reset}</button>`
          : nothing
      }
    </form>`;
  }

  #renderScopes(): TemplateResult | typeof nothing {
    const { board } = this.words;
    if (this.scopes.length < 2) return nothing;
    return html`<div class="scopes" role="group" aria-label=${board.scope}>
      ${this.scopes.map(
        (scope) =>
          html`<button
            type="button"
            class="scope"
            aria-pressed=${scope === this.filter.scope}
            @click=${() => this.#change({ scope })}
          >
            ${
              scope === 'queue' && this.waiting !== undefined
                ? board.count(board.scopes.queue, this.waiting)
                : board.scopes[scope]
            }
          </button>`,
      )}
    </div>`;
  }

  #renderFacet(facet: Facet): TemplateResult {
    const { board } = this.words;
    const options = this.#options(facet);
    const all = this.whole.has(facet) || options.length <= FEW + 1;
    const shown = all ? options : options.filter(({ checked }, index) => index < FEW || checked);
    return html`<fieldset>
      <legend>${board.facets[facet]}</legend>
      ${shown.map(
        ({ value, label, count, checked }) =>
          html`<label class="option">
            <input
              type="checkbox"
              name=${facet}
              value=${value}
              .checked=${checked}
              ?disabled=${count === 0 && !checked}
              @change=${(event: Event) => this.#toggle(facet, value, (event.target as HTMLInputElement).checked)}
            />
            <span>${board.count(label, count)}</span>
          </label>`,
      )}
      ${
        all
          ? nothing
          : html`<button
              type="button"
              class="link"
              aria-label=${board.allValues(board.facets[facet])}
              @click=${() => this.#showWhole(facet, shown.length)}
            >
              ${this.words.common.showMore}
            </button>`
      }
    </fieldset>`;
  }

  #options(facet: Facet): readonly Option[] {
    const counts = this.facets?.[facet];
    const chosen = this.filter[facet];
    return [...(this.#known.get(facet) ?? [])].map(([value, label]) => ({
      value,
      label,
      count: counts?.find((each) => each.value === value)?.count ?? 0,
      checked: chosen.includes(value),
    }));
  }

  /** Keeps every value that was ever there, where it was. */
  #learn(anew: boolean): void {
    const orders: Partial<Record<Facet, readonly string[]>> = {
      stage: IDEA_STAGES,
      reach: IDEA_REACHES,
      need: HELP_KINDS,
    };
    for (const facet of FACETS) {
      const known = this.#known.get(facet) ?? new Map<string, string>();
      this.#known.set(facet, known);
      const names = this.#names(facet);
      const order = orders[facet];
      const rank = (value: string): number => (order ? order.indexOf(value) : 0);
      const values = [...(this.facets?.[facet] ?? [])].sort(
        (a, b) => rank(a.value) - rank(b.value) || b.count - a.count,
      );
      for (const { value, label } of values) if (!known.has(value)) known.set(value, names[value] ?? label ?? value);
      if (anew) for (const value of known.keys()) known.set(value, names[value] ?? known.get(value) ?? value);
      // A closed list keeps its own order also when a value comes late.
      if (order) this.#known.set(facet, new Map([...known].sort(([a], [b]) => rank(a) - rank(b))));
    }
  }

  #names(facet: Facet): Readonly<Record<string, string>> {
    const { stages, reaches, help } = this.words.idea;
    return facet === 'stage' ? stages : facet === 'reach' ? reaches : facet === 'need' ? help : {};
  }

  #toggle(facet: Facet, value: string, on: boolean): void {
    const others = this.filter[facet].filter((each) => each !== value);
    this.#change({ [facet]: on ? [...others, value] : others });
  }

  #showWhole(facet: Facet, at: number): void {
    this.whole = new Set([...this.whole, facet]);
    void this.updateComplete.then(() => {
      // The button is gone; the focus goes on at the first value that it brought, or at the next that can be chosen.
      const boxes = [...this.renderRoot.querySelectorAll<HTMLInputElement>(`[name="${facet}"]`)];
      (boxes.slice(at).find((box) => !box.disabled) ?? boxes.find((box) => !box.disabled))?.focus();
    });
  }

  #change(change: Partial<BoardFilter>, typing = false): void {
    this.dispatchEvent(new VrIdeasFilterEvent({ ...this.filter, ...change }, typing));
  }

  #onReset(): void {
    const { sort, scope } = this.filter;
    this.#change({ ...noFilter(sort), scope });
    this.focus();
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
  }
}
