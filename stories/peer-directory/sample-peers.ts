import type { Topic } from '../../src/model/common.ts';
import type { Contribution, OfferDirection, OfferForm, Peer, PeerMatch, PeerOffer } from '../../src/model/peer.ts';

/** The moment at which the samples are looked at. */
export const NOW = '2027-03-01T10:00:00Z';

const topic = (id: string, de: string, en = de, broader?: string): Topic => ({
  id,
  label: { de, en },
  ...(broader && { broader }),
});

export const TOPICS = {
  participation: topic('participation', 'Bürgerbeteiligung', 'Public participation'),
  moderation: topic('moderation', 'Moderation', 'Facilitation'),
  processes: topic('processes', 'Prozessaufnahme', 'Process mapping'),
  language: topic('language', 'Verständliche Sprache', 'Plain language'),
  data: topic('data', 'Offene Daten', 'Open data'),
  forms: topic('forms', 'Formulare testen', 'Testing forms'),
  'error-culture': topic('error-culture', 'Fehlerkultur', 'Learning from errors'),
  'new-work': topic('new-work', 'Neues Arbeiten', 'New work'),
} as const satisfies Readonly<Record<string, Topic>>;

const offer = (
  direction: OfferDirection,
  of: keyof typeof TOPICS,
  form: OfferForm,
  text?: string,
  until = '2027-09-30',
): PeerOffer => ({
  id: `${direction}-${of}`,
  direction,
  topic: TOPICS[of],
  form,
  until,
  state: 'open',
  createdAt: '2027-02-01T09:00:00Z',
  can: [],
  ...(text && { text }),
});

export const ORGS = {
  auental: { id: 'auental', name: 'Kreis Auental' },
  lindenhafen: { id: 'lindenhafen', name: 'Stadt Lindenhafen' },
  brueckfurt: { id: 'brueckfurt', name: 'Stadt Brückfurt' },
  impulswerk: { id: 'impulswerk', name: 'Impulswerk Lindenhafen e. V.' },
} as const;

const CONTRIBUTIONS: readonly Contribution[] = [
  { kind: 'practice', id: 'vorlagen', title: 'Sitzungsvorlagen auf zwei Seiten', at: '2026-11-02T10:00:00Z' },
  { kind: 'patron', id: 'rueckruf', title: 'Rückruf statt Warteschleife', at: '2026-09-12T10:00:00Z' },
  { kind: 'event', id: 'lunch', title: 'Lunch & Learn: Fehlerkultur im Bauamt', at: '2026-06-04T10:00:00Z' },
  { kind: 'session', id: 'camp', title: 'Camp: Beteiligung ohne Frust', at: '2026-05-08T10:00:00Z' },
];

/** People who are made up, as a member of the network sees them. */
export const SAMPLE_PEERS: readonly Peer[] = [
  {
    id: 'mara',
    displayName: 'Mara Kestner',
    pronouns: 'sie/ihr',
    function: 'Projektleitung Beteiligung',
    org: ORGS.auental,
    unit: 'Organisation und Digitales',
    headline: 'Ich hole Menschen an den Tisch, bevor entschieden ist.',
    bio: 'Seit zwölf Jahren im Kreis, vorher Theaterpädagogik.\n\nAm liebsten arbeite ich mit Leuten, die eine Sitzung lieber im Stehen halten und das Protokoll gleich mitschreiben.',
    expertise: [
      { label: 'Bürgerbeteiligung', topicId: 'participation', level: 'expert' },
      { label: 'Moderation', topicId: 'moderation', level: 'expert' },
      { label: 'Verständliche Sprache', topicId: 'language', level: 'average' },
    ],
    interests: [{ label: 'Losverfahren' }, { label: 'Offene Daten', topicId: 'data' }],
    languages: ['de', 'en', 'uk'],
    availability: { state: 'open' },
    offers: [
      offer('offer', 'participation', 'talk', 'Eine Stunde zu Ihrem Vorhaben: was wirkt, was Menschen verärgert.'),
      offer('offer', 'moderation', 'workshop'),
      offer('seek', 'processes', 'shadowing', 'Wer nimmt Abläufe so auf, dass alle mitreden können?'),
    ],
    can: ['contact'],
    updatedAt: '2027-02-20T09:00:00Z',
  },
  {
    id: 'jonas',
    displayName: 'Jonas von Ried',
    function: 'Sachbearbeitung Bauanträge',
    org: ORGS.lindenhafen,
    unit: 'Bauamt',
    headline: 'Wir haben aus 14 Formularen drei gemacht.',
    expertise: [{ label: 'Prozessaufnahme', topicId: 'processes', level: 'average' }],
    languages: ['de'],
    availability: { state: 'limited', until: '2027-05-31' },
    offers: [
      offer('offer', 'processes', 'shadowing'),
      offer('offer', 'forms', 'document'),
      offer('seek', 'language', 'review'),
    ],
    can: ['contact'],
  },
  {
    id: 'emine',
    displayName: 'Emine Öztürk-Brandt',
    pronouns: 'sie/ihr',
    org: ORGS.brueckfurt,
    unit: 'Jugendamt',
    headline: 'Leichte Sprache ist keine Vereinfachung, sondern Arbeit.',
    expertise: [{ label: 'Verständliche Sprache', topicId: 'language', level: 'expert' }],
    languages: ['de', 'tr'],
    availability: { state: 'paused', until: '2027-04-15' },
    offers: [offer('offer', 'language', 'review')],
    can: [],
  },
  {
    id: 'amal',
    displayName: 'أمل السيد',
    org: ORGS.impulswerk,
    function: 'Ehrenamtskoordination',
    expertise: [{ label: 'Neues Arbeiten', topicId: 'new-work', level: 'average' }],
    languages: ['ar', 'de'],
    availability: { state: 'open' },
    offers: [offer('seek', 'participation', 'pilot', 'Ein Amt, das mit uns einen Beteiligungsabend ausprobiert.')],
    me: { request: 'sent' },
    can: ['contact'],
  },
  {
    id: 'bo',
    displayName: 'Bo',
    org: ORGS.lindenhafen,
    availability: { state: 'open' },
    can: ['contact'],
  },
  {
    id: 'ayla',
    displayName: 'Ayla Mutig',
    org: ORGS.lindenhafen,
    unit: 'Personal',
    headline: 'Fehler erzählen, bevor sie teuer werden.',
    expertise: [{ label: 'Fehlerkultur', topicId: 'error-culture', level: 'expert' }],
    languages: ['de', 'en'],
    availability: { state: 'open' },
    offers: [offer('offer', 'error-culture', 'workshop'), offer('seek', 'moderation', 'talk')],
    me: { self: true },
    can: ['update'],
  },
  {
    id: 'henrik',
    displayName: 'Dr. Henrik de Vries',
    org: ORGS.auental,
    unit: 'Statistikstelle',
    bio: 'Ich veröffentliche, was wir ohnehin zählen: Haltestellen, Bäume, Wartezeiten.',
    expertise: [{ label: 'Offene Daten', topicId: 'data', level: 'expert' }],
    languages: ['de', 'nl'],
    availability: { state: 'open' },
    can: ['contact'],
  },
];

/** One person with what they did, as the answer about one has it. */
export const wholePeer = (id: string, peers: readonly Peer[] = SAMPLE_PEERS): Peer | undefined => {
  const peer = peers.find((each) => each.id === id);
  return peer && (id === 'mara' ? { ...peer, contributions: CONTRIBUTIONS } : peer);
};

export const SAMPLE_MATCHES: readonly PeerMatch[] = [
  {
    peer: SAMPLE_PEERS[0]!,
    score: 0.8,
    why: [{ kind: 'offers-yours', topic: TOPICS.moderation }, { kind: 'elsewhere' }],
  },
];

/** What strangers see: public entries, and no way to ask. */
export const publicPeers = (): readonly Peer[] =>
  SAMPLE_PEERS.slice(0, 3).map(({ me: _me, bio: _bio, availability: _availability, ...peer }) => ({
    ...peer,
    can: [],
  }));

const GIVEN = 'Anna Bela Cem Dora Elif Falk Greta Hasan Ines Jule Kai Lena Malte Nora Olaf Paula'.split(' ');
const FAMILY = 'Auer Birk Çelik Dorn Esch Feld Groß Holm Ihle Jung Korn Lind Möll Neu Ott Pohl'.split(' ');

/** Many people, the same each time. */
export function manyPeers(count: number): readonly Peer[] {
  const orgs = Object.values(ORGS);
  const topics = Object.keys(TOPICS) as (keyof typeof TOPICS)[];
  return [...'.'.repeat(count)].map((_, at): Peer => {
    const family = FAMILY[Math.floor(at / GIVEN.length) % FAMILY.length]!;
    return {
      id: `p${at}`,
      displayName: `${GIVEN[at % GIVEN.length]!} ${family} ${at}`,
      org: orgs[at % orgs.length]!,
      headline: `Arbeitet an Vorhaben ${at}.`,
      languages: at % 5 === 0 ? ['de', 'en'] : ['de'],
      availability: { state: at % 7 === 0 ? 'paused' : 'open' },
      offers: [offer(at % 2 === 0 ? 'offer' : 'seek', topics[at % topics.length]!, 'talk')],
      can: ['contact'],
    };
  });
}
