import { css } from 'lit';

export const dialogStyles = css`
  :host {
    display: contents !important;
    container-type: normal !important;
  }
  dialog {
    /* A fixed head of the page lies under it. */
    --vr-sticky-top: 0px;
    /* A frame may be many screens high: its script says which part of it the reader sees. */
    inset-block: var(--vr-view-top, 0) var(--vr-view-bottom, 0);
    inline-size: min(40em, calc(100vw - 24px));
    max-block-size: calc(var(--vr-view-height, 100dvh) - 24px);
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: 0 12px 48px var(--_shadow);
  }
  dialog[open] {
    display: flex;
  }
  dialog::backdrop {
    background: var(--_backdrop);
  }
  .box {
    flex: 1;
    min-inline-size: 0;
    padding: 24px;
    overflow: auto;
    overscroll-behavior: contain;
    container-type: inline-size;
  }
  .box:focus {
    outline: none;
  }
  .close {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    float: inline-end;
    margin: -8px -8px 8px 8px;
    background: var(--_surface);
  }
  /* Where every letter counts the button has a line of its own, and the text the whole width. */
  @container (inline-size < 24em) {
    .close {
      display: flex;
      float: none;
      margin: -16px -12px -4px auto;
      /* What is scrolled away passes under its whole line, and no text ends behind a button. */
      border-image: conic-gradient(var(--_surface) 0 0) fill 0 / 0 / 16px 24px 0 100vw;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: rise 0.16s ease-out;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
`;
