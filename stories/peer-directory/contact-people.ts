import type { Me } from '../../src/model/account.ts';
import type { ContactRequest } from '../../src/model/contact-request.ts';
import type { FieldVisibility, PeerProfile } from '../../src/model/peer-profile.ts';
import { PEER_FIELDS, type Peer, type PeerBrief, type PeerOffer } from '../../src/model/peer.ts';
import { addDays } from '../../src/model/plain-date.ts';

/** An instant, days from now. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
/** A plain date, days from now. */
export const dayIn = (days: number): string => addDays(new Date().toISOString().slice(0, 10), days);

const LINDENHAFEN = { id: 'lindenhafen', name: 'Stadt Lindenhafen' };
const AUENTAL = { id: 'auental', name: 'Kreis Auental' };
const BRUECKFURT = { id: 'brueckfurt', name: 'Stadt Brückfurt' };

/** Who reads. */
export const ROSA: Me = {
  anonymous: false,
  person: { id: 'rosa', displayName: 'Rosa Wiesengrund' },
  memberships: [{ org: LINDENHAFEN, roles: ['member'] }],
  can: [],
};
export const STRANGER: Me = { anonymous: true, can: [] };

export const HENRIK: PeerBrief = { id: 'henrik', displayName: 'Henrik Aktendeckel', org: AUENTAL, unit: 'Kämmerei' };
export const MIRJA: PeerBrief = { id: 'mirja', displayName: 'Mirja Feldweg', org: AUENTAL };
export const CEM: PeerBrief = { id: 'cem', displayName: 'Cem Brückenbauer', org: BRUECKFURT };
export const IDA: PeerBrief = {
  id: 'ida',
  displayName: 'Ida Funkenflug',
  org: { id: 'impulswerk', name: 'Impulswerk Lindenhafen e. V.' },
};
export const ROSA_BRIEF: PeerBrief = {
  id: 'rosa',
  displayName: 'Rosa Wiesengrund',
  org: LINDENHAFEN,
  unit: 'Bürgeramt',
};

/** A whole entry, of whom it is known that they answer. */
export const MIRJA_PEER: Peer = {
  ...MIRJA,
  headline: 'Ich bringe Leute an einen Tisch, die sonst nur Aktenvermerke tauschen',
  expertise: [
    { label: 'Bürgerbeteiligung', topicId: 'beteiligung', level: 'expert' },
    { label: 'Moderation', level: 'average' },
  ],
  availability: { state: 'open' },
  can: ['contact'],
};

const audiences = Object.fromEntries(PEER_FIELDS.map((field) => [field, 'network'])) as FieldVisibility;

/** The reader's own entry. */
export const ROSA_PROFILE: PeerProfile = {
  id: 'rosa',
  displayName: 'Rosa Wiesengrund',
  org: LINDENHAFEN,
  unit: 'Bürgeramt',
  expertise: [],
  interests: [],
  languages: ['de'],
  availability: { state: 'open' },
  offers: [],
  visibility: 'network',
  fieldVisibility: audiences,
  monthlyRequests: 4,
  channels: { email: 'rosa.wiesengrund@lindenhafen.example', phone: '+49 5550 1234-56' },
  state: 'listed',
  consentText: { version: '1', text: 'Ich möchte gefunden werden.' },
  profileSource: 'self',
  lockedFields: [],
  can: ['update', 'hide'],
};

export const PARTICIPATION = { id: 'beteiligung', label: { de: 'Bürgerbeteiligung', en: 'Public participation' } };
export const PROCESSES = { id: 'prozesse', label: { de: 'Prozesse aufnehmen', en: 'Mapping processes' } };
export const LANGUAGE = { id: 'sprache', label: { de: 'Leichte Sprache', en: 'Plain language' } };

/** Requests of all kinds, received and sent. */
export const requests = (): readonly ContactRequest[] => [
  {
    id: 'r-1',
    box: 'received',
    peer: HENRIK,
    topic: 'Termine ohne Papier',
    message:
      'Guten Tag Frau Wiesengrund,\n\nwir vergeben unsere Termine noch mit einem Kalender aus Papier. Sie haben das geändert. Können wir eine halbe Stunde sprechen?',
    reveal: ['email', 'phone'],
    state: 'sent',
    createdAt: inDays(-2),
    expiresAt: inDays(12),
    can: ['accept', 'decline', 'block'],
  },
  {
    id: 'r-2',
    box: 'received',
    peer: IDA,
    about: { type: 'offer', id: 'o-1', title: 'Leichte Sprache' },
    message: 'Dürfen wir Ihre Vorlagen für ein Barcamp verwenden?',
    reveal: [],
    state: 'sent',
    createdAt: inDays(-1),
    expiresAt: inDays(13),
    can: ['accept', 'decline', 'block'],
  },
  {
    id: 'r-3',
    box: 'received',
    peer: CEM,
    topic: 'Hospitation im Bürgeramt',
    message: 'Darf ich einen Vormittag lang zusehen, wie Sie arbeiten?',
    reveal: ['email'],
    state: 'accepted',
    createdAt: inDays(-20),
    expiresAt: inDays(-6),
    answeredAt: inDays(-18),
    can: ['contact', 'block'],
  },
  {
    id: 'r-4',
    box: 'received',
    peer: MIRJA,
    topic: 'Fragebogen',
    message: 'Machen Sie bei einer Umfrage mit?',
    reveal: ['email'],
    state: 'expired',
    createdAt: inDays(-40),
    expiresAt: inDays(-26),
    can: ['block'],
  },
  {
    id: 's-1',
    box: 'sent',
    peer: MIRJA,
    topic: 'Bürgerbeteiligung',
    message: 'Wie haben Sie die Jugendlichen erreicht?',
    reveal: ['email'],
    state: 'sent',
    createdAt: inDays(-3),
    expiresAt: inDays(11),
    can: ['withdraw'],
  },
  {
    id: 's-2',
    box: 'sent',
    peer: CEM,
    topic: 'Prozesse aufnehmen',
    message: 'Mit welchem Werkzeug zeichnen Sie Ihre Abläufe?',
    reveal: [],
    state: 'declined',
    createdAt: inDays(-9),
    expiresAt: inDays(5),
    answeredAt: inDays(-8),
    can: [],
  },
];

const offer = (more: Partial<PeerOffer> & Pick<PeerOffer, 'id' | 'direction' | 'topic'>): PeerOffer => ({
  form: 'talk',
  until: dayIn(90),
  state: 'open',
  createdAt: inDays(-10),
  can: ['contact'],
  ...more,
});

/** What others offer and seek. */
export const boardOffers = (): readonly PeerOffer[] => [
  offer({
    id: 'o-1',
    direction: 'offer',
    topic: PARTICIPATION,
    form: 'workshop',
    text: 'Wie wir 40 Jugendliche an den Bebauungsplan bekommen haben, zum Nachmachen.',
    peer: MIRJA,
  }),
  offer({
    id: 'o-2',
    direction: 'seek',
    topic: PROCESSES,
    form: 'shadowing',
    text: 'Wer lässt mich einen Tag lang zusehen, wie ein Ablauf aufgenommen wird?',
    peer: HENRIK,
    until: dayIn(20),
  }),
  offer({ id: 'o-3', direction: 'offer', topic: LANGUAGE, form: 'review', peer: IDA }),
  offer({
    id: 'o-4',
    direction: 'seek',
    topic: { id: 'wort-bauakten', label: { de: 'Bauakten', en: 'Bauakten' } },
    form: 'document',
    text: 'Muster für eine Rahmenvereinbarung zum Scannen gesucht.',
    peer: CEM,
  }),
];

/** The reader's own ones: open, ending soon, run out, settled. */
export const ownOffers = (): readonly PeerOffer[] => [
  offer({
    id: 'm-1',
    direction: 'offer',
    topic: LANGUAGE,
    form: 'review',
    text: 'Ich lese Ihren Bescheid gegen und schreibe ihn um, bis ihn alle verstehen.',
    peer: ROSA_BRIEF,
    can: ['update', 'close', 'impulse'],
    etag: '"1"',
  }),
  offer({
    id: 'm-2',
    direction: 'seek',
    topic: PROCESSES,
    until: dayIn(6),
    peer: ROSA_BRIEF,
    can: ['update', 'close'],
    etag: '"1"',
  }),
  offer({
    id: 'm-3',
    direction: 'offer',
    topic: PARTICIPATION,
    until: dayIn(-4),
    peer: ROSA_BRIEF,
    can: ['update', 'close'],
    etag: '"1"',
  }),
  offer({
    id: 'm-4',
    direction: 'seek',
    topic: { id: 'wort-warteraum', label: { de: 'Warteraum', en: 'Warteraum' } },
    state: 'matched',
    peer: ROSA_BRIEF,
    can: ['update'],
    etag: '"1"',
  }),
];
