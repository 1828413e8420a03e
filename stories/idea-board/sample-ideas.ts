import type { Notification } from '../../src/model/account.ts';
import type { OrgRef } from '../../src/model/common.ts';
import type { HelpKind, Idea, IdeaCounts, IdeaStage } from '../../src/model/idea.ts';

/** The moment at which the stories play. */
export const NOW = '2026-03-12T09:00:00Z';

const LINDENHAFEN: OrgRef = { id: 'lindenhafen', name: 'Stadt Lindenhafen' };
const AUENTAL: OrgRef = { id: 'auental', name: 'Kreis Auental' };
const BRUECKFURT: OrgRef = { id: 'brueckfurt', name: 'Stadt Brückfurt' };

const TOPICS = {
  language: { id: 'language', label: { de: 'Verständliche Sprache', en: 'Plain language' } },
  learning: { id: 'learning', label: { de: 'Lernende Verwaltung', en: 'Learning administration' } },
  digital: { id: 'digital', label: { de: 'Digitale Dienste', en: 'Digital services' } },
  field: { id: 'field', label: { de: 'Arbeit draußen', en: 'Work outside' } },
} as const;

const NO_COUNTS: IdeaCounts = {
  supports: 0,
  usefulHere: 0,
  joins: 0,
  comments: 0,
  helpOffers: 0,
  followers: 0,
  adoptions: 0,
};

interface Sketch {
  readonly id: string;
  readonly stage: IdeaStage;
  readonly title: string;
  readonly summary: string;
  readonly org: OrgRef;
  readonly topic: keyof typeof TOPICS;
  readonly day: number;
  readonly needs?: readonly HelpKind[];
  readonly more?: Partial<Idea>;
  readonly counts?: Partial<IdeaCounts>;
}

const idea = ({ id, stage, title, summary, org, topic, day, needs = [], more = {}, counts = {} }: Sketch): Idea => ({
  id,
  stage,
  title,
  summary,
  reach: day % 3 === 0 ? 'within' : day % 3 === 1 ? 'between' : 'civil',
  authors: [{ id: 'rosa', displayName: 'Rosa Wiesengrund', org }],
  orgs: [org],
  topics: [TOPICS[topic]],
  tags: [],
  needs: needs.map((kind) => ({ kind })),
  attachments: [],
  counts: { ...NO_COUNTS, ...counts },
  can: [],
  createdAt: `2026-02-${String(day).padStart(2, '0')}T08:00:00Z`,
  activeAt: `2026-03-${String(day).padStart(2, '0')}T08:00:00Z`,
  ...more,
});

/** Ideas of a made-up network, most stages once at least. */
export const SAMPLE_IDEAS: readonly Idea[] = [
  idea({
    id: 'formulare',
    stage: 'trying',
    title: 'Formulare mit Bürgerinnen testen, bevor sie online gehen',
    summary: 'Drei Menschen füllen ein neues Formular aus, während wir zusehen. Was stockt, ändern wir am selben Tag.',
    org: BRUECKFURT,
    topic: 'digital',
    day: 11,
    needs: ['legal', 'test-site'],
    counts: { supports: 14, usefulHere: 3, helpOffers: 1 },
    more: { me: { support: { level: 'useful-here', shown: 'org' } } },
  }),
  idea({
    id: 'ruecknahme',
    stage: 'open',
    title: 'Rückruf statt Warteschleife',
    summary: 'Wer anruft und niemanden erreicht, nennt eine Nummer und bekommt am selben Tag einen Rückruf.',
    org: LINDENHAFEN,
    topic: 'digital',
    day: 10,
    needs: ['it'],
    counts: { supports: 6, usefulHere: 1 },
  }),
  idea({
    id: 'leichte-bescheide',
    stage: 'teaming',
    title: 'Bescheide, die man beim ersten Lesen versteht',
    summary: 'Ein Satz vorweg sagt, was entschieden ist. Der Rest folgt geordnet, die Rechtsbehelfsbelehrung zuletzt.',
    org: AUENTAL,
    topic: 'language',
    day: 9,
    needs: ['design', 'legal', 'pilot-users'],
    counts: { supports: 22, usefulHere: 5, helpOffers: 4 },
  }),
  idea({
    id: 'bauhof-tablet',
    stage: 'submitted',
    title: 'Schadensmeldung direkt vom Bauhof-Fahrzeug',
    summary:
      'Ein Foto vom Schlagloch, ein Tipp auf die Karte, fertig. Kein Zettel mehr, der bis Freitag liegen bleibt.',
    org: LINDENHAFEN,
    topic: 'field',
    day: 8,
    more: { anonymous: true, authors: [] },
  }),
  idea({
    id: 'fehlerfreitag',
    stage: 'documented',
    title: 'Fehlerfreitag: einmal im Monat über Irrtümer reden',
    summary: 'Dreißig Minuten, ein Irrtum, keine Schuldigen. Was wir lernen, steht danach auf einer Seite.',
    org: LINDENHAFEN,
    topic: 'learning',
    day: 7,
    counts: { supports: 31, usefulHere: 7, adoptions: 2, helpOffers: 3 },
  }),
  idea({
    id: 'sitzungsvorlagen',
    stage: 'adopted',
    title: 'Sitzungsvorlagen auf zwei Seiten',
    summary: 'Eine Vorlage, die in zwei Seiten sagt, was zu entscheiden ist. Alles andere kommt in den Anhang.',
    org: AUENTAL,
    topic: 'language',
    day: 6,
    counts: { supports: 18, usefulHere: 4 },
  }),
  idea({
    id: 'hospitation',
    stage: 'evaluated',
    title: 'Eine Woche im Nachbaramt',
    summary: 'Wer möchte, arbeitet eine Woche in einem anderen Amt mit und bringt drei Beobachtungen zurück.',
    org: BRUECKFURT,
    topic: 'learning',
    day: 5,
    needs: ['time'],
    counts: { supports: 9, usefulHere: 2 },
  }),
  idea({
    id: 'tausch',
    stage: 'transfer',
    title: 'Gemeinsame Ausleihe für Werkzeug und Anhänger',
    summary: 'Was ein Bauhof selten braucht, leiht er vom nächsten. Ein Kalender zeigt, was gerade frei ist.',
    org: AUENTAL,
    topic: 'field',
    day: 4,
    counts: { supports: 12, usefulHere: 3, adoptions: 1 },
  }),
  idea({
    id: 'sprechstunde',
    stage: 'open',
    title: 'Sprechstunde auf dem Wochenmarkt',
    summary: 'Einmal im Monat stehen wir dort, wo ohnehin alle sind, und helfen bei Anträgen.',
    org: BRUECKFURT,
    topic: 'digital',
    day: 3,
    needs: ['room', 'time'],
    counts: { supports: 4 },
  }),
  idea({
    id: 'lotsen',
    stage: 'parked',
    title: 'Lotsinnen und Lotsen für neue Kolleginnen und Kollegen',
    summary: 'Wer neu ist, bekommt für hundert Tage eine Person an die Seite, die nicht vorgesetzt ist.',
    org: LINDENHAFEN,
    topic: 'learning',
    day: 2,
    more: { reason: 'Die Ansprechperson hat gewechselt.' },
  }),
  idea({
    id: 'dienstrad',
    stage: 'stopped',
    title: 'Lastenräder für den Außendienst',
    summary: 'Ein Sommer mit zwei Rädern: gut für Wege unter drei Kilometern, zu schwer für den Rest.',
    org: BRUECKFURT,
    topic: 'field',
    day: 1,
    counts: { supports: 5 },
  }),
];

/** What waits for moderators. */
export const QUEUE: readonly Idea[] = [
  { ...SAMPLE_IDEAS[3]!, can: ['moderate', 'transition:open', 'transition:returned', 'transition:declined'] },
  { ...SAMPLE_IDEAS[1]!, id: 'gemeldet', reports: 2, can: ['moderate'] },
  { ...SAMPLE_IDEAS[2]!, id: 'kommentar', can: ['moderate'] },
];

/** The ideas as somebody sees them who may move them on. */
export const movableIdeas = (): readonly Idea[] =>
  SAMPLE_IDEAS.map((each) => {
    const steps: Partial<Record<IdeaStage, readonly string[]>> = {
      submitted: ['transition:open', 'transition:returned'],
      open: ['transition:parked'],
      trying: ['transition:evaluated', 'transition:parked'],
      parked: ['transition:open'],
    };
    return { ...each, can: ['update', ...(steps[each.stage] ?? [])] };
  });

/** As many ideas as are wanted, over all stages. */
export const manyIdeas = (count: number): readonly Idea[] =>
  Array.from({ length: count }, (_, index) => {
    const model = SAMPLE_IDEAS[index % SAMPLE_IDEAS.length]!;
    const at = new Date(Date.parse(NOW) - index * 3_600_000).toISOString();
    return {
      ...model,
      id: `${model.id}-${index}`,
      title: `${model.title} (${index + 1})`,
      createdAt: at,
      activeAt: at,
    };
  });

const news = (id: string, kind: string, title: string, more: Partial<Notification> = {}): Notification => ({
  id,
  kind,
  at: '2026-03-12T08:30:00Z',
  read: false,
  by: { displayName: 'Mirja Feldweg' },
  idea: { id: 'formulare', title },
  ...more,
});

export const SAMPLE_NEWS: readonly Notification[] = [
  news('n1', 'help-offered', SAMPLE_IDEAS[0]!.title, { text: 'Ich kenne die Prüfschritte und habe freitags Zeit.' }),
  news('n2', 'comment', SAMPLE_IDEAS[0]!.title, { text: 'Bei uns hat das mit zwei Menschen auch gereicht.' }),
  news('n3', 'idea-released', SAMPLE_IDEAS[1]!.title, {
    idea: { id: 'ruecknahme', title: SAMPLE_IDEAS[1]!.title },
    read: true,
  }),
];
