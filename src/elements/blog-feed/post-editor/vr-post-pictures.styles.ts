import { css } from 'lit';

export const picturesStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  p {
    margin: 0;
  }
  .hint {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .error {
    display: flex;
    gap: 6px;
    align-items: center;
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_danger);
  }
  svg {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 16px;
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
  }
  .drop.over {
    border: 2px solid var(--_accent);
    padding: 15px;
    background: var(--_tint);
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
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .file {
    display: grid;
    grid-template-columns: 96px minmax(0, 1fr) auto;
    gap: 12px;
    align-items: start;
    padding-block-end: 16px;
    border-block-end: 1px solid var(--_line);
  }
  .thumbnail {
    display: grid;
    place-items: center;
    aspect-ratio: 3 / 2;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_sunken);
    color: var(--_muted);
  }
  .thumbnail :is(canvas, img) {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .file-text {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .file-name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .first {
    font-size: 0.8125em;
    font-weight: 500;
    color: var(--_muted);
  }
  .alt {
    display: grid;
    gap: 4px;
  }
  .alt[hidden] {
    display: none;
  }
  .alt label {
    font-weight: 500;
  }
  .choice {
    display: flex;
    gap: 10px;
    align-items: baseline;
    min-block-size: 24px;
  }
  .choice input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
    translate: 0 3px;
  }
  .file-state,
  .file-actions {
    font-size: 0.875em;
  }
  .file-state:empty,
  .file-actions:not(:has(*)) {
    display: none;
  }
  .file-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
  }
  .file-actions .link {
    min-block-size: 24px;
  }
  progress {
    inline-size: 100%;
    block-size: 8px;
    accent-color: var(--_accent);
  }
`;
