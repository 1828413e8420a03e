import { sql } from 'kysely';
import { countRows } from '../accounts/count-rows.ts';
import type { PersonalDataPart } from '../accounts/personal-data.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { IDEA, type IdeaRow } from './idea-store.ts';
import type { IdeaDocument, KeptPending } from './idea-tables.ts';

/** Every place in a document that names a person, with another name in it. */
function renamedDocument(document: IdeaDocument, from: string, to: string): IdeaDocument {
  const name = (id: string): string => (id === from ? to : id);
  const { needs, answer, practice } = document;
  return {
    ...document,
    needs: needs.map(({ filledBy, ...need }) => ({ ...need, ...(filledBy && { filledBy: name(filledBy) }) })),
    ...(answer && { answer: { ...answer, by: name(answer.by) } }),
    ...(practice && { practice: { ...practice, contact: name(practice.contact) } }),
  };
}

function renamedPending(pending: KeptPending, from: string, to: string): KeptPending {
  const name = (id: string): string => (id === from ? to : id);
  return {
    ...pending,
    by: pending.by === null ? null : name(pending.by),
    ...(pending.intoAuthorIds && { intoAuthorIds: pending.intoAuthorIds.map(name) }),
  };
}

/** Ideas that name the person anywhere. Erasing is rare: reading every row is cheaper than keeping an index for it. */
const ideasNaming = (transaction: HubTransaction, personId: string): Promise<IdeaRow[]> =>
  transaction
    .selectFrom('idea')
    .selectAll()
    .where(
      sql<boolean>`(author_ids @> array[${personId}]::text[] or created_by = ${personId} or patron_id = ${personId}
        or position(${JSON.stringify(personId)} in document::text) > 0
        or position(${JSON.stringify(personId)} in coalesce(pending::text, '')) > 0)`,
    )
    .orderBy('id')
    .forUpdate()
    .execute();

/** Ideas of a person. Drafts are theirs alone and go; what others have read stays under the pseudonym. */
export const ideaData = ({ uploads }: Pick<Hub, 'uploads'>): PersonalDataPart => ({
  name: 'ideas',
  async export(transaction, { personId }) {
    const written = await transaction
      .selectFrom('idea')
      .select(['id', 'stage', 'reach', 'title', 'document', 'createdAt', 'updatedAt'])
      .where(sql<boolean>`author_ids @> array[${personId}]::text[]`)
      .orderBy('createdAt')
      .execute();
    const patronOf = await transaction
      .selectFrom('idea')
      .select(['id', 'title'])
      .where('patronId', '=', personId)
      .orderBy('id')
      .execute();
    const history = await transaction
      .selectFrom('ideaHistory')
      .select(['ideaId', 'at', 'action', 'fromStage', 'toStage', 'note'])
      .where('personId', '=', personId)
      .orderBy('id')
      .execute();
    return { written, patronOf, history };
  },
  async foresee(transaction, { personId }) {
    const own = sql`author_ids @> array[${personId}]::text[]`;
    const draft = sql`stage = 'draft' and author_ids <@ array[${personId}]::text[]`;
    return {
      deleted: { ideas: await countRows(transaction, 'idea', sql`${own} and ${draft}`) },
      kept: { ideas: await countRows(transaction, 'idea', sql`${own} and not (${draft})`) },
    };
  },
  async erase({ transaction, personId, pseudonym }) {
    const name = (id: string): string => (id === personId ? pseudonym : id);
    for (const row of await ideasNaming(transaction, personId)) {
      if (row.stage === 'draft' && row.authorIds.every((id) => id === personId)) {
        // The sweep removes its files, as those of every upload that nothing shows.
        await uploads.release(transaction, { type: IDEA, id: row.id });
        await transaction.deleteFrom('idea').where('id', '=', row.id).execute();
        continue;
      }
      await transaction
        .updateTable('idea')
        .set({
          authorIds: row.authorIds.map(name),
          createdBy: row.createdBy === null ? null : name(row.createdBy),
          patronId: row.patronId === null ? null : name(row.patronId),
          document: JSON.stringify(renamedDocument(row.document, personId, pseudonym)),
          pending: row.pending && JSON.stringify(renamedPending(row.pending, personId, pseudonym)),
          version: row.version + 1,
        })
        .where('id', '=', row.id)
        .execute();
    }
    await transaction
      .updateTable('ideaHistory')
      .set({ personId: pseudonym })
      .where('personId', '=', personId)
      .execute();
  },
});
