import { css } from 'lit';

export const inboxStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
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
  .org,
  .hint {
    color: var(--_muted);
  }
  .part {
    margin-block-end: 4px;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .locked {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .boxes,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .toggle[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    color: var(--_accent);
  }
  .count {
    font-size: 0.875em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .said {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_success);
    background: var(--_sunken);
  }
  .failure {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_sunken);
  }
  .list,
  .people {
    list-style: none;
  }
  .item {
    padding-block: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 8px 12px;
  }
  .facts {
    flex: 1 1 12em;
    min-inline-size: 0;
  }
  .state {
    display: flex;
    align-items: start;
    gap: 6px;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .state svg {
    margin-block-start: 0.2em;
  }
  .detail .link {
    min-block-size: 24px;
    text-align: start;
  }
  [data-state='accepted'] .state {
    font-weight: 600;
    color: var(--_success);
  }
  .name {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .org {
    font-weight: 400;
  }
  .topic {
    overflow-wrap: anywhere;
  }
  .detail {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    margin-block-start: 12px;
    padding-inline-start: 52px;
  }
  .message {
    max-inline-size: 70ch;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--_line);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .meta,
  .hint {
    font-size: 0.875em;
  }
  .detail vr-form,
  .addresses,
  .panel {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
  .addresses,
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .addresses {
    border-inline-start: 4px solid var(--_success);
  }
  .addresses dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .addresses dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .addresses dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin-block-end: 4px;
    overflow-wrap: anywhere;
  }
  .addresses dd a,
  .addresses dd .text {
    min-inline-size: 0;
  }
  .addresses input:not(.visually-hidden) {
    flex: 1 1 12em;
    min-block-size: 40px;
    padding: 6px 10px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }
  .panel {
    border-inline-start: 4px solid var(--_edge);
  }
  .panel.waiting,
  .panel.needs-sign-in {
    border-inline-start-color: var(--_warning);
  }
  .panel.refused {
    border-inline-start-color: var(--_danger);
  }
  .panel + .panel {
    margin-block-start: 8px;
  }
  .strong {
    font-weight: 600;
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .more {
    justify-self: start;
  }
  .blocked summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
  }
  .people li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    padding-block: 8px;
    border-block-end: 1px solid var(--_line);
    max-inline-size: 42em;
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
    .detail {
      padding-inline-start: 0;
    }
    .detail vr-form,
    .addresses,
    .panel {
      padding: 12px;
    }
  }
  @media (forced-colors: active) {
    .toggle[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    .boxes,
    .row,
    .button,
    .blocked,
    vr-form {
      display: none;
    }
  }
`;
