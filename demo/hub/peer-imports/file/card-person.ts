import type { WrittenPerson } from '../imported-person.ts';

/** A property of a card, however the card is written. */
export interface CardProperty {
  /** In upper case. */
  readonly name: string;
  /** By names in upper case; several values are parted by commas. */
  readonly params: ReadonlyMap<string, string>;
  /** The value as one text. */
  readonly text: string;
  /** The value's parts where it has a structure (N, ORG). */
  readonly parts: readonly string[];
}

/**
 * What each property is about. Not among them: telephone numbers, addresses, birthdays, pictures, and NOTE, which is what
 * somebody else has written down about the person.
 */
export const FIELD_OF_PROPERTY: Readonly<Record<string, string>> = {
  FN: 'displayName',
  N: 'displayName',
  TITLE: 'function',
  ROLE: 'function',
  ORG: 'org',
  EMAIL: 'email',
  LANG: 'languages',
  EXPERTISE: 'expertise',
  INTEREST: 'interests',
  UID: 'key',
};

/** Lower is better: 1 to 100 (RFC 6350, 5.3), or the type of vCard 3. */
function rankOf({ params }: CardProperty): number {
  const told = Number(params.get('PREF'));
  if (told >= 1 && told <= 100) return told;
  return /\bpref\b/i.test(params.get('TYPE') ?? '') ? 1 : 101;
}

const isAtWork = ({ params }: CardProperty): boolean => /\bwork\b/i.test(params.get('TYPE') ?? '');

/** Somebody out of the properties of their card (RFC 6350, RFC 6715). */
export function personOfCard(line: number, properties: readonly CardProperty[], broken?: boolean): WrittenPerson {
  const all = (name: string): CardProperty[] =>
    properties
      .filter((property) => property.name === name && property.text !== '')
      .sort((a, b) => rankOf(a) - rankOf(b));
  const first = (name: string): CardProperty | undefined => all(name)[0];
  const [family = '', given = '', more = ''] = first('N')?.parts ?? [];
  const displayName = first('FN')?.text || [given, more, family].filter(Boolean).join(' ');
  const role = (first('TITLE') ?? first('ROLE'))?.text;
  const [orgName, ...units] = first('ORG')?.parts ?? [];
  const mails = all('EMAIL');
  const email = (mails.find(isAtWork) ?? mails[0])?.text;
  const key = first('UID')?.text;
  const unit = units.filter(Boolean).join(', ');
  return {
    line,
    ...(displayName && { displayName }),
    ...(role && { function: role }),
    ...(orgName && { orgName }),
    ...(unit && { unit }),
    ...(email && { email }),
    ...(key && { key }),
    languages: all('LANG').map(({ text }) => text),
    expertise: all('EXPERTISE').map(({ text, params }) => ({
      label: text,
      ...(params.has('LEVEL') && { level: params.get('LEVEL') ?? '' }),
    })),
    interests: all('INTEREST').map(({ text }) => text),
    ...(broken && { broken }),
  };
}

/** The properties that stand in some card, and what they were taken for. */
export function columnsOfCards(cards: readonly (readonly CardProperty[])[]): { name: string; field?: string }[] {
  const names = new Set(cards.flatMap((properties) => properties.map(({ name }) => name)));
  names.delete('VERSION');
  return [...names].slice(0, 100).map((name) => {
    const field = FIELD_OF_PROPERTY[name];
    return { name: name.slice(0, 80), ...(field && { field }) };
  });
}
