import { css } from 'lit';

export const dataStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    max-inline-size: 42em;
  }
  .title {
    font-weight: 600;
    line-height: 1.25;
  }
  .title:not(:first-child) {
    margin-block-start: 12px;
  }
  .hint {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .files,
  .lists {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: 16px;
  }
  .file,
  .ending {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    align-content: start;
    justify-items: start;
  }
  .erasure {
    display: grid;
    gap: 8px;
    padding: 12px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
  .erasure ul {
    padding-inline-start: 1.25em;
  }
  .ask {
    display: grid;
    gap: 8px;
    margin-block-start: 4px;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_sunken);
  }
  .ask:focus {
    outline: none;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .failure {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_sunken);
  }
  .grave {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
`;
