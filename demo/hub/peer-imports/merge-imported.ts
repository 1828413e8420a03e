import type { ImportedFields, PeerDocument, StoredChannels } from '../peers/peer-tables.ts';

/** An entry as far as a source has to do with it. */
export interface MergeableEntry {
  readonly displayName: string;
  readonly orgId: string | null;
  readonly unit: string | null;
  readonly document: PeerDocument;
  readonly channels: StoredChannels;
}

const DOCUMENT_FIELDS = ['function', 'headline', 'bio', 'expertise', 'interests', 'languages'] as const;
export const IMPORTED_FIELDS = ['displayName', 'orgId', 'unit', 'email', ...DOCUMENT_FIELDS] as const;
type Field = (typeof IMPORTED_FIELDS)[number];
type Values = Readonly<Partial<Record<Field, unknown>>>;

/** Databases hand the keys of documents out in an order of their own. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** Whether a source says what it has said before. */
export const isSameImport = (one: ImportedFields, other: ImportedFields): boolean =>
  IMPORTED_FIELDS.every((field) => isSame((one as Values)[field], (other as Values)[field]));

const valuesOf = ({ displayName, orgId, unit, document, channels }: MergeableEntry): Values => ({
  ...document,
  displayName,
  ...(orgId !== null && { orgId }),
  ...(unit !== null && { unit }),
  ...(channels.email !== undefined && { email: channels.email }),
});

function entryOf(values: Values, before: MergeableEntry): MergeableEntry {
  const document: Record<string, unknown> = { ...before.document };
  for (const field of DOCUMENT_FIELDS) {
    if (values[field] === undefined) delete document[field];
    else document[field] = values[field];
  }
  const { email: _email, ...channels } = before.channels;
  return {
    displayName: (values.displayName as string | undefined) ?? before.displayName,
    orgId: (values.orgId as string | undefined) ?? null,
    unit: (values.unit as string | undefined) ?? null,
    document,
    channels: { ...channels, ...(values.email !== undefined && { email: values.email as string }) },
  };
}

/**
 * What a source says now, taken over into an entry. Locked fields follow the source. Of the others only those follow that
 * still say what the source has said last: what differs was changed, or emptied, by the person.
 *
 * @param before what the source has said last
 * @param own fields that are the person's alone here
 * @param fills whether fields that nobody has filled are filled; not those of an entry that others see
 */
export function mergeImported(
  entry: MergeableEntry,
  before: ImportedFields,
  next: ImportedFields,
  {
    locked,
    own = [],
    fills,
  }: { readonly locked: readonly string[]; readonly own?: readonly string[]; readonly fills: boolean },
): MergeableEntry {
  const now = valuesOf(entry);
  const merged: Partial<Record<Field, unknown>> = {};
  for (const field of IMPORTED_FIELDS) {
    const current = now[field];
    const said = (before as Values)[field];
    const says = (next as Values)[field];
    const name = field === 'orgId' ? 'org' : field;
    const isUntold = current === undefined && said === undefined;
    const follows = !own.includes(name) && (locked.includes(name) || (isSame(current, said) && (fills || !isUntold)));
    merged[field] = follows ? says : current;
  }
  return entryOf(merged, entry);
}

/** An entry without what only a source has said of it; its name stays, since nobody is without one. */
export function withoutImported(entry: MergeableEntry, imported: ImportedFields): MergeableEntry {
  const now = valuesOf(entry);
  const kept: Partial<Record<Field, unknown>> = {};
  for (const field of IMPORTED_FIELDS) {
    if (field === 'displayName' || !isSame(now[field], (imported as Values)[field])) kept[field] = now[field];
  }
  return entryOf(kept, entry);
}
