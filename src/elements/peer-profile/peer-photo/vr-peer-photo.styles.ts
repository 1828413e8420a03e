import { css } from 'lit';

export const photoStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .title:focus {
    outline: none;
  }
  .present,
  .crop {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
    align-items: start;
  }
  .text {
    flex: 1 1 14em;
    display: grid;
    gap: 8px;
    min-inline-size: 0;
  }
  .hint {
    font-size: 0.875em;
    font-weight: 400;
    color: var(--_muted);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .choose {
    position: relative;
  }
  .choose:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .choose input {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .square {
    flex: none;
    inline-size: min(100%, 240px);
    aspect-ratio: 1;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-large);
    overflow: hidden;
    cursor: grab;
    touch-action: none;
  }
  .square:active {
    cursor: grabbing;
  }
  canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    background: var(--_sunken);
  }
  .range,
  .alt {
    display: grid;
    gap: 4px;
    font-weight: 600;
  }
  .range {
    font-size: 0.9375em;
  }
  .range input {
    inline-size: 100%;
    min-block-size: 24px;
    accent-color: var(--_accent);
  }
  .alt input {
    inline-size: 100%;
    min-block-size: 40px;
    padding: 6px 10px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font-weight: 400;
  }
  .alt [aria-invalid='true'] {
    border: 2px solid var(--_danger);
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    font-variant-numeric: tabular-nums;
  }
  progress {
    flex: 1 1 12em;
    accent-color: var(--_accent);
  }
  .failure {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_sunken);
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
`;
