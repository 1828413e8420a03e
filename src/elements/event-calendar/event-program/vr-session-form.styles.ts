import { css } from 'lit';

export const sessionFormStyles = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: 42em;
    padding: 16px;
    border-radius: var(--_radius-large);
    background: var(--_sunken);
  }
  .heading {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  label {
    font-weight: 600;
  }
  .optional {
    font-weight: 400;
    color: var(--_muted);
  }
  .hint {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .hint:empty,
  .error:empty {
    display: none;
  }
  .error {
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_danger);
  }
  .summary {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_surface);
    color: var(--_on-surface);
  }
  .summary ul {
    list-style: none;
  }
  .summary .link {
    min-block-size: 24px;
    text-align: start;
    color: var(--_danger);
  }
  .short {
    max-inline-size: 8em;
  }
  textarea {
    min-block-size: 6em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
`;
