import type { EventVocabulary } from '../../../backend/ports.ts';
import type { EventEditorMessages } from '../../../i18n/de/event-editor.ts';
import { recurrenceWords } from '../../../i18n/recurrence-words.ts';
import type { Me } from '../../../model/account.ts';
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

/** The organisation that a new event comes from: the reader's own, or the only one there is. */
export function ownOrg({ orgs }: EventVocabulary, me: Me | undefined): { readonly id: string } | undefined {
  const [only, second] = orgs;
  const ids = me?.memberships?.map(({ org }) => org.id) ?? [];
  return orgs.find(({ id }) => ids.includes(id)) ?? (second ? undefined : only);
}

/** The rule of a series in words; empty where there are none for it. */
export const keptRuleWords = async (
  event: CalendarEvent | undefined,
  timeZone: string,
  locale: string,
  lang: string,
): Promise<string> =>
  event?.recurrence?.rule
    ? recurrenceWords(event.recurrence, event.timeZone ?? timeZone, locale, lang).catch(() => '')
    : '';
