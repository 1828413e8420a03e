import { htmlToText } from '../model/html-text.ts';

/** Texts of foreign sources as the model wants them: plain, short where they stand in lists. */

/** Words of HTML. Titles have entities without tags, so the text is said to be HTML whatever it looks like. */
export const plainText = (html: unknown): string =>
  typeof html === 'string' && html ? htmlToText(`<p>${html}</p>`).trim() : '';

/** Words of HTML with an empty line between paragraphs, as Markdown parts them. */
export const plainParagraphs = (html: unknown): string =>
  plainText(html)
    .split(/\s*\n\s*/)
    .join('\n\n');

const SUMMARY = 280;
const SEGMENTS = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** The beginning of a text in one line, as long as a summary may be. */
export function summaryOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= SUMMARY) return line;
  const signs = [...SEGMENTS.segment(line.slice(0, 8 * SUMMARY))];
  return signs.length <= SUMMARY
    ? signs.map(({ segment }) => segment).join('')
    : `${line.slice(0, signs[SUMMARY - 1]!.index).trimEnd()}…`;
}
