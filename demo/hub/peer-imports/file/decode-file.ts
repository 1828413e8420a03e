import { ImportFileError } from './import-file-error.ts';

export interface DecodedFile {
  readonly text: string;
  /** `utf-8`, `utf-16` or `windows-1252`. */
  readonly encoding: string;
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** The beginnings of workbooks: of ZIP files (.xlsx, .ods) and of the older ones (.xls). */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** A text has no control characters but tabs, line ends and form feeds. */
const isText = (text: string): boolean => !/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text);

/** How a text without a mark is written in UTF-16: every other byte of a table of western names is zero. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 400) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const most = length / 2;
  if (odd > most * 0.6 && even === 0) return 'utf-16le';
  if (even > most * 0.6 && odd === 0) return 'utf-16be';
  return undefined;
}

function textOf(bytes: Uint8Array): DecodedFile {
  const utf16 = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : unmarkedUtf16(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // What is not UTF-8 was written by a program that knows one code page: that of Windows, in Western Europe.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/**
 * The text of a file, told by its bytes: names and labels of files are often wrong.
 * @throws ImportFileError for what is empty, a workbook, or no text
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (WORKBOOKS.some((start) => startsWith(bytes, start)))
    throw new ImportFileError('spreadsheet', 'is a workbook; save it as CSV');
  const decoded = textOf(bytes);
  if (decoded.text.trim() === '') throw new ImportFileError('required', 'is empty');
  if (decoded.text.startsWith('%PDF-') || !isText(decoded.text)) {
    throw new ImportFileError('not-allowed', 'is no table of people and no vCard');
  }
  return decoded;
}
