import type { TemplateResult } from 'lit';
import type { FormMessages } from '../../../i18n/de/forms.ts';
import { countGraphemes } from '../../../model/graphemes.ts';
import {
  filledRows,
  linesOf,
  listOf,
  readNumber,
  rowsOf,
  textOf,
  type FormRow,
  type FormValue,
  type FormValues,
} from '../../../model/form-values.ts';
import { isPlainDate } from '../../../model/plain-date.ts';

export interface FormOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** A part of each row. */
export interface FormColumn {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'number' | 'date' | 'time' | 'url';
  /** One of them is chosen. */
  readonly options?: readonly FormOption[];
  /** What stands in a new row. */
  readonly start?: string;
  /** What the browser offers while one types. */
  readonly suggestions?: readonly string[];
  /** A row in which something stands needs this part. */
  readonly required?: boolean;
  readonly max?: number;
}

/** Fields of one name stand under one heading. */
export interface FormSection {
  readonly title: string;
  readonly hint?: string | TemplateResult;
}

interface FieldBase {
  /** Name of the value, and what the server calls the field. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** What it holds at first. */
  readonly value?: FormValue;
  /** Whether it is asked for at all; what was typed before stays. */
  readonly when?: (values: FormValues) => boolean;
  /** Other names that the server has for it, `registration.capacity`. */
  readonly server?: readonly string[];
  /** Stands beside others where there is room. */
  readonly short?: boolean;
  readonly section?: FormSection;
}

export type FormField = FieldBase &
  (
    | {
        readonly kind: 'text';
        readonly type?: 'text' | 'url';
        readonly min?: number;
        readonly max?: number;
        /** What the browser offers while one types. */
        readonly suggestions?: readonly string[];
      }
    | {
        readonly kind: 'area';
        readonly min?: number;
        readonly max?: number;
        readonly rows?: number;
        readonly lines?: number;
        readonly line?: number;
      }
    | { readonly kind: 'number'; readonly least?: number; readonly most?: number }
    | { readonly kind: 'date'; readonly notBefore?: string }
    | { readonly kind: 'time' }
    | { readonly kind: 'radio'; readonly options: readonly FormOption[] }
    | { readonly kind: 'select'; readonly options: readonly FormOption[] }
    | { readonly kind: 'checks'; readonly options: readonly FormOption[]; readonly most?: number }
    /** One box to tick: `yes` or empty. */
    | { readonly kind: 'flag' }
    /** A sentence between the fields, or a control of the form's own; what is marked `data-focus` takes the focus. */
    | { readonly kind: 'note'; readonly text: string | TemplateResult }
    | {
        readonly kind: 'rows';
        readonly columns: readonly FormColumn[];
        readonly most: number;
        readonly rowLabel: (number: number) => string;
        readonly add: string;
        readonly remove: (number: number) => string;
      }
    | {
        readonly kind: 'search';
        readonly find: (q: string) => Promise<readonly FormOption[]>;
        /** "3 Ideen gefunden". */
        readonly found?: (count: number) => string;
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
  /** What is wrong beyond single fields, as sentences by the name of the field. */
  readonly check?: (values: FormValues) => Readonly<Record<string, string>>;
  /** What a change of one field means for others. */
  readonly follow?: (values: FormValues, changed: string, before: FormValues) => FormValues;
  /** Sentences for the server's codes of faults, where this form has its own. */
  readonly codes?: Readonly<Record<string, string>>;
  /** Name of the button that leaves the form. */
  readonly cancel?: string;
  /** A further button, beside the one that sends. */
  readonly more?: TemplateResult;
}

export const startValue = (field: FormField): FormValue =>
  field.value ?? (field.kind === 'checks' || field.kind === 'rows' ? [] : '');

/** The fields that are asked for with these values. */
export const askedFields = (fields: readonly FormField[], values: FormValues): readonly FormField[] =>
  fields.filter(({ when }) => !when || when(values));

/** What is wrong, by the name of the field. */
export function checkFields(
  fields: readonly FormField[],
  values: FormValues,
  { form }: Pick<FormMessages, 'form'>,
): Readonly<Record<string, string>> {
  const wrong: Record<string, string> = {};
  for (const field of askedFields(fields, values)) {
    const message = checkField(field, values, form);
    if (message) wrong[field.name] = message;
  }
  return wrong;
}

const isTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

function checkField(field: FormField, values: FormValues, form: FormMessages['form']): string {
  const { name, kind, required } = field;
  if (kind === 'note') return '';
  if (kind === 'checks') {
    const chosen = listOf(values, name);
    if (required && chosen.length === 0) return form.choose;
    return field.most !== undefined && chosen.length > field.most ? form.tooMany(field.most) : '';
  }
  if (kind === 'rows') {
    const rows = filledRows(rowsOf(values, name));
    return required && rows.length === 0 ? form.required : checkRows(rows, field.columns, form);
  }
  const text = textOf(values, name);
  if (text === '') {
    if (!required) return '';
    return kind === 'radio' || kind === 'select' || kind === 'search' ? form.choose : form.required;
  }
  switch (kind) {
    case 'date': {
      if (!isPlainDate(text)) return form.noDate;
      const start = field.notBefore ? textOf(values, field.notBefore) : '';
      return start !== '' && text < start ? form.endBeforeStart : '';
    }
    case 'time':
      return isTime(text) ? '' : form.noTime;
    case 'number': {
      const number = readNumber(text);
      if (!Number.isInteger(number)) return form.noNumber;
      if (field.least !== undefined && number < field.least) return form.tooSmall(field.least);
      return field.most !== undefined && number > field.most ? form.tooMany(field.most) : '';
    }
    case 'area':
    case 'text':
      return checkText(field, text, form);
    default:
      return '';
  }
}

function checkText(
  field: FormField & { readonly kind: 'area' | 'text' },
  text: string,
  form: FormMessages['form'],
): string {
  if (field.kind === 'text' && field.type === 'url' && !isAddress(text)) return form.noUrl;
  const length = countGraphemes(text);
  if (field.min !== undefined && length < field.min) return form.tooShort(field.min);
  if (field.max !== undefined && length > field.max) return form.tooLong(field.max);
  if (field.kind !== 'area') return '';
  const { lines, line } = field;
  const listed = linesOf(text);
  if (lines !== undefined && listed.length > lines) return form.tooMany(lines);
  return line !== undefined && listed.some((each) => countGraphemes(each) > line) ? form.lineTooLong(line) : '';
}

function checkRows(rows: readonly FormRow[], columns: readonly FormColumn[], form: FormMessages['form']): string {
  for (const row of rows) {
    for (const { name, type, required, max } of columns) {
      const text = row[name] ?? '';
      if (text === '') {
        if (required) return form.required;
        continue;
      }
      if (type === 'number' && Number.isNaN(readNumber(text))) return form.noNumber;
      if (type === 'date' && !isPlainDate(text)) return form.noDate;
      if (type === 'time' && !isTime(text)) return form.noTime;
      if (type === 'url' && !isAddress(text)) return form.noUrl;
      if (max !== undefined && countGraphemes(text) > max) return form.tooLong(max);
    }
  }
  return '';
}

/**
 * The server's words about fields, by the name of ours: `trial.hypothesis` and `/trial/hypothesis` mean `hypothesis`. What
 * it says of a field that the form does not have stands under the empty name.
 */
export function serverErrors(
  problem: Readonly<Record<string, unknown>> | undefined,
  fields: readonly FormField[],
  { form }: Pick<FormMessages, 'form'>,
  codes: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const listed = problem?.['fieldErrors'];
  if (!Array.isArray(listed)) return {};
  const wrong: Record<string, string> = {};
  for (const item of listed as readonly {
    readonly field?: unknown;
    readonly code?: unknown;
    readonly limit?: unknown;
  }[]) {
    if (typeof item?.field !== 'string' || item.field === '') continue;
    const parts = item.field.split(/[./[\]]+/).filter(Boolean);
    const path = parts.join('.');
    const isMeant = (known: string): boolean => path === known || path.startsWith(`${known}.`);
    const field = fields.find(({ server }) => server?.some(isMeant)) ?? fields.find(({ name }) => parts.includes(name));
    const limit = typeof item.limit === 'number' ? item.limit : undefined;
    const code = typeof item.code === 'string' ? item.code : '';
    const message =
      codes[code] ??
      (code === 'required'
        ? form.required
        : code === 'too-long' && limit !== undefined
          ? form.tooLong(limit)
          : code === 'too-short' && limit !== undefined
            ? form.tooShort(limit)
            : form.rejected);
    if (field) wrong[field.name] ??= message;
    else wrong[''] ??= form.rejectedField(path);
  }
  return wrong;
}
