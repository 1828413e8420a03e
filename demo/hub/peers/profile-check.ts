import { isDeepStrictEqual } from 'node:util';
import { isPlainDate } from '../../../src/model/plain-date.ts';
import { foldText } from '../../../src/model/fold-text.ts';
import { PEER_FIELDS, PEER_LIMITS, type Expertise, type Interest } from '../../../src/model/peer.ts';
import type { FieldVisibility, ProfileInput } from '../../../src/model/peer-profile.ts';
import type { Visibility } from '../../../src/model/common.ts';
import type { Directory } from '../directory/directory.ts';
import type { FieldCheck } from '../http/characters.ts';
import { lockedFieldErrors } from '../peer-imports/locked-fields.ts';
import { isWider, narrower } from './field-visibility.ts';
import { visibilityOf, type ProfileRow } from './peer-store.ts';
import type { PeerDocument, StoredChannels } from './peer-tables.ts';

/** What an input makes of an entry. */
export interface CheckedProfile {
  readonly displayName: string;
  readonly unit: string | null;
  readonly visibility: Visibility;
  readonly fieldVisibility: Partial<FieldVisibility>;
  readonly document: PeerDocument;
  readonly channels: StoredChannels;
  readonly monthlyRequests: number;
}

/** Marks that turn the direction of what stands behind them: in a list they would turn other people's lines. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;
const ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]+/;

/** What is wrong with a name, beside its length: it needs a letter, and is no address. */
export function checkName(name: string | undefined, check: FieldCheck): void {
  if (name === undefined) return;
  if (!/\p{L}/u.test(name)) check.wrong('displayName', 'required', 'must have a letter');
  else if (ADDRESS.test(name)) check.wrong('displayName', 'not-allowed', 'must be a name, not an address');
}

type LineField = 'pronouns' | 'salutation' | 'function' | 'headline' | 'unit';
const LINES: readonly LineField[] = ['pronouns', 'salutation', 'function', 'headline', 'unit'];

function languagesOf(input: readonly string[], check: FieldCheck): readonly string[] {
  const tags: string[] = [];
  input.forEach((text, index) => {
    const tag = languageTag(text);
    if (tag === undefined) check.wrong(`languages.${index}`, 'format', 'is no language (BCP 47)');
    else if (!tags.includes(tag)) tags.push(tag);
  });
  return tags;
}

function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim())[0];
  } catch {
    return undefined;
  }
}

/** Topics and words, each once. A word that is the name of a topic means the topic. */
function topicsOf<T extends Interest>(
  field: 'expertise' | 'interests',
  input: readonly T[],
  directory: Directory,
  check: FieldCheck,
): readonly T[] {
  const found = new Map<string, T>();
  input.forEach(({ topicId, label, ...rest }, index) => {
    const at = `${field}.${index}`;
    const known = directory.topic(topicId ?? label);
    if (topicId !== undefined && !known) return check.wrong(`${at}.topicId`, 'not-found', 'is not a topic of this hub');
    const bounds = { min: 1, max: PEER_LIMITS.label, line: true };
    const word = check.text(`${at}.label`, inLine(label) || (known?.label.de ?? known?.label.en ?? ''), bounds);
    if (word === undefined) return;
    const key = known ? `topic ${known.id}` : foldText(word);
    if (!found.has(key)) found.set(key, { ...rest, label: word, ...(known && { topicId: known.id }) } as T);
  });
  const limit = PEER_LIMITS[field];
  if (found.size > limit) check.wrong(field, 'too-many', `must be at most ${limit}`, limit);
  return [...found.values()];
}

const clean = (text: string): string => text.replace(DIRECTIONS, '');
const inLine = (text: string): string => clean(text).replace(/\s+/g, ' ');

function channelsOf(input: ProfileInput['channels'], before: StoredChannels, check: FieldCheck): StoredChannels {
  const next: Record<string, string | undefined> = { ...before };
  for (const name of ['phone', 'chat'] as const) {
    const given = input?.[name];
    if (given === undefined) continue;
    next[name] = check.text(`channels.${name}`, clean(given ?? ''), { max: PEER_LIMITS[name], line: true });
  }
  if (next['phone'] !== undefined && !/^\+?[\d\s()/.x-]{3,}$/i.test(next['phone'])) {
    check.wrong('channels.phone', 'format', 'must be a number');
  }
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
}

/** What a narrower entry makes of wishes from before: a part that was for more is not opened again by a wider one. */
function audiencesOf(
  { fieldVisibility: input = {} }: ProfileInput,
  visibility: Visibility,
  before: Partial<FieldVisibility>,
  check: FieldCheck,
): Partial<FieldVisibility> {
  const told: Partial<Record<keyof FieldVisibility, Visibility>> = {};
  for (const field of PEER_FIELDS) {
    const wish = input[field];
    if (wish !== undefined && isWider(wish, visibility)) {
      check.wrong(
        `fieldVisibility.${field}`,
        'wider-than-entry',
        `must not be for more than the entry (${visibility})`,
      );
    }
    const said = wish ?? before[field];
    if (said !== undefined) told[field] = narrower(said, visibility);
  }
  return told;
}

function availabilityOf({ availability }: ProfileInput, before: PeerDocument, today: string, check: FieldCheck) {
  if (availability === undefined) return before.availability;
  const { state, until } = availability;
  if (state === 'open') return undefined;
  if (until === undefined) return { state };
  if (!isPlainDate(until)) check.wrong('availability.until', 'format', 'must be a day of the calendar');
  else if (until < today) check.wrong('availability.until', 'out-of-range', 'must not be over');
  return { state, until };
}

/** What the entry says after the input: absent leaves, `null` empties, and locked fields stay with their source. */
export function checkProfile(
  input: ProfileInput,
  row: ProfileRow,
  { directory, today, check }: { readonly directory: Directory; readonly today: string; readonly check: FieldCheck },
): CheckedProfile {
  const before: PeerDocument = row.document;
  const lines: Partial<Record<LineField, string>> = {};
  for (const field of LINES) {
    const was = field === 'unit' ? (row.unit ?? undefined) : before[field];
    const given = input[field];
    const bounds = { max: PEER_LIMITS[field], line: true };
    const now = given === undefined ? was : check.text(field, inLine(given ?? ''), bounds);
    if (now !== undefined) lines[field] = now;
  }
  const { unit = null, ...said } = lines;
  const name =
    input.displayName === undefined
      ? row.displayName
      : check.text('displayName', inLine(input.displayName), { min: 1, max: PEER_LIMITS.displayName, line: true });
  if (input.displayName !== undefined) checkName(name, check);
  const bio =
    input.bio === undefined ? before.bio : check.text('bio', clean(input.bio ?? ''), { max: PEER_LIMITS.bio });
  const expertise: readonly Expertise[] =
    input.expertise === undefined ? (before.expertise ?? []) : topicsOf('expertise', input.expertise, directory, check);
  const interests: readonly Interest[] =
    input.interests === undefined ? (before.interests ?? []) : topicsOf('interests', input.interests, directory, check);
  const languages = input.languages === undefined ? (before.languages ?? []) : languagesOf(input.languages, check);
  if (languages.length > PEER_LIMITS.languages) {
    check.wrong('languages', 'too-many', `must be at most ${PEER_LIMITS.languages}`, PEER_LIMITS.languages);
  }
  const availability = availabilityOf(input, before, today, check);
  const visibility = input.visibility ?? visibilityOf(row);
  const { monthlyRequests = row.monthlyRequests } = input;
  if (monthlyRequests < 0 || monthlyRequests > PEER_LIMITS.monthlyRequests) {
    const limit = PEER_LIMITS.monthlyRequests;
    check.wrong('monthlyRequests', 'out-of-range', `must be 0 to ${limit}`, limit);
  }
  const document: PeerDocument = {
    ...said,
    ...(bio !== undefined && { bio }),
    ...(expertise.length > 0 && { expertise }),
    ...(interests.length > 0 && { interests }),
    ...(languages.length > 0 && { languages }),
    ...(availability && { availability }),
    ...(before.photoAlt !== undefined && { photoAlt: before.photoAlt }),
  };
  const checked: CheckedProfile = {
    displayName: name ?? row.displayName,
    unit,
    visibility,
    fieldVisibility: audiencesOf(input, visibility, row.fieldVisibility, check),
    document,
    channels: channelsOf(input.channels, row.channels, check),
    monthlyRequests,
  };
  check.errors.push(...lockedFieldErrors(row.lockedFields, changedFields(row, checked)));
  return checked;
}

/** Fields whose value is another one than before. */
export function changedFields(row: ProfileRow, checked: CheckedProfile): readonly string[] {
  const before: Readonly<Record<string, unknown>> = { ...row.document, displayName: row.displayName, unit: row.unit };
  const after: Readonly<Record<string, unknown>> = {
    ...checked.document,
    displayName: checked.displayName,
    unit: checked.unit,
  };
  const names = ['displayName', ...PEER_FIELDS].filter((name) => name in before || name in after);
  return names.filter((name) => !isDeepStrictEqual(before[name] ?? null, after[name] ?? null));
}
