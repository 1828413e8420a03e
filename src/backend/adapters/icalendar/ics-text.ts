import { runAtOnce } from '../../slices.ts';

/**
 * From the bytes of a calendar file to text. RFC 5545 asks for UTF-8; real files come with byte order marks, as UTF-16,
 * in the Windows code page, or with lines folded in the middle of a character.
 */

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

/** Takes out the folds (a line end and one blank), for text whose characters were cut apart by them. */
function unfoldBytes(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const lineEnd = byte === LF ? 1 : byte === CR && bytes[at + 1] === LF ? 2 : 0;
    const blank = lineEnd > 0 ? bytes[at + lineEnd] : 0;
    if (blank === SPACE || blank === TAB) at += lineEnd;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}

/** How many characters were broken, and how many beyond ASCII came through whole. */
function countForeign(text: string): { broken: number; whole: number } {
  let broken = 0;
  let whole = 0;
  for (const found of text.match(/[^\x00-\x7f]/g) ?? []) {
    if (found === '\ufffd') broken++;
    else whole++;
  }
  return { broken, whole };
}

function decoderOf(charset: string | undefined): TextDecoder {
  try {
    return new TextDecoder(charset || 'windows-1252');
  } catch {
    // A charset that the platform has never heard of is worth no more than none.
    return new TextDecoder('windows-1252');
  }
}

/** Bytes that are decoded in one step: a millisecond or two of work. */
const PIECE = 500_000;

function* decodeUtf8(bytes: Uint8Array): Generator<undefined, string> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
    yield;
  }
  return pieces.join('') + decoder.decode();
}

/**
 * The text of a file, in steps.
 *
 * @param charset what the sender says the text is in (`charset` of the content type); used only where the bytes are not
 *   UTF-8 after all, since more servers send a wrong label than another encoding
 */
export function* readText(bytes: Uint8Array, charset?: string): Generator<undefined, string> {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0))
    return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0))
    return new TextDecoder('utf-16be').decode(bytes);
  const text = yield* decodeUtf8(bytes);
  if (!text.includes('\ufffd')) return text;
  const unfolded = new TextDecoder().decode(unfoldBytes(bytes));
  const { broken, whole } = countForeign(unfolded);
  if (broken <= whole) return unfolded;
  return decoderOf(charset).decode(bytes);
}

/** The text of a small file, at once; see `readText`. */
export const decodeText = (bytes: Uint8Array, charset?: string): string => runAtOnce(readText(bytes, charset));

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
]);

/** What XML text stands for (entities, or one CDATA section as a whole). */
export function unescapeXml(text: string): string {
  const cdata = /^\s*<!\[CDATA\[([^]*?)\]\]>\s*$/.exec(text);
  if (cdata) return cdata[1] ?? '';
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name) return ENTITIES.get(name) ?? whole;
      const code = hex ? parseInt(hex, 16) : Number(dec);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The calendars inside a CalDAV answer (RFC 4791, 9.6); any other text as it is. */
export function unwrapMultistatus(text: string): string {
  if (!/^\s*<\?xml|^\s*<(?:[\w-]+:)?multistatus/.test(text.slice(0, 500))) return text;
  const opening = /<((?:[\w-]+:)?calendar-data)\b[^>/]*>/g;
  const parts: string[] = [];
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = text.indexOf(`</${match[1]}`, opening.lastIndex);
    if (end < 0) break;
    parts.push(unescapeXml(text.slice(opening.lastIndex, end)));
    opening.lastIndex = end;
  }
  return parts.length > 0 ? parts.join('\n') : text;
}
