import { css } from 'lit';

export const filterBarStyles = css`
  .fold {
    display: none;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 16px;
  }
  label {
    flex: 1 1 8.5em;
    min-inline-size: 0;
    max-inline-size: 11em;
  }
  .search {
    flex: 1 1 8.5em;
    max-inline-size: 16em;
  }
  .label {
    display: block;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  select,
  input {
    padding: 4px 10px;
  }
  .reset {
    min-block-size: 40px;
    font-size: 0.875em;
  }
  @container (inline-size < 34em) {
    .fold {
      display: inline-flex;
    }
    form {
      display: none;
      margin-block-start: 12px;
    }
    form.unfolded {
      display: grid;
    }
    label,
    .search {
      max-inline-size: none;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
