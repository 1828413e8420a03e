import { foldText } from '../../../model/fold-text.ts';
import type { Peer } from '../../../model/peer.ts';
import { plainParagraphs, plainText } from '../../foreign-text.ts';
import { hasAddress } from '../../no-addresses.ts';
import { readPeer } from '../../read-peer.ts';
import type { Raw } from '../../read-shape.ts';
import type { WordpressNames } from './wordpress-mapping.ts';
import { asList, asObject, hasValue } from './wordpress-values.ts';

/** What WordPress (`wp/v2/users`) and BuddyPress (`members`) send of a person, as far as peers are made of it. */
export interface WpUser {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly slug?: unknown;
  /** Page of the person's own. */
  readonly url?: unknown;
  /** What they have written, or their page as a member. */
  readonly link?: unknown;
  readonly description?: unknown;
  /** Registered fields; an empty list where there are none. */
  readonly meta?: unknown;
  readonly acf?: unknown;
  /** Fields of BuddyPress, in groups. */
  readonly xprofile?: unknown;
}

/**
 * Fields of a person: names of registered fields (`register_meta('user', …, show_in_rest)`) and of ACF; those of BuddyPress
 * are named by people, in German or English.
 */
const FIELDS = {
  org: ['vr_org', 'organisation', 'organization', 'verwaltung', 'behorde', 'arbeitgeber'],
  unit: ['vr_unit', 'unit', 'abteilung', 'amt', 'department'],
  function: ['vr_function', 'function', 'funktion', 'aufgabe', 'position', 'job title'],
  headline: ['vr_headline', 'headline', 'kurz', 'kurz gesagt'],
  expertise: ['vr_expertise', 'expertise', 'kenntnisse', 'fachgebiete', 'skills'],
  interests: ['vr_interests', 'interests', 'interessen'],
  languages: ['vr_languages', 'languages'],
  pronouns: ['vr_pronouns', 'pronouns', 'pronomen'],
} as const;

/** @throws {TypeError} when there is no number or no name */
export function toPeer(raw: Raw, { prefix, base }: WordpressNames): Peer {
  const user = raw as WpUser;
  if (!Number.isSafeInteger(user.id)) throw new TypeError('no id');
  const fields = { ...fieldsOf(user.xprofile), ...asObject(user.acf), ...asObject(user.meta) };
  const field = (name: keyof typeof FIELDS): unknown =>
    FIELDS[name].map((key) => (Object.hasOwn(fields, key) ? fields[key] : undefined)).find(hasValue);
  const word = (name: keyof typeof FIELDS): string | undefined => plainText(field(name)) || undefined;
  const org = word('org');
  const name = plainText(user.name);
  return readPeer(
    {
      // Pictures of users lie with a third party, which would learn who is looked at; they are never read.
      id: `${prefix}${String(user.id)}`,
      displayName: name && !hasAddress(name) ? name : plainText(user.slug),
      bio: plainParagraphs(user.description) || undefined,
      url: hasValue(user.link) ? user.link : user.url,
      ...(org && { org }),
      unit: word('unit'),
      function: word('function'),
      headline: word('headline'),
      pronouns: word('pronouns'),
      expertise: wordsOf(field('expertise')),
      interests: wordsOf(field('interests')),
      languages: wordsOf(field('languages')),
    },
    { timeZone: 'UTC', base },
  );
}

/** A list, or words with commas as people type them into a field; undefined where there are none. */
function wordsOf(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] =
    value instanceof Array ? value : typeof value === 'string' ? value.split(/[,;\n]/) : [];
  const words = list.map((each) => plainText(each)).filter(Boolean);
  return words.length > 0 ? words : undefined;
}

/** Fields of BuddyPress by their folded names. */
function fieldsOf(xprofile: unknown): Raw {
  const found: Record<string, unknown> = {};
  for (const group of asList(asObject(xprofile)['groups'])) {
    for (const field of asList((group as Raw)['fields'])) {
      const { name, value } = field as { name?: unknown; value?: unknown };
      const { unserialized, raw } = asObject(value);
      const words = unserialized instanceof Array && unserialized.length > 1 ? unserialized : raw;
      if (typeof name === 'string' && hasValue(words)) found[foldText(plainText(name)).trim()] = words;
    }
  }
  return found;
}
