import { de as common } from './words.ts';

/** German for forms that are drawn from data. */
export const de = {
  ...common,
  form: {
    required: 'Bitte ausfüllen',
    choose: 'Bitte wählen',
    pleaseChoose: 'Bitte wählen …',
    tooLong: (max: number) => `Bitte auf ${max} Zeichen kürzen`,
    lineTooLong: (max: number) => `Eine Zeile ist zu lang: bitte höchstens ${max} Zeichen`,
    tooMany: (max: number) => `Bitte höchstens ${max}`,
    tooSmall: (min: number) => `Bitte mindestens ${min}`,
    tooShort: (min: number) => `Bitte mindestens ${min} Zeichen`,
    endBeforeStart: 'Das Ende liegt vor dem Beginn',
    noDate: 'Bitte ein Datum wählen',
    noTime: 'Bitte eine Uhrzeit eingeben, zum Beispiel 14:00',
    noNumber: 'Bitte eine Zahl eingeben',
    noUrl: 'Bitte eine Adresse eingeben, die mit https:// beginnt',
    rejected: 'Bitte prüfen Sie diese Angabe',
    rejectedField: (field: string) => `Eine Angabe wurde nicht angenommen (${field}).`,
    summary: (count: number) =>
      count === 1 ? 'Eine Angabe fehlt noch oder passt nicht:' : `${count} Angaben fehlen noch oder passen nicht:`,
    left: (count: number) => (count >= 0 ? `noch ${count} Zeichen` : `${-count} Zeichen zu viel`),
    optional: 'freiwillig',
    stays: 'Ihr Text bleibt hier stehen.',
    restored: 'Ihr Text von vorhin ist wieder da.',
    cancel: 'Abbrechen',
    working: 'Wird gesendet',
    failed: (why: string) => `Das hat nicht geklappt. ${why}`,
    search: 'Suchen',
    searching: 'Wird gesucht',
    found: (count: number) => (count === 0 ? 'Nichts gefunden' : `${count} gefunden`),
    searchFailed: 'Die Suche hat nicht geklappt.',
  },
  conflict: {
    title: 'Inzwischen hat jemand anderes etwas geändert',
    explain: 'Ihre Fassung ist noch hier. Vergleichen Sie und entscheiden Sie dann.',
    mine: 'Ihre Fassung',
    theirs: 'Jetzt gespeichert',
    saveMine: 'Meine Fassung speichern',
    takeTheirs: 'Die gespeicherte behalten',
    same: 'Kein Unterschied',
    empty: 'leer',
    choose: (label: string) => `${label}: welche Fassung gilt?`,
    allMine: 'Überall meine',
    allTheirs: 'Überall die gespeicherte',
    saveChosen: 'Auswahl speichern',
    back: 'Weiter bearbeiten',
  },
};

/** What a dictionary of forms must say. */
export type FormMessages = typeof de;
