import { css } from 'lit';

export const columnsStyles = css`
  .columns {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(13em, 1fr);
    gap: 0;
    padding-block-end: 12px;
    overflow-x: auto;
    overscroll-behavior-x: contain;
  }
  .columns:focus-visible {
    outline-offset: -3px;
  }
  .columns .column {
    padding-inline: 16px;
    border-inline-start: 1px solid var(--_line);
  }
  .columns .column:first-child {
    padding-inline-start: 0;
    border: 0;
  }
  .column {
    min-inline-size: 0;
    padding-block: 4px;
  }
  .column.bare {
    color: var(--_muted);
  }
  .column.open {
    background: var(--_tint);
    outline: 2px dashed var(--_accent);
    outline-offset: -2px;
  }
  .head {
    display: flex;
    align-items: start;
    gap: 6px;
    min-block-size: 2.75em;
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.3;
    hyphens: auto;
  }
  .head svg {
    margin-block-start: 0.1em;
  }
  .count {
    margin-inline-start: 4px;
    font-weight: 400;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .quiet {
    font-size: 0.875em;
    color: var(--_muted);
  }
  ul {
    list-style: none;
  }
  .card {
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .card[draggable='true'] {
    cursor: grab;
  }
  .card[aria-busy] {
    opacity: 0.75;
    cursor: progress;
  }
  .card .title {
    margin: 0;
    font-size: 1em;
  }
  .move {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-block-size: 32px;
    margin-block-start: 4px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-size: 0.875em;
    cursor: pointer;
  }
  .move:hover {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .turn svg {
    transition: rotate 0.12s;
  }
  .move[aria-expanded='true'] .turn svg {
    rotate: 90deg;
  }
  .to {
    display: flex;
    align-items: baseline;
    gap: 8px;
    inline-size: 100%;
    min-block-size: 36px;
    padding: 6px 8px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    font-size: 0.875em;
    text-align: start;
    cursor: pointer;
  }
  .to:hover {
    background: var(--_tint);
  }
  .column > .button {
    inline-size: 100%;
    font-size: 0.875em;
  }
  .choice {
    display: block;
    margin-block-end: 12px;
  }
  .label {
    display: block;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  select {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 4px 10px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }
  .single .head {
    min-block-size: 0;
    padding-block-end: 8px;
  }
  .single .move {
    min-block-size: 44px;
  }
  .single .to {
    min-block-size: 44px;
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
