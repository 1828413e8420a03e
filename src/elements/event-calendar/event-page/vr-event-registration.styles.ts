import { css } from 'lit';

export const registrationStyles = css`
  .stand:not(:has(p)) {
    display: none;
  }
  .stand,
  [role='status'] {
    display: grid;
    gap: 4px;
    max-inline-size: 70ch;
  }
  .panel.in {
    border-inline-start: 4px solid var(--_accent);
  }
  .button.large {
    min-block-size: 44px;
    padding-inline: 24px;
    font-weight: 600;
  }
  .button.primary {
    min-block-size: 44px;
  }
  .failure {
    display: block;
    color: var(--_danger);
    font-weight: 500;
  }
  .field {
    display: grid;
    gap: 4px;
  }
  .ask {
    display: grid;
    gap: 12px;
  }
  dl {
    display: grid;
    gap: 0 16px;
  }
  dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  dd {
    margin-block-end: 8px;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`;
