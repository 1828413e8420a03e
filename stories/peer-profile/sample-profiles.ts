import { BackendError, type BackendErrorKind, type BackendErrorOptions } from '../../src/backend/backend-error.ts';
import type { AccountPort, Backend, PeersPort, PeerVocabulary } from '../../src/backend/ports.ts';
import type { Erasure, Me } from '../../src/model/account.ts';
import type { ImportPreview, ImportRow } from '../../src/model/peer-import.ts';
import type { ConsentInput, FieldVisibility, PeerProfile, ProfileInput } from '../../src/model/peer-profile.ts';
import { PEER_FIELDS, type Peer } from '../../src/model/peer.ts';
import { addMonths } from '../../src/model/plain-date.ts';

/** The moment at which the samples play. */
export const NOW = '2026-03-12T10:00:00+01:00';

const LINDENHAFEN = { id: 'lindenhafen', name: 'Stadt Lindenhafen' };
const AUENTAL = { id: 'auental', name: 'Kreis Auental' };

export const ROSA: Me = {
  anonymous: false,
  person: { id: 'rosa-wiesengrund', displayName: 'Rosa Wiesengrund' },
  memberships: [{ org: LINDENHAFEN, unit: 'Bürgeramt', roles: ['member'] }],
  can: [],
};

/** Somebody who organises for two administrations. */
export const KALLE: Me = {
  anonymous: false,
  person: { id: 'kalle-uferlos', displayName: 'Kalle Uferlos' },
  memberships: [
    { org: LINDENHAFEN, unit: 'Stadtentwicklung', roles: ['member', 'organiser'] },
    { org: AUENTAL, roles: ['organiser'] },
  ],
  can: [],
};

export const STRANGER: Me = { anonymous: true, can: [] };

export const VOCABULARY: PeerVocabulary = {
  topics: [
    { id: 'beteiligung', label: { de: 'Bürgerbeteiligung', en: 'Public participation' } },
    { id: 'prozesse', label: { de: 'Prozessaufnahme', en: 'Process mapping' } },
    { id: 'moderation', label: { de: 'Moderation', en: 'Facilitation' } },
    { id: 'sprache', label: { de: 'Leichte Sprache', en: 'Easy language' } },
    { id: 'kultur', label: { de: 'Organisationskultur', en: 'Organisational culture' } },
  ],
  orgs: [LINDENHAFEN, AUENTAL],
  photo: { bytes: 10_000_000, mediaTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/avif'] },
  mails: true,
};

export const CONSENT_TEXT = {
  version: '2026-03',
  text:
    'Ich möchte im Verzeichnis des Netzwerks gefunden werden.\n\n' +
    'Was gezeigt wird: mein Name, meine Organisation und die Angaben meines Eintrags, jede nur für den Kreis, den ich bei ihr eingestellt habe.\n\n' +
    'Freiwillig: Niemand muss im Verzeichnis stehen. Ich kann jederzeit widerrufen.',
};

const everywhere = (visibility: PeerProfile['visibility']): FieldVisibility =>
  Object.fromEntries(PEER_FIELDS.map((field) => [field, visibility])) as FieldVisibility;

/** An entry that the account alone knows. */
export const EMPTY: PeerProfile = {
  id: 'rosa-wiesengrund',
  displayName: 'Rosa Wiesengrund',
  org: LINDENHAFEN,
  unit: 'Bürgeramt',
  expertise: [],
  interests: [],
  languages: [],
  availability: { state: 'open' },
  offers: [],
  visibility: 'network',
  fieldVisibility: everywhere('network'),
  monthlyRequests: 4,
  channels: { email: 'rosa.wiesengrund@lindenhafen.example' },
  state: 'draft',
  consentText: CONSENT_TEXT,
  profileSource: 'self',
  lockedFields: [],
  can: ['update', 'publish', 'photo', 'export'],
  etag: '"0"',
};

/** An entry with something in each of its parts. */
export const FULL: PeerProfile = {
  ...EMPTY,
  pronouns: 'sie/ihr',
  salutation: 'nur mit Namen',
  function: 'Sachbearbeitung im Bürgerservice',
  headline: 'Bürgeramt ohne Wartemarken: Fragen Sie mich, was wir zuerst falsch gemacht haben',
  bio: 'Seit acht Jahren am Schalter.\nSeit zwei Jahren baue ich mit, was davor und danach passiert.',
  expertise: [
    { label: 'Bürgerbeteiligung', topicId: 'beteiligung', level: 'expert' },
    { label: 'Formulare, die man versteht', level: 'average' },
  ],
  interests: [{ label: 'Prozessaufnahme', topicId: 'prozesse' }],
  languages: ['de', 'tr'],
  offers: [
    {
      id: 'o1',
      direction: 'offer',
      topic: { id: 'beteiligung', label: { de: 'Bürgerbeteiligung', en: 'Public participation' } },
      text: 'Eine Stunde Gespräch über unsere Runden mit Bürgerinnen und Bürgern',
      form: 'talk',
      until: '2026-09-30',
      state: 'open',
      createdAt: '2026-01-10T09:00:00Z',
      can: ['update', 'close'],
    },
    {
      id: 'o2',
      direction: 'seek',
      topic: { id: 'prozesse', label: { de: 'Prozessaufnahme', en: 'Process mapping' } },
      form: 'shadowing',
      until: '2026-06-30',
      state: 'open',
      createdAt: '2026-01-11T09:00:00Z',
      can: ['update', 'close'],
    },
  ],
  contributions: [{ kind: 'idea', id: 'regal', title: 'Ein Regal für Werkzeug, das alle brauchen' }],
  fieldVisibility: { ...everywhere('network'), bio: 'organisation', pronouns: 'unit' },
  channels: { ...EMPTY.channels, phone: '0123 456789' },
  can: ['update', 'publish', 'photo', 'export', 'remove'],
  etag: '"1"',
};

const consent = (at: string, expiresAt: string, textVersion = CONSENT_TEXT.version): Partial<PeerProfile> => ({
  consent: { listed: true, at, textVersion, expiresAt },
});

export const LISTED: PeerProfile = {
  ...FULL,
  ...consent('2026-01-10T09:00:00Z', '2027-01-10T09:00:00Z'),
  state: 'listed',
  can: [...FULL.can, 'hide'],
};
export const ENDING: PeerProfile = { ...LISTED, ...consent('2025-04-01T09:00:00Z', '2026-04-01T09:00:00Z', '2025-01') };
export const HIDDEN: PeerProfile = { ...FULL, state: 'hidden' };
export const EXPIRED: PeerProfile = {
  ...FULL,
  ...consent('2025-03-01T09:00:00Z', '2026-03-01T09:00:00Z', '2025-01'),
  state: 'expired',
};
/** Somebody whom a directory has brought in. */
export const BROUGHT: PeerProfile = {
  ...EMPTY,
  function: 'Sachbearbeitung',
  expertise: [{ label: 'Meldewesen', level: 'average' }],
  profileSource: 'scim',
  sourceLabel: 'Personalverzeichnis Lindenhafen',
  lockedFields: ['displayName', 'unit'],
  can: [...EMPTY.can, 'remove'],
};

export const ERASURE: Erasure = {
  deleted: {
    account: 1,
    profile: 1,
    photo: 0,
    offers: 2,
    requests: 3,
    registrations: 1,
    supports: 12,
    notifications: 40,
  },
  kept: { ideas: 2, comments: 7 },
};

const ROWS: readonly ImportRow[] = [
  { line: 2, displayName: 'Henrike Sommer', org: 'Stadt Lindenhafen', action: 'create', problems: [] },
  {
    line: 3,
    displayName: 'Jörg Überall',
    org: 'Stadt Lindenhafen',
    action: 'create',
    problems: [{ field: 'email', code: 'no-address' }],
  },
  { line: 4, action: 'skip', problems: [{ field: 'displayName', code: 'required' }] },
  {
    line: 5,
    displayName: 'Mara Kestner',
    org: 'Stadt Lindenhafen',
    action: 'update',
    problems: [{ field: 'languages', code: 'not-allowed', value: 'Klingonisch' }],
  },
  { line: 6, displayName: 'Henrike Sommer', action: 'skip', problems: [{ code: 'duplicate' }] },
];

export const PREVIEW: ImportPreview = {
  kind: 'csv',
  encoding: 'windows-1252',
  columns: [
    { name: 'Name', field: 'displayName' },
    { name: 'Mail', field: 'email' },
    { name: 'Sprachen', field: 'languages' },
    { name: 'Geburtstag' },
  ],
  rows: ROWS,
  counts: { create: 2, update: 1, same: 0, skip: 2 },
};

/** A preview of many rows. */
export const manyRows = (count: number): ImportPreview => ({
  ...PREVIEW,
  encoding: 'utf-8',
  rows: [...new Array<undefined>(count).keys()].map((index) => ({
    line: index + 2,
    displayName: `Person ${index + 1}`,
    action: 'create',
    problems: index % 1000 === 999 ? [{ field: 'email', code: 'format', value: 'keine' }] : [],
  })),
  counts: { create: count, update: 0, same: 0, skip: 0 },
});

/** A call that never ends. */
export const never = (): Promise<never> => new Promise(() => undefined);

/** A call that fails. */
export const failing =
  (kind: BackendErrorKind, options: BackendErrorOptions = {}) =>
  (): Promise<never> =>
    Promise.reject(new BackendError(kind, `sample ${kind}`, options));

/** What the server says of fields. */
export const refusing = (...fieldErrors: readonly object[]): (() => Promise<never>) =>
  failing('invalid', { status: 422, problem: { code: 'invalid-request', fieldErrors } });

/** What a sample was asked to do: name of the method and what came with it. */
export type Asked = readonly [method: string, ...input: readonly unknown[]];

export interface ProfileSample {
  readonly profile?: PeerProfile;
  readonly me?: Me;
  readonly peers?: Partial<PeersPort>;
  readonly account?: Partial<AccountPort>;
}

/** The next version of a sample entry. */
function saved(profile: PeerProfile, input: ProfileInput, version: number): PeerProfile {
  const { channels, fieldVisibility, ...rest } = input;
  const next: Record<string, unknown> = {
    ...profile,
    fieldVisibility: { ...profile.fieldVisibility, ...fieldVisibility },
    channels: { ...profile.channels, ...channels },
    can: [...new Set([...profile.can, 'remove'])],
    etag: `"${version}"`,
  };
  for (const [name, value] of Object.entries(rest)) {
    if (value === null) delete next[name];
    else next[name] = value;
  }
  return next as unknown as PeerProfile;
}

function consented(profile: PeerProfile, { listed, months = 24 }: ConsentInput): PeerProfile {
  if (!listed) return { ...profile, state: 'hidden', can: profile.can.filter((what) => what !== 'hide') };
  return {
    ...profile,
    state: 'listed',
    consent: {
      listed,
      at: NOW,
      textVersion: profile.consentText.version,
      expiresAt: `${addMonths(NOW.slice(0, 10), months)}T10:00:00Z`,
    },
    can: [...new Set([...profile.can, 'hide'])],
  };
}

/** A source with one entry, in memory. `asked` tells what it was asked to do. */
export function profileBackend({ profile = EMPTY, me = ROSA, peers, account }: ProfileSample = {}): Backend & {
  readonly asked: Asked[];
  /** What somebody else saves meanwhile. */
  readonly elsewhere: (input: ProfileInput) => void;
} {
  const asked: Asked[] = [];
  const listeners = new Set<() => void>();
  let reader = me;
  let now = profile;
  let version = 1;
  const keep = (next: PeerProfile): Promise<PeerProfile> => Promise.resolve((now = next));
  const port: PeersPort = {
    list: () => Promise.resolve({ items: [] as readonly Peer[], problems: [] }),
    vocabulary: () => Promise.resolve(VOCABULARY),
    profile: () => Promise.resolve(now),
    saveProfile(input, options) {
      asked.push(['saveProfile', input]);
      if (options?.ifMatch && options.ifMatch !== now.etag)
        return failing('conflict', { status: 412, problem: { code: 'precondition-failed' } })();
      return keep(saved(now, input, ++version));
    },
    consent(input) {
      asked.push(['consent', input]);
      return keep(consented(now, input));
    },
    setPhoto(photo) {
      asked.push(['setPhoto', photo]);
      const { photo: _, ...rest } = now;
      return keep(photo ? { ...now, photo: { url: PORTRAIT, alt: photo.alt } } : rest);
    },
    removeProfile() {
      asked.push(['removeProfile']);
      now = EMPTY;
      return Promise.resolve();
    },
    requestContact: never,
    profileFile: () => Promise.resolve('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Rosa Wiesengrund\r\nEND:VCARD\r\n'),
    previewImport: () => Promise.resolve(PREVIEW),
    importPeers(_file, input) {
      asked.push(['importPeers', input]);
      return Promise.resolve({ rows: ROWS, counts: PREVIEW.counts, mailed: input.invite ? 1 : 0 });
    },
    ...peers,
  };
  return {
    peers: port,
    account: {
      me: () => Promise.resolve(reader),
      signIn: () => Promise.resolve(false),
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      exportData: () => Promise.resolve('{"person":{"displayName":"Rosa Wiesengrund"}}'),
      erasure: () => Promise.resolve(ERASURE),
      erase() {
        asked.push(['erase']);
        reader = STRANGER;
        for (const listener of listeners) listener();
        return Promise.resolve();
      },
      ...account,
    },
    asked,
    elsewhere: (input) => {
      now = saved(now, input, ++version);
    },
  };
}

/** A portrait of nobody, drawn. */
export const PORTRAIT =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#7a9" d="M0 0h8v8H0z"/><circle cx="4" cy="3.2" r="1.6" fill="#fed"/><path fill="#246" d="M1 8q0-3 3-3t3 3z"/></svg>',
  );
