import type { HubTransaction } from '../database/database.ts';
import type { FieldCheck } from '../http/characters.ts';
import type { Hub } from '../hub.ts';
import { IDEA, type IdeaRow } from './idea-store.ts';

/**
 * Checks that each file is one that this author has uploaded, or strangers have when the author is one, and that nothing
 * else shows it.
 * @param authorId null for people without a name
 */
export async function checkAttachments(
  { config }: Pick<Hub, 'config'>,
  transaction: HubTransaction,
  ids: readonly string[],
  { authorId, row, check }: { readonly authorId: string | null; readonly row?: IdeaRow; readonly check: FieldCheck },
): Promise<void> {
  if (ids.length > config.uploads.maxFiles) {
    const { maxFiles } = config.uploads;
    check.wrong('attachmentIds', 'too-many', `must be at most ${maxFiles} files`, maxFiles);
  }
  const fresh = ids.filter((id) => !row?.document.attachmentIds.includes(id));
  if (fresh.length === 0) return;
  const rows = await transaction
    .selectFrom('upload')
    .leftJoin('uploadUse', 'uploadUse.uploadId', 'upload.id')
    .select(['upload.id', 'upload.createdBy', 'upload.mediaType', 'upload.alt', 'uploadUse.objectId'])
    .where('upload.id', 'in', fresh)
    .execute();
  ids.forEach((id, index) => {
    if (!fresh.includes(id)) return;
    const field = `attachmentIds.${index}`;
    const upload = rows.find((found) => found.id === id);
    // Somebody else's file is told like one that is not there.
    if (!upload || upload.createdBy !== authorId || upload.objectId !== null) {
      check.wrong(field, 'not-found', 'is not a file that you have uploaded');
    } else if (upload.mediaType.startsWith('image/') && upload.alt === null) {
      check.wrong(field, 'required', 'needs words that say what the picture shows');
    }
  });
}

/** Says which files an idea shows from now on. Who sees them is decided by the idea (see `Uploads.seenWith`). */
export async function showAttachments(
  { uploads }: Pick<Hub, 'uploads'>,
  transaction: HubTransaction,
  row: IdeaRow,
): Promise<void> {
  await uploads.release(transaction, { type: IDEA, id: row.id });
  for (const uploadId of row.document.attachmentIds) {
    await uploads.use(transaction, uploadId, { type: IDEA, id: row.id, visibility: 'self' });
  }
}
