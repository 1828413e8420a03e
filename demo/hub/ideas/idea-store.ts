import { sql, type Insertable, type Kysely, type Selectable, type Updateable } from 'kysely';
import type { HistoryAction } from '../../../src/model/idea-life.ts';
import type { IdeaReach, IdeaStage } from '../../../src/model/idea.ts';
import type { Visibility } from '../../../src/model/common.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import type { IdeaDocument, IdeaTable, KeptPending } from './idea-tables.ts';
import { keepWords, searchTextOf } from './idea-words.ts';

/** What answers about ideas are made of (see `Changes`): every write to anything of an idea touches it. */
export const IDEAS_TOPIC = 'idea';

/** Type of ideas in audit entries and as what shows an upload. */
export const IDEA = 'idea';

export type IdeaRow = Selectable<IdeaTable>;

/** What a write may change. Versions, times and what is searched follow by themselves. */
export interface IdeaChanges extends Partial<
  Omit<
    IdeaRow,
    'id' | 'version' | 'document' | 'pending' | 'searchText' | 'needKinds' | 'createdAt' | 'updatedAt' | 'activeAt'
  >
> {
  /** The whole document. */
  readonly document?: IdeaDocument;
  readonly pending?: KeptPending | null;
}

/** Who sees an idea that has been released follows its reach. */
export const visibilityOf = (reach: IdeaReach): Visibility =>
  reach === 'within' ? 'organisation' : reach === 'between' ? 'network' : 'public';

/** By id; `forUpdate` holds it until the transaction ends. */
export async function findIdea(
  db: Kysely<Tables>,
  id: string,
  { forUpdate = false }: { readonly forUpdate?: boolean } = {},
): Promise<IdeaRow | undefined> {
  let query = db.selectFrom('idea').selectAll().where('id', '=', id);
  if (forUpdate) query = query.forUpdate();
  return query.executeTakeFirst();
}

/** Kinds of help that nobody gives yet. */
const needKindsOf = ({ needs }: IdeaDocument): string[] => [
  ...new Set(needs.filter(({ filledBy }) => filledBy === undefined).map(({ kind }) => kind)),
];

/** A new idea; what is left out is as the table has it. */
export type NewIdea = Omit<
  Insertable<IdeaTable>,
  | 'document'
  | 'pending'
  | 'visibility'
  | 'searchText'
  | 'needKinds'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
  | 'activeAt'
> & {
  readonly stage: IdeaStage;
  readonly reach: IdeaReach;
  readonly document: IdeaDocument;
};

/** Adds an idea. Writes no history: who adds it says what happened. */
export async function insertIdea(transaction: HubTransaction, idea: NewIdea, now: number): Promise<IdeaRow> {
  const at = new Date(now);
  const searched = { ...idea, topicIds: idea.topicIds ?? [], orgIds: idea.orgIds ?? [] };
  await keepWords(transaction, searched);
  return transaction
    .insertInto('idea')
    .values({
      ...idea,
      visibility: visibilityOf(idea.reach),
      document: JSON.stringify(idea.document),
      pending: null,
      needKinds: needKindsOf(idea.document),
      searchText: searchTextOf(searched),
      createdAt: at,
      updatedAt: at,
      activeAt: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Writes what has changed and gives the idea its next version. The caller holds the row (`findIdea` with `forUpdate`),
 * has asked whether it may, and names `IDEAS_TOPIC` in its `write`.
 *
 * @param now epoch ms
 * @param options.active false where nothing happened to the idea that people would call activity
 */
export async function saveIdea(
  transaction: HubTransaction,
  row: IdeaRow,
  changes: IdeaChanges,
  now: number,
  { active = true }: { readonly active?: boolean } = {},
): Promise<IdeaRow> {
  const at = new Date(now);
  const { document, pending, ...columns } = changes;
  const searched = { ...row, ...columns, document: document ?? row.document };
  const isSearchedAnew = document !== undefined || columns.title !== undefined || columns.topicIds || columns.orgIds;
  if (isSearchedAnew) await keepWords(transaction, searched);
  const set: Updateable<IdeaTable> = {
    ...columns,
    version: sql<number>`version + 1` as never,
    updatedAt: at,
    ...(active && { activeAt: at, remindedAt: null }),
    ...(columns.remindedAt !== undefined && { remindedAt: columns.remindedAt }),
    ...(changes.reach && changes.visibility === undefined && { visibility: visibilityOf(changes.reach) }),
    ...(pending !== undefined && { pending: pending && JSON.stringify(pending) }),
    ...(document && { document: JSON.stringify(document), needKinds: needKindsOf(document) }),
    ...(isSearchedAnew && { searchText: searchTextOf(searched) }),
  };
  return transaction.updateTable('idea').set(set).where('id', '=', row.id).returningAll().executeTakeFirstOrThrow();
}

export interface NewHistoryEntry {
  readonly ideaId: string;
  /** Epoch ms. */
  readonly at: number;
  /** Id of who did it; null for the hub itself and for people without a name. */
  readonly personId: string | null;
  readonly action: HistoryAction;
  readonly from?: IdeaStage | null;
  readonly to?: IdeaStage | null;
  readonly note?: string | null;
}

/** Says what happened to an idea. Lines are only ever added. */
export async function addHistory(transaction: HubTransaction, entry: NewHistoryEntry): Promise<void> {
  await transaction
    .insertInto('ideaHistory')
    .values({
      ideaId: entry.ideaId,
      at: new Date(entry.at),
      personId: entry.personId,
      action: entry.action,
      fromStage: entry.from ?? null,
      toStage: entry.to ?? null,
      note: entry.note ?? null,
    })
    .execute();
}
