import type { ImportPreview, ImportRow } from '../../model/peer-import.ts';
import { de as common } from './words.ts';

const people = (count: number): string => (count === 1 ? '1 Person' : `${count.toLocaleString('de')} Personen`);
const lines = (count: number): string => (count === 1 ? '1 Zeile' : `${count.toLocaleString('de')} Zeilen`);

/** German for bringing people in from a file. */
export const de = {
  ...common,
  import: {
    intro:
      'Aus einer Tabelle (CSV), aus vCards oder jCard. Es entstehen Entwürfe, die niemand sieht: Jede Person entscheidet selbst, ob sie ihren Eintrag veröffentlicht, berichtigt oder für immer ablehnt.',
    noOrgs:
      'Menschen einer Organisation tragen nur deren Organisationsteam, die Moderation und die Administration ein.',
    org: 'Für welche Organisation?',
    file: 'Datei',
    choose: 'Datei wählen',
    other: 'Andere Datei wählen',
    accept: 'CSV, vCard (.vcf) oder jCard (.json)',
    chosen: (name: string, size: string) => `${name} (${size})`,
    look: 'Vorschau ansehen',
    looking: 'Die Datei wird gelesen. Eingetragen wird noch nichts.',
    preview: 'Vorschau: Noch ist nichts eingetragen',
    kinds: { csv: 'Tabelle (CSV)', vcard: 'vCard', jcard: 'jCard' } satisfies Record<ImportPreview['kind'], string>,
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16': 'UTF-16',
      'windows-1252': 'Windows-1252 (aus älteren Programmen)',
    } as Readonly<Record<string, string>>,
    understood: (kind: string, encoding: string) => `Verstanden als ${kind}, Zeichensatz ${encoding}.`,
    garbled: 'Sehen Umlaute in den Namen falsch aus, speichern Sie die Datei als UTF-8 und wählen Sie sie neu.',
    columns: 'Spalten',
    column: 'Spalte der Datei',
    meaning: 'Wird zu',
    onlyForMail: (field: string) => `${field}, nur für die Einladung`,
    leftOut: 'wird nicht übernommen',
    fields: {
      displayName: 'Name',
      givenName: 'Vorname',
      familyName: 'Nachname',
      function: 'Tätigkeit',
      org: 'Organisation',
      unit: 'Organisationseinheit',
      headline: 'In einem Satz',
      bio: 'Vorstellung',
      expertise: 'Was jemand kann',
      interests: 'Was jemand wissen möchte',
      languages: 'Sprachen',
      email: 'E-Mail-Adresse',
      phone: 'Telefon',
      pronouns: 'Pronomen',
      key: 'Kennung, um die Person wiederzufinden',
      invite: 'Einladung',
    } as Readonly<Record<string, string>>,
    actions: {
      create: 'neu',
      update: 'wird geändert',
      same: 'unverändert',
      skip: 'nicht übernommen',
    } satisfies Record<ImportRow['action'], string>,
    counts: {
      create: (count: number) => `${people(count)} neu`,
      update: (count: number) => `${people(count)} mit Änderungen`,
      same: (count: number) => `${people(count)} unverändert`,
      skip: (count: number) => `${lines(count)} nicht übernommen`,
    } satisfies Record<ImportRow['action'], (count: number) => string>,
    rows: 'Zeilen',
    onlyProblems: 'Nur Zeilen mit Hinweisen',
    noProblems: 'Keine Zeile hat einen Hinweis.',
    line: 'Zeile',
    name: 'Name',
    action: 'Was geschieht',
    hints: 'Hinweise',
    noName: 'ohne Namen',
    page: (from: number, to: number, total: number) => `${from} bis ${to} von ${total.toLocaleString('de')}`,
    back: 'Vorige',
    next: 'Nächste',
    problems: {
      required: (field: string) => `${field} fehlt`,
      'too-long': (field: string) => `${field} ist zu lang und wird gekürzt`,
      'too-many': (field: string) => `${field}: zu viele Angaben, die ersten werden übernommen`,
      'not-found': (field: string) => `${field} ist hier unbekannt und entfällt`,
      format: (field: string) => `${field} lässt sich nicht lesen`,
      'no-address': () => 'ohne E-Mail-Adresse: Eine Einladung ist nicht möglich',
      duplicate: () => 'kommt in der Datei schon vor',
      'other-organisation': () => 'gehört zu einer anderen Organisation',
      refused: () => 'möchte nicht eingetragen werden',
      'from-directory': () => 'kommt schon aus einem Verzeichnis',
      'unknown-organisation': () => 'Diese Organisation ist hier unbekannt, es gilt die gewählte',
      broken: () => 'Die Zeile ist unvollständig oder beschädigt',
      'not-allowed': (field: string) => `${field}: nicht verstanden`,
      locked: (field: string) => `${field} wird an der Quelle geändert`,
    } as Readonly<Record<string, (field: string) => string>>,
    otherProblem: (field: string) => (field ? `${field}: bitte prüfen` : 'bitte prüfen'),
    withValue: (says: string, value: string) => `${says} („${value}“)`,
    aField: 'Eine Angabe',
    invite: 'Allen neuen Personen eine E-Mail mit einem persönlichen Link schicken',
    inviteHint:
      'Der Link öffnet den eigenen Entwurf. Ohne E-Mail bleiben die Entwürfe liegen, bis sich jemand mit derselben Adresse einloggt.',
    send: (count: number) => (count === 1 ? '1 Person eintragen' : `${count.toLocaleString('de')} Personen eintragen`),
    nothing: 'In dieser Datei ist nichts, was neu einzutragen oder zu ändern wäre.',
    sending: 'Wird eingetragen. Bei vielen Zeilen dauert das eine Weile.',
    working: 'Wird gesendet',
    cancel: 'Abbrechen',
    done: 'Eingetragen',
    doneText: (create: number, update: number) =>
      `${[create > 0 ? `${people(create)} neu als Entwurf` : '', update > 0 ? `${people(update)} geändert` : ''].filter(Boolean).join(', ')}. Zu sehen ist davon nichts, bis die Personen selbst veröffentlichen.`,
    mailed: (count: number) =>
      count === 0
        ? 'Es wurde keine E-Mail verschickt.'
        : count === 1
          ? '1 E-Mail mit einem Link ist unterwegs.'
          : `${count.toLocaleString('de')} E-Mails mit einem Link sind unterwegs.`,
    another: 'Weitere Datei',
    failed: (why: string) => `Das hat nicht geklappt. ${why}`,
    faults: {
      required: () => 'Die Datei ist leer.',
      'too-large': () => 'Die Datei ist zu groß. Teilen Sie sie bitte in mehrere auf.',
      'too-many': (limit: string) =>
        `Die Datei hat zu viele Zeilen. Möglich sind höchstens ${limit}. Teilen Sie sie bitte auf.`,
      'no-name-column': () =>
        'In der Tabelle fehlt eine Spalte mit Namen. Nennen Sie eine Spalte „Name“ oder zwei „Vorname“ und „Nachname“.',
      spreadsheet: () =>
        'Das ist eine Arbeitsmappe. Speichern Sie sie in Ihrem Tabellenprogramm als CSV und wählen Sie diese Datei.',
      'not-allowed': () => 'Diese Datei enthält weder eine Tabelle noch vCards.',
      format: () => 'Die Datei lässt sich nicht lesen. Vielleicht ist sie beschädigt.',
    } as Readonly<Record<string, (limit: string) => string>>,
    inviteImpossible: 'Hier lassen sich keine Einladungen verschicken. Tragen Sie die Personen ohne E-Mail ein.',
    denied: 'Für diese Organisation können Sie niemanden eintragen.',
  },
};

/** What a dictionary of the import must say. */
export type PeerImportMessages = typeof de;
