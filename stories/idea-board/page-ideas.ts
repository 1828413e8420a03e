import type { PersonRef } from '../../src/model/common.ts';
import type { HelpOffer, IdeaComment, IdeaSupport } from '../../src/model/idea-participation.ts';
import type { Idea, IdeaCounts } from '../../src/model/idea.ts';

/** The moment that samples and tests believe it is. */
export const NOW = '2026-03-12T10:00:00Z';

export const LINDENHAFEN = { id: 'lindenhafen', name: 'Stadt Lindenhafen' };
export const AUENTAL = { id: 'auental', name: 'Kreis Auental' };
export const BRUECKFURT = { id: 'brueckfurt', name: 'Stadt Brückfurt' };

const someone = (id: string, displayName: string, org: PersonRef['org']): PersonRef & { readonly id: string } => ({
  id,
  displayName,
  org,
});
export const ROSA = someone('rosa', 'Rosa Wiesengrund', LINDENHAFEN);
export const AYLA = someone('ayla', 'Ayla Mutig', LINDENHAFEN);
export const HENRIK = someone('henrik', 'Henrik Aktendeckel', AUENTAL);
export const MIRJA = someone('mirja', 'Mirja Feldweg', AUENTAL);
export const CEM = someone('cem', 'Cem Brückenbauer', BRUECKFURT);

const counts = (given: Partial<IdeaCounts> = {}): IdeaCounts => ({
  supports: 0,
  usefulHere: 0,
  joins: 0,
  comments: 0,
  helpOffers: 0,
  followers: 0,
  adoptions: 0,
  ...given,
});

const READER = ['support', 'follow', 'comment', 'offer-help', 'report'];

/** An idea that looks for support, with everything that can be told about one. */
export const OPEN_IDEA: Idea = {
  id: 'formulare',
  title: 'Formulare mit Bürgerinnen testen, bevor sie online gehen',
  summary: 'Drei Menschen von der Straße füllen jedes neue Formular aus, wir schauen zu und ändern es danach.',
  problem: 'Bei jedem zweiten Antrag fehlt etwas. Rückfragen kosten uns **zwei Stunden am Tag**.',
  body: 'So könnte es gehen:\n\n1. Ein Formular wählen, das viele brauchen.\n2. Drei Menschen im Foyer fragen.\n3. Zuschauen, *nicht erklären*.\n\nMehr dazu im [Leitfaden](https://leitfaden.example/testen).',
  benefitFor: 'Allen, die Anträge stellen, und uns im Bürgeramt.',
  firstStep: 'Ein Nachmittag im Foyer mit dem Formular „Wohnsitz anmelden“.',
  reach: 'between',
  stage: 'open',
  authors: [ROSA],
  orgs: [LINDENHAFEN, AUENTAL],
  unit: 'Bürgeramt',
  topics: [{ id: 'co', label: { de: 'Co-Produktion und Co-Kreation', en: 'Co-production and co-creation' } }],
  tags: ['formulare', 'usability'],
  needs: [
    { kind: 'legal', text: 'Dürfen wir Menschen dafür Gutscheine geben?' },
    { kind: 'test-site', text: 'Ein Foyer mit Platz für einen Tisch', filledBy: MIRJA },
  ],
  place: { name: 'Rathaus, Foyer' },
  attachments: [
    {
      id: 'a1',
      url: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAJCAIAAAC0SDtlAAAAGUlEQVR42mM4+/AZSYhhRGpgSMgjDdFcAwBI8h4wpGjBSgAAAABJRU5ErkJggg==',
      mediaType: 'image/png',
      fileName: 'foyer.png',
      bytes: 82,
      width: 320,
      height: 180,
      alt: 'Ein Tisch im Foyer mit einem Schild: Haben Sie zehn Minuten?',
    },
    {
      id: 'a2',
      url: 'https://dateien.example/leitfaden.pdf',
      mediaType: 'application/pdf',
      fileName: 'leitfaden-kurz.pdf',
      bytes: 1_234_567,
    },
  ],
  counts: counts({ supports: 7, usefulHere: 3, joins: 2, comments: 4, helpOffers: 2, followers: 9 }),
  usefulTo: [AUENTAL, BRUECKFURT],
  me: {},
  history: [
    { at: '2026-02-02T08:00:00Z', by: ROSA, action: 'create', to: 'submitted' },
    {
      at: '2026-02-03T09:30:00Z',
      by: AYLA,
      action: 'transition',
      from: 'submitted',
      to: 'open',
      note: 'Schön klar beschrieben.',
    },
  ],
  etag: '"1"',
  createdAt: '2026-02-02T08:00:00Z',
  updatedAt: '2026-03-01T08:00:00Z',
  visibility: 'network',
  can: READER,
};

export const AUTHOR_IDEA: Idea = {
  ...OPEN_IDEA,
  me: { author: true, following: true },
  can: [
    'update',
    'widen',
    'follow',
    'comment',
    'answer-help',
    'transition:teaming',
    'transition:parked',
    'transition:withdrawn',
    'transition:merged',
  ],
};

export const STRANGER_IDEA: Idea = { ...OPEN_IDEA, can: [], me: undefined };

export const SUBMITTED_IDEA: Idea = {
  ...OPEN_IDEA,
  id: 'bauhof',
  title: 'Am Bauhof einmal in der Woche gemeinsam planen',
  summary: 'Eine halbe Stunde am Montag, alle Kolonnen, ein Brett mit Karten.',
  stage: 'submitted',
  reach: 'within',
  authors: [],
  anonymous: true,
  attachments: [],
  needs: [],
  counts: counts(),
  usefulTo: [],
  reports: 1,
  history: [{ at: '2026-03-10T06:00:00Z', action: 'create', to: 'submitted' }],
  can: [
    'moderate',
    'comment',
    'transition:open',
    'transition:returned',
    'transition:declined',
    'transition:merged',
    'report',
  ],
};

export const RETURNED_IDEA: Idea = {
  ...SUBMITTED_IDEA,
  stage: 'returned',
  reports: 0,
  question: 'Wer soll die halbe Stunde leiten, und was passiert bei Eis und Schnee?',
  me: { author: true },
  can: ['update', 'comment', 'transition:submitted', 'transition:withdrawn'],
};

const TRIAL = {
  hypothesis: 'Rückfragen zum Formular gehen um die Hälfte zurück.',
  place: 'Bürgeramt Lindenhafen-Mitte',
  start: '2026-03-01',
  end: '2026-03-31',
  indicators: [
    { name: 'Rückfragen je Woche', before: 42 },
    { name: 'Zeit bis zum Bescheid', unit: 'Tage', before: 12.5 },
    { name: 'Zufriedenheit', unit: 'von 5' },
  ],
} as const;

export const TRYING_IDEA: Idea = {
  ...OPEN_IDEA,
  id: 'versuch',
  stage: 'trying',
  patron: HENRIK,
  team: [ROSA, MIRJA, CEM],
  trial: TRIAL,
  answer: {
    text: 'Das Dezernat unterstützt den Versuch. Über die Fortsetzung entscheiden wir nach der Auswertung.',
    by: AYLA,
    at: '2026-03-02T12:00:00Z',
    promisedFor: '2026-03-08',
  },
};

export const EVALUATED_IDEA: Idea = {
  ...TRYING_IDEA,
  id: 'ausgewertet',
  stage: 'evaluated',
  me: { author: true },
  trial: {
    ...TRIAL,
    indicators: [
      { name: 'Rückfragen je Woche', before: 42, after: 17 },
      { name: 'Zeit bis zum Bescheid', unit: 'Tage', before: 12.5, after: 9 },
      { name: 'Zufriedenheit', unit: 'von 5', before: 3.1, after: 4.4 },
    ],
    result: 'works',
    learned: 'Drei Menschen reichen. Wer zuschaut, darf nichts erklären. Gutscheine braucht es nicht.',
  },
  pastTrials: [
    {
      ...TRIAL,
      place: 'Außenstelle Hafen',
      start: '2025-10-01',
      end: '2025-10-31',
      indicators: [{ name: 'Rückfragen je Woche', before: 40, after: 38 }],
      result: 'not',
      learned: 'Mit Freiwilligen aus dem Amt findet man die Fehler nicht.',
    },
  ],
  can: ['update', 'comment', 'transition:trying', 'transition:adopted', 'transition:stopped'],
};

export const PRACTICE_IDEA: Idea = {
  ...EVALUATED_IDEA,
  id: 'praxis',
  stage: 'documented',
  me: {},
  adoption: { contact: 'Bürgeramt, Rosa Wiesengrund', effort: 'ein Nachmittag im Monat' },
  practice: {
    url: 'https://blog.example/formulare-testen',
    checklist: ['Formular wählen', 'Tisch im Foyer aufstellen', 'Drei Menschen zuschauen', 'Noch am selben Tag ändern'],
    effort: 'ein Nachmittag im Monat, zwei Personen',
    legalBasis: 'Keine besondere; Aufnahmen nur mit Einwilligung.',
    cost: 'Kaffee',
    contact: ROSA,
    licence: 'CC BY 4.0',
  },
  links: {
    adaptedFrom: { id: 'ursprung', title: 'Bescheide laut vorlesen', stage: 'documented', org: BRUECKFURT },
    adaptations: [
      { id: 'kind-1', title: 'Formulare im Kreishaus testen', stage: 'trying', org: AUENTAL },
      { id: 'kind-2', title: 'Testen im Bürgerbus', stage: 'evaluated', org: BRUECKFURT },
    ],
    merged: [{ id: 'klein', title: 'Formulare kürzer machen', stage: 'merged' }],
  },
  history: [
    { at: '2025-09-01T08:00:00Z', by: ROSA, action: 'create', to: 'submitted' },
    { at: '2025-09-02T08:00:00Z', by: AYLA, action: 'transition', from: 'submitted', to: 'open' },
    { at: '2025-09-20T08:00:00Z', by: ROSA, action: 'transition', from: 'open', to: 'teaming' },
    { at: '2025-10-01T08:00:00Z', by: ROSA, action: 'transition', from: 'teaming', to: 'trying' },
    { at: '2025-11-03T08:00:00Z', by: ROSA, action: 'transition', from: 'trying', to: 'evaluated' },
    { at: '2026-01-07T08:00:00Z', by: AYLA, action: 'transition', from: 'evaluated', to: 'adopted' },
    { at: '2026-02-07T08:00:00Z', by: ROSA, action: 'transition', from: 'adopted', to: 'documented' },
    { at: '2026-02-20T08:00:00Z', by: MIRJA, action: 'take-over' },
  ],
  can: [...READER, 'take-over'],
};

export const STOPPED_IDEA: Idea = {
  ...EVALUATED_IDEA,
  id: 'beendet',
  stage: 'stopped',
  trial: {
    ...EVALUATED_IDEA.trial!,
    result: 'not',
    learned: 'Ohne Vorlauf im Personalrat geht es nicht. Nächstes Mal fragen wir zuerst.',
  },
  history: [
    ...PRACTICE_IDEA.history!.slice(0, 5),
    { at: '2025-12-01T08:00:00Z', by: ROSA, action: 'transition', from: 'evaluated', to: 'stopped' },
  ],
  can: ['comment', 'transition:open'],
};

export const PENDING_MERGE: Idea = {
  ...OPEN_IDEA,
  id: 'zusammen',
  pending: {
    to: 'merged',
    at: '2026-03-05T08:00:00Z',
    by: CEM,
    into: { id: 'formulare', title: OPEN_IDEA.title, stage: 'open' },
    reason: 'Beide wollen dasselbe; zusammen finden wir eher ein Foyer.',
  },
  title: 'Anträge vor dem Start ausprobieren lassen',
  can: [...READER, 'confirm', 'refuse'],
};

const LONG_WORD = 'Bürgerbeteiligungsverfahrensbeschleunigungskoordinierungsstellenleitung';
export const LONG_IDEA: Idea = {
  ...PRACTICE_IDEA,
  id: 'lang',
  title: `${LONG_WORD} und ${LONG_WORD}`.slice(0, 120),
  summary: `${LONG_WORD} `.repeat(4).slice(0, 280),
  body: `${LONG_WORD} macht weiter. `.repeat(60),
  authors: [ROSA, AYLA, HENRIK, MIRJA, CEM],
  tags: ['verwaltungsverfahrensgesetz', 'organisationsentwicklung', 'digitalisierungslotsinnen'],
};

const HOSTILE = '<img src=x onerror=alert(1)><script>alert(1)</script>[klick](javascript:alert(1)) **fett**';
export const HOSTILE_IDEA: Idea = {
  ...PRACTICE_IDEA,
  id: 'boese"><script>alert(1)</script>',
  title: HOSTILE,
  summary: HOSTILE,
  problem: HOSTILE,
  body: HOSTILE,
  benefitFor: HOSTILE,
  firstStep: HOSTILE,
  url: 'javascript:alert(1)',
  tags: [HOSTILE],
  place: { name: HOSTILE },
  needs: [{ kind: 'legal', text: HOSTILE }],
  patron: { id: 'x', displayName: HOSTILE },
  answer: { text: HOSTILE, by: { displayName: HOSTILE }, at: 'gestern' },
  practice: { ...PRACTICE_IDEA.practice!, url: 'javascript:alert(1)', checklist: [HOSTILE], cost: HOSTILE },
  attachments: [
    { id: 'x', url: 'javascript:alert(1)', mediaType: 'image/png', fileName: HOSTILE, bytes: 1, alt: HOSTILE },
    { id: 'y', url: 'https://a.example/x.svg', mediaType: 'image/svg+xml', fileName: 'x.svg', bytes: 1 },
  ],
  trial: {
    ...PRACTICE_IDEA.trial!,
    hypothesis: HOSTILE,
    start: 'gestern',
    end: HOSTILE,
    indicators: [{ name: HOSTILE, unit: HOSTILE, before: -5, after: Number.MAX_VALUE }],
  },
};

export const COMMENTS: readonly IdeaComment[] = [
  {
    id: 'c1',
    ideaId: 'formulare',
    kind: 'experience',
    body: 'Bei uns haben **zwei Nachmittage** gereicht, um das Gewerbeformular zu halbieren. @Rosa Wiesengrund, ich zeige es gern.',
    author: CEM,
    state: 'visible',
    mentions: [ROSA],
    reactions: { thanks: 2, insight: 1 },
    me: { reactions: ['thanks'] },
    createdAt: '2026-02-10T10:00:00Z',
    can: ['reply', 'react', 'report'],
  },
  {
    id: 'c2',
    ideaId: 'formulare',
    parentId: 'c1',
    kind: 'answer',
    body: 'Sehr gern. Passt Dienstag?',
    author: ROSA,
    state: 'visible',
    createdAt: '2026-02-10T12:00:00Z',
    editedAt: '2026-02-10T12:05:00Z',
    etag: '"c2-1"',
    can: ['update', 'remove', 'react'],
  },
  {
    id: 'c3',
    ideaId: 'formulare',
    kind: 'concern',
    body: 'Was sagt der Datenschutz, wenn wir Menschen beim Ausfüllen zuschauen?',
    author: HENRIK,
    state: 'visible',
    createdAt: '2026-02-12T08:00:00Z',
    can: ['reply', 'react', 'report'],
  },
  {
    id: 'c4',
    ideaId: 'formulare',
    kind: 'comment',
    body: '',
    author: MIRJA,
    state: 'removed',
    createdAt: '2026-02-13T08:00:00Z',
    can: [],
  },
  {
    id: 'c5',
    ideaId: 'formulare',
    kind: 'comment',
    body: '',
    anonymous: true,
    state: 'hidden',
    reason: 'Nannte eine Kollegin mit Namen und Krankheit.',
    createdAt: '2026-02-14T08:00:00Z',
    can: [],
  },
];

export const MODERATED_COMMENTS: readonly IdeaComment[] = [
  { ...COMMENTS[0]!, can: ['reply', 'react', 'hide'] },
  {
    ...COMMENTS[4]!,
    id: 'c6',
    state: 'pending',
    body: 'Endlich spricht es jemand aus.',
    reason: undefined,
    can: ['show', 'hide'],
  },
  { ...COMMENTS[4]!, body: 'Frau Beispiel ist ständig krank.', can: ['show'] },
];

export const OFFERS: readonly HelpOffer[] = [
  {
    id: 'o1',
    ideaId: 'formulare',
    kinds: ['legal'],
    hours: '2-5',
    person: HENRIK,
    state: 'offered',
    createdAt: '2026-02-11T08:00:00Z',
    can: [],
  },
  {
    id: 'o2',
    ideaId: 'formulare',
    kinds: ['test-site', 'contact'],
    hours: 'day',
    person: MIRJA,
    state: 'done',
    thanks: 'Ohne dein Foyer hätten wir nie angefangen.',
    createdAt: '2026-02-09T08:00:00Z',
    can: [],
  },
];

export const OFFERS_FOR_AUTHOR: readonly HelpOffer[] = [
  {
    ...OFFERS[0]!,
    text: 'Ich habe das für unseren Kreis schon einmal geprüft und schaue gern darauf.',
    can: ['accept', 'decline'],
  },
  { ...OFFERS[1]!, state: 'accepted', thanks: undefined, can: ['done'] },
];

export const SUPPORTS: readonly IdeaSupport[] = [
  {
    level: 'i-join',
    person: CEM,
    org: BRUECKFURT,
    note: 'Ich bringe unseren Leitfaden mit.',
    at: '2026-02-10T08:00:00Z',
  },
  { level: 'useful-here', org: AUENTAL, at: '2026-02-11T08:00:00Z' },
];

export const PEOPLE: readonly PersonRef[] = [ROSA, AYLA, HENRIK, MIRJA, CEM];
