import { css } from 'lit';

/** Buttons and fields, alike in all widgets. */
export const controls = css`
  button,
  select,
  input {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 40px;
    min-inline-size: 40px;
    padding: 4px 14px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    font-weight: 500;
    text-decoration: none;
    cursor: pointer;
  }
  /* Out of the flow, hidden words leave the space after them as an item of its own, and a gap at the button's end. */
  .button > span.visually-hidden:not(:focus-within) {
    position: static;
    flex: none;
    margin-inline-start: -9px;
  }
  .button:hover {
    background: var(--_sunken);
    border-color: currentcolor;
  }
  .button[disabled] {
    opacity: 0.5;
    cursor: default;
  }
  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent) 86%, currentcolor);
  }
  .button.quiet {
    border-color: transparent;
  }
  .button.icon {
    padding: 4px;
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .mirrored {
    display: inline-flex;
  }
  :host(:dir(rtl)) .mirrored {
    scale: -1 1;
  }
  @media (forced-colors: active) {
    .button.primary {
      border: 2px solid ButtonText;
    }
  }
`;
