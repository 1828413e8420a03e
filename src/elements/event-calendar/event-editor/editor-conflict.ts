import type { TemplateResult } from 'lit';
import { eventFormValues } from '../../../model/event-form.ts';
import type { FormValues } from '../../../model/form-values.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { renderConflict, type ConflictRow, type Side } from '../../shared/form/form-conflict.ts';
import { askedFields } from '../../shared/form/form-fields.ts';
import { editorForm, valueWords } from './editor-form.ts';
import type { EditorSource } from './editor-source.ts';
import type { EditorFormContext } from './form-context.ts';

/** Two versions of an event, and which of both holds, field by field. */
export interface EditorConflict {
  readonly theirs: CalendarEvent;
  readonly mineValues: FormValues;
  readonly theirValues: FormValues;
  readonly picks: Readonly<Record<string, Side>>;
}

const same = (a: FormValues, b: FormValues, name: string): boolean =>
  JSON.stringify(a[name] ?? '') === JSON.stringify(b[name] ?? '');

/** Lays what was typed beside what somebody else has saved. What the writer did not touch is theirs at first. */
export function compareVersions(
  theirs: CalendarEvent,
  mineValues: FormValues,
  { event, frame }: EditorFormContext,
): EditorConflict {
  const base = eventFormValues(event, frame);
  const theirValues = { ...eventFormValues(theirs, frame), message: mineValues['message'] ?? '' };
  const picks: Record<string, Side> = {};
  for (const name of Object.keys(theirValues)) {
    if (!same(mineValues, theirValues, name)) picks[name] = same(mineValues, base, name) ? 'theirs' : 'mine';
  }
  return { theirs, mineValues, theirValues, picks };
}

/** The fields that differ, with both versions in words. */
export function conflictRows(
  { theirs, mineValues, theirValues, picks }: EditorConflict,
  context: EditorFormContext,
): readonly ConflictRow[] {
  const { fields } = editorForm({ ...context, event: theirs });
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

/** What comes of the choice. */
export const mergedValues = ({ mineValues, theirValues, picks }: EditorConflict): FormValues => ({
  ...theirValues,
  ...Object.fromEntries(
    Object.keys(mineValues)
      .filter((name) => picks[name] === 'mine')
      .map((name) => [name, mineValues[name] ?? '']),
  ),
});

export interface VersionActions {
  readonly source: EditorSource;
  readonly headingLevel: number;
  readonly onChange: (conflict: EditorConflict) => void;
  readonly onSave: (conflict: EditorConflict) => void;
  readonly onBack: (conflict: EditorConflict) => void;
}

/** Both versions beside each other, to choose from. */
export function renderVersions(
  conflict: EditorConflict,
  context: EditorFormContext,
  { source, headingLevel, onChange, onSave, onBack }: VersionActions,
): TemplateResult {
  const names = Object.keys(conflict.picks);
  return renderConflict({
    rows: conflictRows(conflict, context),
    words: context.words,
    headingLevel,
    busy: source.busy,
    onPick: (name, side) => onChange({ ...conflict, picks: { ...conflict.picks, [name]: side } }),
    onAll: (side) => onChange({ ...conflict, picks: Object.fromEntries(names.map((name) => [name, side])) }),
    onSave: () => onSave(conflict),
    onBack: () => onBack(conflict),
  });
}
