import { css } from 'lit';

export const filtersStyles = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 16px;
  }
  .search {
    flex: 2 1 14em;
    max-inline-size: 26em;
  }
  .sort {
    flex: 1 1 10em;
    max-inline-size: 15em;
  }
  .label,
  legend {
    display: block;
    padding: 0;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  select,
  [type='search'] {
    padding: 4px 10px;
  }
  .scopes {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
  }
  .scope {
    min-block-size: 40px;
    padding: 4px 0;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    cursor: pointer;
  }
  .scope:hover {
    color: var(--_accent);
  }
  .scope[aria-pressed='true'] {
    border-color: var(--_accent);
    font-weight: 600;
  }
  .facets {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(13em, 100%), 1fr));
    gap: 16px 24px;
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
    font-weight: 600;
    color: var(--_text);
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
    justify-self: start;
  }
  .beside {
    gap: 20px;
  }
  .beside .scopes {
    flex-direction: column;
    align-items: stretch;
  }
  .beside .scope {
    min-block-size: 36px;
    padding: 4px 10px;
    border: 0;
    border-inline-start: 3px solid var(--_line);
    text-align: start;
  }
  .beside .scope[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .beside .facets {
    grid-template-columns: minmax(0, 1fr);
  }
  .beside :is(.search, .sort) {
    flex-basis: 100%;
  }
  @container (inline-size < 30em) {
    .search,
    .sort {
      max-inline-size: none;
    }
    form:not(.beside) .option {
      padding-block: 9px;
    }
  }
  @media (forced-colors: active) {
    .scope[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
