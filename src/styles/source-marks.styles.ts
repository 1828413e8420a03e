import { css } from 'lit';

/** Which calendar an event comes from: a shape, and as the third hint a colour of 3:1 in light and dark. */
export const sourceMarks = css`
  [data-mark] {
    --_hue: 215;
    --_mark: light-dark(oklch(48% 0.13 var(--_hue)), oklch(78% 0.11 var(--_hue)));
  }
  [data-mark='■'] {
    --_hue: 35;
  }
  [data-mark='▲'] {
    --_hue: 300;
  }
  [data-mark='◆'] {
    --_hue: 145;
  }
  [data-mark='★'] {
    --_hue: 85;
  }
  [data-mark='▼'] {
    --_hue: 350;
  }
  [data-mark='✚'] {
    --_hue: 260;
  }
  [data-mark='▬'] {
    --_hue: 180;
  }
  [data-mark]::before {
    margin-inline-end: 4px;
    color: var(--_mark);
    content: attr(data-mark) / '';
    font-size: 0.8em;
  }
`;
