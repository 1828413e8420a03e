import { sql } from 'kysely';
import { newId } from '../accounts/new-id.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import type { ImportedFields } from '../peers/peer-tables.ts';
import { savedProfile } from '../peers/saved-profile.ts';
import { entriesByAddress, holdEntries, type EntryRow } from './import-entries.ts';
import type { ImportSource } from './import-source.ts';
import { mergeImported } from './merge-imported.ts';
import { sortNameOf, type PlannedPerson } from './plan-import.ts';

/** Somebody who may be mailed a link: their entry is here, and nobody has published it yet. */
export interface Invitable {
  readonly personId: string;
  readonly email: string;
  readonly fields: ImportedFields;
  /** The source has not named them before. */
  readonly isNew: boolean;
}

export interface StoredImport {
  readonly invitable: readonly Invitable[];
  /** Ids of persons by their keys. */
  readonly personIds: ReadonlyMap<string, string>;
}

/** Rows by one statement. */
const CHUNK = 500;

interface NewEntry {
  readonly planned: PlannedPerson;
  readonly personId: string;
  /** The person is here already, with an account and without an entry. */
  readonly isKnown: boolean;
}

async function insertEntries(
  transaction: HubTransaction,
  source: ImportSource,
  entries: readonly NewEntry[],
): Promise<void> {
  for (let at = 0; at < entries.length; at += CHUNK) {
    const chunk = entries.slice(at, at + CHUNK);
    const people = chunk.filter(({ isKnown }) => !isKnown);
    if (people.length > 0) {
      await transaction
        .insertInto('person')
        .values(
          people.map(({ personId, planned }) => ({
            id: personId,
            displayName: planned.fields.displayName ?? '',
            orgId: source.orgId,
          })),
        )
        .execute();
    }
    await transaction
      .insertInto('peerProfile')
      .values(
        chunk.map(({ personId, planned: { fields, keyHash }, isKnown }) => {
          const { displayName = '', orgId, unit, email, ...document } = fields;
          return {
            personId,
            orgId: orgId ?? null,
            unit: unit ?? null,
            sortName: sortNameOf(displayName),
            document: JSON.stringify(document),
            fieldVisibility: JSON.stringify({}),
            // Who has an account is written to under the account's address.
            channels: JSON.stringify(email && !isKnown ? { email } : {}),
            source: source.source,
            sourceId: source.id,
            sourceKey: keyHash,
            lockedFields: [...source.lockedFields],
            imported: JSON.stringify(fields),
          };
        }),
      )
      .execute();
  }
}

/** Takes over what the source says now into an entry that is here. */
async function updateEntry(
  hub: Hub,
  transaction: HubTransaction,
  source: ImportSource,
  entry: EntryRow,
  { fields, keyHash }: PlannedPerson,
): Promise<void> {
  const merged = mergeImported(entry, entry.imported, fields, {
    locked: source.lockedFields,
    own: entry.hasAccount ? ['email'] : [],
    fills: entry.consentAt === null,
  });
  await transaction
    .updateTable('peerProfile')
    .set({
      orgId: merged.orgId,
      unit: merged.unit,
      sortName: sortNameOf(merged.displayName),
      document: JSON.stringify(merged.document),
      channels: JSON.stringify(merged.channels),
      source: source.source,
      sourceId: source.id,
      sourceKey: keyHash,
      lockedFields: [...source.lockedFields],
      imported: JSON.stringify(fields),
      leftAt: null,
      version: sql`version + 1`,
      updatedAt: new Date(hub.clock()),
    })
    .where('personId', '=', entry.personId)
    .execute();
  if (merged.displayName !== entry.displayName) {
    await transaction
      .updateTable('person')
      .set({ displayName: merged.displayName })
      .where('id', '=', entry.personId)
      .execute();
  }
  await savedProfile(hub, transaction, entry);
}

/** Whether a source may take an entry over that it has not brought here. A directory may, where no other directory does. */
const mayTakeOver = (source: ImportSource, entry: EntryRow): boolean =>
  source.source === 'scim' ? entry.source !== 'scim' : entry.sourceId === null;

/**
 * Does what was planned: new people become drafts, known ones are brought up to date. Whoever is here under the same
 * verified address gets the entry, instead of a second person.
 */
export async function storeImport(
  hub: Hub,
  transaction: HubTransaction,
  source: ImportSource,
  plan: readonly PlannedPerson[],
): Promise<StoredImport> {
  const personIds = new Map<string, string>();
  const invitable: Invitable[] = [];
  const fresh: NewEntry[] = [];
  const known = await holdEntries(
    transaction,
    plan.flatMap(({ personId }) => personId ?? []),
  );
  const unknown = plan.filter(({ action }) => action === 'create');
  const byAddress = await entriesByAddress(
    transaction,
    unknown.flatMap(({ fields }) => fields.email ?? []),
  );
  for (const planned of plan) {
    const { action, fields, personId, keyHash } = planned;
    if (action === 'skip') continue;
    const owner = fields.email === undefined ? undefined : byAddress.get(fields.email);
    // Two users of one directory are two people, though one has the address that the other had.
    const found = owner?.entry?.source === 'scim' && owner.entry.sourceId === source.id ? undefined : owner;
    const entry = personId === undefined ? found?.entry : known.get(personId);
    const id = entry?.personId ?? found?.personId ?? newId();
    personIds.set(keyHash, id);
    if (!entry) fresh.push({ planned, personId: id, isKnown: found !== undefined });
    else if (action === 'update' || (action === 'create' && mayTakeOver(source, entry)))
      await updateEntry(hub, transaction, source, entry, planned);
    const isPublished = entry !== undefined && entry.consentAt !== null;
    if (fields.email !== undefined && !isPublished)
      invitable.push({ personId: id, email: fields.email, fields, isNew: action === 'create' });
  }
  await insertEntries(transaction, source, fresh);
  return { personIds, invitable };
}
