import type { TemplateResult } from 'lit';
import type { FormMessages } from '../../../i18n/de/forms.ts';
import type { FormValues } from '../../../model/form-values.ts';
import { renderConflict, type ConflictRow, type Side } from './form-conflict.ts';
import { askedFields, type FormField } from './form-fields.ts';

/** What somebody typed beside what was saved in the meantime, and which of both holds, field by field. */
export interface FormVersions<T> {
  /** What was saved in the meantime. */
  readonly theirs: T;
  readonly mineValues: FormValues;
  readonly theirValues: FormValues;
  readonly picks: Readonly<Record<string, Side>>;
}

/** Both hold the same in this field. */
export const isSame = (a: FormValues, b: FormValues, name: string): boolean =>
  JSON.stringify(a[name] ?? '') === JSON.stringify(b[name] ?? '');

/** Lays what was typed beside what is stored now. What was not touched since `base` is the stored one at first. */
export function compareVersions<T>(
  theirs: T,
  { base, mine, stored }: Readonly<Record<'base' | 'mine' | 'stored', FormValues>>,
): FormVersions<T> {
  const picks: Record<string, Side> = {};
  for (const name of Object.keys(stored)) {
    if (!isSame(mine, stored, name)) picks[name] = isSame(mine, base, name) ? 'theirs' : 'mine';
  }
  return { theirs, mineValues: mine, theirValues: stored, picks };
}

/** What comes of the choice. */
export const mergedValues = ({ mineValues, theirValues, picks }: FormVersions<unknown>): FormValues => ({
  ...theirValues,
  ...Object.fromEntries(
    Object.keys(mineValues)
      .filter((name) => picks[name] === 'mine')
      .map((name) => [name, mineValues[name] ?? '']),
  ),
});

export interface VersionsContext<T> {
  /** Those of the form of what is stored now. */
  readonly fields: readonly FormField[];
  /** What a field holds, in words. */
  readonly valueWords: (field: FormField, values: FormValues) => string;
  readonly words: FormMessages;
  /** Level of the heading, 1 to 6. */
  readonly headingLevel: number;
  readonly busy: boolean;
  readonly onChange: (versions: FormVersions<T>) => void;
  readonly onSave: (versions: FormVersions<T>) => void;
  readonly onBack: (versions: FormVersions<T>) => void;
}

/** Both versions beside each other, to choose from. */
export function renderVersions<T>(versions: FormVersions<T>, context: VersionsContext<T>): TemplateResult {
  const { words, headingLevel, busy, onChange, onSave, onBack } = context;
  const names = Object.keys(versions.picks);
  return renderConflict({
    rows: versionRows(versions, context),
    words,
    headingLevel,
    busy,
    onPick: (name, side) => onChange({ ...versions, picks: { ...versions.picks, [name]: side } }),
    onAll: (side) => onChange({ ...versions, picks: Object.fromEntries(names.map((name) => [name, side])) }),
    onSave: () => onSave(versions),
    onBack: () => onBack(versions),
  });
}

/** The fields that differ, with both versions in words. */
function versionRows(
  { mineValues, theirValues, picks }: FormVersions<unknown>,
  { fields, valueWords }: Pick<VersionsContext<unknown>, 'fields' | 'valueWords'>,
): readonly ConflictRow[] {
  const asked = new Set([...askedFields(fields, mineValues), ...askedFields(fields, theirValues)]);
  return fields.flatMap((field) => {
    const pick = picks[field.name];
    if (!pick || field.kind === 'note' || !asked.has(field)) return [];
    const [mine, theirs] = [valueWords(field, mineValues), valueWords(field, theirValues)];
    return { name: field.name, label: field.label, mine, theirs, pick };
  });
}
