import { css } from 'lit';

export const statusStyles = css`
  :host {
    container-type: normal !important;
  }
  .place {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    padding: 32px 16px;
    text-align: center;
    text-wrap: balance;
  }
  .place > svg {
    inline-size: 2em;
    block-size: 2em;
    color: var(--_muted);
    stroke-width: 1.25;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 8px;
    padding: 10px 12px;
    border-inline-start: 4px solid var(--_warning);
    background: var(--_sunken);
    font-size: 0.875em;
  }
  .note > svg {
    margin-block-start: 0.15em;
  }
  .note > p,
  .note > div {
    flex: 1 1 14em;
  }
  .note .button {
    min-block-size: 32px;
  }
  .quiet,
  .since {
    color: var(--_muted);
  }
  .waiting .quiet {
    font-size: 0.875em;
  }
  details {
    font-size: 0.875em;
  }
  .help {
    max-inline-size: 70ch;
    margin: 0 auto;
    padding: 8px 12px;
  }
  .help > summary {
    margin-inline: auto;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
    color: var(--_muted);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  details ul {
    padding-inline-start: 1.25em;
  }
  dt {
    margin-block-start: 8px;
    font-weight: 600;
  }
  .address,
  .technical {
    overflow-wrap: anywhere;
    color: var(--_muted);
  }
  .technical {
    font-family: ui-monospace, monospace;
  }
  @media print {
    .button,
    details {
      display: none;
    }
  }
`;
