import { css } from 'lit';

export const entriesStyles = css`
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .button {
    min-block-size: 36px;
    padding: 2px 12px;
    font-size: 0.9375em;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    min-inline-size: 0;
    font-size: 0.9375em;
    cursor: pointer;
  }
  label span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .zone {
    color: var(--_muted);
  }
  @container (inline-size < 34em) {
    .line {
      gap: 4px 12px;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
