/**
 * What is said about a row. The first are reasons to leave it out (`skip`); the others are remarks.
 * `required`: no name; `format`: a name without letters, or an address that is none; `duplicate`: stood in an earlier row;
 * `other-organisation`: belongs to another one; `refused`: the person does not want an entry; `from-directory`: a
 * directory looks after them; `broken`: the row cannot be read (quotes, columns); `no-address`: nobody can be mailed a link;
 * `too-long`, `too-many`: cut; `unknown-organisation`: taken for the chosen one; `not-allowed`: left out.
 */
export const IMPORT_PROBLEMS = [
  'required',
  'format',
  'duplicate',
  'other-organisation',
  'refused',
  'from-directory',
  'broken',
  'no-address',
  'too-long',
  'too-many',
  'unknown-organisation',
  'not-allowed',
] as const;
export type ImportProblemCode = (typeof IMPORT_PROBLEMS)[number];

/** What an import would do with one row or card. */
export interface ImportRow {
  /** 1-based line of the file, or position of the card. */
  readonly line: number;
  readonly displayName?: string;
  readonly org?: string;
  /** `create`: a draft is made; `update`: a known one changes; `same`: nothing changes; `skip`: not taken, see `problems`. */
  readonly action: 'create' | 'update' | 'same' | 'skip';
  /** `field` names a column; the sentence is made from `code`. */
  readonly problems: readonly { readonly field?: string; readonly code: string; readonly value?: string }[];
}

/** What a file would do, before anything is done. */
export interface ImportPreview {
  readonly kind: 'csv' | 'vcard' | 'jcard';
  /** As it was understood: `utf-8`, `windows-1252`, `utf-16`. */
  readonly encoding: string;
  /** Columns of the file and the fields that they were taken for; the rest is left out. */
  readonly columns: readonly { readonly name: string; readonly field?: string }[];
  readonly rows: readonly ImportRow[];
  readonly counts: Readonly<Record<ImportRow['action'], number>>;
}

export interface ImportResult extends Pick<ImportPreview, 'rows' | 'counts'> {
  /** Mails with the link by which people publish themselves. */
  readonly mailed: number;
}
