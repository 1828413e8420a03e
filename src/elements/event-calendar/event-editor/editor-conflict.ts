import type { TemplateResult } from 'lit';
import { eventFormValues } from '../../../model/event-form.ts';
import type { FormValues } from '../../../model/form-values.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import {
  compareVersions,
  renderVersions,
  type FormVersions,
  type VersionsContext,
} from '../../shared/form/form-versions.ts';
import { editorForm, valueWords } from './editor-form.ts';
import type { EditorFormContext } from './form-context.ts';

/** Two versions of an event, and which of both holds, field by field. */
export type EditorConflict = FormVersions<CalendarEvent>;

/** Lays what was typed beside what somebody else has saved. What was told with it is not stored, so it stays. */
export const compareEvents = (
  theirs: CalendarEvent,
  mine: FormValues,
  { event, frame }: EditorFormContext,
): EditorConflict =>
  compareVersions(theirs, {
    base: eventFormValues(event, frame),
    mine,
    stored: { ...eventFormValues(theirs, frame), message: mine['message'] ?? '' },
  });

/** Both versions beside each other, to choose from. */
export const renderEvents = (
  conflict: EditorConflict,
  context: EditorFormContext,
  rest: Pick<VersionsContext<CalendarEvent>, 'headingLevel' | 'busy' | 'onChange' | 'onSave' | 'onBack'>,
): TemplateResult =>
  renderVersions(conflict, {
    ...rest,
    fields: editorForm({ ...context, event: conflict.theirs }).fields,
    valueWords: (field, values) => valueWords(field, values, context),
    words: context.words,
  });
