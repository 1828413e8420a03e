import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { de, type BlogFeedMessages } from '../../i18n/de/blog-feed.ts';
import { StyledElement } from '../../internal/styled-element.ts';
import { foldText } from '../../model/fold-text.ts';
import type { Facets } from '../../model/page.ts';
import { MATURITIES, MUNICIPALITY_SIZES } from '../../model/post.ts';
import { controls } from '../../styles/controls.styles.ts';
import { facetFilters } from '../../styles/facet-filters.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { icon, ICONS } from '../shared/icons.ts';
import { VrPostsFilterEvent } from './events.ts';
import { FacetMemory, type FacetOption } from './facet-memory.ts';
import { FACETS, noFilter, usedFilters, type Facet, type FeedFilter, type FixedFilter } from './feed-filter.ts';
import { postFiltersStyles } from './vr-post-filters.styles.ts';

/** Values of a facet that are shown at once, and on demand; of more than that the reader looks for theirs. */
const FEW = 5;
const MANY = 12;

/**
 * Search, and the values that posts can be narrowed to, with how many there are of each. What is chosen stands below the
 * search and can be taken away there.
 *
 * @summary Search and filters for posts; a view without data access of its own.
 * @status stable
 * @since 0.4
 *
 * @fires {VrPostsFilterEvent} vr-posts-filter - something was typed or chosen
 */
export class VrPostFilters extends StyledElement {
  static override styles = [host, controls, facetFilters, postFiltersStyles];

  @property({ attribute: false }) filter: FeedFilter = noFilter();
  /** What the editor has set already is not offered. */
  @property({ attribute: false }) fixed: FixedFilter = {};
  @property({ attribute: false }) facets: Facets | undefined;
  @property({ attribute: false }) locale = 'de-DE';
  @property({ attribute: false }) words: BlogFeedMessages = de;

  @state() private unfolded = false;
  /** Facets of which more values are shown, with what the reader looks for in them. */
  @state() private whole: ReadonlyMap<Facet, string> = new Map();

  readonly #memory = new FacetMemory();

  /** Puts the focus into the search. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[name=q]')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('facets') || changed.has('words')) {
      this.#memory.learn(this.facets, (facet, value) => this.#nameOf(facet, value));
    }
  }

  protected override render(): TemplateResult {
    const { filter, unfolded } = this;
    const { feed } = this.words;
    const used = usedFilters(filter);
    const chosen = used - (filter.q.trim() === '' ? 0 : 1);
    const facets = FACETS.filter((facet) => this.#offers(facet));
    return html`<form role="search" aria-label=${feed.filterPosts} @submit=${this.#onSubmit}>
      <div class="line">
        <label class="search">
          <span class="label">${feed.search}</span>
          <span id="hint" class="hint" aria-hidden="true">${feed.searchHint}</span>
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
          facets.length === 0
            ? nothing
            : html`<button
                type="button"
                class="button"
                aria-expanded=${unfolded}
                aria-controls="facets"
                @click=${() => (this.unfolded = !unfolded)}
              >
                ${icon(ICONS.filter)} ${feed.filters}${chosen > 0 ? ` (${chosen})` : nothing}
              </button>`
        }
      </div>
      <div id="facets" class="facets" ?hidden=${!unfolded || facets.length === 0}>
        ${unfolded ? facets.map((facet) => this.#renderFacet(facet)) : nothing}
      </div>
      ${used > 0 ? this.#renderChosen() : nothing}
    </form>`;
  }

  /** What is chosen, each with the way to take it away. */
  #renderChosen(): TemplateResult {
    const { feed } = this.words;
    const chosen = FACETS.flatMap((facet) => this.filter[facet].map((value) => ({ facet, value })));
    return html`<div class="chosen">
      ${
        chosen.length > 0
          ? html`<ul aria-label=${feed.chosen}>
              ${chosen.map(({ facet, value }) => {
                const label = this.#memory.label(facet, value);
                return html`<li>
                  <button
                    type="button"
                    class="chip"
                    aria-label=${feed.remove(label)}
                    @click=${() => this.#takeAway(facet, value)}
                  >
                    <bdi>${label}</bdi> ${icon(ICONS.close)}
                  </button>
                </li>`;
              })}
            </ul>`
          : nothing
      }
      <button type="button" class="link reset" @click=${this.#onReset}>${feed.reset}</button>
    </div>`;
  }

  #renderFacet(facet: Facet): TemplateResult {
    const { feed, common } = this.words;
    const options = this.#memory.options(facet, this.filter);
    const looked = this.whole.get(facet);
    const all = looked !== undefined || options.length <= FEW + 1;
    const fitting = looked ? options.filter(({ label }) => foldText(label).includes(foldText(looked))) : options;
    const most = all ? MANY : FEW;
    const shown = fitting.filter(({ checked }, index) => index < most || (checked && !looked));
    return html`<fieldset>
      <legend>${feed.facets[facet]}</legend>
      ${
        all && options.length > MANY
          ? html`<input
              type="search"
              name="find-${facet}"
              autocomplete="off"
              aria-label=${feed.find(feed.facets[facet])}
              placeholder=${feed.find(feed.facets[facet])}
              .value=${looked ?? ''}
              @input=${(event: InputEvent) => this.#look(facet, (event.target as HTMLInputElement).value)}
            />`
          : nothing
      }
      ${shown.map((option) => this.#renderOption(facet, option))}
      ${shown.length === 0 ? html`<p class="hint">${feed.noValue}</p>` : nothing}
      ${
        all
          ? nothing
          : html`<button
              type="button"
              class="link"
              aria-label=${feed.allValues(feed.facets[facet])}
              @click=${() => this.#showWhole(facet, shown.length)}
            >
              ${common.showMore}
            </button>`
      }
    </fieldset>`;
  }

  #renderOption(facet: Facet, { value, label, count, checked }: FacetOption): TemplateResult {
    return html`<label class="option">
      <input
        type="checkbox"
        name=${facet}
        value=${value}
        .checked=${checked}
        ?disabled=${count === 0 && !checked}
        @change=${(event: Event) => this.#toggle(facet, value, (event.target as HTMLInputElement).checked)}
      />
      <span dir="auto">${this.words.feed.count(label, count)}</span>
    </label>`;
  }

  /** One value says nothing, but that some posts are reports. */
  #offers(facet: Facet): boolean {
    if (this.fixed[facet]) return false;
    return this.#memory.size(facet) > (facet === 'report' ? 0 : 1) || this.filter[facet].length > 0;
  }

  #nameOf(facet: Facet, value: string): string | undefined {
    const { feed, post } = this.words;
    const known = <T extends string>(list: readonly T[], names: Readonly<Record<T, string>>): string | undefined => {
      const found = list.find((each) => each === value);
      return found && names[found];
    };
    if (facet === 'report') return feed.reportsOnly;
    if (facet === 'size') return known(MUNICIPALITY_SIZES, post.sizes);
    return facet === 'maturity' ? known(MATURITIES, post.maturities) : undefined;
  }

  #toggle(facet: Facet, value: string, on: boolean): void {
    const others = this.filter[facet].filter((each) => each !== value);
    this.#change({ [facet]: on ? [...others, value] : others });
  }

  #takeAway(facet: Facet, value: string): void {
    this.#toggle(facet, value, false);
    void this.updateComplete.then(() => {
      const next = this.renderRoot.querySelector<HTMLElement>('.chip, .reset');
      if (next) next.focus();
      else this.focus();
    });
  }

  #look(facet: Facet, text: string): void {
    this.whole = new Map([...this.whole, [facet, text.trim()]]);
  }

  #showWhole(facet: Facet, at: number): void {
    this.#look(facet, '');
    void this.updateComplete.then(() => {
      // The button is gone; the focus goes on at the search for values, or at the first value that it brought.
      const boxes = [...this.renderRoot.querySelectorAll<HTMLInputElement>(`[name="${facet}"]`)];
      const search = this.renderRoot.querySelector<HTMLElement>(`[name="find-${facet}"]`);
      (search ?? boxes.slice(at).find((box) => !box.disabled) ?? boxes.find((box) => !box.disabled))?.focus();
    });
  }

  #change(change: Partial<FeedFilter>, typing = false): void {
    this.dispatchEvent(new VrPostsFilterEvent({ ...this.filter, ...change }, typing));
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
