import type { ImageType } from './media-type.ts';

const MAX_EDGE = 2_560;
const SECONDS = 20;

export interface CleanImage {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Unpacked, a picture takes four bytes a pixel: many at once would take the whole memory. */
const AT_ONCE = 2;
let running = 0;
const queue: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    // The place goes to who waits longest; nobody can slip in between.
    if (next) next();
    else running -= 1;
  }
}

/** What came is no image that can be read, one with more pixels than allowed, or without the part that is asked for. */
export class ImageError extends Error {
  readonly reason: 'unreadable' | 'too-many-pixels' | 'outside';

  constructor(reason: ImageError['reason'], options?: ErrorOptions) {
    super(`The image is refused: ${reason}`, options);
    this.name = 'ImageError';
    this.reason = reason;
  }
}

/**
 * Draws an image anew, so that only its pixels remain: no place, no camera, no thumbnail, no bytes behind its end. It
 * is turned upright first, and made smaller where an edge has more than 2,560 pixels.
 *
 * @param maxPixels of the image as it came; more are never unpacked
 * @throws ImageError
 */
export const cleanImage = (input: Buffer, type: ImageType, maxPixels: number): Promise<CleanImage> =>
  inTurn(() => drawAnew(input, type, maxPixels));

/** A square to keep, in pixels of the upright picture. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface SquareOptions {
  readonly maxPixels: number;
  /** The longest edge of what comes out, in pixels. */
  readonly edge: number;
  /** Default: the middle. */
  readonly crop?: Crop;
}

/**
 * Draws a square of an image anew as JPEG, which address books can read, too; only its pixels remain.
 * @throws ImageError
 */
export const squareImage = (input: Buffer, options: SquareOptions): Promise<CleanImage> =>
  inTurn(() => drawSquare(input, options));

/** Why a library could not draw an image. */
function imageError(error: unknown): ImageError {
  if (error instanceof ImageError) return error;
  const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message);
  return new ImageError(isTooLarge ? 'too-many-pixels' : 'unreadable', { cause: error });
}

async function drawSquare(input: Buffer, { maxPixels, edge, crop }: SquareOptions): Promise<CleanImage> {
  const { default: sharp } = await import('sharp');
  const image = sharp(input, { limitInputPixels: maxPixels, failOn: 'error' });
  try {
    const { autoOrient } = await image.metadata();
    const { width, height } = autoOrient;
    if (width * height > maxPixels) throw new ImageError('too-many-pixels');
    const middle = Math.min(width, height);
    const { x, y, size } = crop ?? {
      x: Math.floor((width - middle) / 2),
      y: Math.floor((height - middle) / 2),
      size: middle,
    };
    if (x + size > width || y + size > height) throw new ImageError('outside');
    const { data, info } = await image
      .autoOrient()
      .extract({ left: x, top: y, width: size, height: size })
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .timeout({ seconds: SECONDS })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    throw imageError(error);
  }
}

async function drawAnew(input: Buffer, type: ImageType, maxPixels: number): Promise<CleanImage> {
  // Loaded when the first image comes: a hub that serves a calendar pays nothing for it.
  const { default: sharp } = await import('sharp');
  const image = sharp(input, { limitInputPixels: maxPixels, failOn: 'error' });
  try {
    const { width = 0, height = 0 } = await image.metadata();
    if (width * height > maxPixels) throw new ImageError('too-many-pixels');
    const upright = image
      .autoOrient()
      .resize({ width: MAX_EDGE, height: MAX_EDGE, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: SECONDS });
    const { data, info } = await upright.toFormat(type.slice('image/'.length) as 'png').toBuffer({
      resolveWithObject: true,
    });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    throw imageError(error);
  }
}
