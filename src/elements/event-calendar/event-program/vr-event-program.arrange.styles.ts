import { css } from 'lit';

/** Proposals, forms, questions and the fields that take a session. */
export const arrangeStyles = css`
  .proposals {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .proposal {
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
  }
  .proposal .tools {
    align-content: start;
    justify-content: end;
  }
  .panel,
  .note,
  .warn {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 12px 16px;
    border-radius: var(--_radius-large);
    background: var(--_sunken);
  }
  .note {
    justify-items: start;
  }
  .placing {
    border: 2px solid var(--_accent);
  }
  .warn {
    gap: 8px;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_warning);
    border-radius: 0;
  }
  .warn ul {
    padding-inline-start: 1.25em;
  }
  .error {
    font-weight: 600;
    color: var(--_danger);
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .fields label {
    display: grid;
    flex: 1 1 12em;
    gap: 4px;
    font-weight: 600;
  }
  select,
  .fields input {
    font-weight: 400;
  }
  .where:empty {
    display: none;
  }
  .spot {
    display: block;
    inline-size: 100%;
    min-block-size: 36px;
    padding: 4px;
    border: 2px dashed var(--_edge);
    border-radius: var(--_radius);
    background: none;
    font-size: 0.875em;
    cursor: pointer;
  }
  .session + .spot {
    margin-block-start: 4px;
  }
  .spot:hover {
    background: var(--_tint);
  }
  .spot[data-target] {
    border: 2px solid var(--_accent);
    background: var(--_tint);
    font-weight: 600;
  }
  [data-picked] {
    outline: 2px dashed var(--_accent);
    outline-offset: 4px;
  }
  .grip {
    display: inline-grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    border-radius: var(--_radius);
    color: var(--_muted);
    cursor: grab;
    touch-action: none;
  }
  .grip:hover {
    background: var(--_sunken);
  }
  .grip svg {
    stroke-width: 3;
  }
  .ghost {
    position: fixed;
    inset: 0 auto auto 0;
    max-inline-size: 20em;
    margin: 0;
    padding: 6px 12px;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font: inherit;
    font-weight: 600;
    pointer-events: none;
    box-shadow: 0 4px 12px var(--_shadow);
  }
  .versions td {
    white-space: pre-line;
  }
  @container (inline-size < 30em) {
    .proposal {
      grid-template-columns: minmax(0, 1fr);
    }
    .proposal .tools {
      justify-content: start;
    }
    .panel {
      padding: 12px;
    }
  }
  @media (forced-colors: active) {
    .spot[data-target] {
      border: 2px solid Highlight;
    }
  }
`;
