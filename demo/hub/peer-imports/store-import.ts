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
        chunk.map(({ personId, planned: { fields, keyHash, version }, isKnown }) => {
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
            sourceVersion: version ?? null,
            lockedFields: [...source.lockedFields],
            imported: JSON.stringify(fields),
          };
        }),
      )
      .execute();
  }
}

/** Takes over what the source says now into entries that are here, many by one statement. */
async function updateEntries(
  hub: Hub,
  transaction: HubTransaction,
  source: ImportSource,
  changes: readonly { readonly entry: EntryRow; readonly planned: PlannedPerson }[],
): Promise<void> {
  const merged = changes.map(({ entry, planned }) => ({
    entry,
    planned,
    next: mergeImported(entry, entry.imported, planned.fields, {
      locked: source.lockedFields,
      own: entry.hasAccount ? ['email'] : [],
      fills: entry.consentAt === null,
    }),
  }));
  const updatedAt = new Date(hub.clock());
  for (let at = 0; at < merged.length; at += CHUNK) {
    await transaction
      .insertInto('peerProfile')
      .values(
        merged.slice(at, at + CHUNK).map(({ entry, planned, next }) => ({
          personId: entry.personId,
          orgId: next.orgId,
          unit: next.unit,
          sortName: sortNameOf(next.displayName),
          document: JSON.stringify(next.document),
          fieldVisibility: JSON.stringify(entry.fieldVisibility),
          channels: JSON.stringify(next.channels),
          source: source.source,
          sourceId: source.id,
          sourceKey: planned.keyHash,
          sourceVersion: planned.version ?? null,
          lockedFields: [...source.lockedFields],
          imported: JSON.stringify(planned.fields),
          updatedAt,
        })),
      )
      // Every one of them is held: nothing is ever inserted here.
      .onConflict((conflict) =>
        conflict.column('personId').doUpdateSet((row) => ({
          orgId: row.ref('excluded.orgId'),
          unit: row.ref('excluded.unit'),
          sortName: row.ref('excluded.sortName'),
          document: row.ref('excluded.document'),
          channels: row.ref('excluded.channels'),
          source: row.ref('excluded.source'),
          sourceId: row.ref('excluded.sourceId'),
          sourceKey: row.ref('excluded.sourceKey'),
          sourceVersion: row.ref('excluded.sourceVersion'),
          lockedFields: row.ref('excluded.lockedFields'),
          imported: row.ref('excluded.imported'),
          leftAt: null,
          version: sql<number>`peer_profile.version + 1`,
          updatedAt: row.ref('excluded.updatedAt'),
        })),
      )
      .execute();
  }
  for (const { entry, next } of merged) {
    if (next.displayName !== entry.displayName) {
      await transaction
        .updateTable('person')
        .set({ displayName: next.displayName })
        .where('id', '=', entry.personId)
        .execute();
    }
    // Nobody searches drafts.
    if (entry.listed) await savedProfile(hub, transaction, entry);
  }
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
  const invitable: Invitable[] = [];
  const fresh: NewEntry[] = [];
  const changes = new Map<string, { readonly entry: EntryRow; readonly planned: PlannedPerson }>();
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
    const { action, fields, personId } = planned;
    if (action === 'skip') continue;
    const owner = fields.email === undefined ? undefined : byAddress.get(fields.email);
    // Two users of one directory are two people, though one has the address that the other had.
    const found = owner?.entry?.source === 'scim' && owner.entry.sourceId === source.id ? undefined : owner;
    const entry = personId === undefined ? found?.entry : known.get(personId);
    const id = entry?.personId ?? found?.personId ?? newId();
    if (!entry) fresh.push({ planned, personId: id, isKnown: found !== undefined });
    else if (action === 'update' || (action === 'create' && mayTakeOver(source, entry)))
      changes.set(id, { entry, planned });
    const isPublished = entry !== undefined && entry.consentAt !== null;
    if (fields.email !== undefined && !isPublished)
      invitable.push({ personId: id, email: fields.email, fields, isNew: action === 'create' });
  }
  await updateEntries(hub, transaction, source, [...changes.values()]);
  await insertEntries(transaction, source, fresh);
  return { invitable };
}
