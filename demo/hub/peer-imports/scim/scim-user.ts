import type { WrittenPerson } from '../imported-person.ts';
import { isObject, type ScimObject } from './scim-client.ts';

export const ENTERPRISE_USER = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/**
 * What the hub asks a directory for (RFC 7644, 3.9): enough for an entry, and nothing else of what directories hold, such
 * as pictures, telephone numbers, groups, managers or personnel numbers.
 */
export const ATTRIBUTES = [
  'displayName',
  'name',
  'title',
  'active',
  'emails',
  'locale',
  'preferredLanguage',
  'meta',
  `${ENTERPRISE_USER}:organization`,
  `${ENTERPRISE_USER}:department`,
];

/** A user as far as the hub has to do with it. */
export interface ScimUser {
  readonly id: string;
  readonly active: boolean;
  /** `meta.version`, where the service has one. */
  readonly version?: string;
  readonly person: WrittenPerson;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** The address at work, the primary one first; directories hold private ones, too. */
function emailOf(emails: unknown): string | undefined {
  if (!Array.isArray(emails)) return undefined;
  const rank = (email: ScimObject): number => (email['primary'] === true ? 0 : 1) + (email['type'] === 'work' ? 0 : 2);
  const known = emails
    .filter(isObject)
    .filter((email) => text(email['value']) !== undefined && email['type'] !== 'home');
  return text(known.toSorted((a, b) => rank(a) - rank(b))[0]?.['value']);
}

function nameOf(user: ScimObject): string | undefined {
  const name = isObject(user['name']) ? user['name'] : {};
  const parts = [text(name['givenName']), text(name['familyName'])].filter(Boolean).join(' ');
  return text(user['displayName']) ?? (parts || text(name['formatted']));
}

/** `de-DE`, or what a browser would send: `de-DE, en;q=0.8`. */
const languagesOf = (value: unknown): string[] =>
  (text(value) ?? '')
    .split(',')
    .map((part) => part.split(';')[0]?.trim() ?? '')
    .filter(Boolean);

/** A user out of a list (RFC 7643, 4.1 and 4.3); undefined for what has no id. */
export function readUser(raw: unknown, line: number): ScimUser | undefined {
  if (!isObject(raw)) return undefined;
  const id = text(raw['id']);
  if (id === undefined) return undefined;
  const enterprise = isObject(raw[ENTERPRISE_USER]) ? raw[ENTERPRISE_USER] : {};
  const meta = isObject(raw['meta']) ? raw['meta'] : {};
  const displayName = nameOf(raw);
  const title = text(raw['title']);
  const orgName = text(enterprise['organization']);
  const unit = text(enterprise['department']);
  const email = emailOf(raw['emails']);
  const preferred = languagesOf(raw['preferredLanguage']);
  const version = text(meta['version']);
  return {
    id,
    active: raw['active'] !== false,
    ...(version && { version }),
    person: {
      line,
      key: id,
      ...(displayName && { displayName }),
      ...(title && { function: title }),
      ...(orgName && { orgName }),
      ...(unit && { unit }),
      ...(email && { email }),
      languages: preferred.length > 0 ? preferred : languagesOf(raw['locale']),
    },
  };
}
