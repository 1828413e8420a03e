import { css } from 'lit';

export const detailsStyles = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .kind {
    font-size: 0.875em;
    color: var(--_muted);
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
    margin-block-start: -12px;
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  .summary {
    max-inline-size: 70ch;
    font-size: 1.0625em;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(6em, max-content) minmax(0, 1fr);
    gap: 8px 16px;
    padding-block: 12px;
    border-block: 1px solid var(--_line);
  }
  dt {
    color: var(--_muted);
  }
  dd > span {
    display: block;
  }
  .quiet {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .moved {
    font-size: 0.9375em;
    font-weight: 600;
  }
  .subtitle {
    font-size: 1.125em;
    font-weight: 600;
  }
  .programme,
  .programme ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .programme ul {
    list-style: none;
  }
  .programme li > * {
    display: block;
  }
  .registration {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 12px 16px;
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .copy {
    flex-basis: 100%;
    font-size: 0.875em;
  }
  .copy input {
    inline-size: 100%;
  }
  @container (inline-size < 24em) {
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd {
      margin-block-end: 8px;
    }
    .button {
      inline-size: 100%;
    }
  }
  @media print {
    .actions {
      display: none;
    }
  }
`;
