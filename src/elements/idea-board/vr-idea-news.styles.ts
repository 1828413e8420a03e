import { css } from 'lit';

export const newsStyles = css`
  .heading {
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.25;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin-block-start: 4px;
    font-size: 0.875em;
  }
  ul {
    margin-block: 12px;
    list-style: none;
  }
  li {
    position: relative;
    padding: 10px 0 10px 16px;
    border-block-start: 1px solid var(--_line);
  }
  li:first-child {
    border: 0;
  }
  .unread::before {
    content: '';
    position: absolute;
    inset: 18px auto auto 0;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_highlight);
    forced-color-adjust: none;
  }
  .new {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .item {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: transparent;
    text-underline-offset: 0.15em;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .item:hover {
    color: var(--_accent);
    text-decoration-color: currentcolor;
  }
  .unread .item {
    font-weight: 600;
  }
  .text {
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--_line);
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }
  .at,
  .quiet {
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .quiet {
    margin-block: 16px;
    font-size: 1em;
  }
  .wrong {
    color: var(--_danger);
  }
  .done {
    color: var(--_success);
  }
  details {
    margin-block-start: 16px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  summary {
    min-block-size: 32px;
    cursor: pointer;
  }
  fieldset {
    margin: 12px 0 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .kinds {
    columns: 14em auto;
    column-gap: 24px;
  }
  .option {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding-block: 6px;
    break-inside: avoid;
    font-size: 0.9375em;
    line-height: 1.4;
    cursor: pointer;
  }
  .option input {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    margin-block-start: 0.15em;
    accent-color: var(--_accent);
  }
`;
