import { css } from 'lit';

export const importStyles = css`
  .base,
  .preview {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .title {
    font-weight: 600;
    line-height: 1.25;
  }
  .title:focus,
  .done:focus,
  .failure:focus {
    outline: none;
  }
  .hint {
    max-inline-size: 42em;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
  }
  .field {
    display: grid;
    gap: 4px;
    max-inline-size: 24em;
    font-weight: 600;
  }
  select {
    min-block-size: 40px;
    padding: 6px 10px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font-weight: 400;
  }
  .choose {
    position: relative;
  }
  .choose:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .choose input {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .preview {
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    list-style: none;
    font-weight: 600;
  }
  .choice {
    display: flex;
    gap: 10px;
    align-items: baseline;
    min-block-size: 32px;
    padding-block: 4px;
  }
  .choice input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
    translate: 0 3px;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
  }
  caption {
    padding-block-end: 4px;
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: 6px 12px 6px 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  thead th {
    font-size: 0.875em;
    color: var(--_muted);
  }
  tbody th {
    min-inline-size: 8em;
    font-weight: 600;
  }
  td ul {
    padding-inline-start: 1.25em;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  [data-left] td,
  tr[data-action='same'] td,
  tr[data-action='skip'] td {
    color: var(--_muted);
  }
  .done,
  .failure {
    display: grid;
    gap: 8px;
    padding: 12px 16px;
    border-inline-start: 4px solid var(--_success);
    background: var(--_sunken);
  }
  .failure {
    border-color: var(--_danger);
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
`;
