/** Under which circumstances a story is looked at. */
import { createHash } from 'node:crypto';

/**
 * @typedef {object} Variant
 * @property {'light' | 'dark' | 'contrast'} theme
 * @property {'ltr' | 'rtl'} dir
 * @property {number} width of the viewport in CSS pixels
 * @property {boolean} forcedColors
 */

const usual = { theme: 'light', dir: 'ltr', width: 1280, forcedColors: false };

/** Each theme at each width, forced colours and right-to-left at the wide and the narrow end. */
const all = [
  ...['light', 'dark', 'contrast'].flatMap((theme) => [1280, 768, 320].map((width) => ({ ...usual, theme, width }))),
  ...[1280, 320].flatMap((width) => [
    { ...usual, width, dir: 'rtl' },
    { ...usual, width, forcedColors: true },
  ]),
];

/**
 * Which variants a run looks at. A sample takes one that the story's name decides, the usual one for every second story, so
 * that the same story fails today and tomorrow, while the stories together meet every variant.
 *
 * @param {string} id of the story
 * @param {boolean} full
 * @returns {Variant[]}
 */
export function variantsOf(id, full) {
  if (full) return all;
  const number = createHash('sha256').update(id).digest().readUInt32BE(0);
  return [number % 2 === 0 ? usual : all[1 + (((number >> 1) >>> 0) % (all.length - 1))]];
}

/** @param {Variant} variant */
export const nameOf = ({ theme, dir, width, forcedColors }) =>
  [theme, `${width} px`, dir === 'rtl' && 'right to left', forcedColors && 'forced colours'].filter(Boolean).join(', ');
