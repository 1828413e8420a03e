import { css } from 'lit';

export const postShareStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .subtitle {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    list-style: none;
  }
  a.button {
    color: inherit;
  }
  .quiet {
    font-size: 0.875em;
    color: var(--_muted);
  }
  /* Takes no room while it says nothing; out of the tree it would not be heard when it begins to. */
  p[role]:empty {
    position: absolute;
  }
  .server {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
  }
  .server .link {
    min-block-size: 24px;
    font-size: inherit;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    max-inline-size: 30em;
    padding: 16px;
    border-radius: var(--_radius-large);
    background: var(--_sunken);
  }
  .field {
    display: grid;
    gap: 4px;
    max-inline-size: 40em;
  }
  .label {
    font-weight: 600;
  }
  .check {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 32px;
  }
  .check input {
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--_accent);
  }
  .wrong {
    color: var(--_danger);
  }
  @media print {
    section {
      display: none;
    }
  }
`;
