/** What a form holds as it is typed, before anybody knows whether it makes sense. */

/** One line of a table that is typed: an indicator, a link, a date. */
export type FormRow = Readonly<Record<string, string>>;

/** What a field holds: a text, chosen values, or rows. */
export type FormValue = string | readonly string[] | readonly FormRow[];
export type FormValues = Readonly<Record<string, FormValue>>;

export const textOf = (values: FormValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim().normalize('NFC') : '';
};

export const listOf = (values: FormValues, name: string): readonly string[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
};

export const rowsOf = (values: FormValues, name: string): readonly FormRow[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item): item is FormRow => typeof item === 'object') : [];
};

/** Rows that something was written into, each text trimmed. */
export const filledRows = (rows: readonly FormRow[]): readonly FormRow[] =>
  rows
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text.trim().normalize('NFC')])))
    .filter((row) => Object.values(row).some((text) => text !== ''));

/** A number as people write it: comma or point for decimals, blanks between thousands. NaN where it is none. */
export const readNumber = (text: string): number => {
  const plain = text.trim().replace(/[\s\u00a0\u202f]/g, '');
  const german = /^[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain) ? plain.replaceAll('.', '') : plain;
  return /^[-+]?\d+(?:[.,]\d+)?$/.test(german) ? Number(german.replace(',', '.')) : NaN;
};

/** Lines of a list that is typed one entry a line; numbers and bullets before them go. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim())
    .filter(Boolean);

/** Form values out of what a device kept: anybody's text. Undefined where they are none. */
export function readFormValues(value: unknown): FormValues | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields: Record<string, FormValue> = {};
  for (const [name, field] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (typeof field === 'string') fields[name] = field;
    else if (Array.isArray(field) && field.every((each) => typeof each === 'string')) fields[name] = field;
    else if (Array.isArray(field) && field.every(isRow)) fields[name] = field;
  }
  return fields;
}

const isRow = (row: unknown): row is FormRow =>
  typeof row === 'object' &&
  row !== null &&
  !Array.isArray(row) &&
  Object.values(row).every((text) => typeof text === 'string');
