import type { EventVocabulary } from '../../../backend/ports.ts';
import type { EventEditorMessages } from '../../../i18n/de/event-editor.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { EventFormFrame } from '../../../model/event-form.ts';
import { textOf, type FormValues } from '../../../model/form-values.ts';

/** What the organiser's form is made from. */
export interface EditorFormContext {
  readonly words: EventEditorMessages;
  readonly locale: string;
  readonly frame: EventFormFrame;
  /** The event as it is stored; undefined for a new one. */
  readonly event: CalendarEvent | undefined;
  readonly vocabulary: EventVocabulary;
  /** What is typed now: some labels speak of the first date. */
  readonly values: FormValues;
  /** The series' rule in words, where no simple choice says it. */
  readonly ruleWords: string;
}

/** Whether a field holds one of these. */
export const is =
  (name: string, ...wanted: readonly string[]) =>
  (values: FormValues): boolean =>
    wanted.includes(textOf(values, name));

/** Whether all of it is so. */
export const both =
  (...tests: readonly ((values: FormValues) => boolean)[]) =>
  (values: FormValues): boolean =>
    tests.every((test) => test(values));

export const isTimed = (values: FormValues): boolean => textOf(values, 'allDay') !== 'yes';
export const repeatsByRule = is('repeat', 'weekly', 'monthly-nth', 'monthly-last', 'monthly-day');
