import { sql, type Kysely } from 'kysely';
import { foldText } from '../../../src/model/fold-text.ts';
import type { ImportPreview, ImportRow } from '../../../src/model/peer-import.ts';
import type { Tables } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import type { ImportedFields } from '../peers/peer-tables.ts';
import type { ImportedPerson, ImportProblem } from './imported-person.ts';
import { findRefusals, type ImportKeys } from './import-keys.ts';
import type { ImportSource } from './import-source.ts';
import { isSameImport } from './merge-imported.ts';

/** What becomes of one person of a file or a directory. */
export interface PlannedPerson {
  readonly line: number;
  readonly action: ImportRow['action'];
  readonly fields: ImportedFields;
  readonly problems: readonly ImportProblem[];
  readonly keyHash: string;
  readonly version?: string;
  /** Whom the source has brought here before. */
  readonly personId?: string;
}

interface Known {
  readonly personId: string;
  readonly imported: ImportedFields;
  readonly leftAt: Date | null;
}

const SKIPS: readonly string[] = ['required', 'duplicate', 'other-organisation', 'refused', 'from-directory', 'broken'];
const CHUNK = 1000;

async function findKnown(
  db: Kysely<Tables>,
  sourceId: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Known>();
  for (let at = 0; at < hashes.length; at += CHUNK) {
    const rows = await db
      .selectFrom('peerProfile')
      .select(['personId', 'imported', 'leftAt', 'sourceKey'])
      .where('sourceId', '=', sourceId)
      .where('sourceKey', 'in', hashes.slice(at, at + CHUNK))
      .execute();
    for (const { sourceKey, ...row } of rows) known.set(sourceKey ?? '', row);
  }
  return known;
}

/** Addresses of people of the organisation whom one of its directories looks after. */
async function findLookedAfter(
  db: Kysely<Tables>,
  orgId: string,
  emails: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let at = 0; at < emails.length; at += CHUNK) {
    const rows = await db
      .selectFrom('peerProfile')
      .select(sql<string>`lower(imported ->> 'email')`.as('email'))
      .where('source', '=', 'scim')
      .where('orgId', '=', orgId)
      .where(sql<boolean>`lower(imported ->> 'email') = any(${emails.slice(at, at + CHUNK)}::text[])`)
      .execute();
    for (const { email } of rows) found.add(email);
  }
  return found;
}

/** Whether a person is of the organisation that is imported for; a name that nobody knows is taken for it. */
function organisationProblem(
  { orgName }: ImportedPerson,
  { orgId }: ImportSource,
  directory: Directory,
): ImportProblem | undefined {
  if (orgName === undefined || orgName === orgId) return undefined;
  const named = directory.organisation(orgName);
  if (named?.id === orgId) return undefined;
  return { field: 'org', code: named ? 'other-organisation' : 'unknown-organisation', value: orgName.slice(0, 60) };
}

/**
 * What an import would do, without doing anything. It goes by what the same source has brought here before and by nothing
 * else: whether an address has an account here is told to nobody who does not know it already.
 */
export async function planImport(
  { directory }: { readonly directory: Directory },
  db: Kysely<Tables>,
  keys: ImportKeys,
  source: ImportSource,
  people: readonly ImportedPerson[],
): Promise<readonly PlannedPerson[]> {
  const hashes = people.map((person) => keys.ofPerson(source.id, person));
  const emails = people.flatMap(({ fields }) => fields.email ?? []);
  const refused = await findRefusals(db, [...hashes, ...emails.map((email) => keys.ofAddress(email))]);
  const known = await findKnown(db, source.id, hashes);
  const lookedAfter = source.source === 'scim' ? new Set<string>() : await findLookedAfter(db, source.orgId, emails);
  const seen = new Set<string>();
  return people.map((person, index): PlannedPerson => {
    const keyHash = hashes[index] ?? '';
    const { email } = person.fields;
    const problems = [...person.problems];
    const organisation = organisationProblem(person, source, directory);
    if (organisation) problems.push(organisation);
    const isNamed = !problems.some(({ code, field }) => code === 'format' && field === 'displayName');
    if (refused.has(keyHash) || (email && refused.has(keys.ofAddress(email)))) problems.push({ code: 'refused' });
    if (email && lookedAfter.has(email)) problems.push({ code: 'from-directory' });
    const twice = [keyHash, ...(email ? [`mail ${email}`] : [])];
    if (isNamed && twice.some((key) => seen.has(key))) problems.push({ code: 'duplicate' });
    const fields: ImportedFields = { ...person.fields, orgId: source.orgId };
    const base = { line: person.line, fields, keyHash, ...(person.version && { version: person.version }) };
    if (!isNamed || problems.some(({ code }) => SKIPS.includes(code))) return { ...base, action: 'skip', problems };
    for (const key of twice) seen.add(key);
    const before = known.get(keyHash);
    if (!before) return { ...base, action: 'create', problems };
    const action = before.leftAt === null && isSameImport(before.imported, fields) ? 'same' : 'update';
    return { ...base, action, problems, personId: before.personId };
  });
}

/** The plan as it is told. */
export function describePlan(plan: readonly PlannedPerson[], orgName: string): Pick<ImportPreview, 'rows' | 'counts'> {
  const counts = { create: 0, update: 0, same: 0, skip: 0 };
  const rows = plan.map(({ line, action, fields, problems }): ImportRow => {
    counts[action]++;
    return {
      line,
      ...(fields.displayName && { displayName: fields.displayName }),
      org: orgName,
      action,
      problems,
    };
  });
  return { rows, counts };
}

/** How a person is sorted in lists. */
export const sortNameOf = (displayName: string): string => foldText(displayName);
