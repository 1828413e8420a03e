import { css } from 'lit';

export const agendaStyles = css`
  .day {
    display: grid;
    grid-template-columns: 4.5em minmax(0, 1fr);
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .day ul {
    grid-column: 2;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    list-style: none;
  }
  .date {
    position: relative;
    font-size: 0.875em;
    font-weight: 400;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
  }
  .date b {
    display: block;
    font-size: 1.75em;
    font-weight: 600;
    line-height: 1.1;
  }
  .date i {
    font-style: normal;
    color: var(--_muted);
  }
  .date i span::before {
    content: ', ';
  }
  .chunk:first-child .day:first-child {
    padding-block-start: 4px;
    border: 0;
  }
  .today .date b {
    color: var(--_accent);
  }
  .kind,
  .meta {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .kind svg {
    margin-inline-end: 2px;
  }
  .changed {
    margin-inline-start: 4px;
    padding: 0 8px;
    border: 1px solid var(--_edge);
    border-radius: 1em;
  }
  .status svg {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.125em;
  }
  .status {
    display: inline-block;
    margin-inline-start: 4px;
    padding: 1px 8px;
    border-radius: 1em;
    background: var(--_warning);
    color: var(--_on-warning);
    font-weight: 600;
  }
  [data-status='cancelled'] .status {
    background: var(--_danger);
    color: var(--_on-danger);
  }
  .title {
    display: block;
    min-block-size: 24px;
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.3;
    text-align: start;
    overflow-wrap: anywhere;
    hyphens: auto;
    text-decoration: underline;
    text-decoration-color: transparent;
    text-underline-offset: 0.15em;
    cursor: pointer;
    transition: text-decoration-color 0.12s;
  }
  .title:hover {
    color: var(--_accent);
    text-decoration-color: currentcolor;
  }
  [data-status='cancelled'] .title {
    text-decoration: line-through;
    text-decoration-color: currentcolor;
    font-weight: 500;
  }
  /* It stands above what scrolls by, on the page's own ground as far as that is known. */
  .name {
    position: sticky;
    inset-block-start: var(--vr-sticky-top, 0px);
    z-index: 2;
    padding-block: 8px;
    background: var(--_surface);
    color: var(--_on-surface);
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .month + .month .name {
    margin-block-start: 16px;
  }
  .name + .chunk .day:first-child {
    border: 0;
  }
  .month .date i span {
    display: none;
  }
  .more {
    margin-block-start: 16px;
  }
  .earlier {
    margin-block-end: 8px;
  }
  @container (inline-size < 22em) {
    .day {
      grid-template-columns: 3.25em minmax(0, 1fr);
    }
    .date i span::before {
      content: '';
    }
    .date i span {
      display: block;
    }
  }
  @media print {
    .button {
      display: none;
    }
    .name {
      position: static;
    }
    .day {
      break-inside: avoid-page;
    }
  }
`;
