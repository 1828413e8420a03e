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
  .article > :is(h1, h2, h3, h4, h5, h6) {
    margin-block-start: 1.25em;
  }
  .article > :first-child {
    margin-block-start: 0;
  }
  .article :is(h2, h3) {
    font-size: 1.1875em;
  }
  .article h4 {
    font-size: 1.0625em;
  }
  th {
    overflow-wrap: break-word;
  }
  figure {
    margin-inline: 0;
  }
  img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  figcaption {
    margin-block-start: 4px;
    font-size: 0.875em;
    color: var(--_muted);
  }
  @media print {
    img {
      max-block-size: 8cm;
    }
    .article a[href^='http']::after {
      content: ' (' attr(href) ')';
      font-size: 0.875em;
    }
  }
`;
