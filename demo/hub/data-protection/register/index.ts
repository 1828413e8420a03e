import type { Tables } from '../../database/database.ts';
import type { Register, TechnicalTable } from '../register-types.ts';
import { accounts } from './accounts.ts';
import { events } from './events.ts';
import { ideas } from './ideas.ts';
import { peers } from './peers.ts';
import { posts } from './posts.ts';

export const CHAPTERS = [peers, accounts, ideas, posts, events] as const;

/** Every table that the hub's programs know. One that is in no chapter does not compile. */
export const REGISTER: Register = {
  ...peers.tables,
  ...accounts.tables,
  ...ideas.tables,
  ...posts.tables,
  ...events.tables,
};

/** Tables that only the database knows, by their names there. */
export const TECHNICAL_TABLES: Readonly<Record<string, TechnicalTable>> = {
  idea_word: {
    title: 'Wörter der Ideen',
    technical: 'einzelne Wörter ohne Bezug zu Personen oder Ideen, um Tippfehler in Suchen aufzulösen',
    columns: ['word'],
  },
  post_word: {
    title: 'Wörter der Beiträge',
    technical: 'einzelne Wörter ohne Bezug zu Personen oder Beiträgen, um Tippfehler in Suchen aufzulösen',
    columns: ['word'],
  },
  post_gone: {
    title: 'Gelöschte Beiträge',
    technical: 'kurze Nummern ohne Inhalt, 30 Tage lang, damit jeder Hub sie aus seinem Suchindex nimmt',
    columns: ['ordinal', 'changed', 'at'],
  },
  hub_migration: {
    title: 'Stand der Tabellen',
    technical: 'welche Änderungen an den Tabellen ausgeführt sind',
    columns: ['name', 'timestamp'],
  },
  hub_migration_lock: {
    title: 'Sperre beim Ändern der Tabellen',
    technical: 'damit nur ein Hub die Tabellen ändert',
    columns: ['id', 'is_locked'],
  },
};

/** What is kept outside of the tables. */
export interface Elsewhere {
  readonly place: string;
  readonly what: string;
  readonly retention: string;
  readonly seen: string;
}

export const ELSEWHERE: readonly Elsewhere[] = [
  {
    place: 'Aufträge (Schema `jobs`)',
    what: 'Mails, die noch gesendet werden: Adresse oder Konto, Betreff, Text; Meldungen an eingerichtete Webhooks; Aufträge ohne Inhalt wie Erinnerungen und Löschläufe',
    retention:
      'Mails und Webhooks eine Stunde nach dem Versand; fehlgeschlagene bleiben in `dead`, bis der Betrieb sie prüft',
    seen: 'der Betrieb',
  },
  {
    place: 'Cookie `hub-session`',
    what: 'zufälliges Geheimnis der Sitzung; technisch notwendig (§ 25 Abs. 2 Nr. 2 TDDDG), nicht für Skripte lesbar',
    retention: '12 Stunden',
    seen: 'nur der Browser und der Hub',
  },
  {
    place: 'Arbeitsspeicher des Hubs',
    what: 'Zähler gegen Überlastung und gegen das Absaugen des Verzeichnisses, nach Konto oder Netzadresse; keine Suchwörter, keine Liste gesehener Einträge auf der Platte',
    retention: 'höchstens eine Stunde, spätestens bis zum Neustart',
    seen: 'niemand',
  },
  {
    place: 'Protokolldatei des Hubs',
    what: 'Fehler und Starts; Anfragen nur bei `logLevel: debug`. Namen, Adressen und Inhalte werden nicht protokolliert. Netzadressen im alltäglichen Betrieb nicht',
    retention: 'wie der Betrieb es einrichtet',
    seen: 'der Betrieb',
  },
  {
    place: 'Dateien (`<dataDir>/uploads`)',
    what: 'Inhalt hochgeladener Dateien, wenn `uploads.store: disk` gilt',
    retention: 'wie „Hochgeladene Dateien“',
    seen: 'wie „Hochgeladene Dateien“',
  },
  {
    place: 'Sicherungen (`npm run hub:backup`)',
    what: 'alle Tabellen außer Sitzungen und Aufträgen, alle Dateien',
    retention:
      'wie der Betrieb es einrichtet; nach einer Wiederherstellung sind zwischenzeitliche Löschungen zu wiederholen',
    seen: 'der Betrieb',
  },
  {
    place: 'Browser der Nutzenden',
    what: 'Entwürfe und noch nicht gesendete Beiträge im Gerät, damit nichts verloren geht. Ohne Absenden wird davon nur übertragen, was in Titel und Problem einer Idee steht: als Suche nach ähnlichen, die der Hub nicht speichert',
    retention: 'bis zum Absenden oder Verwerfen',
    seen: 'nur wer das Gerät benutzt',
  },
];

export const tableNames = (): readonly (keyof Tables)[] => Object.keys(REGISTER) as (keyof Tables)[];
