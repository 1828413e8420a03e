import { css } from 'lit';

export const offersStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  .head {
    display: grid;
    gap: 4px;
    max-inline-size: 70ch;
  }
  .title {
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.25;
  }
  .lead,
  .meta,
  .count {
    color: var(--_muted);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-inline-size: 0;
  }
  .part {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .panel,
  .item > vr-form,
  .item > .conflict {
    margin-block-start: 8px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .row .count {
    padding-inline: 4px;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .locked {
    gap: 8px 16px;
  }
  .said {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_success);
    background: var(--_sunken);
  }
  .failure {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_sunken);
  }
  .list {
    list-style: none;
  }
  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    padding-block: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .state {
    display: flex;
    align-items: baseline;
    gap: 6px;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .name {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .text {
    max-inline-size: 70ch;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .meta {
    font-size: 0.875em;
  }
  .mine {
    font-weight: 600;
    color: var(--_success);
  }
  .item .row {
    margin-block-start: 4px;
  }
  .toggle[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    color: var(--_accent);
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .dates summary {
    inline-size: fit-content;
    min-block-size: 24px;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  .dates ul {
    padding: 4px 0 4px 20px;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  [data-over] {
    color: var(--_muted);
    text-decoration: line-through;
  }
  .more {
    justify-self: start;
  }
  .skeleton {
    display: grid;
    gap: 12px;
    padding-block: 16px;
  }
  .skeleton span {
    block-size: 1.25em;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .skeleton span:nth-child(2) {
    inline-size: 70%;
  }
  .skeleton span:nth-child(3) {
    inline-size: 40%;
  }
  @media (forced-colors: active) {
    .toggle[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    .row,
    vr-filter-bar,
    .panel {
      display: none;
    }
  }
`;
