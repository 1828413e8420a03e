import { css } from 'lit';

export const conflictStyles = css`
  .conflict {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 16px;
    border: 1px solid var(--_edge);
    border-inline-start: 4px solid var(--_warning);
    border-radius: var(--_radius-large);
  }
  .conflict > .title {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .conflict .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .versions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .versions legend {
    padding: 0;
    margin-block-end: 4px;
    font-weight: 600;
  }
  .version {
    display: flex;
    gap: 10px;
    align-items: start;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .version:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .version input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 3px 0 0;
    accent-color: var(--_accent);
  }
  .version > span {
    display: grid;
    min-inline-size: 0;
  }
  .version .side {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .version .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`;
