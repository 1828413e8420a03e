import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import { de, type PeerDirectoryMessages } from '../../i18n/de/peer-directory.ts';
import { languageName } from '../../i18n/language-name.ts';
import type { Facets } from '../../model/page.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { icon, ICONS } from '../shared/icons.ts';
import {
  FACETS,
  noFilter,
  usedFilters,
  type DirectoryFilter,
  type Facet,
  type FixedFilter,
} from './directory-filter.ts';
import { VrPeersFilterEvent } from './events.ts';
import { facetFilters } from '../../styles/facet-filters.styles.ts';

/** Values of a facet that are shown at once; more on demand. */
const FEW = 6;

/** A facet of these says something already with one value. */
const TELLING: readonly Facet[] = ['direction', 'available'];

interface Option {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly checked: boolean;
}

/**
 * Search and the values that people can be narrowed to, with how many there are of each. Values without anybody are
 * disabled, not hidden: nothing moves while the reader chooses.
 *
 * @summary Search and filters for people; a view without data access of its own.
 * @status stable
 * @since 0.3
 *
 * @fires {VrPeersFilterEvent} vr-peers-filter - something was typed or chosen
 */
export class VrPeerFilters extends StyledElement {
  static override styles = [host, controls, facetFilters];

  @property({ attribute: false }) filter: DirectoryFilter = noFilter();
  /** What the editor has set already is not offered. */
  @property({ attribute: false }) fixed: FixedFilter = {};
  @property({ attribute: false }) facets: Facets | undefined;
  /** Stands beside the list: everything is open, one below the other. */
  @property({ attribute: false }) beside = false;
  @property({ attribute: false }) locale = 'de-DE';
  @property({ attribute: false }) words: PeerDirectoryMessages = de;

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
    const { filter, beside } = this;
    const { directory } = this.words;
    const used = usedFilters(filter);
    const chosen = used - (filter.q.trim() === '' ? 0 : 1);
    const facets = FACETS.filter((facet) => !this.fixed[facet] && this.#offers(facet));
    const open = beside || this.unfolded;
    return html`<form
      class=${beside ? 'beside' : ''}
      role="search"
      aria-label=${directory.filterPeople}
      @submit=${this.#onSubmit}
    >
      <div class="line">
        <label class="search">
          <span class="label">${directory.search}</span>
          <span id="hint" class="hint" aria-hidden="true">${directory.searchHint}</span>
          <input
            type="search"
            name="q"
            autocomplete="off"
            enterkeyhint="search"
            aria-describedby="hint"
            .value=${filter.q}
            @input=${(event: InputEvent) => this.#change({ q: (event.target as HTMLInputElement).value }, true)}
          />
        </label>
        ${
          beside || facets.length === 0
            ? nothing
            : html`<button
                type="button"
                class="button"
                aria-expanded=${open}
                aria-controls="facets"
                @click=${() => (this.unfolded = !this.unfolded)}
              >
                ${icon(ICONS.filter)} ${directory.filters}${chosen > 0 ? ` (${chosen})` : nothing}
              </button>`
        }
        ${
          used > 0
            ? html`<button type="button" class="link reset" @click=${this.#onReset}>${directory.reset}</button>`
            : nothing
        }
      </div>
      <div id="facets" class="facets" ?hidden=${!open || facets.length === 0}>
        ${facets.map((facet) => this.#renderFacet(facet))}
      </div>
    </form>`;
  }

  #renderFacet(facet: Facet): TemplateResult {
    const { directory, common } = this.words;
    const options = this.#options(facet);
    const all = this.whole.has(facet) || options.length <= FEW + 1;
    const shown = all ? options : options.filter(({ checked }, index) => index < FEW || checked);
    return html`<fieldset>
      <legend>${directory.facets[facet]}</legend>
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
            <span>${directory.count(label, count)}</span>
          </label>`,
      )}
      ${
        all
          ? nothing
          : html`<button
              type="button"
              class="link"
              aria-label=${directory.allValues(directory.facets[facet])}
              @click=${() => this.#showWhole(facet, shown.length)}
            >
              ${common.showMore}
            </button>`
      }
    </fieldset>`;
  }

  #offers(facet: Facet): boolean {
    return (this.#known.get(facet)?.size ?? 0) > (TELLING.includes(facet) ? 0 : 1);
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
    for (const facet of FACETS) {
      const known = this.#known.get(facet) ?? new Map<string, string>();
      this.#known.set(facet, known);
      const values = [...(this.facets?.[facet] ?? [])].sort((a, b) => b.count - a.count);
      for (const { value, label } of values) {
        if (!known.has(value)) known.set(value, this.#nameOf(facet, value) ?? label ?? value);
      }
      if (anew) for (const [value, label] of known) known.set(value, this.#nameOf(facet, value) ?? label);
    }
    const directions = this.#known.get('direction');
    // What people offer stands before what they seek, whichever is more.
    if (directions) this.#known.set('direction', new Map([...directions].sort(([a], [b]) => (a < b ? -1 : 1))));
  }

  #nameOf(facet: Facet, value: string): string | undefined {
    const { directory } = this.words;
    if (facet === 'language') return languageName(value, this.locale);
    if (facet === 'available') return directory.available;
    return facet === 'direction' && (value === 'offer' || value === 'seek') ? directory.directions[value] : undefined;
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

  #change(change: Partial<DirectoryFilter>, typing = false): void {
    this.dispatchEvent(new VrPeersFilterEvent({ ...this.filter, ...change }, typing));
  }

  #onReset(): void {
    this.#change(noFilter());
    this.focus();
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    // Who presses Enter does not wait for a pause.
    this.#change({});
  }
}
