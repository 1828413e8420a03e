/** What the signs of XML and HTML text stand for. */

/** HTML names of the characters from U+00A0 on, in their order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const OTHERS =
  'amp& lt< gt> quot" apos\' ndash– mdash— hellip… bdquo„ ldquo“ rdquo” sbquo‚ lsquo‘ rsquo’ lsaquo‹ rsaquo› bull• euro€ trade™ rarr→ larr← minus− ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d scaron\u0161 Scaron\u0160 oelig\u0153 OElig\u0152';
/** What windows-1252 has where Unicode has control characters, U+0080 to U+009F. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const NAMES = new Map<string, string>();
LATIN.split(' ').forEach((name, index) => NAMES.set(name, String.fromCharCode(160 + index)));
OTHERS.split(' ').forEach((word) => NAMES.set(word.slice(0, -1), word.slice(-1)));

/** The character of a code point; none for those that no text may have. */
function signOf(code: number): string {
  if (code > 127 && code < 160) return WINDOWS.charAt(code - 128);
  const isText = code > 31 ? code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) : code === 9 || code === 10;
  return isText ? String.fromCodePoint(code) : '';
}

/** Text without entities. An `&` that begins none stays; `own`: those that the document declares. */
export const decodeEntities = (text: string, own?: ReadonlyMap<string, string>): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][\w.-]{1,31}));/gi, (whole, decimal, hex, name?: string) =>
        name ? (own?.get(name) ?? NAMES.get(name) ?? whole) : signOf(hex ? parseInt(String(hex), 16) : Number(decimal)),
      )
    : text;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML that reads the same. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** Words of HTML in one line: text for lists, no way to make HTML safe. */
export const wordsOfHtml = (html: string): string =>
  decodeEntities(
    html
      .replace(/<(style|script)\b(?:(?!<(?:style|script)|<\/\1)[^])*<\/\1\s*>/gi, '')
      .replace(/<!--[^]*?-->/g, '')
      .replace(/<\/?(?:p|div|br|li|h\d|tr|td|th|dd|dt|hr|blockquote|figcaption|figure|section|pre)\b[^<>]*>/gi, ' ')
      .replace(/<\/?[a-z][^<>]*>/gi, ''),
  )
    .replace(/\s+/g, ' ')
    .trim();
