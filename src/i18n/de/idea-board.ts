import { de as ideas } from './ideas.ts';

const anzahl = (count: number): string => (count === 1 ? '1 Idee' : `${count.toLocaleString('de-DE')} Ideen`);

/** German for the board of ideas. */
export const de = {
  ...ideas,
  board: {
    title: 'Ideen',
    view: 'Ansicht',
    views: { list: 'Liste', board: 'Tafel' },
    search: 'Ideen durchsuchen',
    sort: 'Reihenfolge',
    sorts: {
      active: 'Zuletzt bewegt',
      new: 'Neueste zuerst',
      support: 'Am meisten gebraucht',
      'needs-help': 'Noch ohne Hilfe',
    },
    filters: 'Filter',
    filterIdeas: 'Ideen filtern',
    facets: { stage: 'Stand', topic: 'Thema', org: 'Verwaltung', reach: 'Reichweite', need: 'Gesuchte Hilfe' },
    allValues: (label: string) => `Mehr anzeigen: ${label}`,
    reset: 'Filter zurücksetzen',
    scope: 'Welche Ideen',
    scopes: { all: 'Alle', author: 'Meine Ideen', following: 'Denen ich folge', queue: 'Zu prüfen' },
    count: (label: string, count: number) => `${label} (${count.toLocaleString('de-DE')})`,
    ideas: anzahl,
    found: (count: number) => (count === 0 ? 'Keine Idee gefunden' : `${anzahl(count)} gefunden`),
    fresh: (count: number) => (count === 1 ? '1 neue Idee anzeigen' : `${count} neue Ideen anzeigen`),
    empty: {
      all: 'Hier gibt es noch keine Ideen.',
      author: 'Sie haben noch keine Idee eingereicht.',
      following: 'Sie folgen noch keiner Idee.',
      queue: 'Zurzeit ist nichts zu prüfen.',
      filtered: 'Zu dieser Auswahl gibt es keine Ideen.',
    },
    signIn: 'Einloggen',
    news: (unread: number) => (unread === 0 ? 'Neu für Sie' : `Neu für Sie (${unread})`),
    newsLabel: (unread: number) =>
      unread === 0
        ? 'Neu für Sie'
        : `Neu für Sie, ${unread === 1 ? '1 ungelesene Nachricht' : `${unread} ungelesene Nachrichten`}`,
    sameProblem: (count: number) =>
      count === 1 ? '1 Verwaltung hat dasselbe Problem' : `${count} Verwaltungen haben dasselbe Problem`,
    helpWanted: (count: number, kinds: string) =>
      count === 1 ? `Hilfe gesucht: ${kinds}` : `${count} Hilfen gesucht: ${kinds}`,
    mySupport: (level: string) => `Von Ihnen: ${level}`,
    waits: {
      submitted: 'Neu: wartet auf Freigabe',
      returned: 'Rückfrage gestellt',
      pending: 'Wartet auf Zustimmung',
      reports: (count: number) => (count === 1 ? '1 Meldung' : `${count} Meldungen`),
      comment: 'Kommentar wartet auf Freigabe',
    },
    stageEmpty: 'Keine Ideen',
    sideStages: 'Auch ruhende und beendete Ideen',
    stage: 'Stand',
    move: 'Verschieben nach …',
    moveIdea: (title: string) => `„${title}“ verschieben nach …`,
    moveTitle: (stage: string) => `Nächster Stand: ${stage}`,
    moving: (title: string) => `„${title}“ wird verschoben …`,
    moved: (title: string, stage: string) => `„${title}“ ist jetzt in: ${stage}`,
    movePending: (title: string, stage: string) => `„${title}“ wartet auf Zustimmung für: ${stage}`,
    notMoved: (title: string, why: string) => `„${title}“ bleibt, wo es war. ${why}`,
    notAllowed: 'Dieser Schritt steht Ihnen hier nicht offen.',
    back: 'Zurück zu den Ideen',
    ideaLoading: 'Die Idee wird geladen.',
    ideaMissing:
      'Diese Idee ist hier nicht zu sehen. Vielleicht ist sie nur für andere freigegeben oder zurückgezogen.',
  },
};

/** What a dictionary of the board of ideas must say. */
export type IdeaBoardMessages = typeof de;
