import { columnsOfCards, personOfCard } from './card-person.ts';
import { ImportFileError } from './import-file-error.ts';
import type { PeopleFile } from './people-file.ts';
import { readCards } from './vcard-lines.ts';

/**
 * People out of a file of vCards (RFC 6350, and 3.0 and 2.1 as older programs write them).
 * @throws ImportFileError where there are too many
 */
export function readVcardFile(text: string, most: number): PeopleFile {
  const cards = readCards(text, most + 1);
  if (cards.length > most) throw new ImportFileError('too-many', `has more than ${most} cards`, most);
  return {
    columns: columnsOfCards(cards.map(({ properties }) => properties)),
    people: cards.map(({ line, properties, broken }) => personOfCard(line, properties, broken)),
  };
}
