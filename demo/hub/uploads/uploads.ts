import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sql, type Selectable } from 'kysely';
import { countRows } from '../accounts/count-rows.ts';
import type { PersonalData } from '../accounts/personal-data.ts';
import { newId } from '../accounts/new-id.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Visibility } from '../../../src/model/common.ts';
import type { HubConfig } from '../config/config.ts';
import type { HubDatabase, HubTransaction } from '../database/database.ts';
import { invalidFields } from '../http/http-problem.ts';
import { cleanImage, ImageError, type CleanImage } from './image.ts';
import { isImage, mediaTypeOf, MEDIA_TYPES, safeFileName, type ImageType } from './media-type.ts';
import { openUploadStore, type UploadStore } from './upload-store.ts';
import type { UploadTable } from './upload-tables.ts';

export type UploadRow = Selectable<UploadTable>;

/** A file as it came. */
export interface NewUpload {
  readonly content: Buffer;
  readonly fileName?: string;
  /** What a picture shows, for those who do not see it. */
  readonly alt?: string;
  readonly visibility: Visibility;
}

/** A file that has been checked and cleaned, and not been kept yet. */
export interface CheckedUpload extends Omit<UploadRow, 'id' | 'createdAt' | 'createdBy' | 'orgId' | 'unit'> {
  readonly content: Buffer;
}

const DAY_MS = 86_400_000;
const ALT_LENGTH = 500;

/** Whether a request may see an object that shows an upload, by the object's id. */
export type SeesObject = (request: FastifyRequest, objectId: string) => Promise<boolean>;

type Parts = {
  readonly config: Pick<HubConfig, 'dataDir' | 'uploads'>;
  readonly database: HubDatabase;
  readonly personalData: PersonalData;
};

/** A picture that somebody else has drawn anew, to be kept. It is seen by who uploaded it until an object shows it. */
export const checkedImage = (
  { bytes, width, height }: CleanImage,
  { mediaType, fileName, alt }: { readonly mediaType: ImageType; readonly fileName: string; readonly alt: string },
): CheckedUpload => ({
  content: bytes,
  mediaType,
  fileName: safeFileName(fileName, mediaType),
  alt,
  visibility: 'self',
  bytes: bytes.length,
  width,
  height,
  sha256: sha256(bytes),
});

/** Files that people have uploaded. */
export class Uploads {
  readonly store: UploadStore;
  readonly #config: Parts['config'];
  readonly #database: HubDatabase;
  readonly #seenWith = new Map<string, SeesObject>();

  constructor({ config, database, personalData }: Parts) {
    this.#config = config;
    this.#database = database;
    this.store = openUploadStore(config, database.kysely);
    personalData.add({
      name: 'uploads',
      export: (transaction, { personId }) =>
        transaction
          .selectFrom('upload')
          .select(['id', 'fileName', 'mediaType', 'alt', 'bytes', 'visibility', 'createdAt'])
          .where('createdBy', '=', personId)
          .orderBy('id')
          .execute(),
      foresee: async (transaction, { personId }) => {
        const own = sql`created_by = ${personId}`;
        // A portrait goes with the entry that shows it.
        const portrait = sql`exists (select from peer_profile where photo_id = upload.id)`;
        return {
          deleted: { uploads: await countRows(transaction, 'upload', sql`${own} and not ${isUsed}`) },
          kept: { uploads: await countRows(transaction, 'upload', sql`${own} and ${isUsed} and not ${portrait}`) },
        };
      },
      erase: async ({ transaction, personId, pseudonym, afterwards }) => {
        // What others' objects show stays, without its author; the rest goes.
        const unused = await transaction
          .deleteFrom('upload')
          .where('createdBy', '=', personId)
          .where(sql<boolean>`not ${isUsed}`)
          .returning('id')
          .execute();
        for (const { id } of unused) afterwards(() => this.store.remove(id));
        await transaction
          .updateTable('upload')
          .set({ createdBy: pseudonym })
          .where('createdBy', '=', personId)
          .execute();
      },
    });
  }

  /**
   * Reads a file for what it is, and draws pictures anew.
   * @throws HttpProblem `invalid-request` naming the field that is wrong
   */
  async check({ content, fileName, alt, visibility }: NewUpload): Promise<CheckedUpload> {
    const mediaType = mediaTypeOf(content);
    if (!mediaType) {
      throw invalidFields([
        { field: 'file', code: 'not-allowed', message: `must be one of ${MEDIA_TYPES.join(', ')}` },
      ]);
    }
    const words = alt?.normalize('NFC').trim() ?? '';
    if (words.length > ALT_LENGTH) {
      throw invalidFields([{ field: 'alt', code: 'too-long', message: 'is too long', limit: ALT_LENGTH }]);
    }
    const common = { mediaType, fileName: safeFileName(fileName, mediaType), alt: words || null, visibility };
    if (!isImage(mediaType)) {
      return { ...common, content, bytes: content.length, width: null, height: null, sha256: sha256(content) };
    }
    if (words === '') throw invalidFields([{ field: 'alt', code: 'required', message: 'pictures need words' }]);
    try {
      const { bytes, width, height } = await cleanImage(content, mediaType, this.#config.uploads.maxPixels);
      return { ...common, content: bytes, bytes: bytes.length, width, height, sha256: sha256(bytes) };
    } catch (error) {
      if (!(error instanceof ImageError)) throw error;
      const { maxPixels } = this.#config.uploads;
      throw invalidFields([
        error.reason === 'too-many-pixels'
          ? { field: 'file', code: 'out-of-range', message: 'has too many pixels', limit: maxPixels }
          : { field: 'file', code: 'format', message: 'is damaged or not what it claims to be' },
      ]);
    }
  }

  /** Keeps a checked file. When the transaction fails, `sweep` removes what the disk has kept of it. */
  async keep(transaction: HubTransaction, caller: Caller, upload: CheckedUpload): Promise<UploadRow> {
    const id = newId();
    const { content, ...row } = upload;
    await this.store.put(transaction, id, content);
    const { person, memberships } = caller.kind === 'account' ? caller : { person: undefined, memberships: [] };
    const { org, unit } = memberships[0] ?? {};
    return transaction
      .insertInto('upload')
      .values({ ...row, id, createdBy: person?.id ?? null, orgId: org?.id ?? null, unit: unit ?? null })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  find(id: string): Promise<UploadRow | undefined> {
    return this.#database.kysely.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** Objects of a type decide themselves who sees what they show, whatever visibility the upload has. */
  seenWith(objectType: string, sees: SeesObject): void {
    this.#seenWith.set(objectType, sees);
  }

  /** Whether an object that shows the upload lets the request see it. */
  async isSeen(request: FastifyRequest, uploadId: string): Promise<boolean> {
    const uses = await this.#database.kysely
      .selectFrom('uploadUse')
      .select(['objectType', 'objectId'])
      .where('uploadId', '=', uploadId)
      .execute();
    for (const { objectType, objectId } of uses) {
      if (await this.#seenWith.get(objectType)?.(request, objectId)) return true;
    }
    return false;
  }

  /** Bytes that strangers have sent and no object shows yet. */
  async strangersBytes(): Promise<number> {
    const { bytes } = await this.#database.kysely
      .selectFrom('upload')
      .select(({ fn }) => fn.coalesce(fn.sum<number>('bytes'), sql<number>`0`).as('bytes'))
      .where('createdBy', 'is', null)
      .where(sql<boolean>`not ${isUsed}`)
      .executeTakeFirstOrThrow();
    return Number(bytes);
  }

  /** Says that an object shows an upload, in the transaction that makes it so; the upload is then seen as far as the object. */
  async use(
    transaction: HubTransaction,
    uploadId: string,
    object: {
      readonly type: string;
      readonly id: string;
      readonly visibility: Visibility;
      readonly orgId?: string;
      readonly unit?: string;
    },
  ): Promise<void> {
    await transaction
      .insertInto('uploadUse')
      .values({ uploadId, objectType: object.type, objectId: object.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await transaction
      .updateTable('upload')
      .set({ visibility: object.visibility, orgId: object.orgId ?? null, unit: object.unit ?? null })
      .where('id', '=', uploadId)
      .execute();
  }

  /** Says that an object shows none of its uploads any more. */
  async release(transaction: HubTransaction, object: { readonly type: string; readonly id: string }): Promise<void> {
    await transaction
      .deleteFrom('uploadUse')
      .where('objectType', '=', object.type)
      .where('objectId', '=', object.id)
      .execute();
  }

  /** Removes an upload that nothing shows; false when something does. */
  async remove(transaction: HubTransaction, id: string): Promise<boolean> {
    const { numDeletedRows } = await transaction
      .deleteFrom('upload')
      .where('id', '=', id)
      .where(sql<boolean>`not ${isUsed}`)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  /** Removes what nothing has shown for a day after it came, and content without a row. Gives the number of uploads. */
  async sweep(now: number): Promise<number> {
    const before = now - DAY_MS;
    const orphans = await this.#database.write([], (transaction) =>
      transaction
        .deleteFrom('upload')
        .where('createdAt', '<', new Date(before))
        .where(sql<boolean>`not ${isUsed}`)
        .returning('id')
        .execute(),
    );
    for (const { id } of orphans) await this.store.remove(id);
    for await (const key of this.store.keysBefore(before)) {
      if (!(await this.find(key))) await this.store.remove(key);
    }
    return orphans.length;
  }
}

/** An object has said that it shows the upload, or an event names its address as its picture. */
const isUsed = sql<boolean>`(exists (select 1 from upload_use where upload_id = upload.id)
  or exists (select 1 from event where document->'image'->>'url' like '%/api/v1/uploads/' || upload.id))`;

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
