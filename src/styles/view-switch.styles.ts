import { css } from 'lit';

/** Buttons in a row, one of them pressed: the choice between views of the same data. */
export const viewSwitch = css`
  .views {
    display: flex;
  }
  .views .button {
    margin-inline-start: -1px;
    border-radius: 0;
  }
  .views .button:first-child {
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .views .button:last-child {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .views [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .views .button:focus-visible {
    z-index: 1;
  }
  @media (forced-colors: active) {
    .views [aria-pressed='true'] {
      border: 2px solid Highlight;
    }
  }
  @media print {
    .views {
      display: none;
    }
  }
`;
