import type { ImportPreview } from '../../../../src/model/peer-import.ts';
import type { WrittenPerson } from '../imported-person.ts';
import { fieldOfColumn, type CsvField } from './csv-columns.ts';
import { csvRecords, delimiterOf, DELIMITERS, type CsvRecord, type Delimiter } from './csv-records.ts';
import { ImportFileError } from './import-file-error.ts';
import type { PeopleFile } from './people-file.ts';

/** Several words in one cell. A slash is none of these: `E-Government/OZG` is one topic. */
const LIST = /[,;|•\n]+/;

const listOf = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(LIST)
    .map((part) => part.trim())
    .filter(Boolean);

/** `sep=;` in the first line is a word of Excel to itself. */
function withoutSeparatorLine(text: string): { readonly text: string; readonly delimiter?: Delimiter } {
  const found = /^"?sep=([;,\t])"?\r?\n/i.exec(text);
  // The line stays as an empty one, so that lines are counted as an editor counts them.
  return found
    ? { text: text.slice(found[0].length - 1), delimiter: DELIMITERS.find((known) => known === found[1]) ?? ';' }
    : { text };
}

function personOf({ line, cells, broken }: CsvRecord, fields: readonly (CsvField | undefined)[]): WrittenPerson {
  const by = new Map<CsvField, string>();
  fields.forEach((field, index) => {
    const cell = cells[index];
    if (field && cell && !by.has(field)) by.set(field, cell);
  });
  const named = [by.get('givenName'), by.get('familyName')].filter(Boolean).join(' ');
  // `Birkenblatt, Dalia` is how lists are sorted, not how somebody is called.
  const whole = by.get('displayName')?.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1');
  const displayName = named || whole;
  const has = <K extends string>(key: K, value: string | undefined) =>
    (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;
  return {
    line,
    ...has('displayName', displayName),
    ...has('function', by.get('function')),
    ...has('orgName', by.get('org')),
    ...has('unit', by.get('unit')),
    ...has('headline', by.get('headline')),
    ...has('bio', by.get('bio')),
    ...has('email', by.get('email')),
    expertise: listOf(by.get('expertise')).map((label) => ({ label })),
    interests: listOf(by.get('interests')),
    languages: listOf(by.get('languages')),
    ...(broken && { broken }),
  };
}

/**
 * A table of people whose first row names the columns.
 * @throws ImportFileError where no column names people, or there are too many rows
 */
export function readCsvFile(whole: string, most: number): PeopleFile {
  const { text, delimiter = delimiterOf(whole) } = withoutSeparatorLine(whole);
  const [head, ...rows] = csvRecords(text, delimiter, most + 2);
  const columns = (head?.cells ?? []).map((name): ImportPreview['columns'][number] => {
    const field = fieldOfColumn(name);
    return { name: name.slice(0, 80), ...(field && { field }) };
  });
  const fields = columns.map(({ field }) => field as CsvField | undefined);
  if (!fields.some((field) => field === 'displayName' || field === 'familyName' || field === 'givenName')) {
    throw new ImportFileError('no-name-column', 'has no column that names people');
  }
  if (rows.length > most) throw new ImportFileError('too-many', `has more than ${most} rows`, most);
  return { columns, people: rows.map((row) => personOf(row, fields)) };
}
