import { css } from 'lit';

/** Sections of the page: support, help, trial, practice, conversation, history. */
export const talkStyles = css`
  .button.small {
    min-block-size: 32px;
    padding: 2px 10px;
    font-size: 0.875em;
  }
  .button.grave {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    font-weight: 600;
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .link {
    min-block-size: 24px;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .form {
    padding-block: 8px;
  }
  .said,
  q {
    display: block;
    font-size: 0.9375em;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  ul[role='list'],
  ol[role='list'] {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  summary {
    min-block-size: 24px;
    cursor: pointer;
    color: var(--_accent);
  }
  .side > section,
  .side > .page-actions {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .side > :first-child {
    padding-block-start: 0;
    border-block-start: 0;
  }

  .support .strong {
    font-size: 1.0625em;
  }
  .support .strong .quiet {
    display: block;
    font-weight: 400;
  }
  .levels {
    display: grid;
    gap: 8px;
  }
  .level {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 10px;
    justify-content: start;
    text-align: start;
    padding-block: 6px;
  }
  .level .hint {
    grid-column: 2;
    font-size: 0.8125em;
    font-weight: 400;
    color: var(--_muted);
  }
  .people,
  .needs,
  .offers,
  .refs {
    display: grid;
    gap: 8px;
  }
  .people {
    padding-block-start: 8px;
  }
  .person .quiet,
  .people .quiet {
    display: block;
  }
  .needs li {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_highlight);
  }
  .needs li[data-filled] {
    border-color: var(--_line);
  }
  .needs .quiet,
  .offers .quiet,
  .refs .quiet {
    display: block;
  }
  .offers li + li {
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .offers .row {
    margin-block-start: 4px;
  }
  .help .primary,
  .kin .primary,
  .answer .button {
    justify-self: start;
  }
  .page-actions {
    display: grid;
    gap: 4px;
  }
  .page-actions .quiet.button {
    padding-inline: 6px;
    color: inherit;
  }
  .copy input {
    inline-size: 100%;
  }
  .history ol {
    display: grid;
    gap: 10px;
    font-size: 0.9375em;
  }
  .history li {
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_line);
  }
  .history li > * {
    display: block;
  }

  .attachments {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr));
    gap: 12px;
  }
  figure {
    margin: 0;
  }
  img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    max-block-size: 24em;
    min-block-size: 3em;
    border-radius: var(--_radius);
    object-fit: contain;
    object-position: left top;
    background: var(--_sunken);
  }
  .file {
    display: flex;
    gap: 8px;
    overflow-wrap: anywhere;
  }
  .file .quiet {
    display: block;
  }

  .answer-text {
    display: grid;
    gap: 6px;
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--_accent);
  }
  .promise {
    font-size: 0.9375em;
  }

  .trial-card {
    display: grid;
    gap: 14px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
  .hypothesis .label,
  .lesson .label {
    display: block;
  }
  .lesson {
    max-inline-size: 70ch;
  }
  .chart figcaption {
    margin-block-end: 4px;
    font-weight: 600;
    font-size: 0.9375em;
  }
  .bars {
    display: grid;
    grid-template-columns: minmax(0, 1fr) max-content;
    gap: 12px;
    align-items: stretch;
  }
  .bars svg {
    inline-size: 100%;
    block-size: 56px;
    border-inline-start: 1px solid var(--_edge);
    stroke: none;
  }
  .bars .before {
    fill: color-mix(in srgb, currentcolor 35%, transparent);
  }
  .bars .after {
    fill: var(--_accent);
  }
  .values {
    display: grid;
    grid-template-rows: 1fr 1fr;
    align-items: center;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .table {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
    color: inherit;
  }
  caption {
    padding-block-end: 4px;
    font-size: 0.8125em;
    color: var(--_muted);
    text-align: start;
  }
  th,
  td {
    padding: 6px 12px 6px 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: break-word;
  }
  thead th {
    font-size: 0.8125em;
    font-weight: 400;
    color: var(--_muted);
  }
  tbody th {
    font-weight: 500;
  }
  .version {
    white-space: pre-line;
  }
  .past {
    display: grid;
    gap: 8px;
  }
  .checklist {
    display: grid;
    gap: 6px;
    margin: 0;
    padding-inline-start: 1.6em;
    max-inline-size: 70ch;
  }
  .tree ul[role='list'] {
    margin-block-start: 6px;
    padding-inline-start: 16px;
    border-inline-start: 2px solid var(--_line);
  }
  .tree li {
    padding-block: 4px;
  }

  .comments {
    display: grid;
    gap: 20px;
  }
  .replies {
    margin-block-start: 14px !important;
    padding-inline-start: 20px !important;
    border-inline-start: 2px solid var(--_line);
  }
  .comment {
    display: grid;
    gap: 4px;
  }
  .byline {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 10px;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: 0.8125em;
    font-weight: 600;
  }
  .gone {
    font-size: 0.9375em;
    font-style: italic;
    color: var(--_muted);
  }
  .tools {
    gap: 0 4px;
    margin-inline-start: -10px;
    color: var(--_muted);
  }
  .tools .quiet {
    color: inherit;
  }
  .tools .button[aria-pressed='true'] {
    color: var(--_text);
  }
  .reaction {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .new {
    margin-block-start: 12px;
    padding-block-start: 20px;
    border-block-start: 1px solid var(--_line);
  }
  @container (inline-size < 30em) {
    .trial-card {
      padding: 12px;
    }
    th,
    td {
      padding-inline-end: 8px;
      font-size: 0.875em;
    }
    tbody th {
      hyphens: auto;
    }
    .tools .reaction span:not(.count) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .bars {
      grid-template-columns: minmax(0, 1fr);
      gap: 2px;
    }
    .values {
      display: flex;
      justify-content: space-between;
    }
  }
`;
