import {
  DIGESTS,
  type AccountSettings,
  type Digest,
  type Erasure,
  type Me,
  type Notification,
} from '../../../model/account.ts';
import type { OrgRef, PersonRef } from '../../../model/common.ts';
import { BackendError } from '../../backend-error.ts';
import { flag, list, oneOf, shape, text, type Raw, type Reader } from '../../read-shape.ts';

const NOWHERE = { timeZone: 'UTC' };

const org: Reader<OrgRef> = shape<OrgRef>({ id: text, name: text, url: text }, ['name']);
const knownOrg = shape<OrgRef & { readonly id: string }>({ id: text, name: text, url: text }, ['id', 'name']);
const photo = shape<NonNullable<PersonRef['photo']>>({ url: text, alt: text }, ['url']);
const person: Reader<PersonRef> = shape<PersonRef>({ id: text, displayName: text, org, photo }, ['displayName']);
const knownPerson = shape<PersonRef & { readonly id: string }>({ id: text, displayName: text, org, photo }, [
  'id',
  'displayName',
]);
const membership = shape<NonNullable<Me['memberships']>[number]>({ org: knownOrg, unit: text, roles: list(text) }, [
  'org',
  'roles',
]);

/** @throws {BackendError} `invalid` when the answer does not say who reads */
export function readMe(data: unknown, url: string): { readonly me: Me; readonly csrfToken?: string } {
  const raw = (data ?? {}) as Raw;
  const anonymous = flag(raw['anonymous'], NOWHERE);
  const reader = knownPerson(raw['person'] ?? {}, NOWHERE);
  if (anonymous === undefined || (!anonymous && !reader)) {
    throw new BackendError('invalid', `No reader from ${url}`, { url });
  }
  const csrfToken = text(raw['csrfToken'], NOWHERE);
  const can = list(text)(raw['can'], NOWHERE) ?? [];
  const memberships = list(membership)(raw['memberships'], NOWHERE);
  return {
    me: anonymous ? { anonymous, can } : { anonymous, can, person: reader, ...(memberships ? { memberships } : {}) },
    ...(csrfToken ? { csrfToken } : {}),
  };
}

const named = shape<NonNullable<Notification['idea']>>({ id: text, title: text }, ['id', 'title']);
/** A request may be about nothing in particular, a post have no title yet. */
const request: Reader<NonNullable<Notification['contact']>> = (value, options) => {
  const { id, title } = (value ?? {}) as Raw;
  const known = text(id, options);
  return known ? { id: known, title: text(title, options) ?? '' } : undefined;
};
const read = shape<Notification>(
  {
    id: text,
    kind: text,
    at: text,
    read: flag,
    by: person,
    idea: named,
    event: named,
    impulse: named,
    contact: request,
    post: request,
    text,
  },
  ['id', 'kind', 'at'],
);

/** @throws {TypeError} for what is no notification */
export function readNotification(raw: Raw): Notification {
  const notification = read(raw, NOWHERE);
  if (!notification) throw new TypeError('A notification needs id, kind and at');
  return { ...notification, read: notification.read ?? false };
}

/** @throws {BackendError} `invalid` */
export function readSettings(data: unknown, url: string, etag: string | null): AccountSettings {
  const raw = (data ?? {}) as Raw;
  const locale = oneOf('de', 'en')(raw['locale'], NOWHERE);
  const digest = oneOf<Digest>(...DIGESTS)(raw['digest'], NOWHERE);
  if (!locale || !digest) throw new BackendError('invalid', `No settings from ${url}`, { url });
  return { locale, digest, muted: list(text)(raw['muted'], NOWHERE) ?? [], ...(etag ? { etag } : {}) };
}

const counts = (value: unknown): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries((value ?? {}) as Raw).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );

export function readErasure(data: unknown): Erasure {
  const { deleted, kept } = (data ?? {}) as Raw;
  return { deleted: counts(deleted), kept: counts(kept) };
}
