import type { ImportPreview } from '../../../../src/model/peer-import.ts';
import type { WrittenPerson } from '../imported-person.ts';

/** What stands in a file. */
export interface PeopleFile {
  readonly columns: ImportPreview['columns'];
  readonly people: readonly WrittenPerson[];
}
