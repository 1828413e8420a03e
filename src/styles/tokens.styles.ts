import { css } from 'lit';

/**
 * The visual language as custom properties. Each private `--_x` takes the page's `--vr-x` where it is set, else ours;
 * `light-dark()` follows the `color-scheme` of the place the widget stands in, not the system's, so a light page on a dark
 * system stays light. Text colour and font come from the page; what is derived from `currentcolor` stays legible on any
 * background.
 */
export const tokens = css`
  :host {
    --_text: var(--vr-color-text, currentcolor);
    --_muted: var(--vr-color-muted, color-mix(in srgb, currentcolor 76%, transparent));
    --_line: var(--vr-color-line, color-mix(in srgb, currentcolor 18%, transparent));
    --_edge: var(--vr-color-edge, color-mix(in srgb, currentcolor 55%, transparent));
    --_surface: var(--vr-color-surface, light-dark(#fff, oklch(24% 0.015 240)));
    --_on-surface: var(--vr-color-on-surface, light-dark(oklch(24% 0.02 240), oklch(94% 0.01 240)));
    --_sunken: var(--vr-color-sunken, color-mix(in srgb, currentcolor 5%, transparent));
    --_accent: var(--vr-color-accent, light-dark(oklch(45% 0.09 215), oklch(80% 0.09 215)));
    --_on-accent: var(--vr-color-on-accent, light-dark(#fff, oklch(20% 0.03 215)));
    --_tint: color-mix(in srgb, var(--_accent) 12%, transparent);
    --_highlight: var(--vr-color-highlight, oklch(68% 0.17 35));
    --_success: var(--vr-color-success, light-dark(oklch(48% 0.12 150), oklch(80% 0.13 150)));
    --_warning: var(--vr-color-warning, oklch(75% 0.15 80));
    --_on-warning: var(--vr-color-on-warning, oklch(24% 0.04 80));
    --_danger: var(--vr-color-danger, light-dark(oklch(50% 0.18 25), oklch(78% 0.12 25)));
    --_on-danger: var(--vr-color-on-danger, light-dark(#fff, #000));
    --_shadow: rgb(0 0 0 / 0.25);
    --_backdrop: rgb(10 20 28 / 0.5);
    --_radius: var(--vr-radius, 4px);
    --_radius-large: var(--vr-radius-large, 8px);
    --_focus: var(--vr-color-focus, var(--_accent));
  }

  :host([theme='light']) {
    color-scheme: light !important;
  }
  :host([theme='dark']) {
    color-scheme: dark !important;
  }
  :host([theme='contrast']) {
    --_muted: currentcolor;
    --_line: currentcolor;
    --_edge: currentcolor;
    --_sunken: transparent;
    --_accent: light-dark(#003a52, #9fe3ff);
    --_on-accent: light-dark(#fff, #000);
    --_danger: light-dark(#8f0012, #ffb3b0);
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: currentcolor;
      --_line: currentcolor;
      --_edge: currentcolor;
    }
  }
`;
