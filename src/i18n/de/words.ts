import type { BackendErrorKind } from '../../backend/backend-error.ts';

/** German, the first language of the interface. Every other dictionary has its shape. */
export const de = {
  lang: 'de',
  common: {
    close: 'Schließen',
    retry: 'Erneut versuchen',
    reload: 'Seite neu laden',
    showMore: 'Mehr anzeigen',
    forEditors: 'Für die Redaktion',
    asOf: (time: string) => `Stand: ${time}`,
    openInNewTab: 'öffnet in neuem Fenster',
  },
  status: {
    waiting: 'Hier fehlt noch die Angabe, woher die Inhalte kommen.',
    waitingForEditors:
      'Geben Sie am Baustein das Attribut src mit der Adresse der Quelle an, oder setzen Sie ihn in ein vr-backend.',
    loading: 'Wird geladen',
    slow: 'Die Quelle antwortet langsam. Wir warten weiter.',
    limited: 'Für diesen Zeitraum fehlen womöglich Einträge.',
    stale: 'Diese Angaben konnten nicht erneuert werden.',
    partly: (count: number) =>
      count === 1 ? 'Eine Quelle ist gerade nicht erreichbar.' : `${count} Quellen sind gerade nicht erreichbar.`,
    partlyOf: (names: string) => `Gerade nicht erreichbar: ${names}.`,
    unreadable: (count: number) =>
      count === 1 ? 'Ein Eintrag ließ sich nicht lesen.' : `${count} Einträge ließen sich nicht lesen.`,
  },
  failure: {
    offline: 'Ihr Gerät ist gerade nicht mit dem Netz verbunden. Sobald es wieder verbunden ist, wird neu geladen.',
    timeout: 'Die Quelle antwortet gerade nicht. Wir versuchen es weiter.',
    denied: 'Diese Inhalte sind nur eingeloggt zu sehen.',
    missing: 'Diese Inhalte sind an der angegebenen Stelle nicht zu finden. Bitte sagen Sie der Redaktion Bescheid.',
    invalid: 'Diese Inhalte lassen sich nicht lesen. Bitte sagen Sie der Redaktion Bescheid.',
    blocked: 'Ihr Browser darf diese Inhalte hier nicht laden. Bitte sagen Sie der Redaktion Bescheid.',
    busy: 'Die Quelle ist gerade ausgelastet. Wir versuchen es gleich noch einmal.',
    unsupported: 'Die Quelle kann das nicht. Bitte sagen Sie der Redaktion Bescheid.',
    conflict: 'Jemand anderes hat das inzwischen geändert. Laden Sie neu und versuchen Sie es noch einmal.',
    unknown: 'Die Inhalte konnten nicht geladen werden. Wir versuchen es weiter.',
  } satisfies Record<BackendErrorKind, string>,
  filter: {
    label: 'Filter',
    search: 'Suche',
    all: 'Alle',
    reset: 'Filter zurücksetzen',
    option: (label: string, count: number) => `${label} (${count})`,
  },
};

/** What a dictionary must say. */
export type Messages = typeof de;
