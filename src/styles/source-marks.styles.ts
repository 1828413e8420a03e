import { css } from 'lit';

/** Which calendar an event comes from: a shape, and as the third hint a colour of 3:1 in light and dark. */
export const sourceMarks = css`
  [data-mark] {
    --_hue: 215;
    --_mark: light-dark(oklch(46% 0.12 var(--_hue)), oklch(80% 0.1 var(--_hue)));
    --_on-mark: light-dark(#fff, oklch(20% 0.02 var(--_hue)));
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
    font-size: 0.9em;
  }
`;
