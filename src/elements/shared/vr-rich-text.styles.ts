import { css } from 'lit';

export const richTextStyles = css`
  .text {
    max-inline-size: 70ch;
    overflow-wrap: anywhere;
  }
  .text > * + * {
    margin-block-start: 0.75em;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-size: 1em;
    font-weight: 600;
    line-height: 1.25;
  }
  ul,
  ol {
    padding-inline-start: 1.5em;
  }
  blockquote {
    margin-inline: 0;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_line);
  }
  pre {
    overflow: auto;
  }
  table {
    font: inherit;
    color: inherit;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 4px 8px;
    border: 1px solid var(--_line);
    text-align: start;
  }
`;
