import { IDEA_LIMITS, IDEA_REACHES } from '../../../src/model/idea.ts';
import { characterCount, plainText } from '../http/characters.ts';
import type { FieldError } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import type { FormWords } from './form-words.ts';

/** Fields of the form for ideas, in their order. */
export const FORM_FIELDS = ['problem', 'title', 'summary', 'body', 'place', 'orgId', 'reach'] as const;
export type FormField = (typeof FORM_FIELDS)[number];

export type FormValues = Readonly<Record<FormField, string>>;
export type FormErrors = ReadonlyMap<FormField, string>;

const MOST: Readonly<Partial<Record<FormField, number>>> = IDEA_LIMITS;
/** Without them an idea is none. An administration must be named where there are some, since it decides who reads it. */
export const isRequired = (field: FormField): boolean => field !== 'body' && field !== 'place';

/** What somebody wrote, by field; what else was sent is not looked at. */
export const readForm = (fields: Readonly<Record<string, string>>): FormValues =>
  Object.fromEntries(FORM_FIELDS.map((name) => [name, plainText(fields[name] ?? '')])) as Record<FormField, string>;

/** The fields that are asked for on this hub. */
export const askedFields = ({ config }: Pick<Hub, 'config'>): readonly FormField[] =>
  FORM_FIELDS.filter((field) => field !== 'orgId' || config.organisations.length > 0);

/** Whether a choice is one that the form has offered. */
function isKnown({ directory }: Pick<Hub, 'directory'>, field: FormField, value: string): boolean {
  if (field === 'orgId') return value === '' || directory.organisation(value) !== undefined;
  return field !== 'reach' || IDEA_REACHES.some((reach) => reach === value);
}

/** What is wrong with what somebody wrote, in the order of the form, before anything is stored; the hub's own check says the same and more. */
export function checkForm(hub: Pick<Hub, 'config' | 'directory'>, values: FormValues, words: FormWords): FormErrors {
  const errors = new Map<FormField, string>();
  for (const field of askedFields(hub)) {
    const value = values[field];
    const most = MOST[field];
    const isMissing = (value === '' && isRequired(field)) || !isKnown(hub, field, value);
    if (isMissing) errors.set(field, words.required[field] ?? words.refusedAll);
    else if (most !== undefined && characterCount(value) > most)
      errors.set(field, words.tooLong(words.labels[field], most));
    else if (field === 'title' && characterCount(value) < IDEA_LIMITS.titleMin)
      errors.set(field, words.tooShort(IDEA_LIMITS.titleMin));
  }
  return errors;
}

/** What the hub's own check has found, at the fields of the form. */
export function errorsOf(found: readonly FieldError[], words: FormWords): FormErrors {
  const errors = new Map<FormField, string>();
  for (const { field } of found) {
    const name = FORM_FIELDS.find((known) => field === known || field.startsWith(`${known}.`));
    if (name) errors.set(name, words.refused(words.labels[name]));
  }
  return errors;
}

/** The idea as the hub's route takes it. */
export const ideaOf = (values: FormValues, lang: 'de' | 'en'): Readonly<Record<string, unknown>> => ({
  title: values.title,
  summary: values.summary,
  problem: values.problem,
  reach: values.reach,
  lang,
  anonymous: true,
  ...(values.body && { body: values.body }),
  ...(values.place && { place: { name: values.place } }),
  ...(values.orgId && { orgId: values.orgId }),
});
