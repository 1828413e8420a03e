/** Bytes that `fileTypeOf` needs from the beginning of a file. */
export const FILE_HEAD = 16;

/**
 * Media type of a file by its first bytes, whatever its name says; undefined for all that no idea can carry. SVG is not
 * among them: it is a program that draws.
 */
export function fileTypeOf(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, FILE_HEAD));
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.slice(4, 8) === 'ftyp' && /^avi[fs]$/.test(text.slice(8, 12))) return 'image/avif';
  if (text.startsWith('%PDF-')) return 'application/pdf';
  return undefined;
}

export const isPicture = (mediaType: string): boolean => mediaType.startsWith('image/');
