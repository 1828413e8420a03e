import { FILE_HEAD, fileTypeOf, isPicture } from '../../../model/file-type.ts';
import { pictureSize, SIZE_HEAD, type PictureSize } from '../../../model/photo-crop.ts';

/** Why a picture was not taken. */
export type PhotoFault = 'too-large' | 'too-many-pixels' | 'wrong-type' | 'unreadable' | 'empty';

/** A picture that was chosen, with a copy small enough to be drawn at every move. */
export interface ChosenPhoto {
  readonly file: File;
  /** Of the upright picture. */
  readonly size: PictureSize;
  readonly copy: HTMLCanvasElement;
}

/** Pixels that are never unpacked on the reader's device; what the server takes it says itself. */
export const MAX_PIXELS = 100_000_000;
/** Longest edge of the copy. */
const EDGE = 1024;

/**
 * Looks at a picture before it leaves the device. No object URL: it would need `img-src blob:`, which strict pages do not
 * allow.
 */
export async function readPhoto(
  file: File,
  limits: { readonly bytes: number; readonly mediaTypes: readonly string[] },
): Promise<ChosenPhoto | PhotoFault> {
  if (file.size === 0) return 'empty';
  if (file.size > limits.bytes) return 'too-large';
  const head = new Uint8Array(await file.slice(0, SIZE_HEAD).arrayBuffer());
  const type = fileTypeOf(head.subarray(0, FILE_HEAD));
  if (!type || !isPicture(type) || !limits.mediaTypes.includes(type)) return 'wrong-type';
  const told = pictureSize(head);
  if (told && told.width * told.height > MAX_PIXELS) return 'too-many-pixels';
  try {
    const bitmap = await createImageBitmap(file);
    const size = { width: bitmap.width, height: bitmap.height };
    const share = Math.min(1, EDGE / Math.max(size.width, size.height));
    const copy = document.createElement('canvas');
    copy.width = Math.max(1, Math.round(size.width * share));
    copy.height = Math.max(1, Math.round(size.height * share));
    copy.getContext('2d')?.drawImage(bitmap, 0, 0, copy.width, copy.height);
    bitmap.close();
    return { file, size, copy };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return 'unreadable';
  }
}
