import { css } from 'lit';

export const deskStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  p {
    margin: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 12px;
  }
  .title {
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.25;
  }
  .title:focus,
  .name:focus {
    outline: none;
  }
  .part {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .quiet {
    color: var(--_muted);
  }
  .button.quiet {
    color: inherit;
  }
  .posts {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .post {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    padding-block: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .name {
    font-weight: 600;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .state {
    display: flex;
    gap: 6px;
    align-items: center;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .state[data-state='returned'] {
    font-weight: 600;
    color: inherit;
  }
  .state svg {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .question {
    max-inline-size: 48em;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_warning);
    background: var(--_sunken);
    overflow-wrap: anywhere;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 4px;
  }
  .more {
    justify-self: start;
  }
  .done {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_success);
    background: var(--_sunken);
  }
  .failure {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_sunken);
  }
  .ask {
    max-inline-size: 42em;
    margin-block-start: 8px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
`;
