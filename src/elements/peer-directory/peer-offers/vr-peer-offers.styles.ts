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
  .meta {
    color: var(--_muted);
  }
  .base > section {
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
  .panel {
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
  .locked {
    gap: 8px 16px;
  }
  .said,
  .note,
  .failure {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_success);
    background: var(--_sunken);
  }
  .said {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  .said .link {
    min-block-size: 24px;
  }
  .note {
    border-color: var(--_warning);
  }
  .failure {
    border-color: var(--_danger);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
    gap: 16px;
    list-style: none;
  }
  .cards:empty,
  .meta:empty {
    display: none;
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: 6px;
    min-inline-size: 0;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_on-surface);
  }
  .card .row {
    margin-block-start: auto;
    padding-block-start: 6px;
  }
  .cards:has(.mine) {
    grid-template-columns: minmax(0, 1fr);
    gap: 0;
  }
  .card.mine {
    padding: 16px 0;
    border-width: 1px 0 0;
    border-radius: 0;
    background: none;
    color: inherit;
  }
  .card.mine vr-form,
  .card.mine .conflict {
    margin-block-start: 8px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
  .state {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_muted);
  }
  .name {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .name .link {
    font-weight: 600;
  }
  .text {
    max-inline-size: 70ch;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .meta {
    font-size: 0.875em;
  }
  [data-standing='ending'] > .meta,
  [data-standing='expired'] > .meta {
    font-weight: 600;
    color: inherit;
  }
  .who {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-block-start: 2px;
  }
  .who > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .who .link {
    min-block-size: 24px;
    text-align: start;
  }
  .who vr-avatar {
    flex: none;
  }
  .own {
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_success);
  }
  .why {
    font-size: 0.9375em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .nobody {
    display: grid;
    gap: 12px;
    justify-items: start;
    max-inline-size: 60ch;
    padding-block: 8px;
  }
  details > summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
  }
  details > .cards {
    margin-block-start: 8px;
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
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
  @container (max-width: 30em) {
    .panel,
    .card.mine vr-form {
      padding: 12px;
    }
  }
  @media print {
    .row,
    vr-filter-bar,
    .panel,
    .button,
    .said .link {
      display: none;
    }
    .card {
      break-inside: avoid;
    }
  }
`;
