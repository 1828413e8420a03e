import { css } from 'lit';

export const entriesStyles = css`
  /* It is as wide as what stands in it, beside the filters. */
  :host {
    container-type: normal !important;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .button {
    min-block-size: 36px;
    padding: 2px 12px;
    font-size: 0.9375em;
  }
  .fold {
    display: none;
  }
  .choice {
    display: contents;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label {
    position: relative;
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    min-inline-size: 0;
    font-size: 0.9375em;
    cursor: pointer;
  }
  label span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  /* The box itself is the whole label: all of it can be hit. What is drawn stays small. */
  input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .box {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    border: 1.5px solid var(--_edge);
    border-radius: 3px;
  }
  input:checked + .box {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  input:checked + .box::before {
    display: block;
    inline-size: 5px;
    block-size: 10px;
    margin: 1px auto 0;
    border: solid var(--_on-accent);
    border-width: 0 2px 2px 0;
    content: '';
    rotate: 45deg;
  }
  input:focus-visible + .box {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    input:checked + .box {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  .zone {
    color: var(--_muted);
  }
  /* As much as goes beside each other: a second line would push away what is read already. */
  @container (inline-size < 46em) {
    .line,
    .legend {
      column-gap: 10px;
    }
    .button {
      padding-inline: 8px;
    }
  }
  @container (inline-size < 34em) {
    /* What stands in it stands beside the button of the filters, and unfolds below both. */
    :host {
      display: contents !important;
    }
    .line {
      display: contents;
    }
    .button {
      min-block-size: 40px;
    }
    .primary svg {
      display: none;
    }
    .fold {
      display: inline-flex;
    }
    .choice {
      display: none;
    }
    .choice.unfolded {
      display: flex;
      flex: 1 0 100%;
      flex-wrap: wrap;
      gap: 4px 8px;
      min-inline-size: 0;
    }
    .unfolded :is(.legend, .zone) {
      flex: 1 0 100%;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
