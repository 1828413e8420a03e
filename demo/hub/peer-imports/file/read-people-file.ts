import type { ImportPreview } from '../../../../src/model/peer-import.ts';
import { readCsvFile } from './csv-file.ts';
import { decodeFile } from './decode-file.ts';
import { readJcardFile } from './jcard-file.ts';
import type { PeopleFile } from './people-file.ts';
import { readVcardFile } from './vcard-file.ts';

export interface ReadPeopleFile extends PeopleFile, Pick<ImportPreview, 'kind' | 'encoding'> {}

function kindOf(text: string): ImportPreview['kind'] {
  if (/^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 500))) return 'vcard';
  return /^\s*\[/.test(text) ? 'jcard' : 'csv';
}

const READERS = { csv: readCsvFile, vcard: readVcardFile, jcard: readJcardFile } as const;

/**
 * A file of people: a table, vCards or jCards, told by what stands in it.
 * @param most people in it
 * @throws ImportFileError
 */
export function readPeopleFile(bytes: Uint8Array, most: number): ReadPeopleFile {
  const { text, encoding } = decodeFile(bytes);
  const kind = kindOf(text);
  return { kind, encoding, ...READERS[kind](text, most) };
}
