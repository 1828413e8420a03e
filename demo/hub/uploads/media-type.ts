/** What may be uploaded. SVG is not: it is a program that draws. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/avif'] as const;
export const MEDIA_TYPES = [...IMAGE_TYPES, 'application/pdf'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];
export type MediaType = (typeof MEDIA_TYPES)[number];

const EXTENSIONS: Readonly<Record<MediaType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'application/pdf': 'pdf',
};

const startsWith = (bytes: Buffer, at: number, ...wanted: number[]): boolean =>
  wanted.every((byte, index) => bytes[at + index] === byte);

/** The type by the first bytes, whatever name and type a client claims; undefined for everything else. */
export function mediaTypeOf(bytes: Buffer): MediaType | undefined {
  if (startsWith(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (startsWith(bytes, 0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  const text = bytes.toString('latin1', 0, 16);
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.slice(4, 8) === 'ftyp' && ['avif', 'avis'].includes(text.slice(8, 12))) return 'image/avif';
  if (text.startsWith('%PDF-')) return 'application/pdf';
  return undefined;
}

export const isImage = (type: MediaType): type is ImageType => type.startsWith('image/');

/** A harmless name with the ending that the type has: no folders, no control or direction characters. */
export function safeFileName(name: string | undefined, type: MediaType): string {
  const base = (name ?? '').split(/[/\\]/).pop() ?? '';
  const stem = base
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}"<>:|?*%;]/gu, '')
    .trim()
    .slice(0, 100);
  return `${stem || 'datei'}.${EXTENSIONS[type]}`;
}

/** `Content-Disposition` with a name in any alphabet (RFC 6266, RFC 8187). */
export function disposition(kind: 'inline' | 'attachment', fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
