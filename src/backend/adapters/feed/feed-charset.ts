/** From the bytes of a feed to text: byte order mark, charset of the answer, XML declaration, then UTF-8. */

const LATIN = /^(?:us-ascii|ascii|iso-?8859-1|latin-?1|windows-1252|cp1252)$/i;

const declaredIn = (bytes: Uint8Array): string | undefined =>
  /^[^]{0,200}?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/.exec(decodeAs('latin1', bytes.subarray(0, 1024)))?.[1];

function decodeAs(charset: string, bytes: Uint8Array, fatal = false): string {
  return new TextDecoder(charset, { fatal }).decode(bytes);
}

/** Text of bytes that hold four for each character, which platforms do not read. */
function decodeWide(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    parts.push(code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code));
  }
  return parts.join('');
}

/** What UTF-16 and UTF-32 begin with, with a byte order mark or with the first sign of the document. */
function wideText(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  const isSign = (sign: number | undefined): boolean => sign === 0x3c || sign === 0x7b;
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && isSign(d)))) return decodeWide(bytes, false);
  if (c === 0 && d === 0 && ((a === 0xff && b === 0xfe) || (b === 0 && isSign(a)))) return decodeWide(bytes, true);
  if ((a === 0xff && b === 0xfe) || (isSign(a) && b === 0)) return decodeAs('utf-16le', bytes);
  if ((a === 0xfe && b === 0xff) || (a === 0 && isSign(b))) return decodeAs('utf-16be', bytes);
  return undefined;
}

/**
 * @param contentType of the answer; its charset counts before that of the document. Where one of both says Latin-1 and the
 *   bytes are UTF-8, they are UTF-8: that label is what servers put on everything.
 */
export function decodeFeed(bytes: Uint8Array, contentType?: string | null): string {
  const wide = wideText(bytes);
  if (wide !== undefined) return wide;
  const labels = [/;\s*charset\s*=\s*"?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1], declaredIn(bytes)];
  const label = labels.find((each): each is string => each !== undefined && isKnown(each));
  if (label && !LATIN.test(label) && !/^utf-?(?:8|16|32)/i.test(label)) return decodeAs(label, bytes);
  try {
    return decodeAs('utf-8', bytes, true);
  } catch {
    // Cut in the middle of a character, or another code page that nobody has named.
    const text = decodeAs('utf-8', bytes);
    const broken = text.split('\ufffd').length - 1;
    return label && !LATIN.test(label) ? text : broken > 1 || label ? decodeAs('windows-1252', bytes) : text;
  }
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
