import { css, unsafeCSS } from 'lit';

/** Number of colours. */
export const TONES = 12;

const hues = unsafeCSS(
  [...'.'.repeat(TONES)].map((_, tone) => `[data-tone='${tone}'] { --_hue: ${(tone * 360) / TONES}; }`).join('\n'),
);

/**
 * Colours of people, `data-tone` 0 to 11: quiet grounds of one lightness, so that nobody stands out. The letters keep at
 * least 7:1 on all of them, in light and dark.
 */
export const personTones = css`
  [data-tone] {
    background: light-dark(oklch(91% 0.045 var(--_hue)), oklch(36% 0.06 var(--_hue)));
    color: light-dark(oklch(33% 0.08 var(--_hue)), oklch(93% 0.04 var(--_hue)));
  }
  ${hues}
  @media (forced-colors: active) {
    [data-tone] {
      background: Canvas;
      color: CanvasText;
    }
  }
`;
