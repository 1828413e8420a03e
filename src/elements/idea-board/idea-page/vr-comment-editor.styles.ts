import { css } from 'lit';

export const editorStyles = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    max-inline-size: 42em;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  legend,
  .label {
    font-weight: 600;
  }
  .choice {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    min-block-size: 32px;
  }
  .choice input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .hint,
  .counter {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .counter:empty {
    display: none;
  }
  .error,
  .counter[data-over] {
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_danger);
  }
  .field {
    position: relative;
  }
  textarea {
    min-block-size: 5em;
  }
  .people {
    position: absolute;
    inset-block-start: 100%;
    inset-inline: 0;
    z-index: 2;
    max-block-size: 16em;
    overflow-y: auto;
    margin-block-start: 4px;
    padding: 4px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: 0 4px 16px var(--_shadow);
    list-style: none;
  }
  .people:empty {
    display: none;
  }
  [role='option'] {
    min-block-size: 36px;
    padding: 6px 10px;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  [aria-selected='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .theirs,
  .failure {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_sunken);
  }
  .saved {
    white-space: pre-line;
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
  @media (forced-colors: active) {
    [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
