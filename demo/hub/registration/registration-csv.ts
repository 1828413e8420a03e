import type { Registration, RegistrationState } from '../../../src/model/registration.ts';

interface CsvWords {
  readonly head: readonly string[];
  readonly states: Readonly<Record<RegistrationState, string>>;
  readonly former: string;
}

const WORDS: Readonly<Record<'de' | 'en', CsvWords>> = {
  de: {
    head: ['Name', 'Organisation', 'Stand', 'Warteliste', 'Bedarf', 'Notiz', 'Angemeldet am'],
    states: { registered: 'angemeldet', waiting: 'Warteliste', cancelled: 'abgesagt' },
    former: 'Ehemaliges Mitglied',
  },
  en: {
    head: ['Name', 'Organisation', 'State', 'Waiting list', 'Needs', 'Note', 'Registered at'],
    states: { registered: 'registered', waiting: 'waiting', cancelled: 'cancelled' },
    former: 'Former member',
  },
};

/** What a spreadsheet would calculate instead of showing it (CWE-1236), also in the wide forms that it reads alike. */
const FORMULA = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20|]/;

/** A cell (RFC 4180): what a person wrote stays text, with an apostrophe before what looks like a formula. */
function cell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[";,\r\n\t']/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Who comes, for a spreadsheet: semicolons and a byte order mark, which German Excel needs to open it by a double click;
 * times in a form that it reads as such.
 */
export function registrationsCsv(items: readonly Registration[], language: 'de' | 'en', timeZone: string): string {
  const words = WORDS[language];
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const rows = items.map(({ person, state, waitingPosition, needs, note, createdAt }) => [
    person?.displayName ?? words.former,
    person?.org?.name ?? '',
    words.states[state],
    waitingPosition === undefined ? '' : String(waitingPosition),
    needs ?? '',
    note ?? '',
    format.format(Date.parse(createdAt)),
  ]);
  const lines = [words.head, ...rows].map((row) => row.map(cell).join(';'));
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}
