import { plainText } from '../../foreign-text.ts';

/** What the signs of XML and HTML text stand for. */

/** HTML names of single characters; a letter with a mark is put together from its name. */
const NAMES = new Map(
  'amp& lt< gt> quot" apos\' nbsp\xa0 shy\xad ndash– mdash— hellip… bdquo„ ldquo“ rdquo” sbquo‚ lsquo‘ rsquo’ laquo« raquo» lsaquo‹ rsaquo› bull• middot· euro€ pound£ cent¢ yen¥ sect§ copy© reg® trade™ deg° plusmn± times× divide÷ frac12½ frac14¼ frac34¾ sup2² sup3³ micro\xb5 iexcl¡ iquest¿ szligß aeligæ AEligÆ oeligœ OEligŒ oslashø OslashØ rarr→ zwnj\u200c zwj\u200d uml\u0308 acute\u0301 grave\u0300 circ\u0302 tilde\u0303 cedil\u0327 ring\u030a caron\u030c'
    .split(' ')
    .map((word) => [word.slice(0, -1), word.slice(-1)] as const),
);
const MARK = /[\u0300-\u036f]/;

function named(name: string): string | undefined {
  const mark = NAMES.get(name.slice(1)) ?? '';
  return MARK.test(mark) ? (name.charAt(0) + mark).normalize('NFC') : NAMES.get(name);
}

/** The character of a code point; none for those that no text may have, and what Windows means by U+0080 to U+009F. */
function signOf(code: number): string {
  if (code > 127 && code < 160) return new TextDecoder('windows-1252').decode(new Uint8Array([code]));
  const isText = code > 31 ? code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) : code === 9 || code === 10;
  return isText ? String.fromCodePoint(code) : '';
}

/** Text without entities. An `&` that begins none stays; `own`: those that the document declares. */
export const decodeEntities = (text: string, own?: ReadonlyMap<string, string>): string =>
  text.includes('&')
    ? text.replace(/&(?:#(x?)([\da-f]{1,7})|([a-z][\w.-]{1,31}));/gi, (whole, hex, code?: string, name = '') =>
        code ? signOf(parseInt(code, hex ? 16 : 10)) : (own?.get(String(name)) ?? named(String(name)) ?? whole),
      )
    : text;

/** Text as HTML that reads the same. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Words of HTML in one line: text for lists, no way to make HTML safe. */
export const wordsOfHtml = (html: string): string =>
  // Names that the library does not know elsewhere are left over.
  decodeEntities(plainText(html.replace(/<!--[^]*?-->/g, '').replace(/<(?:td|th|dd|dt|hr|pre|img)\b/gi, ' $&')))
    .replace(/\s+/g, ' ')
    .trim();
