const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['amp', '&'],
  ['auml', 'ä'],
  ['ouml', 'ö'],
  ['uuml', 'ü'],
  ['Auml', 'Ä'],
  ['Ouml', 'Ö'],
  ['Uuml', 'Ü'],
  ['szlig', 'ß'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['shy', '\u00ad'],
]);

/** Whether a text of a foreign source was written as HTML. */
export const looksLikeHtml = (text: string): boolean => /<(?:[a-z][a-z0-9]*\b[^<>]*|\/[a-z][a-z0-9]*\s*)>/i.test(text);

/**
 * The words of a text that may be HTML, with line ends where paragraphs, list items and `<br>` were. The result is text
 * for lists, searches and other programs; it is not a way to make HTML safe.
 */
export function htmlToText(text: string): string {
  if (!looksLikeHtml(text)) return text;
  return text
    .replace(/<(style|script)\b(?:(?!<(?:style|script)|<\/\1)[^])*<\/\1\s*>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]*> ?/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, code?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES.get(name) ?? whole;
      const point = hex ? parseInt(hex, 16) : Number(code);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .trim();
}
