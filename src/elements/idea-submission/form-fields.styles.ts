import { css } from 'lit';

/** Fields of the form, choices and files. */
export const formFieldStyles = css`
  .field {
    display: grid;
    gap: 4px;
  }
  .wrong {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_danger);
  }
  label,
  legend {
    font-weight: 600;
  }
  legend {
    padding: 0;
    margin-block-end: 4px;
  }
  .optional {
    font-weight: 400;
    color: var(--_muted);
  }
  .hint,
  .count {
    font-size: 0.875em;
    font-weight: 400;
    color: var(--_muted);
  }
  .count {
    font-variant-numeric: tabular-nums;
  }
  .error,
  .count.over {
    color: var(--_danger);
    font-weight: 500;
  }
  .error {
    display: flex;
    gap: 6px;
  }
  .error > svg {
    margin-block-start: 0.15em;
  }
  input:not([type='checkbox'], [type='radio'], [type='file']),
  textarea,
  select {
    min-block-size: 44px;
  }
  textarea {
    line-height: 1.5;
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 2px 0 0;
    accent-color: var(--_accent);
  }
  .choice {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    min-block-size: 44px;
    padding-block: 10px;
    font-weight: 400;
    cursor: pointer;
  }
  .choice-text {
    display: grid;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
    gap: 0 24px;
  }
  .chosen {
    grid-column: 1 / -1;
  }
  .need-text {
    display: grid;
    gap: 4px;
    margin: 0 0 12px 30px;
  }
  .need-text label,
  .alt label {
    font-size: 0.875em;
    font-weight: 500;
  }
  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block-start: 8px;
    padding: 16px;
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
  }
  .drop.over {
    border: 2px solid var(--_accent);
    padding: 15px;
    background: var(--_tint);
  }
  .drop .hint {
    flex: 1 1 14em;
  }
  .picker:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .picker input {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .files {
    display: grid;
    gap: 12px;
    list-style: none;
  }
  .file {
    display: flex;
    gap: 12px;
    padding-block: 8px;
    border-block-end: 1px solid var(--_line);
  }
  .thumbnail {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 80px;
    block-size: 60px;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .thumbnail canvas {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .file-text {
    display: grid;
    flex: 1;
    gap: 4px;
    min-inline-size: 0;
  }
  .file-name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .file-state {
    font-size: 0.875em;
  }
  .file-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: end;
    gap: 8px;
  }
  .alt {
    display: grid;
    gap: 2px;
  }
  progress {
    inline-size: 100%;
    block-size: 8px;
    accent-color: var(--_accent);
  }
`;
