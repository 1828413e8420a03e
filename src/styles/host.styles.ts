import { css } from 'lit';

/**
 * How every widget stands in a page. Pages reset `*` with `!important`; inner `!important` rules win over those, so the
 * few things that make a widget legible are said with it. The size is never inherited and never in rem: roots of 62.5 %
 * exist.
 */
export const host = css`
  :host {
    display: block !important;
    box-sizing: border-box !important;
    container-type: inline-size !important;
    font-family: var(--vr-font-family, inherit) !important;
    font-size: var(--vr-font-size, 16px) !important;
    font-weight: 400 !important;
    font-style: normal !important;
    line-height: 1.5 !important;
    color: var(--vr-color-text, inherit) !important;
    letter-spacing: normal;
    text-align: start !important;
    text-transform: none !important;
    text-indent: 0 !important;
    white-space: normal !important;
    visibility: visible !important;
    overflow-wrap: break-word;
    scroll-margin-block-start: var(--vr-sticky-top, 0px) !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([surface='card']) {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_on-surface) !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .visually-hidden:not(:focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    scroll-margin-block-start: calc(8px + var(--vr-sticky-top, 0px));
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  p,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  ul,
  dl,
  dd,
  form {
    margin: 0;
    padding: 0;
  }
  /* Mirrored places, but each text in the direction of its own words: German stops and ellipses stay behind them. */
  :host(:dir(rtl)) {
    text-align: right !important;
  }
  :host(:dir(rtl)) * {
    unicode-bidi: plaintext;
  }
  /* Without a doctype, tables begin anew. */
  table {
    font: inherit;
    color: inherit;
  }
  svg {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.2em;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;
