/** The build takes white space out of literals of this name; Lit's own, which does more, is not here. */
const css = String.raw;

/**
 * The panel's style sheet, as text: the doctor does without Lit. Pages reset `*` with `!important`, so the host says with
 * it what makes the panel legible; its size is never in rem.
 */
export const PANEL_STYLES = css`
:host {
  all: initial !important;
  display: block !important;
  color-scheme: light dark !important;
}
*, ::before, ::after { box-sizing: border-box; }
.panel {
  --text: light-dark(oklch(24% 0.02 240), oklch(94% 0.01 240));
  --muted: light-dark(oklch(45% 0.02 240), oklch(78% 0.02 240));
  --line: light-dark(oklch(88% 0.01 240), oklch(38% 0.015 240));
  --edge: light-dark(oklch(58% 0.02 240), oklch(62% 0.02 240));
  --surface: light-dark(#fff, oklch(24% 0.015 240));
  --sunken: light-dark(oklch(97.5% 0.005 240), oklch(20% 0.015 240));
  --accent: light-dark(oklch(45% 0.09 215), oklch(80% 0.09 215));
  --fault: light-dark(oklch(50% 0.18 25), oklch(78% 0.12 25));
  --hint: light-dark(oklch(52% 0.12 70), oklch(82% 0.13 80));
  --ok: light-dark(oklch(48% 0.12 150), oklch(80% 0.13 150));
  position: fixed;
  inset: auto 12px 12px auto;
  inline-size: min(32em, calc(100vw - 24px));
  max-block-size: min(44em, calc(100dvh - 24px));
  margin: 0;
  padding: 0;
  overflow: hidden;
  flex-direction: column;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--surface);
  color: var(--text);
  box-shadow: 0 12px 48px rgb(0 0 0 / 0.25);
  font: 400 16px/1.5 system-ui, sans-serif;
  text-align: start;
  container-type: inline-size;
}
.panel:popover-open { display: flex; }
h2, h3, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
header { padding: 16px 16px 12px; border-block-end: 1px solid var(--line); }
.title { display: flex; align-items: flex-start; gap: 12px; }
h2 { flex: 1; font-size: 1.125em; line-height: 1.25; padding-block: 8px 0; text-wrap: balance; }
h2:focus { outline: none; }
.summary { margin-block-start: 4px; font-weight: 500; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 12px; }
.findings { flex: 1; min-block-size: 0; overflow: auto; overscroll-behavior: contain; }
.findings li { padding: 12px 16px; border-block-end: 1px solid var(--line); }
.findings li:last-child { border-block-end: 0; }
h3 { font-size: 1em; line-height: 1.35; overflow-wrap: anywhere; }
.mark { display: flex; align-items: center; gap: 6px; font-size: 0.8125em; font-weight: 600; }
.fault .mark { color: var(--fault); }
.hint .mark { color: var(--hint); }
.ok .mark { color: var(--ok); }
svg {
  flex: none;
  inline-size: 1.25em;
  block-size: 1.25em;
  fill: none;
  stroke: currentcolor;
  stroke-width: 2;
  stroke-linecap: round;
  stroke-linejoin: round;
}
.told { margin-block-start: 4px; overflow-wrap: anywhere; }
strong { font-weight: 600; }
.technical { font-size: 0.8125em; color: var(--muted); }
.line { display: flex; align-items: flex-start; gap: 8px; margin-block-start: 8px; }
code, textarea { border-radius: 4px; background: var(--sunken); font: 0.875em/1.5 ui-monospace, monospace; }
code {
  flex: 1;
  min-inline-size: 0;
  padding: 8px 10px;
  overflow-wrap: anywhere;
}
button {
  min-block-size: 40px;
  padding: 4px 14px;
  border: 1px solid var(--edge);
  border-radius: 4px;
  background: transparent;
  color: inherit;
  font: inherit;
  font-weight: 500;
  cursor: pointer;
}
button:hover { background: var(--sunken); border-color: currentcolor; }
button.close {
  display: grid;
  place-items: center;
  inline-size: 40px;
  padding: 0;
  border-color: transparent;
}
.line button { min-block-size: 36px; padding-inline: 10px; font-size: 0.875em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.findings:focus-visible { outline-offset: -3px; }
.said { padding: 0 16px; font-size: 0.875em; }
.said:not(:empty) { padding-block: 8px; border-block-start: 1px solid var(--line); }
.by-hand { padding: 0 16px 12px; }
textarea { inline-size: 100%; block-size: 8em; border: 1px solid var(--edge); color: inherit; }
[hidden] { display: none !important; }
.quiet { padding: 10px 16px; border-block-start: 1px solid var(--line); font-size: 0.8125em; color: var(--muted); }
@container (inline-size < 22em) {
  .line { flex-direction: column; }
  code { inline-size: 100%; }
}
@media (forced-colors: active) { .panel { border: 2px solid CanvasText; } }
@media print { .panel { display: none !important; } }
`;
