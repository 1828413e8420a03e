import type { Topic, Visibility } from './common.ts';
import { foldText } from './fold-text.ts';
import {
  filledRows,
  readNumber,
  rowsOf,
  textOf,
  type FormRow,
  type FormValue,
  type FormValues,
} from './form-values.ts';
import type { PeerProfile, ProfileInput } from './peer-profile.ts';
import {
  AUDIENCES,
  AVAILABILITIES,
  EXPERTISE_LEVELS,
  isSeenBy,
  PEER_FIELDS,
  PEER_LIMITS,
  type Availability,
  type Expertise,
  type Interest,
  type PeerField,
} from './peer.ts';

/** Texts of an entry that the form asks for one by one. */
export const PROFILE_TEXTS = ['pronouns', 'salutation', 'function', 'unit', 'headline', 'bio'] as const;
export type ProfileText = (typeof PROFILE_TEXTS)[number];

/** Name of the field with the audience of a part. */
export const seenName = (field: PeerField): string => `see-${field}`;

/** An entry as its form holds it. */
export function profileFormValues(profile: PeerProfile): FormValues {
  return {
    displayName: profile.displayName,
    ...Object.fromEntries(PROFILE_TEXTS.map((name) => [name, profile[name] ?? ''])),
    expertise: profile.expertise.map(({ label, level }) => ({ label, level })),
    interests: profile.interests.map(({ label }) => ({ label })),
    languages: profile.languages.map((language) => ({ language })),
    availability: profile.availability.state,
    until: profile.availability.until ?? '',
    monthlyRequests: String(profile.monthlyRequests),
    phone: profile.channels.phone ?? '',
    chat: profile.channels.chat ?? '',
    visibility: profile.visibility,
    ...Object.fromEntries(PEER_FIELDS.map((field) => [seenName(field), profile.fieldVisibility[field]])),
  };
}

const oneOf = <T extends string>(known: readonly T[], text: string, fallback: T): T =>
  known.find((word) => word === text) ?? fallback;
const audienceOf = (values: FormValues, name: string, fallback: Visibility): Visibility =>
  oneOf<Visibility>(AUDIENCES, textOf(values, name), fallback);

/** The topic whose name, in either language, is what was typed. */
const topicNamed = (text: string, topics: readonly Topic[]): Topic | undefined => {
  const wanted = foldText(text);
  return topics.find(({ label }) => [label.de, label.en].some((name) => name && foldText(name) === wanted));
};

/** The same word twice, however it is spelt, says nothing more. */
function once(rows: readonly FormRow[]): readonly FormRow[] {
  const seen = new Set<string>();
  return rows.filter(({ label = '' }) => {
    const key = foldText(label);
    return label !== '' && !seen.has(key) && seen.add(key);
  });
}

function interestsIn(
  rows: readonly FormRow[],
  known: readonly (Interest | Expertise)[],
  topics: readonly Topic[],
): readonly Interest[] {
  return once(rows).map(({ label = '' }) => {
    const topicId = known.find((one) => one.label === label)?.topicId ?? topicNamed(label, topics)?.id;
    return { label, ...(topicId && { topicId }) };
  });
}

const levelOf = (rows: readonly FormRow[], label: string): Expertise['level'] =>
  oneOf(EXPERTISE_LEVELS, rows.find((row) => row['label'] === label)?.['level'] ?? '', 'average');

function availabilityIn(values: FormValues): Availability {
  const state = oneOf(AVAILABILITIES, textOf(values, 'availability'), 'open');
  const until = state === 'open' ? '' : textOf(values, 'until');
  return { state, ...(until && { until }) };
}

const languagesIn = (values: FormValues): readonly string[] => [
  ...new Set(filledRows(rowsOf(values, 'languages')).map(({ language = '' }) => language)),
];

function requestsIn(values: FormValues, fallback: number): number {
  const number = readNumber(textOf(values, 'monthlyRequests'));
  return Number.isInteger(number) && number >= 0 ? Math.min(number, PEER_LIMITS.monthlyRequests) : fallback;
}

/** Everything that the form holds, in the words of the server. */
function inputOf(values: FormValues, profile: PeerProfile, topics: readonly Topic[]): Required<ProfileInput> {
  const expertise = filledRows(rowsOf(values, 'expertise'));
  const orNull = (name: string): string | null => textOf(values, name) || null;
  return {
    displayName: textOf(values, 'displayName'),
    ...(Object.fromEntries(PROFILE_TEXTS.map((name) => [name, orNull(name)])) as Record<ProfileText, string | null>),
    expertise: interestsIn(expertise, profile.expertise, topics).map((one) => ({
      ...one,
      level: levelOf(expertise, one.label),
    })),
    interests: interestsIn(filledRows(rowsOf(values, 'interests')), profile.interests, topics),
    languages: languagesIn(values),
    availability: availabilityIn(values),
    monthlyRequests: requestsIn(values, profile.monthlyRequests),
    visibility: audienceOf(values, 'visibility', profile.visibility),
    fieldVisibility: Object.fromEntries(
      PEER_FIELDS.map((field) => [field, audienceOf(values, seenName(field), profile.fieldVisibility[field])]),
    ),
    channels: { phone: orNull('phone'), chat: orNull('chat') },
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What somebody has changed of an entry; what they did not touch, or may not, is left out. */
export function profileChanges(values: FormValues, profile: PeerProfile, topics: readonly Topic[]): ProfileInput {
  const wanted = inputOf(values, profile, topics);
  const before = inputOf(profileFormValues(profile), profile, topics);
  const locked = new Set<string>(profile.lockedFields);
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wanted) as [keyof ProfileInput, unknown][]) {
    if (locked.has(name) || isSame(value, before[name])) continue;
    changes[name] = name === 'fieldVisibility' || name === 'channels' ? changedParts(value, before[name]) : value;
  }
  return changes;
}

const changedParts = (now: unknown, before: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(now as Readonly<Record<string, unknown>>).filter(
      ([name, value]) => !isSame(value, (before as Readonly<Record<string, unknown>>)[name]),
    ),
  );

/** The entry as it would be with what is typed: what a preview shows. */
export function typedProfile(values: FormValues, profile: PeerProfile, topics: readonly Topic[]): PeerProfile {
  const { channels: _, ...input } = inputOf(values, profile, topics);
  const locked = new Set<string>(profile.lockedFields);
  const typed: Record<string, unknown> = { ...profile };
  for (const [name, value] of Object.entries(input)) {
    if (locked.has(name)) continue;
    if (value === null) delete typed[name];
    else typed[name] = value;
  }
  return typed as unknown as PeerProfile;
}

/** Names of the fields whose audience is smaller than wished, since no part is for more people than the entry. */
export const CAPPED = 'capped';
const wishName = (field: PeerField): string => `wish-${field}`;

/**
 * No part is for more people than the entry: what reaches further is brought back, and stands as wished again once the
 * entry reaches as far. Arrow keys walk over every audience on their way, and must not take wishes along. The value
 * `capped` names the parts that are held back, so that a form can say so.
 */
export function followVisibility(values: FormValues, changed: string): FormValues {
  if (changed !== 'visibility' && !changed.startsWith('see-')) return values;
  const entry = audienceOf(values, 'visibility', 'self');
  const capped: string[] = [];
  const mended: Record<string, FormValue> = { ...values };
  for (const field of PEER_FIELDS) {
    const name = seenName(field);
    const said = audienceOf(values, name, 'self');
    const wish = changed === name ? said : audienceOf(values, wishName(field), said);
    const reaches = isSeenBy(entry, wish);
    mended[wishName(field)] = wish;
    mended[name] = reaches ? wish : entry;
    if (!reaches) capped.push(field);
  }
  return { ...mended, [CAPPED]: capped };
}
