import { css } from 'lit';

export const editorStyles = css`
  .base,
  .review {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  p {
    margin: 0;
  }
  .title {
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.25;
  }
  .title:focus,
  .done:focus {
    outline: none;
  }
  .lead {
    max-inline-size: 42em;
    margin-block-start: -16px;
  }
  .quiet {
    color: var(--_muted);
  }
  .part {
    display: flex;
    gap: 8px;
    align-items: center;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .part svg {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
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
    max-inline-size: 48em;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_sunken);
  }
  .note.stacked {
    display: grid;
    gap: 4px;
  }
  .question,
  .traces.warn {
    display: grid;
    gap: 8px;
    max-inline-size: 48em;
    padding: 12px 16px;
    border-inline-start: 4px solid var(--_warning);
    background: var(--_sunken);
  }
  .question .said {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .traces {
    display: grid;
    gap: 4px;
  }
  .traces ul {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .traces li {
    overflow-wrap: anywhere;
  }
  mark {
    background: var(--_tint);
    color: inherit;
    font-weight: 600;
  }
  .stand {
    font-weight: 500;
  }
  .done {
    display: grid;
    gap: 12px;
    padding: 12px 16px;
    border-inline-start: 4px solid var(--_success);
    background: var(--_sunken);
  }
  .failure {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_sunken);
  }
  .steps {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .steps > [role='alert']:empty,
  [role='status']:empty,
  .traces:empty {
    display: none;
  }
  .step {
    max-inline-size: 42em;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
  .preview summary {
    padding-block: 4px;
    color: var(--_accent);
    cursor: pointer;
  }
  .look {
    max-inline-size: 48em;
    margin-block-start: 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
  .button.grave {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  @media print {
    .base {
      display: none;
    }
  }
`;
