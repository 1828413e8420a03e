const BOMS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];

const nameOf = (label: string | undefined): string | undefined => {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

export interface DecodedText {
  readonly text: string;
  /** The name of the charset that it was read by. */
  readonly encoding: string;
  /** Two places name two charsets, or signs came out broken. */
  readonly isDoubtful: boolean;
}

/** The text of a file as feeds are read: by its byte order mark, the header, the XML declaration, or as UTF-8. */
export function decodeText(bytes: Uint8Array, contentType: string | null): DecodedText {
  const bom = BOMS.find(([marks]) => marks.every((mark, at) => bytes[at] === mark))?.[1];
  const header = nameOf(/charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1]);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 300));
  const declared = nameOf(/^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1]);
  const encoding = bom ?? header ?? declared ?? 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  const isContradicted = header !== undefined && declared !== undefined && header !== declared;
  return { text, encoding, isDoubtful: (isContradicted && bom === undefined) || text.includes('\ufffd') };
}
