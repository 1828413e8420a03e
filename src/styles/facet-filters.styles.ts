import { css } from 'lit';

/** A search, and beside or below it groups of values to narrow a list by. */
export const facetFilters = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 16px;
  }
  .search {
    flex: 1 1 14em;
    max-inline-size: 30em;
  }
  .label,
  legend {
    display: block;
    padding: 0;
    font-weight: 600;
  }
  .label {
    font-size: 0.9375em;
  }
  [type='search'] {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 4px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }
  [type='search']:hover {
    border-color: currentcolor;
  }
  .line > .button {
    min-block-size: 44px;
  }
  .hint {
    display: block;
    margin-block-end: 4px;
    font-size: 0.8125em;
    line-height: 1.35;
    color: var(--_muted);
  }
  .facets {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(13em, 100%), 1fr));
    gap: 16px 24px;
    margin-block-start: 12px;
  }
  .facets[hidden] {
    display: none;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    font-size: 0.875em;
  }
  .option {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding-block: 5px;
    font-size: 0.9375em;
    line-height: 1.4;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .option input {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    margin-block-start: 0.15em;
    accent-color: var(--_accent);
  }
  .option:has(:disabled) {
    color: var(--_muted);
    cursor: default;
  }
  fieldset .link,
  .reset {
    min-block-size: 32px;
    font-size: 0.875em;
    text-align: start;
  }
  .line > .reset {
    min-block-size: 44px;
  }
  .beside .facets {
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
  .beside .search {
    flex-basis: 100%;
  }
  @container (inline-size < 30em) {
    .search {
      max-inline-size: none;
    }
    form:not(.beside) .option {
      padding-block: 9px;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
