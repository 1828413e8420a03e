import type { TemplateResult } from 'lit';
import type { PeerProfile } from '../../../model/peer-profile.ts';
import type { FormValues } from '../../../model/form-values.ts';
import { CAPPED, followVisibility, profileFormValues } from '../../../model/profile-form.ts';
import type { FormField } from '../../shared/form/form-fields.ts';
import {
  compareVersions,
  isSame,
  mergedValues,
  renderVersions,
  type FormVersions,
  type VersionsContext,
} from '../../shared/form/form-versions.ts';
import { dayWords, type EntryContext } from './entry-context.ts';
import { entryForm } from './entry-fields.ts';

/** Two versions of an entry, and which of both holds, field by field. */
export type EntryConflict = FormVersions<PeerProfile>;

/** Lays what was typed beside what is stored now. What was not touched is the stored one at first. */
export const compareEntries = (before: PeerProfile, theirs: PeerProfile, mine: FormValues): EntryConflict =>
  compareVersions(theirs, { base: profileFormValues(before), mine, stored: profileFormValues(theirs) });

/** What was typed, on the ground of another version: what was not touched follows it. */
export function rebased(values: FormValues, before: PeerProfile, now: PeerProfile): FormValues {
  const [base, stored] = [profileFormValues(before), profileFormValues(now)];
  const kept = Object.entries(values).filter(([name]) => !isSame(values, base, name));
  return { ...stored, ...Object.fromEntries(kept) };
}

/** What comes of the choice; what reaches further than the entry that was chosen is brought back. */
export const mergedEntry = (conflict: EntryConflict): FormValues =>
  followVisibility({ ...mergedValues(conflict), [CAPPED]: [] }, 'visibility');

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

/** Both versions beside each other, to choose from. */
export const renderEntries = (
  conflict: EntryConflict,
  context: EntryContext,
  rest: Pick<VersionsContext<PeerProfile>, 'busy' | 'onChange' | 'onSave' | 'onBack'>,
): TemplateResult =>
  renderVersions(conflict, {
    ...rest,
    fields: entryForm({ ...context, profile: conflict.theirs }).fields,
    valueWords: (field, values) => valueWords(field, values, context),
    words: context.words,
    headingLevel: context.headingLevel,
  });
