import { css } from 'lit';

/** What the page shows of the idea itself: files, answer, trial, practice, those it came from and those who took it over. */
export const trialStyles = css`
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
    grid-template-columns: minmax(0, 1fr) fit-content(60%);
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
    overflow-wrap: anywhere;
    align-items: center;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
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
    overflow-wrap: anywhere;
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
