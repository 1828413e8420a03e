import { css } from 'lit';

export const postPageStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    overflow-wrap: anywhere;
  }
  .meta,
  .quiet,
  .label {
    font-size: 0.875em;
    line-height: 1.4;
    color: var(--_muted);
  }
  .kind {
    font-weight: 600;
    color: var(--_accent);
  }
  .state {
    justify-self: start;
    margin-block-end: 8px;
    padding: 4px 12px;
    border-inline-start: 4px solid var(--_warning);
    background: var(--_sunken);
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
  }
  /* A title that is written the other way begins at the other edge. */
  .title {
    justify-self: self-start;
    max-inline-size: 36ch;
    margin-block: 4px 8px;
    font-size: 1.75em;
    font-weight: 700;
    line-height: 1.2;
    text-wrap: balance;
    hyphens: auto;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px 48px;
    align-items: start;
  }
  .inside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  .warned > .inside {
    margin-block-start: 16px;
  }
  summary {
    min-block-size: 28px;
    padding-block: 2px;
    font-weight: 600;
    cursor: pointer;
  }
  .aside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px 32px;
    padding: 16px;
    border-radius: var(--_radius-large);
    background: var(--_sunken);
  }
  .label {
    margin-block-end: 8px;
    font-weight: 600;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12em, 100%), 1fr));
    gap: 8px 16px;
  }
  dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  dd {
    font-weight: 500;
  }
  ol {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .contents .link {
    min-block-size: 28px;
    text-align: start;
  }
  .story {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    max-inline-size: 70ch;
  }
  .teaser {
    max-inline-size: 60ch;
    font-size: 1.125em;
    line-height: 1.45;
  }
  .picture,
  .pictures img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .picture {
    inline-size: 100%;
    max-block-size: 32em;
    object-fit: cover;
  }
  .picture:not([width]) {
    aspect-ratio: 3 / 2;
  }
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .pictures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
    gap: 16px;
    align-items: start;
  }
  .chapter {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .chapter-title,
  .part-title {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }
  .chapter-title {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
    scroll-margin-block: calc(16px + var(--vr-sticky-top, 0px)) 16px;
    hyphens: auto;
  }
  .chapter-title:focus-visible {
    outline-offset: 4px;
  }
  .contact {
    padding: 16px;
    border-radius: var(--_radius-large);
    background: var(--_tint);
  }
  .contact .chapter-title {
    font-size: 1.125em;
  }
  .no-text {
    display: grid;
    gap: 12px;
    justify-items: start;
  }
  .skeleton {
    display: grid;
    gap: 10px;
  }
  .skeleton i {
    block-size: 0.9em;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .skeleton i:last-child {
    inline-size: 60%;
  }
  .origin {
    display: grid;
    gap: 4px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .name {
    font-weight: 600;
  }
  .origin a {
    display: inline-block;
    min-block-size: 24px;
  }
  .ways {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  .ways:empty {
    display: none;
  }
  .cite {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    max-inline-size: 70ch;
  }
  .reference {
    font-size: 0.9375em;
  }
  .copy .label {
    display: block;
    margin-block-end: 4px;
  }
  /* Takes no room while it says nothing; out of the tree it would not be heard when it begins to. */
  p[role='status']:empty {
    position: absolute;
  }
  .paper {
    display: none;
  }
  @container (inline-size >= 34em) {
    .two > .aside {
      grid-template-columns: repeat(auto-fit, minmax(min(16em, 100%), 1fr));
    }
  }
  @container (inline-size >= 58em) {
    .body.two {
      grid-template-columns: minmax(0, 70ch) minmax(14em, 1fr);
    }
    .two > .aside {
      grid-template-columns: minmax(0, 1fr);
      grid-row: 1;
      grid-column: 2;
    }
    .two > .story {
      grid-column: 1;
    }
  }
  @container (inline-size < 30em) {
    .title {
      font-size: 1.375em;
    }
    .chapter-title {
      font-size: 1.1875em;
    }
  }
  @media print {
    /* Who prints a post has decided to read it. */
    .warned::details-content {
      content-visibility: visible;
    }
    .contents,
    .button,
    .cite,
    vr-post-share {
      display: none;
    }
    .body.two {
      display: block;
    }
    .aside,
    .contact {
      margin-block-end: 16px;
      padding: 8px 0;
      border-block: 1px solid currentcolor;
      border-radius: 0;
      background: none;
    }
    .story {
      max-inline-size: none;
    }
    .picture,
    .pictures img {
      max-block-size: 8cm;
      inline-size: auto;
    }
    .chapter-title,
    .title {
      break-after: avoid;
    }
    .paper {
      display: block;
      font-size: 0.8125em;
      overflow-wrap: anywhere;
    }
  }
`;
