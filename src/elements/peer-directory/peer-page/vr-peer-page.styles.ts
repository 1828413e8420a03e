import { css } from 'lit';

export const peerPageStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  .head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px 24px;
    align-items: start;
  }
  .name {
    font-size: 1.75em;
    font-weight: 700;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  .who,
  .headline {
    overflow-wrap: anywhere;
  }
  .headline {
    max-inline-size: 60ch;
    margin-block-start: 8px;
    font-size: 1.125em;
  }
  .why {
    margin-block-start: 8px;
    font-weight: 600;
  }
  .contact {
    display: grid;
    grid-column: 2;
    gap: 8px;
    justify-items: start;
    margin-block-start: 8px;
    max-inline-size: 60ch;
  }
  .contact p:empty,
  .rest:empty {
    display: none;
  }
  .quiet {
    font-size: 0.9375em;
    color: var(--_muted);
  }
  .wrong {
    color: var(--_danger);
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px 48px;
    align-items: start;
  }
  .story,
  .facts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  .part {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .part-title {
    margin-block-end: 8px;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }
  .text {
    max-inline-size: 70ch;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  ul {
    display: grid;
    gap: 10px;
    list-style: none;
  }
  .expertise ul {
    gap: 4px;
  }
  li {
    overflow-wrap: anywhere;
  }
  li .quiet {
    margin-inline-start: 4px;
  }
  .contributions .quiet {
    margin-inline-start: 0;
  }
  li a {
    display: inline-block;
    min-block-size: 24px;
  }
  .link {
    min-block-size: 32px;
    font-size: 0.9375em;
  }
  .origin {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  @container (inline-size >= 48em) {
    .body.two {
      grid-template-columns: minmax(0, 3fr) minmax(14em, 1fr);
    }
  }
  @container (inline-size < 30em) {
    .head {
      gap: 8px 16px;
      --vr-avatar-size: 64px;
    }
    .name {
      font-size: 1.375em;
    }
    .contact {
      grid-column: 1 / -1;
    }
  }
  @media print {
    .contact,
    .link,
    vr-contact-request {
      display: none;
    }
    .part {
      break-inside: avoid-page;
    }
  }
`;
