import { de as peers } from './peers.ts';

const anzahl = (count: number): string => (count === 1 ? '1 Person' : `${count.toLocaleString('de-DE')} Personen`);

/** German for the directory of people. */
export const de = {
  ...peers,
  directory: {
    title: 'Menschen',
    sections: {
      people: 'Menschen',
      offers: 'Bietet und sucht',
      matches: 'Passt zu Ihnen',
      contacts: 'Anfragen',
      import: 'Personen importieren',
    },
    sectionsLabel: 'Bereiche des Verzeichnisses',
    waiting: (count: number) => (count === 1 ? '1 wartet auf Antwort' : `${count} warten auf Antwort`),
    profile: 'Mein Eintrag',
    signIn: 'Einloggen',
    signInFailed: 'Das Einloggen hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    view: 'Ansicht',
    views: { cards: 'Karten', list: 'Liste' },
    search: 'Menschen suchen',
    searchHint: 'Name, Thema, Verwaltung, Angebot oder Gesuch',
    filters: 'Filter',
    filterPeople: 'Menschen suchen und filtern',
    facets: {
      org: 'Verwaltung',
      topic: 'Thema',
      language: 'Sprache',
      direction: 'Bietet und sucht',
      available: 'Erreichbarkeit',
    },
    directions: { offer: 'Bietet etwas an', seek: 'Sucht etwas' },
    available: 'Nimmt Anfragen an',
    allValues: (label: string) => `Mehr anzeigen: ${label}`,
    reset: 'Filter zurücksetzen',
    count: (label: string, count: number) => `${label} (${count.toLocaleString('de-DE')})`,
    people: anzahl,
    found: (count: number) => (count === 0 ? 'Niemand gefunden' : `${anzahl(count)} gefunden`),
    printed: (shown: number, total: number) =>
      `Hier stehen ${shown} von ${total.toLocaleString('de-DE')} Personen. Für mehr wählen Sie vor dem Drucken „Mehr anzeigen“.`,
    moreFailed: 'Weitere Personen ließen sich nicht laden.',
    offers: 'Bietet',
    seeks: 'Sucht',
    knows: 'Kennt sich aus mit',
    inText: 'Im Text',
    andMore: (count: number) => `und ${count} weitere`,
    self: 'Das sind Sie',
    contact: 'Kontakt anfragen',
    contactWith: (name: string) => `Kontakt anfragen: ${name}`,
    requested: 'Angefragt',
    inContact: 'In Kontakt',
    until: (text: string, date: string) => `${text}, bis ${date}`,
    empty: 'Hier steht noch niemand. Machen Sie den Anfang: Mit Ihrem Eintrag finden andere, wen sie suchen.',
    emptyBare: 'Hier steht noch niemand.',
    enterYourself: 'Mich eintragen',
    notFound: 'Niemand passt zu dieser Auswahl.',
    seekInstead: 'Gesuch aufgeben',
    stranger:
      'Sie sehen nur öffentliche Einträge. Wer eingeloggt ist, findet das ganze Netzwerk und kann Kontakt anfragen.',
    strangerDenied: 'Dieses Verzeichnis ist nur für Menschen aus dem Netzwerk. Bitte loggen Sie sich ein.',
    denied: 'Dieses Verzeichnis ist für Ihr Konto nicht freigegeben.',
    limited: (time: string) =>
      `Sie haben in kurzer Zeit sehr viele Einträge angesehen. Zum Schutz aller geht es um ${time} Uhr weiter.`,
    limitedSoon: 'Sie haben in kurzer Zeit sehr viele Einträge angesehen. Zum Schutz aller geht es erst später weiter.',
    back: 'Zurück zu den Menschen',
    peerLoading: 'Der Eintrag wird geladen.',
    peerMissing:
      'Dieser Eintrag ist nicht mehr zu sehen. Vielleicht wurde er zurückgezogen oder ist nur für andere freigegeben.',
    partLoading: 'Wird geladen',
  },
};

/** What a dictionary of the directory of people must say. */
export type PeerDirectoryMessages = typeof de;
