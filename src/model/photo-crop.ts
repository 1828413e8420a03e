/** A square of a picture, in whole pixels of the upright picture. */
export interface PhotoCrop {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Pixels that a portrait should have at least; a smaller picture is kept whole. */
const LEAST = 160;
/** How many times the square may be smaller than the largest one. */
const MOST_ZOOM = 6;

const largest = ({ width, height }: PictureSize): number => Math.min(width, height);
const within = (value: number, most: number): number => Math.min(Math.max(0, Math.round(value)), Math.max(0, most));

/** How far one may zoom into a picture, 1 at least. */
export const mostZoom = (picture: PictureSize): number =>
  Math.max(1, Math.min(MOST_ZOOM, Math.floor((largest(picture) / LEAST) * 10) / 10));

/** The largest square in the middle. */
export function middleCrop(picture: PictureSize): PhotoCrop {
  const size = largest(picture);
  return { x: Math.floor((picture.width - size) / 2), y: Math.floor((picture.height - size) / 2), size };
}

/** The square moved by pixels of the picture, never beyond its edges. */
export const moveCrop = ({ x, y, size }: PhotoCrop, picture: PictureSize, right: number, down: number): PhotoCrop => ({
  x: within(x + right, picture.width - size),
  y: within(y + down, picture.height - size),
  size,
});

/** How far a square is zoomed in: 1 is the largest. */
export const zoomOf = ({ size }: PhotoCrop, picture: PictureSize): number => largest(picture) / size;

/** The square at another zoom, its middle where it was as far as the edges allow. */
export function zoomCrop({ x, y, size }: PhotoCrop, picture: PictureSize, zoom: number): PhotoCrop {
  const next = Math.max(1, Math.round(largest(picture) / Math.min(Math.max(1, zoom), mostZoom(picture))));
  const by = (size - next) / 2;
  return moveCrop({ x: 0, y: 0, size: next }, picture, x + by, y + by);
}

/** Where the square is between the edges, 0 to 1; a half where there is no room to move. */
export function placeOf({ x, y, size }: PhotoCrop, { width, height }: PictureSize): { across: number; down: number } {
  const [right, bottom] = [width - size, height - size];
  return { across: right > 0 ? x / right : 0.5, down: bottom > 0 ? y / bottom : 0.5 };
}

/** Reads numbers of several bytes. */
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const word = (bytes: Uint8Array, at: number, length = 4): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Bytes of a file that `pictureSize` wants: the sizes of photographs stand behind their thumbnails. */
export const SIZE_HEAD = 512 * 1024;

/**
 * Width and height of a PNG, JPEG, WebP or AVIF by its head, before anything is unpacked: 100 million pixels take 400 MB.
 * Undefined where the head does not tell.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const data = view(bytes);
  if (bytes.length < 30) return undefined;
  if (word(bytes, 1, 3) === 'PNG') return { width: data.getUint32(16), height: data.getUint32(20) };
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSize(bytes, data);
  if (word(bytes, 0) === 'RIFF' && word(bytes, 8) === 'WEBP') return webpSize(bytes, data);
  return word(bytes, 4) === 'ftyp' ? avifSize(bytes, data) : undefined;
}

/** ISO/IEC 10918-1, B.2.2: the frame header, whichever of its kinds. */
function jpegSize(bytes: Uint8Array, data: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
    // Fill bytes stand alone; everything else tells its length.
    at += marker === 0xff ? 1 : 2 + data.getUint16(at + 2);
  }
  return undefined;
}

/** RFC 9649, 2.5 to 2.7. */
function webpSize(bytes: Uint8Array, data: DataView): PictureSize | undefined {
  switch (word(bytes, 12)) {
    case 'VP8X':
      return {
        width: 1 + (data.getUint32(24, true) & 0xffffff),
        height: 1 + ((data.getUint16(27, true) | (bytes[29]! << 16)) & 0xffffff),
      };
    case 'VP8 ':
      return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = data.getUint32(21, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    default:
      return undefined;
  }
}

/** ISO/IEC 23008-12, 6.5.3: the largest of its spatial extents is the picture, the others are tiles and thumbnails. */
function avifSize(bytes: Uint8Array, data: DataView): PictureSize | undefined {
  let found: PictureSize | undefined;
  for (let at = 8; at + 16 <= bytes.length; at++) {
    if (bytes[at] !== 0x69 || word(bytes, at) !== 'ispe') continue;
    const size = { width: data.getUint32(at + 8), height: data.getUint32(at + 12) };
    if (!found || size.width * size.height > found.width * found.height) found = size;
  }
  return found;
}
