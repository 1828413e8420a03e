import type { FastifyRequest } from 'fastify';
import { PEER_LIMITS } from '../../../src/model/peer.ts';
import { demand, demandAccount } from '../authorization/can.ts';
import type { HubTransaction } from '../database/database.ts';
import { FieldCheck } from '../http/characters.ts';
import { HttpProblem, invalidFields } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { squareImage, ImageError, type Crop } from '../uploads/image.ts';
import { IMAGE_TYPES, isImage, mediaTypeOf } from '../uploads/media-type.ts';
import { checkedImage, type CheckedUpload } from '../uploads/uploads.ts';
import { guardedProfile } from './own-profile.ts';
import { PROFILE } from './peer-rules.ts';
import { checkMatch, ensureProfile, writeProfile } from './profile-writes.ts';

/** Edge of a portrait, in pixels. */
const EDGE = 512;
/** Pixels of a picture as it comes: far more than a portrait needs, and no more than can be unpacked without harm. */
const MAX_PIXELS = 50_000_000;

/** A portrait as a form sends it. */
export interface PhotoForm {
  readonly content: Buffer;
  readonly alt: string;
  readonly crop?: Crop;
}

const FIELDS = ['alt', 'crop'];

function readCrop(text: string): Crop {
  const numbers = /^\d{1,6},\d{1,6},\d{1,6}$/.test(text) ? text.split(',').map(Number) : [];
  const [x, y, size] = numbers;
  if (x === undefined || y === undefined || size === undefined || size === 0) {
    throw invalidFields([{ field: 'crop', code: 'format', message: 'must be x,y,size in whole pixels' }]);
  }
  return { x, y, size };
}

/**
 * Reads the form with a portrait.
 * @throws HttpProblem naming the field that is wrong
 */
export async function readPhotoForm(request: FastifyRequest): Promise<PhotoForm> {
  if (!request.isMultipart()) throw new HttpProblem('unsupported-media-type', { detail: 'Send multipart/form-data.' });
  const fields = new Map<string, string>();
  let content: Buffer | undefined;
  for await (const part of request.parts()) {
    // Every part is read to its end, or the rest of the form never comes.
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (part.fieldname === 'file') content = bytes;
      else fields.set(part.fieldname, '');
    } else fields.set(part.fieldname, String(part.value));
  }
  for (const name of fields.keys()) {
    if (FIELDS.includes(name)) continue;
    throw invalidFields([{ field: name, code: 'unknown-field', message: 'is no field of this form' }]);
  }
  const check = new FieldCheck();
  if (!content || content.length === 0) check.wrong('file', 'required', 'is missing or empty');
  const alt = check.text('alt', fields.get('alt') ?? '', { min: 1, max: PEER_LIMITS.photoAlt, line: true });
  check.done();
  const crop = fields.get('crop');
  return { content: content ?? Buffer.alloc(0), alt: alt ?? '', ...(crop && { crop: readCrop(crop) }) };
}

/**
 * Draws a portrait anew: the square to keep, 512 pixels at most, nothing but pixels.
 * @throws HttpProblem `invalid-request` telling on `file` what is wrong with it
 */
export async function checkPhoto({ config }: Hub, { content, alt, crop }: PhotoForm): Promise<CheckedUpload> {
  const mediaType = mediaTypeOf(content);
  if (!mediaType || !isImage(mediaType)) {
    throw invalidFields([{ field: 'file', code: 'not-allowed', message: `must be one of ${IMAGE_TYPES.join(', ')}` }]);
  }
  const maxPixels = Math.min(MAX_PIXELS, config.uploads.maxPixels);
  try {
    const image = await squareImage(content, { maxPixels, edge: EDGE, ...(crop && { crop }) });
    return checkedImage(image, { mediaType: 'image/jpeg', fileName: 'portrait', alt });
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    if (error.reason === 'outside') {
      throw invalidFields([{ field: 'crop', code: 'out-of-range', message: 'must lie within the picture' }]);
    }
    throw invalidFields([
      error.reason === 'too-many-pixels'
        ? {
            field: 'file',
            code: 'out-of-range',
            message: `has more than ${maxPixels} pixels; make the picture smaller and send it again`,
            limit: maxPixels,
          }
        : { field: 'file', code: 'format', message: 'is damaged or not what it claims to be' },
    ]);
  }
}

/** Takes the picture of an entry away from it; gives its id, to be removed once that holds. */
async function dropPhoto(
  { uploads }: Hub,
  transaction: HubTransaction,
  { personId, photoId }: { readonly personId: string; readonly photoId: string | null },
): Promise<void> {
  await uploads.release(transaction, { type: PROFILE, id: personId });
  if (photoId !== null) await uploads.remove(transaction, photoId);
}

/** Puts a portrait into the caller's entry, or takes it out; gives the id of the one before. */
export async function savePhoto(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  upload: CheckedUpload | undefined,
): Promise<string | undefined> {
  const { now } = request;
  const caller = demandAccount(request.caller);
  const row = await ensureProfile(transaction, caller, now);
  demand(caller, upload ? 'photo' : 'update', guardedProfile(hub, row, now));
  checkMatch(request, row.version);
  const { photoAlt: _alt, ...document } = row.document;
  const kept = upload && (await hub.uploads.keep(transaction, caller, upload));
  await writeProfile(
    hub,
    transaction,
    row,
    {
      photoId: kept?.id ?? null,
      document: JSON.stringify({ ...document, ...(upload?.alt && { photoAlt: upload.alt }) }),
    },
    now,
  );
  await dropPhoto(hub, transaction, row);
  // Seen as far as the entry's `photo`, and by nobody else (see `seenWith`).
  if (kept) await hub.uploads.use(transaction, kept.id, { type: PROFILE, id: row.personId, visibility: 'self' });
  return row.photoId ?? undefined;
}
