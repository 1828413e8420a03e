import { css } from 'lit';

export const attendeesStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 10px 12px 10px 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  td .button {
    overflow-wrap: normal;
    hyphens: none;
  }
  thead th {
    padding-block: 4px;
    font-size: 0.8125em;
    font-weight: 500;
    color: var(--_muted);
    overflow-wrap: normal;
  }
  th .quiet,
  td .quiet {
    display: block;
    font-weight: 400;
  }
  .state {
    white-space: nowrap;
  }
  [data-state='cancelled'] > * {
    color: var(--_muted);
  }
  [data-state='cancelled'] .quiet {
    color: inherit;
  }
  [data-state='cancelled'] th {
    text-decoration: line-through;
  }
  .said {
    white-space: pre-line;
  }
  .ask {
    display: grid;
    gap: 8px;
    padding: 8px 0;
  }
  @container (inline-size < 40em) {
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
      padding: 0;
      border: 0;
    }
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      display: grid;
      gap: 4px;
      padding-block: 12px;
      border-block-end: 1px solid var(--_line);
    }
    .none {
      display: none;
    }
    .said::before {
      content: attr(data-label) ': ';
      color: var(--_muted);
    }
  }
`;
