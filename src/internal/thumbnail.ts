/** Longest edge, in pixels of the device. */
const EDGE = 160;

/**
 * A small picture of a file on a canvas, or undefined where the browser cannot draw it. An object URL would need
 * `img-src blob:`, which strict pages do not allow; a bitmap needs no address.
 */
export async function renderThumbnail(file: File): Promise<HTMLCanvasElement | undefined> {
  try {
    const bitmap = await createImageBitmap(file, { resizeWidth: EDGE, resizeQuality: 'medium' });
    const canvas = document.createElement('canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.setAttribute('aria-hidden', 'true');
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return canvas;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}
