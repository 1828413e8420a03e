import { css } from 'lit';

/** Text fields and selects; `:where` keeps them as light as a tag, so that the styles of a part have the last word. */
export const fields = css`
  input:where(:not([type='checkbox'], [type='radio'], [type='range'], [type='file'])),
  textarea,
  select {
    inline-size: 100%;
    min-block-size: 40px;
    margin: 0;
    padding: 6px 10px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font: inherit;
    letter-spacing: inherit;
  }
  textarea {
    display: block;
    max-block-size: 24em;
    resize: vertical;
    field-sizing: content;
  }
  input:where(:hover),
  textarea:where(:hover),
  select:where(:hover) {
    border-color: currentcolor;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--_danger);
  }
`;
