import { de as posts } from './posts.ts';

const anzahl = (count: number): string => (count === 1 ? '1 Beitrag' : `${count.toLocaleString('de-DE')} Beiträge`);

/** German for the stream of posts. */
export const de = {
  ...posts,
  feed: {
    title: 'Erfahrungen aus der Praxis',
    posts: anzahl,
    found: (count: number) => (count === 0 ? 'Nichts gefunden' : `${anzahl(count)} gefunden`),
    loaded: (count: number) => (count === 1 ? '1 weiterer Beitrag' : `${count} weitere Beiträge`),
    all: (count: number) => (count === 1 ? 'Das ist der einzige Beitrag.' : `Das sind alle ${anzahl(count)}.`),
    printed: (shown: number, total: number) =>
      `Hier stehen ${shown} von ${total.toLocaleString('de-DE')} Beiträgen. Für mehr wählen Sie vor dem Drucken „Mehr anzeigen“.`,
    moreFailed: 'Weitere Beiträge ließen sich nicht laden.',
    search: 'Beiträge durchsuchen',
    searchHint: 'Wörter aus Titel oder Text, ein Thema oder ein Name',
    filters: 'Filter',
    filterPosts: 'Beiträge durchsuchen und filtern',
    facets: {
      report: 'Art',
      topic: 'Thema',
      size: 'Größe der Kommune',
      maturity: 'Stand der Umsetzung',
      source: 'Quelle',
      author: 'Von',
      tag: 'Schlagwort',
    },
    reportsOnly: 'Nur Erfahrungsberichte',
    allValues: (label: string) => `Mehr anzeigen: ${label}`,
    find: (label: string) => `${label} suchen`,
    noValue: 'Kein Treffer',
    chosen: 'Gewählte Filter',
    remove: (label: string) => `Filter entfernen: ${label}`,
    reset: 'Filter zurücksetzen',
    count: (label: string, count: number) => `${label} (${count.toLocaleString('de-DE')})`,
    write: 'Erfahrungsbericht schreiben',
    desk: 'Meine Beiträge',
    signIn: 'Einloggen',
    signInFailed: 'Das Einloggen hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    by: (names: string) => `von ${names}`,
    andMore: (count: number) => `und ${count} weitere`,
    readOnOf: (title: string) => `Weiterlesen: ${title}`,
    readAt: (host: string) => `auf ${host}`,
    tags: 'Schlagwörter',
    fresh: 'Neu',
    freshSince: (count: number) =>
      count === 1 ? '1 neuer Beitrag seit Ihrem letzten Besuch' : `${count} neue Beiträge seit Ihrem letzten Besuch`,
    empty: 'Hier steht noch kein Beitrag.',
    emptyWrite: 'Hier steht noch kein Beitrag. Machen Sie den Anfang: Erzählen Sie, was Sie ausprobiert haben.',
    notFound: 'Kein Beitrag passt zu dieser Auswahl.',
    denied: 'Diese Beiträge sind für Ihr Konto nicht freigegeben.',
    back: 'Zurück zu den Beiträgen',
    postLoading: 'Der Beitrag wird geladen.',
    postMissing: 'Dieser Beitrag ist nicht mehr zu sehen. Vielleicht wurde er zurückgezogen oder verschoben.',
    partLoading: 'Wird geladen',
    partFailed: 'Dieser Teil der Seite ließ sich nicht laden. Bitte versuchen Sie es noch einmal.',
  },
};

/** What a dictionary of the stream of posts must say. */
export type BlogFeedMessages = typeof de;
