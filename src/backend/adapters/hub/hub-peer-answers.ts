import { REQUEST_STATES, type BlockedPeer, type ContactRequest } from '../../../model/contact-request.ts';
import type { OrgRef } from '../../../model/common.ts';
import type { ImportPreview, ImportResult, ImportRow } from '../../../model/peer-import.ts';
import {
  CHANNELS,
  PROFILE_SOURCES,
  PROFILE_STATES,
  type Channels,
  type Consent,
  type FieldVisibility,
  type PeerProfile,
} from '../../../model/peer-profile.ts';
import {
  CONTRIBUTION_KINDS,
  PEER_FIELDS,
  type Contribution,
  type MatchReason,
  type Peer,
  type PeerMatch,
  type PeerOffer,
} from '../../../model/peer.ts';
import { BackendError } from '../../backend-error.ts';
import type { PeerVocabulary } from '../../ports.ts';
import { peerBrief, peerOffer, readPeer } from '../../read-peer.ts';
import {
  address,
  flag,
  list,
  number,
  oneOf,
  shape,
  text,
  topic,
  visibility,
  type Fields,
  type Raw,
  type Reader,
  type ReadOptions,
} from '../../read-shape.ts';

const contribution = shape<Contribution>({ kind: oneOf(...CONTRIBUTION_KINDS), id: text, title: text, at: text }, [
  'kind',
  'id',
  'title',
]);

/** A peer with what they did, from the answer about one. @throws {TypeError} */
export function readWholePeer(raw: Raw, options: ReadOptions): Peer {
  const contributions = list(contribution)(raw['contributions'], options);
  return { ...readPeer(raw, options), ...(contributions?.length && { contributions }) };
}

const channels = shape<Channels>({ email: text, phone: text, chat: text });
const consent = shape<Consent>({ listed: flag, at: text, textVersion: text, expiresAt: text }, [
  'listed',
  'at',
  'textVersion',
  'expiresAt',
]);
const consentText = shape<PeerProfile['consentText']>({ version: text, text }, ['version', 'text']);
const audiences = shape<FieldVisibility>(
  Object.fromEntries(PEER_FIELDS.map((field) => [field, visibility])) as Fields<FieldVisibility>,
  [...PEER_FIELDS],
);

/** @throws {TypeError} for what is no entry of one's own */
export function readProfile(raw: Raw, options: ReadOptions): PeerProfile {
  const { me: _me, source: _source, ...peer } = readWholePeer(raw, options);
  const fieldVisibility = audiences(raw['fieldVisibility'] ?? {}, options);
  const wording = consentText(raw['consentText'] ?? {}, options);
  const audience = visibility(raw['visibility'], options);
  const state = oneOf(...PROFILE_STATES)(raw['state'], options);
  if (!fieldVisibility || !wording || !audience || !state) throw new TypeError('No entry of one’s own');
  const given = consent(raw['consent'] ?? {}, options);
  const sourceLabel = text(raw['sourceLabel'], options);
  return {
    ...peer,
    expertise: peer.expertise ?? [],
    interests: peer.interests ?? [],
    languages: peer.languages ?? [],
    availability: peer.availability ?? { state: 'open' },
    offers: peer.offers ?? [],
    visibility: audience,
    fieldVisibility,
    monthlyRequests: number(raw['monthlyRequests'], options) ?? 0,
    channels: channels(raw['channels'] ?? {}, options) ?? {},
    state,
    ...(given && { consent: given }),
    consentText: wording,
    profileSource: oneOf(...PROFILE_SOURCES)(raw['profileSource'], options) ?? 'self',
    ...(sourceLabel && { sourceLabel }),
    lockedFields: list(oneOf(...PEER_FIELDS, 'displayName', 'org'))(raw['lockedFields'], options) ?? [],
  };
}

const demanding =
  <T>(read: Reader<T>, what: string) =>
  (raw: Raw, options: ReadOptions): T => {
    const item = read(raw, options);
    if (item === undefined) throw new TypeError(`No ${what}`);
    return item;
  };

export const readOffer: (raw: Raw, options: ReadOptions) => PeerOffer = demanding(peerOffer, 'offer');

const reason = shape<MatchReason>(
  { kind: oneOf('seeks-yours', 'offers-yours', 'shared', 'broader', 'near', 'elsewhere'), topic },
  ['kind'],
);

/** @throws {TypeError} */
export function readMatch(raw: Raw, options: ReadOptions): PeerMatch {
  const peer = readPeer((raw['peer'] ?? {}) as Raw, options);
  return { peer, score: number(raw['score'], options) ?? 0, why: list(reason)(raw['why'], options) ?? [] };
}

const about: Reader<NonNullable<ContactRequest['about']>> = shape<NonNullable<ContactRequest['about']>>(
  { type: oneOf('idea', 'offer', 'event'), id: text, title: text },
  ['type', 'id', 'title'],
);
const request = shape<ContactRequest>(
  {
    id: text,
    box: oneOf('received', 'sent'),
    peer: peerBrief,
    about,
    topic: text,
    message: text,
    reveal: list(oneOf(...CHANNELS)),
    state: oneOf(...REQUEST_STATES),
    createdAt: text,
    expiresAt: text,
    answeredAt: text,
    contact: channels,
    can: list(text),
  },
  ['id', 'box', 'peer', 'state', 'createdAt', 'expiresAt'],
);

/** @throws {TypeError} */
export function readRequest(raw: Raw, options: ReadOptions): ContactRequest {
  const read = demanding(request, 'contact request')(raw, options);
  return { ...read, message: read.message ?? '', reveal: read.reveal ?? [], can: read.can ?? [] };
}

export const readBlocked: (raw: Raw, options: ReadOptions) => BlockedPeer = demanding(
  shape<BlockedPeer>({ peer: peerBrief, at: text }, ['peer', 'at']),
  'blocked peer',
);

const knownOrg = shape<OrgRef & { readonly id: string; readonly kind?: string }>(
  { id: text, name: text, url: address, kind: text },
  ['id', 'name'],
);
const photo = shape<NonNullable<PeerVocabulary['photo']>>({ bytes: number, mediaTypes: list(text) }, [
  'bytes',
  'mediaTypes',
]);

/** @throws {BackendError} `invalid` */
export function readPeerVocabulary(data: unknown, url: string, options: ReadOptions): PeerVocabulary {
  const raw = (data ?? {}) as Raw;
  const orgs = list(knownOrg)(raw['orgs'], options);
  if (!orgs) throw new BackendError('invalid', `No vocabulary from ${url}`, { url });
  const portrait = photo(raw['photo'] ?? {}, options);
  return {
    topics: list(topic)(raw['topics'], options) ?? [],
    orgs,
    mails: raw['mails'] === true,
    ...(portrait && { photo: portrait }),
  };
}

const importRow = shape<ImportRow>(
  {
    line: number,
    displayName: text,
    org: text,
    action: oneOf('create', 'update', 'same', 'skip'),
    problems: list(shape<ImportRow['problems'][number]>({ field: text, code: text, value: text }, ['code'])),
  },
  ['line', 'action'],
);
const importCounts = shape<ImportPreview['counts']>({ create: number, update: number, same: number, skip: number });

const rowsOf = (raw: Raw, options: ReadOptions): Pick<ImportPreview, 'rows' | 'counts'> => ({
  rows: (list(importRow)(raw['rows'], options) ?? []).map((row) => ({ ...row, problems: row.problems ?? [] })),
  counts: { create: 0, update: 0, same: 0, skip: 0, ...importCounts(raw['counts'] ?? {}, options) },
});

/** @throws {TypeError} */
export function readImportPreview(raw: Raw, options: ReadOptions): ImportPreview {
  const kind = oneOf('csv', 'vcard', 'jcard')(raw['kind'], options);
  if (!kind) throw new TypeError('No preview of an import');
  return {
    kind,
    encoding: text(raw['encoding'], options) ?? '',
    columns:
      list(shape<ImportPreview['columns'][number]>({ name: text, field: text }, ['name']))(raw['columns'], options) ??
      [],
    ...rowsOf(raw, options),
  };
}

export const readImportResult = (raw: Raw, options: ReadOptions): ImportResult => ({
  ...rowsOf(raw, options),
  mailed: number(raw['mailed'], options) ?? 0,
});
