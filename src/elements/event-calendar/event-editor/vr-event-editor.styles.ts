import { css } from 'lit';

export const editorStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  .head {
    display: grid;
    gap: 4px;
  }
  .head .title {
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.25;
  }
  .about,
  .quiet {
    color: var(--_muted);
  }
  .scope {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: 42em;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .scope legend {
    padding: 0;
    margin-block-end: 8px;
    font-size: 1.125em;
    font-weight: 600;
  }
  .choice {
    display: flex;
    gap: 12px;
    align-items: start;
    padding: 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .choice input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 3px 0 0;
    accent-color: var(--_accent);
  }
  .choice strong {
    display: block;
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_sunken);
  }
  .done {
    display: grid;
    gap: 12px;
    padding: 12px 16px;
    border-inline-start: 4px solid var(--_success);
    background: var(--_sunken);
  }
  .done:focus,
  .title:focus {
    outline: none;
  }
  .tasks {
    display: grid;
    gap: 8px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .tasks .minor {
    font-weight: 600;
  }
  .preview summary {
    padding-block: 4px;
    color: var(--_accent);
    cursor: pointer;
  }
  .look {
    max-inline-size: 42em;
    margin-block-start: 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
  .grave {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  @media print {
    .base {
      display: none;
    }
  }
`;
