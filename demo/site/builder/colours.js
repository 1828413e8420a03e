/** Colours of a page: contrast by WCAG 2.2, what each design system calls its own, and the lines that go into the page's CSS. */

const HEX = /^#[0-9a-f]{6}$/i;

/** @param {string} hex @returns {number} relative luminance, WCAG 2.2 */
function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21. @param {string} one @param {string} other as `#rrggbb` */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever is read better on a colour. */
const textOn = (hex) => (contrast(hex, '#ffffff') >= contrast(hex, '#000000') ? '#ffffff' : '#000000');

/** @param {string | undefined} text */
export const isColour = (text) => HEX.test(text ?? '');

/**
 * What a page's colours are taken from. `shown` stands in the preview, `css` is what the page writes; a preset whose
 * system names its colours itself takes those names, so that a new colour there is a new colour here.
 *
 * @typedef {object} Preset
 * @property {string} id
 * @property {string} name
 * @property {{ accent: string, text: string, background: string }} shown
 * @property {Readonly<Record<string, string>>} [css] custom properties in place of the colours
 * @property {string} [note]
 */

const LIGHT = { text: '#1b2329', background: '#ffffff' };

/** @type {readonly Preset[]} */
export const PRESETS = [
  { id: '', name: 'Bausteine', shown: { accent: '#005a70', ...LIGHT } },
  {
    id: 'kern',
    name: 'KERN',
    shown: { accent: '#1755f4', text: '#171a2b', background: '#ffffff' },
    css: {
      '--vr-color-accent': 'var(--kern-color-action-default)',
      '--vr-color-on-accent': 'var(--kern-color-action-on-default)',
      '--vr-color-text': 'var(--kern-color-layout-text-default)',
      '--vr-color-muted': 'var(--kern-color-layout-text-muted)',
      '--vr-color-line': 'var(--kern-color-layout-border)',
      '--vr-color-edge': 'var(--kern-color-form-input-border)',
      '--vr-color-surface': 'var(--kern-color-layout-background-default)',
      '--vr-color-on-surface': 'var(--kern-color-layout-text-default)',
      '--vr-color-sunken': 'var(--kern-color-layout-background-hued)',
      '--vr-radius': 'var(--kern-metric-border-radius-default)',
    },
  },
  {
    id: 'wordpress',
    name: 'WordPress',
    shown: { accent: '#1d5b79', ...LIGHT },
    css: {
      '--vr-color-accent': 'var(--wp--preset--color--primary, var(--wp--preset--color--contrast))',
      '--vr-color-on-accent': 'var(--wp--preset--color--base, #fff)',
    },
  },
  {
    id: 'nextcloud',
    name: 'Nextcloud',
    shown: { accent: '#00679e', text: '#222222', background: '#ffffff' },
    css: {
      '--vr-color-accent': 'var(--color-primary-element)',
      '--vr-color-on-accent': 'var(--color-primary-element-text)',
      '--vr-color-text': 'var(--color-main-text)',
      '--vr-color-muted': 'var(--color-text-maxcontrast)',
      '--vr-color-line': 'var(--color-border)',
      '--vr-color-edge': 'var(--color-border-maxcontrast)',
      '--vr-color-surface': 'var(--color-main-background)',
      '--vr-color-on-surface': 'var(--color-main-text)',
      '--vr-radius': 'var(--border-radius)',
    },
  },
  {
    id: 'bootstrap',
    name: 'Bootstrap 5',
    shown: { accent: '#0a58ca', text: '#212529', background: '#ffffff' },
    css: {
      '--vr-color-accent': 'var(--bs-link-color)',
      '--vr-color-text': 'var(--bs-body-color)',
      '--vr-color-line': 'var(--bs-border-color)',
      '--vr-color-surface': 'var(--bs-body-bg)',
      '--vr-color-on-surface': 'var(--bs-body-color)',
      '--vr-radius': 'var(--bs-border-radius)',
    },
  },
  { id: 'dark', name: 'Dunkle Seite', shown: { accent: '#7fd0e8', text: '#e8edf0', background: '#14191d' } },
  { id: 'contrast', name: 'Starker Kontrast', shown: { accent: '#003a52', text: '#000000', background: '#ffffff' } },
];

/** @param {string} id */
export const presetOf = (id) => PRESETS.find((preset) => preset.id === id) ?? PRESETS[0];

/** @param {string} hex */
const isDark = (hex) => luminance(hex) < 0.18;

/**
 * The colours that hold: the chosen ones, else those of the preset.
 * @param {string} preset
 * @param {Readonly<Record<string, string>>} chosen
 */
export function coloursOf(preset, chosen) {
  const { shown } = presetOf(preset);
  const pick = (name) => (isColour(chosen[name]) ? chosen[name].toLowerCase() : shown[name]);
  const size = Number(chosen.size);
  return {
    accent: pick('accent'),
    text: pick('text'),
    background: pick('background'),
    size: Number.isInteger(size) && size >= 12 && size <= 32 ? size : 16,
  };
}

/** Custom properties that give the preview its page's look. */
export function previewTokens({ accent, text, background, size }) {
  return {
    'color-scheme': isDark(background) ? 'dark' : 'light',
    '--vr-color-accent': accent,
    '--vr-color-on-accent': textOn(accent),
    '--vr-color-text': text,
    '--vr-color-surface': background,
    '--vr-color-on-surface': text,
    '--vr-font-size': `${size}px`,
  };
}

/**
 * What goes into the page's CSS; empty where nothing differs from what widgets do by themselves.
 * @param {string} preset
 * @param {Readonly<Record<string, string>>} chosen
 */
export function cssOf(preset, chosen) {
  const { css = {} } = presetOf(preset);
  const { accent, text, background, size } = coloursOf(preset, chosen);
  const isFixed = preset === 'dark' || preset === 'contrast';
  const lines = {
    ...(isFixed && { 'color-scheme': isDark(background) ? 'dark' : 'light' }),
    ...css,
    ...((isColour(chosen.accent) || isFixed) && {
      '--vr-color-accent': accent,
      '--vr-color-on-accent': textOn(accent),
    }),
    ...((isColour(chosen.text) || isFixed) && { '--vr-color-text': text, '--vr-color-on-surface': text }),
    ...((isColour(chosen.background) || isFixed) && { '--vr-color-surface': background }),
    ...(size !== 16 && { '--vr-font-size': `${size}px` }),
  };
  const names = Object.keys(lines);
  return names.length === 0 ? '' : `:root {\n${names.map((name) => `  ${name}: ${lines[name]};`).join('\n')}\n}`;
}

/**
 * What of these colours people could not read: text 4.5:1 (WCAG 2.2, 1.4.3).
 * @returns {string[]} sentences
 */
export function contrastProblems({ accent, text, background }) {
  const ratio = (one, other) => `${contrast(one, other).toLocaleString('de-DE', { maximumFractionDigits: 1 })} : 1`;
  return [
    ...(contrast(accent, background) < 4.5
      ? [
          `Die Akzentfarbe ist auf diesem Hintergrund schwer zu lesen (${ratio(accent, background)}, nötig sind 4,5 : 1). Nehmen Sie eine ${isDark(background) ? 'hellere' : 'dunklere'}.`,
        ]
      : []),
    ...(contrast(text, background) < 4.5
      ? [`Die Schrift ist auf diesem Hintergrund schwer zu lesen (${ratio(text, background)}, nötig sind 4,5 : 1).`]
      : []),
  ];
}
