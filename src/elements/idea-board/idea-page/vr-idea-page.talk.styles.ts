import { css } from 'lit';

/** Sections of the page in which people take part: support, help, conversation; its history. */
export const talkStyles = css`
  .button.small {
    min-block-size: 32px;
    padding: 2px 10px;
    font-size: 0.875em;
  }
  .button.grave {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    font-weight: 600;
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .link {
    min-block-size: 24px;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .form {
    padding-block: 8px;
  }
  .said,
  q {
    display: block;
    font-size: 0.9375em;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  ul[role='list'],
  ol[role='list'] {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  summary {
    min-block-size: 24px;
    cursor: pointer;
    color: var(--_accent);
  }
  .side > section,
  .side > .page-actions {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .side > :first-child {
    padding-block-start: 0;
    border-block-start: 0;
  }

  .support .strong {
    font-size: 1.0625em;
  }
  .support .strong .quiet {
    display: block;
    font-weight: 400;
  }
  .levels {
    display: grid;
    gap: 8px;
  }
  .level {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 10px;
    justify-content: start;
    text-align: start;
    padding-block: 6px;
  }
  .level .hint {
    grid-column: 2;
    font-size: 0.8125em;
    font-weight: 400;
    color: var(--_muted);
  }
  .people,
  .needs,
  .offers,
  .refs {
    display: grid;
    gap: 8px;
  }
  .people {
    padding-block-start: 8px;
  }
  .person .quiet,
  .people .quiet {
    display: block;
  }
  .needs li {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_highlight);
  }
  .needs li[data-filled] {
    border-color: var(--_line);
  }
  .needs .quiet,
  .offers .quiet,
  .refs .quiet {
    display: block;
  }
  .offers li + li {
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .offers .row {
    margin-block-start: 4px;
  }
  .help .primary,
  .kin .primary,
  .answer .button {
    justify-self: start;
  }
  .page-actions {
    display: grid;
    gap: 4px;
  }
  .page-actions .quiet.button {
    padding-inline: 6px;
    color: inherit;
  }
  .copy input {
    inline-size: 100%;
  }
  .history ol {
    display: grid;
    gap: 10px;
    font-size: 0.9375em;
  }
  .history li {
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_line);
  }
  .history li > * {
    display: block;
  }

  .comments {
    display: grid;
    gap: 20px;
  }
  .replies {
    margin-block-start: 14px !important;
    padding-inline-start: 20px !important;
    border-inline-start: 2px solid var(--_line);
  }
  .comment {
    display: grid;
    gap: 4px;
  }
  .byline {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 10px;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: 0.8125em;
    font-weight: 600;
  }
  .gone {
    font-size: 0.9375em;
    font-style: italic;
    color: var(--_muted);
  }
  .tools {
    gap: 0 4px;
    margin-inline-start: -10px;
    color: var(--_muted);
  }
  .tools .quiet {
    color: inherit;
  }
  .tools .button[aria-pressed='true'] {
    color: var(--_text);
  }
  .reaction {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .new {
    margin-block-start: 12px;
    padding-block-start: 20px;
    border-block-start: 1px solid var(--_line);
  }
  @container (inline-size < 30em) {
    .tools .reaction span:not(.count) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
