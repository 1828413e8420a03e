import { css } from 'lit';

/** The plan as a table of times by rooms. */
export const planStyles = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .scroll table {
    min-inline-size: 36em;
  }
  th,
  td {
    padding: 8px;
    border: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th {
    background: var(--_sunken);
    font-weight: 600;
  }
  .time {
    inline-size: 10em;
    font-size: 0.9375em;
    white-space: nowrap;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    overflow-wrap: normal;
  }
  tr > :first-child {
    border-inline-start: 0;
  }
  tr > :last-child {
    border-inline-end: 0;
  }
  .break > *,
  td.free {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .break > * {
    padding-block: 4px;
    background: var(--_sunken);
    font-weight: 400;
  }
  .whole td {
    background: var(--_tint);
  }
  tr[data-now] > .time {
    box-shadow: inset 4px 0 0 var(--_accent);
  }
  :host(:dir(rtl)) tr[data-now] > .time {
    box-shadow: inset -4px 0 0 var(--_accent);
  }
  @media print {
    .scroll {
      overflow: visible;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
