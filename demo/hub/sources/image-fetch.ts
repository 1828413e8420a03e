import { BackendError } from '../../../src/backend/backend-error.ts';
import type { Hub } from '../hub.ts';
import { cleanImage } from '../uploads/image.ts';
import { isImage, mediaTypeOf, type ImageType } from '../uploads/media-type.ts';
import { GuardedClient } from './guarded-client.ts';
import type { HostGate } from './host-gate.ts';
import type { NamedImage } from './post-images.ts';
import { USER_AGENT } from './source-reader.ts';

export interface ShownImage {
  readonly type: ImageType;
  readonly bytes: Buffer;
}

/** By the first bytes, whatever the server says; animations stand still, as PNG. */
function typeOf(bytes: Buffer): ImageType | undefined {
  if (/^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))) return 'image/png';
  const type = mediaTypeOf(bytes);
  return type && isImage(type) ? type : undefined;
}

/**
 * Fetches a picture through the guard of its source and draws it anew, so that only its pixels remain.
 * @throws BackendError, or ImageError for what is no picture that can be read
 */
export async function fetchImage(hub: Hub, gate: HostGate, { sourceId, url }: NamedImage): Promise<ShownImage> {
  const { sources, imageProxy, limits, uploads } = hub.config;
  const source = sources.find(({ id, images }) => id === sourceId && images === 'proxy');
  if (!source) throw new BackendError('missing', 'its source shows no pictures by way of the hub');
  const client = new GuardedClient({
    url,
    allowPrivate: source.allowPrivate ?? [],
    maxBytes: imageProxy.maxBytes,
    seconds: limits.feedSeconds,
    userAgent: USER_AGENT,
    gate,
  });
  try {
    const { status, bytes } = await client.get(url, {
      accept: 'image/avif, image/webp, image/jpeg, image/png, image/gif',
    });
    if (status !== 200) throw new BackendError('missing', `an answer of ${status}`, { status });
    const input = Buffer.from(bytes);
    const type = typeOf(input);
    if (!type) throw new BackendError('invalid', 'no picture of a kind that is shown', { reason: 'content-type' });
    const { bytes: clean } = await cleanImage(input, type, uploads.maxPixels);
    return { type, bytes: clean };
  } finally {
    await client.close();
  }
}
