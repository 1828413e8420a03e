import { Value } from 'typebox/value';
import { foldText } from '../../../src/model/fold-text.ts';
import type { ImportProblemCode } from '../../../src/model/peer-import.ts';
import { EXPERTISE_LEVELS, PEER_LIMITS, type ExpertiseLevel } from '../../../src/model/peer.ts';
import type { Directory } from '../directory/directory.ts';
import { characterCount, plainText, shorten } from '../http/characters.ts';
import { MailAddress } from '../mail/mail.ts';
import type { ImportedFields } from '../peers/peer-tables.ts';
import { languageTag } from './language-tag.ts';

export interface ImportProblem {
  /** Column or property of the file. */
  readonly field?: string;
  readonly code: ImportProblemCode;
  readonly value?: string;
}

/** Somebody as a file or a directory writes them. */
export interface WrittenPerson {
  /** Line of the file, position of the card. */
  readonly line: number;
  readonly displayName?: string;
  readonly function?: string;
  readonly orgName?: string;
  readonly unit?: string;
  readonly headline?: string;
  readonly bio?: string;
  readonly expertise?: readonly { readonly label: string; readonly level?: string }[];
  readonly interests?: readonly string[];
  readonly languages?: readonly string[];
  readonly email?: string;
  /** Key at the source; the address is it where there is none. */
  readonly key?: string;
  /** The row cannot be read. */
  readonly broken?: boolean;
}

/** Somebody as the hub takes them over, and what is to be said about it. */
export interface ImportedPerson {
  readonly line: number;
  readonly key?: string;
  /** What its source calls this state of the person. */
  readonly version?: string;
  readonly orgName?: string;
  readonly fields: ImportedFields;
  readonly problems: readonly ImportProblem[];
}

/** Shown with a problem, so that somebody finds the cell; not more of it than that takes. */
const SHOWN = 60;

/** Marks that turn the direction of what stands behind them: in a name they would turn the page. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;

const cleaned = (text: string): string => plainText(text.replace(DIRECTIONS, ''));
const inLine = (text: string): string => cleaned(text).replace(/\s+/g, ' ');

function cut(text: string, max: number): string {
  const segments = new Intl.Segmenter('de').segment(text);
  return [...segments]
    .slice(0, max - 1)
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()
    .concat('…');
}

/** One address out of what people write into such a cell: `mailto:a@b.example`, `Ada B <a@b.example>`. */
export function addressIn(text: string): string | undefined {
  const inner = /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
  const address = inner
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return Value.Check(MailAddress, address) && domain.includes('.') ? address : undefined;
}

const levelOf = (text: string | undefined): ExpertiseLevel =>
  EXPERTISE_LEVELS.find((known) => known === text?.trim().toLowerCase()) ?? 'average';

/** Takes over what may be taken over: within the limits of an entry, without what only the person says of themselves. */
export function cleanPerson(written: WrittenPerson, directory: Directory): ImportedPerson {
  const problems: ImportProblem[] = [];
  const note = (field: string, code: ImportProblemCode, value?: string): void =>
    void problems.push({ field, code, ...(value !== undefined && { value: shorten(value, SHOWN) }) });

  function text(field: string, value: string | undefined, max: number, lines = false): string | undefined {
    const plain = value === undefined ? '' : lines ? cleaned(value) : inLine(value);
    if (plain === '') return undefined;
    if (plain.length <= max || characterCount(plain) <= max) return plain;
    note(field, 'too-long', plain);
    return cut(plain, max);
  }

  function labels<T extends { readonly label: string }>(
    field: string,
    values: readonly T[],
    max: number,
  ): (T & { readonly topicId?: string })[] {
    const kept = new Map<string, T & { readonly topicId?: string }>();
    for (const value of values) {
      const label = text(field, value.label, PEER_LIMITS.label);
      if (label === undefined) continue;
      const topic = directory.topic(label);
      const key = topic?.id ?? foldText(label);
      if (!kept.has(key)) kept.set(key, { ...value, label, ...(topic && { topicId: topic.id }) });
    }
    if (kept.size > max) note(field, 'too-many', String(kept.size));
    return [...kept.values()].slice(0, max);
  }

  if (written.broken) problems.push({ code: 'broken' });
  const displayName = text('displayName', written.displayName, PEER_LIMITS.displayName);
  if (!written.broken) {
    if (displayName === undefined) note('displayName', 'required');
    else if (!/\p{L}/u.test(displayName)) note('displayName', 'format', displayName);
  }
  const email = written.email ? addressIn(written.email) : undefined;
  if (written.email && !email) note('email', 'format', written.email);
  else if (!email) note('email', 'no-address');
  const languages: string[] = [];
  for (const language of written.languages ?? []) {
    const tag = languageTag(language);
    if (!tag) note('languages', 'not-allowed', language);
    else if (!languages.includes(tag)) languages.push(tag);
  }
  if (languages.length > PEER_LIMITS.languages) note('languages', 'too-many', String(languages.length));
  const expertise = labels('expertise', written.expertise ?? [], PEER_LIMITS.expertise);
  const interests = labels(
    'interests',
    (written.interests ?? []).map((label) => ({ label })),
    PEER_LIMITS.interests,
  );
  const role = text('function', written.function, PEER_LIMITS.function);
  const unit = text('unit', written.unit, PEER_LIMITS.unit);
  const headline = text('headline', written.headline, PEER_LIMITS.headline);
  const bio = text('bio', written.bio, PEER_LIMITS.bio, true);
  const orgName = written.orgName === undefined ? undefined : inLine(written.orgName);
  const key = written.key?.trim() || email;
  return {
    line: written.line,
    ...(key && { key }),
    ...(orgName && { orgName }),
    fields: {
      ...(displayName && { displayName }),
      ...(role && { function: role }),
      ...(unit && { unit }),
      ...(headline && { headline }),
      ...(bio && { bio }),
      ...(expertise.length > 0 && {
        expertise: expertise.map(({ label, level, topicId }) => ({
          label,
          ...(topicId && { topicId }),
          level: levelOf(level),
        })),
      }),
      ...(interests.length > 0 && { interests }),
      ...(languages.length > 0 && { languages: languages.slice(0, PEER_LIMITS.languages) }),
      ...(email && { email }),
    },
    problems,
  };
}
