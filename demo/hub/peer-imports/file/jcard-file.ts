import { columnsOfCards, personOfCard, type CardProperty } from './card-person.ts';
import { ImportFileError } from './import-file-error.ts';
import type { PeopleFile } from './people-file.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(textOf).filter(Boolean).join(' ') : typeof value === 'string' ? value.trim() : '';

/** One property: name, parameters, type, and its values (RFC 7095, 3.3). */
function propertyOf(raw: unknown): CardProperty | undefined {
  if (!Array.isArray(raw)) return undefined;
  const [name, given, , ...values] = raw as unknown[];
  if (typeof name !== 'string' || values.length === 0) return undefined;
  const params = new Map<string, string>();
  for (const [key, value] of Object.entries(isRecord(given) ? given : {})) {
    const text = Array.isArray(value) ? value.map(textOf).join(',') : String(value);
    params.set(key.toUpperCase(), text);
  }
  const [first] = values;
  const parts = Array.isArray(first) ? first.map(textOf) : [textOf(first)];
  return { name: name.toUpperCase(), params, text: textOf(first), parts };
}

const isCard = (value: unknown): value is readonly [string, readonly unknown[]] =>
  Array.isArray(value) && value[0] === 'vcard' && Array.isArray(value[1]);

/**
 * People out of jCard (RFC 7095): one card, or a list of them.
 * @throws ImportFileError for JSON that holds no card, or too many
 */
export function readJcardFile(text: string, most: number): PeopleFile {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new ImportFileError('format', 'is not readable JSON');
  }
  const list: unknown[] = isCard(raw) ? [raw] : Array.isArray(raw) ? raw : [];
  if (!list.some(isCard)) throw new ImportFileError('not-allowed', 'is JSON without a jCard');
  if (list.length > most) throw new ImportFileError('too-many', `has more than ${most} cards`, most);
  const cards = list.map((card) =>
    isCard(card) ? card[1].flatMap((property) => propertyOf(property) ?? []) : undefined,
  );
  return {
    columns: columnsOfCards(cards.map((properties) => properties ?? [])),
    people: cards.map((properties, index) => personOfCard(index + 1, properties ?? [], properties === undefined)),
  };
}
