import type { EventStatus } from '../../../src/model/calendar-event.ts';
import type { HelpKind, IdeaReach, IdeaStage } from '../../../src/model/idea.ts';
import type { EmbedWidget } from './embed-widgets.ts';

/** What the pages say in one language, beside what people wrote. */
export interface EmbedWords {
  readonly titles: Readonly<Record<EmbedWidget, string>>;
  readonly leads: Readonly<Record<EmbedWidget, string>>;
  readonly allIdeas: string;
  readonly from: (network: string) => string;
  readonly plainPage: string;
  readonly otherLanguage: string;
  readonly actThere: string;
  readonly more: string;
  readonly none: Readonly<Record<'events' | 'ideas' | 'peers' | 'posts', string>>;
  readonly place: string;
  readonly online: string;
  readonly by: string;
  readonly fileOf: string;
  readonly about: (title: string) => string;
  readonly subscribe: string;
  readonly feed: string;
  readonly status: Readonly<Record<Exclude<EventStatus, 'scheduled'>, string>>;
  readonly stages: Readonly<Record<IdeaStage, string>>;
  readonly reaches: Readonly<Record<IdeaReach, string>>;
  readonly reachHints: Readonly<Record<IdeaReach, string>>;
  readonly unnamed: string;
  readonly supports: (count: number) => string;
  readonly chapters: Readonly<Record<'problem' | 'body' | 'benefitFor' | 'firstStep' | 'needs', string>>;
  readonly needs: Readonly<Record<HelpKind, string>>;
  readonly offers: string;
  readonly seeks: string;
  readonly knows: string;
  readonly report: string;
  readonly warning: string;
  readonly profile: readonly [string, string];
  readonly signIn: string;
  readonly toDirectory: string;
  readonly unknownTitle: string;
  readonly unknown: string;
  readonly gone: string;
  readonly busyTitle: string;
  readonly busy: (minutes: number) => string;
  readonly wrongTitle: string;
  readonly wrong: string;
  readonly failedTitle: string;
  readonly failed: string;
}

const de: EmbedWords = {
  titles: {
    'event-calendar': 'Termine',
    'idea-board': 'Ideen',
    'idea-submission': 'Idee einreichen',
    'peer-directory': 'Menschen im Netzwerk',
    'peer-profile': 'Ihr Eintrag im Verzeichnis',
    'blog-feed': 'Beiträge',
  },
  leads: {
    'event-calendar': 'Was in den nächsten acht Wochen stattfindet.',
    'idea-board': 'Was Menschen in der Verwaltung ändern wollen, und wie weit es ist.',
    'idea-submission': 'Was läuft nicht gut, und wie ginge es besser? Ein paar Sätze genügen.',
    'peer-directory': 'Wer was weiß und wer wobei Unterstützung sucht. Sie sehen, was alle sehen dürfen.',
    'peer-profile': 'Wer Sie sind, was Sie können und was Sie suchen.',
    'blog-feed': 'Neues aus dem Netzwerk und von seinen Mitgliedern.',
  },
  allIdeas: 'Alle Ideen',
  from: (network) => `Aus dem Netzwerk ${network}.`,
  plainPage: 'Als eigene Seite öffnen',
  otherLanguage: 'English',
  actThere: 'In diesem Rahmen können Sie nur lesen. Zum Mitmachen öffnen Sie diese Seite:',
  more: 'Weitere anzeigen',
  none: {
    events: 'In den nächsten acht Wochen steht hier kein Termin an.',
    ideas: 'Hier ist noch keine Idee, die alle sehen dürfen.',
    peers: 'Hier ist niemand, dessen Eintrag alle sehen dürfen. Wer angemeldet ist, sieht mehr.',
    posts: 'Hier ist noch kein Beitrag.',
  },
  place: 'Ort',
  online: 'Online',
  by: 'Es lädt ein',
  fileOf: 'Kalenderdatei',
  about: (title) => `zu „${title}“`,
  subscribe: 'Alle Termine im eigenen Kalender abonnieren',
  feed: 'Mit einem Feedreader verfolgen',
  status: {
    cancelled: 'Abgesagt',
    postponed: 'Verschoben',
    'moved-online': 'Jetzt online',
    tentative: 'Noch unter Vorbehalt',
  },
  stages: {
    draft: 'Entwurf',
    submitted: 'Eingereicht',
    returned: 'Rückfrage',
    open: 'Sucht Unterstützung',
    teaming: 'Team bildet sich',
    trying: 'Wird ausprobiert',
    evaluated: 'Ausgewertet',
    adopted: 'Im Alltag angekommen',
    documented: 'Praxis dokumentiert',
    transfer: 'Wird übernommen',
    parked: 'Ruht',
    stopped: 'Beendet, mit Erkenntnis',
    declined: 'Nicht weiterverfolgt',
    merged: 'Zusammengeführt',
    withdrawn: 'Zurückgezogen',
  },
  reaches: { within: 'In unserer Verwaltung', between: 'Zwischen Verwaltungen', civil: 'Mit der Zivilgesellschaft' },
  reachHints: {
    within: 'Nur Menschen der gewählten Verwaltung sehen die Idee.',
    between: 'Alle Verwaltungen im Netzwerk sehen die Idee.',
    civil: 'Die Idee ist öffentlich zu sehen.',
  },
  unnamed: 'Ohne Namen',
  supports: (count) => (count === 1 ? '1 Unterstützung' : `${count} Unterstützungen`),
  chapters: {
    problem: 'Das Problem',
    body: 'Die Idee',
    benefitFor: 'Wem sie hilft',
    firstStep: 'Der erste Schritt',
    needs: 'Was noch gebraucht wird',
  },
  needs: {
    knowledge: 'Wissen',
    time: 'Zeit',
    room: 'Raum',
    budget: 'Geld',
    legal: 'Recht',
    it: 'IT',
    design: 'Gestaltung',
    data: 'Daten',
    'test-site': 'Testort',
    'pilot-users': 'Menschen zum Ausprobieren',
    contact: 'Kontakte',
    moderation: 'Moderation',
    'decision-maker': 'Entscheidung',
    documentation: 'Dokumentation',
  },
  offers: 'Bietet an',
  seeks: 'Sucht',
  knows: 'Kennt sich aus mit',
  report: 'Erfahrungsbericht',
  warning: 'Inhaltswarnung',
  profile: [
    'Mit einem Eintrag im Verzeichnis finden andere Sie: Kolleginnen und Kollegen, die vor derselben Frage stehen. Sie bestimmen bei jedem Feld, wer es sieht, und können den Eintrag jederzeit löschen.',
    'Ihren Eintrag schreiben und ändern Sie, wenn Sie angemeldet sind. Dafür braucht diese Seite JavaScript.',
  ],
  signIn: 'Anmelden',
  toDirectory: 'Zum Verzeichnis',
  unknownTitle: 'Diese Seite gibt es nicht',
  unknown: 'In der Adresse steht ein Baustein, den es hier nicht gibt. Das gibt es:',
  gone: 'Was Sie suchen, gibt es nicht mehr, oder es ist nicht für alle sichtbar.',
  busyTitle: 'Gerade zu viele Anfragen',
  busy: (minutes) =>
    `Von Ihrem Anschluss kamen zu viele Anfragen. Versuchen Sie es in ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} noch einmal.`,
  wrongTitle: 'Diese Adresse ist nicht vollständig',
  wrong: 'Etwas in der Adresse lässt sich nicht lesen. Beginnen Sie noch einmal von vorn:',
  failedTitle: 'Das hat nicht geklappt',
  failed: 'Die Seite lässt sich gerade nicht laden. Versuchen Sie es in einigen Minuten noch einmal.',
};

const en: EmbedWords = {
  titles: {
    'event-calendar': 'Events',
    'idea-board': 'Ideas',
    'idea-submission': 'Submit an idea',
    'peer-directory': 'People in the network',
    'peer-profile': 'Your entry in the directory',
    'blog-feed': 'Posts',
  },
  leads: {
    'event-calendar': 'What takes place within the next eight weeks.',
    'idea-board': 'What people in public administration want to change, and how far it has come.',
    'idea-submission': 'What does not work well, and what would be better? A few sentences are enough.',
    'peer-directory': 'Who knows what, and who looks for support. You see what everybody may see.',
    'peer-profile': 'Who you are, what you know and what you are looking for.',
    'blog-feed': 'News of the network and of its members.',
  },
  allIdeas: 'All ideas',
  from: (network) => `From the network ${network}.`,
  plainPage: 'Open as a page of its own',
  otherLanguage: 'Deutsch',
  actThere: 'In this frame you can only read. To take part, open this page:',
  more: 'Show more',
  none: {
    events: 'No event is planned here for the next eight weeks.',
    ideas: 'There is no idea here yet that everybody may see.',
    peers: 'There is nobody here whose entry everybody may see. Those who are signed in see more.',
    posts: 'There is no post here yet.',
  },
  place: 'Place',
  online: 'Online',
  by: 'Invited by',
  fileOf: 'Calendar file',
  about: (title) => `for “${title}”`,
  subscribe: 'Subscribe to all events in your own calendar',
  feed: 'Follow by a feed reader',
  status: { cancelled: 'Cancelled', postponed: 'Postponed', 'moved-online': 'Now online', tentative: 'Tentative' },
  stages: {
    draft: 'Draft',
    submitted: 'Submitted',
    returned: 'Question asked',
    open: 'Looking for support',
    teaming: 'Team is forming',
    trying: 'Being tried',
    evaluated: 'Evaluated',
    adopted: 'In everyday use',
    documented: 'Practice documented',
    transfer: 'Being taken over',
    parked: 'Resting',
    stopped: 'Ended, with a lesson',
    declined: 'Not pursued',
    merged: 'Merged',
    withdrawn: 'Withdrawn',
  },
  reaches: { within: 'Within our administration', between: 'Between administrations', civil: 'With civil society' },
  reachHints: {
    within: 'Only people of the chosen administration see the idea.',
    between: 'All administrations of the network see the idea.',
    civil: 'The idea can be seen by the public.',
  },
  unnamed: 'Without a name',
  supports: (count) => (count === 1 ? '1 supporter' : `${count} supporters`),
  chapters: {
    problem: 'The problem',
    body: 'The idea',
    benefitFor: 'Whom it helps',
    firstStep: 'The first step',
    needs: 'What is still needed',
  },
  needs: {
    knowledge: 'Knowledge',
    time: 'Time',
    room: 'A room',
    budget: 'Money',
    legal: 'Legal advice',
    it: 'IT',
    design: 'Design',
    data: 'Data',
    'test-site': 'A place to test',
    'pilot-users': 'People to try it out',
    contact: 'Contacts',
    moderation: 'Facilitation',
    'decision-maker': 'A decision',
    documentation: 'Documentation',
  },
  offers: 'Offers',
  seeks: 'Looks for',
  knows: 'Knows about',
  report: 'Experience report',
  warning: 'Content warning',
  profile: [
    'By an entry in the directory others find you: colleagues who face the same question. For each field you decide who sees it, and you can delete the entry at any time.',
    'You write and change your entry when you are signed in. This page needs JavaScript for that.',
  ],
  signIn: 'Sign in',
  toDirectory: 'To the directory',
  unknownTitle: 'There is no such page',
  unknown: 'The address names a component that does not exist here. There are:',
  gone: 'What you are looking for does not exist any more, or not everybody may see it.',
  busyTitle: 'Too many requests right now',
  busy: (minutes) =>
    `Too many requests came from your connection. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  wrongTitle: 'This address is not complete',
  wrong: 'Something in the address cannot be read. Begin again here:',
  failedTitle: 'That did not work',
  failed: 'The page cannot be loaded right now. Try again in some minutes.',
};

export const EMBED_WORDS: Readonly<Record<'de' | 'en', EmbedWords>> = { de, en };
