import { css } from 'lit';

export const postListStyles = css`
  .post {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    min-inline-size: 0;
    scroll-margin-block: calc(16px + var(--vr-sticky-top, 0px)) 16px;
    overflow-wrap: anywhere;
  }
  .post:focus-visible {
    outline-offset: 6px;
  }
  .meta {
    font-size: 0.875em;
    line-height: 1.4;
    color: var(--_muted);
  }
  .kind {
    color: var(--_accent);
    font-weight: 600;
  }
  .fresh {
    padding: 1px 7px;
    border-radius: 1em;
    background: var(--_highlight);
    color: var(--_on-warning);
    font-size: 0.875em;
  }
  .title {
    margin-block: 4px;
    font-size: 1.1875em;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: pretty;
    hyphens: auto;
  }
  .title a {
    display: inline-block;
    min-block-size: 24px;
    color: inherit;
    text-decoration-color: transparent;
    transition: text-decoration-color 0.12s;
  }
  .title a:hover {
    color: var(--_accent);
    text-decoration-color: currentcolor;
  }
  .teaser {
    display: -webkit-box;
    max-inline-size: 70ch;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
    /* Its own direction decides: a text from right to left begins at the right. */
    justify-self: self-start;
  }
  .untitled .teaser,
  .cards .post:not(.pictured) .teaser {
    -webkit-line-clamp: 8;
    line-clamp: 8;
  }
  time {
    white-space: nowrap;
  }
  .full {
    max-inline-size: 70ch;
  }
  .note {
    font-size: 0.9375em;
    color: var(--_muted);
  }
  .warned summary {
    min-block-size: 28px;
    padding-block: 2px;
    font-weight: 500;
    cursor: pointer;
  }
  .warned .inside {
    margin-block-start: 8px;
  }
  .picture {
    aspect-ratio: 3 / 2;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_sunken);
    cursor: pointer;
  }
  .picture.gone {
    display: none;
  }
  .warned .picture {
    max-inline-size: 24em;
    margin-block-end: 8px;
  }
  img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 4px;
    margin-block-start: 8px;
    font-size: 0.875em;
    line-height: 1.4;
  }
  .facts {
    font-weight: 500;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0 5px;
    color: var(--_muted);
    list-style: none;
  }
  .tags li {
    min-inline-size: 0;
  }
  .tags li:not(:last-child, .rest)::after {
    content: ',' / '';
  }
  .tags li:nth-last-child(2):has(+ .rest)::after {
    content: none;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 16px;
  }
  .ways a {
    display: inline-block;
    min-block-size: 24px;
    padding-block: 2px;
  }
  .on {
    font-weight: 600;
  }
  .also {
    color: var(--_muted);
  }

  mark {
    border-radius: 2px;
    background: color-mix(in srgb, var(--_warning) 45%, transparent);
    color: inherit;
  }
  .button.more {
    display: flex;
    min-block-size: 44px;
    margin: 16px auto 0;
    padding-inline: 24px;
  }
  .end {
    margin-block-start: 16px;
    padding-block: 8px;
    font-size: 0.875em;
    text-align: center;
    color: var(--_muted);
  }
  .paper {
    display: none;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
    .fresh {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .button,
    .ways .on,
    .end {
      display: none;
    }
    .cards,
    .magazine {
      display: block;
    }
    .post {
      break-inside: avoid-page;
    }
    :is(.cards, .magazine) .post {
      margin-block-end: 16px;
    }
    .picture {
      max-inline-size: 12em;
    }
    .teaser {
      display: block;
    }
    .paper {
      display: block;
      font-size: 0.8125em;
    }
  }
`;
