import type { PersonRef } from './common.ts';
import { foldText } from './fold-text.ts';

/** What is being typed behind an @: where the sign stands, and the letters so far. */
export interface MentionQuery {
  readonly from: number;
  readonly query: string;
}

/** Names have few words; what goes on longer is a sentence with an @ in it. */
const PATTERN = /(?:^|[\s([{„"'])@((?:[\p{L}\p{M}.'’-]{1,40} ?){0,3})$/u;

/** The name that is being typed where the caret stands; undefined where none is. */
export function mentionAt(text: string, caret: number): MentionQuery | undefined {
  const before = text.slice(Math.max(0, caret - 140), caret);
  const match = PATTERN.exec(before);
  if (!match) return undefined;
  const query = match[1] ?? '';
  return { from: caret - query.length - 1, query };
}

/** People whose name or organisation fits what was typed, those whose name begins with it first. */
export function peopleLike(people: readonly PersonRef[], query: string, limit = 8): readonly PersonRef[] {
  const wanted = foldText(query.trim());
  const rated = people.flatMap((person) => {
    if (!person.id) return [];
    const name = foldText(person.displayName);
    const rate = name.startsWith(wanted)
      ? 0
      : name.split(' ').some((part) => part.startsWith(wanted))
        ? 1
        : wanted.length > 1 && foldText(person.org?.name ?? '').includes(wanted)
          ? 2
          : 3;
    return rate < 3 ? [{ person, rate }] : [];
  });
  return rated
    .sort((a, b) => a.rate - b.rate)
    .slice(0, limit)
    .map(({ person }) => person);
}

/** The text with the picked person's name in place of what was typed, and where the caret stands then. */
export function withMention(
  text: string,
  caret: number,
  { from }: MentionQuery,
  { displayName }: PersonRef,
): { readonly text: string; readonly caret: number } {
  const name = `@${displayName} `;
  const rest = text.slice(caret).replace(/^ /, '');
  return { text: `${text.slice(0, from)}${name}${rest}`, caret: from + name.length };
}

/** Ids of picked people whose names still stand in the text. */
export const mentionedIn = (text: string, picked: readonly PersonRef[]): readonly string[] => [
  ...new Set(picked.flatMap(({ id, displayName }) => (id && text.includes(`@${displayName}`) ? [id] : []))),
];
