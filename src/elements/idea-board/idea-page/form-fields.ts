import type { TemplateResult } from 'lit';
import type { IdeaPageMessages } from '../../../i18n/de/idea-page.ts';
import { countGraphemes } from '../../../model/graphemes.ts';
import { isPlainDate } from '../../../model/plain-date.ts';

/** A row of an indicator as it is typed. */
export interface IndicatorRow {
  readonly name: string;
  readonly unit: string;
  readonly before: string;
  readonly after: string;
}

/** What a field holds: a text, chosen values, or rows. */
export type FormValue = string | readonly string[] | readonly IndicatorRow[];
export type FormValues = Readonly<Record<string, FormValue>>;

export interface FormOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface FieldBase {
  /** Name of the value, and what the server calls the field. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** What it holds at first. */
  readonly value?: FormValue;
}

export type FormField = FieldBase &
  (
    | { readonly kind: 'text'; readonly type?: 'text' | 'url'; readonly min?: number; readonly max?: number }
    | { readonly kind: 'area'; readonly max?: number; readonly rows?: number; readonly lines?: number }
    | { readonly kind: 'date'; readonly notBefore?: string }
    | { readonly kind: 'radio'; readonly options: readonly FormOption[] }
    | { readonly kind: 'select'; readonly options: readonly FormOption[] }
    | { readonly kind: 'checks'; readonly options: readonly FormOption[]; readonly most?: number }
    | { readonly kind: 'indicators'; readonly most: number; readonly after: boolean }
    | {
        readonly kind: 'search';
        readonly find: (q: string) => Promise<readonly FormOption[]>;
      }
  );

/** A form as data: what it asks for, in its order. */
export interface FormSpec {
  /** Changes when it is another form: then its values begin anew. */
  readonly key: string;
  readonly fields: readonly FormField[];
  readonly submit: string;
  /** Stands before the fields. */
  readonly intro?: string | TemplateResult;
  /** Stands before the buttons, made from what has been chosen. */
  readonly outro?: (values: FormValues) => TemplateResult | string;
  /** Ends something: the button says so by its colour. */
  readonly grave?: boolean;
}

export const textOf = (values: FormValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim().normalize('NFC') : '';
};

export const listOf = (values: FormValues, name: string): readonly string[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
};

export const rowsOf = (values: FormValues, name: string): readonly IndicatorRow[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item): item is IndicatorRow => typeof item === 'object') : [];
};

/** A number as people write it: comma or point for decimals, blanks between thousands. NaN where it is none. */
export const readNumber = (text: string): number => {
  const plain = text.trim().replace(/[\s\u00a0\u202f]/g, '');
  const german = /^[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain) ? plain.replaceAll('.', '') : plain;
  return /^[-+]?\d+(?:[.,]\d+)?$/.test(german) ? Number(german.replace(',', '.')) : NaN;
};

/** Rows that something was written into. */
export const filledRows = (rows: readonly IndicatorRow[]): readonly IndicatorRow[] =>
  rows.filter(({ name, unit, before, after }) => [name, unit, before, after].some((text) => text.trim() !== ''));

export const startValue = (field: FormField): FormValue =>
  field.value ?? (field.kind === 'checks' || field.kind === 'indicators' ? [] : '');

/** What is wrong, by the name of the field. */
export function checkFields(
  fields: readonly FormField[],
  values: FormValues,
  { form }: Pick<IdeaPageMessages, 'form'>,
): Readonly<Record<string, string>> {
  const wrong: Record<string, string> = {};
  for (const field of fields) {
    const message = checkField(field, values, form);
    if (message) wrong[field.name] = message;
  }
  return wrong;
}

function checkField(field: FormField, values: FormValues, form: IdeaPageMessages['form']): string {
  const { name, kind, required } = field;
  if (kind === 'checks') {
    const chosen = listOf(values, name);
    if (required && chosen.length === 0) return form.choose;
    return field.most !== undefined && chosen.length > field.most ? form.tooMany(field.most) : '';
  }
  if (kind === 'indicators') return checkRows(filledRows(rowsOf(values, name)), form);
  const text = textOf(values, name);
  if (text === '') {
    if (!required) return '';
    return kind === 'radio' || kind === 'select' || kind === 'search' ? form.choose : form.required;
  }
  if (kind === 'date') {
    if (!isPlainDate(text)) return form.noDate;
    const start = field.notBefore ? textOf(values, field.notBefore) : '';
    return start !== '' && text < start ? form.endBeforeStart : '';
  }
  if (kind === 'area' || kind === 'text') {
    if (kind === 'text' && field.type === 'url' && !/^https?:\/\/\S+$/i.test(text)) return form.noUrl;
    const length = countGraphemes(text);
    if (kind === 'text' && field.min !== undefined && length < field.min) return form.tooShort(field.min);
    if (field.max !== undefined && length > field.max) return form.tooLong(field.max);
    if (kind === 'area' && field.lines !== undefined && linesOf(text).length > field.lines)
      return form.tooMany(field.lines);
  }
  return '';
}

function checkRows(rows: readonly IndicatorRow[], form: IdeaPageMessages['form']): string {
  for (const { name, before, after } of rows) {
    if (name.trim() === '') return form.required;
    for (const text of [before, after]) if (text.trim() !== '' && Number.isNaN(readNumber(text))) return form.noNumber;
  }
  return '';
}

/** Lines of a list that is typed one entry a line; numbers and bullets before them go. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim())
    .filter(Boolean);

/** The server's words about fields, by the name of ours: `trial.hypothesis` and `/trial/hypothesis` mean `hypothesis`. */
export function serverErrors(
  problem: Readonly<Record<string, unknown>> | undefined,
  fields: readonly FormField[],
  { form }: Pick<IdeaPageMessages, 'form'>,
): Readonly<Record<string, string>> {
  const listed = problem?.['fieldErrors'];
  if (!Array.isArray(listed)) return {};
  const wrong: Record<string, string> = {};
  for (const item of listed as readonly {
    readonly field?: unknown;
    readonly code?: unknown;
    readonly limit?: unknown;
  }[]) {
    const parts = (typeof item?.field === 'string' ? item.field : '').split(/[./[\]]+/);
    const field = fields.find(({ name }) => parts.includes(name));
    if (!field) continue;
    const limit = typeof item.limit === 'number' ? item.limit : undefined;
    wrong[field.name] =
      item.code === 'required'
        ? form.required
        : item.code === 'too-long' && limit !== undefined
          ? form.tooLong(limit)
          : item.code === 'too-short' && limit !== undefined
            ? form.tooShort(limit)
            : form.rejected;
  }
  return wrong;
}
