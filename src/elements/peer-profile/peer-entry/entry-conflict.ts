import type { TemplateResult } from 'lit';
import type { PeerProfile } from '../../../model/peer-profile.ts';
import type { FormValues } from '../../../model/form-values.ts';
import { CAPPED, followVisibility, profileFormValues } from '../../../model/profile-form.ts';
import { renderConflict, type ConflictRow, type Side } from '../../shared/form/form-conflict.ts';
import { askedFields, type FormField } from '../../shared/form/form-fields.ts';
import { dayWords, type EntryContext } from './entry-context.ts';
import { entryForm } from './entry-fields.ts';

/** Two versions of an entry, and which of both holds, field by field. */
export interface EntryConflict {
  readonly theirs: PeerProfile;
  readonly mineValues: FormValues;
  readonly theirValues: FormValues;
  readonly picks: Readonly<Record<string, Side>>;
}

const isSame = (a: FormValues, b: FormValues, name: string): boolean =>
  JSON.stringify(a[name] ?? '') === JSON.stringify(b[name] ?? '');

/** Lays what was typed beside what is stored now. What was not touched is the stored one at first. */
export function compareEntries(before: PeerProfile, theirs: PeerProfile, mineValues: FormValues): EntryConflict {
  const base = profileFormValues(before);
  const theirValues = profileFormValues(theirs);
  const picks: Record<string, Side> = {};
  for (const name of Object.keys(theirValues)) {
    if (!isSame(mineValues, theirValues, name)) picks[name] = isSame(mineValues, base, name) ? 'theirs' : 'mine';
  }
  return { theirs, mineValues, theirValues, picks };
}

/** What was typed, on the ground of another version: what was not touched follows it. */
export function rebased(values: FormValues, before: PeerProfile, now: PeerProfile): FormValues {
  const [base, stored] = [profileFormValues(before), profileFormValues(now)];
  const kept = Object.entries(values).filter(([name]) => !isSame(values, base, name));
  return { ...stored, ...Object.fromEntries(kept) };
}

/** The fields that differ, with both versions in words. */
export function conflictRows(
  { theirs, mineValues, theirValues, picks }: EntryConflict,
  context: EntryContext,
): readonly ConflictRow[] {
  const { fields } = entryForm({ ...context, profile: theirs });
  const asked = new Set([...askedFields(fields, mineValues), ...askedFields(fields, theirValues)]);
  return fields
    .filter((field) => asked.has(field) && field.kind !== 'note' && picks[field.name])
    .map((field) => ({
      name: field.name,
      label: field.label,
      mine: valueWords(field, mineValues, context),
      theirs: valueWords(field, theirValues, context),
      pick: picks[field.name] ?? 'mine',
    }));
}

/** What comes of the choice; what reaches further than the entry that was chosen is brought back. */
export function mergedEntry({ mineValues, theirValues, picks }: EntryConflict): FormValues {
  const mine = Object.keys(mineValues).filter((name) => picks[name] === 'mine');
  const merged = { ...theirValues, ...Object.fromEntries(mine.map((name) => [name, mineValues[name] ?? ''])) };
  return followVisibility({ ...merged, [CAPPED]: [] }, 'visibility');
}

function valueWords(field: FormField, values: FormValues, context: EntryContext): string {
  const value = values[field.name] ?? '';
  const text = typeof value === 'string' ? value.trim() : '';
  switch (field.kind) {
    case 'date':
      return text && dayWords(text, context);
    case 'radio':
    case 'select':
      return field.options.find((option) => option.value === text)?.label ?? text;
    case 'rows':
      return (value as readonly Readonly<Record<string, string>>[])
        .map((row) =>
          field.columns
            .map(({ name, options }) => options?.find((option) => option.value === row[name])?.label ?? row[name] ?? '')
            .filter(Boolean)
            .join(', '),
        )
        .filter(Boolean)
        .join('\n');
    default:
      return text;
  }
}

export interface VersionActions {
  readonly busy: boolean;
  readonly onChange: (conflict: EntryConflict) => void;
  readonly onSave: () => void;
  readonly onBack: () => void;
}

/** Both versions beside each other, to choose from. */
export function renderVersions(
  conflict: EntryConflict,
  context: EntryContext,
  { busy, onChange, onSave, onBack }: VersionActions,
): TemplateResult {
  const names = Object.keys(conflict.picks);
  return renderConflict({
    rows: conflictRows(conflict, context),
    words: context.words,
    headingLevel: context.headingLevel,
    busy,
    onPick: (name, side) => onChange({ ...conflict, picks: { ...conflict.picks, [name]: side } }),
    onAll: (side) => onChange({ ...conflict, picks: Object.fromEntries(names.map((name) => [name, side])) }),
    onSave,
    onBack,
  });
}
