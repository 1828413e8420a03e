import { DEFAULT_CONFIG } from '../config/config-defaults.ts';
import type { LegalBasis } from './register-types.ts';

export const LEGAL_BASES: Readonly<Record<LegalBasis, string>> = {
  consent: 'Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)',
  contract: 'Nutzung, um die die Person bittet (Art. 6 Abs. 1 Buchst. b DSGVO)',
  law: 'rechtliche Verpflichtung (Art. 6 Abs. 1 Buchst. c DSGVO)',
  task: 'öffentliche Aufgabe (Art. 6 Abs. 1 Buchst. e DSGVO mit dem Fachrecht der betreibenden Stelle)',
  interest: 'berechtigtes Interesse (Art. 6 Abs. 1 Buchst. f DSGVO; öffentliche Stellen stattdessen Buchst. e)',
};

type Retention = typeof DEFAULT_CONFIG.retention;

/** A time that the configuration sets, as it is unless told otherwise. */
export const days = (key: keyof Retention): string => {
  const count = DEFAULT_CONFIG.retention[key];
  return `${count} ${key.endsWith('Hours') ? 'Stunden' : 'Tage'} (\`retention.${key}\`)`;
};

export const WITH_ACCOUNT = 'bis das Konto gelöscht wird';
export const PSEUDONYM =
  'solange der Beitrag besteht; wird das Konto gelöscht, tritt „Ehemaliges Mitglied“ an die Stelle der Person';
export const SELF = 'die Person selbst';
export const NOBODY = 'niemand über die Oberfläche; nur der Betrieb mit Zugriff auf die Datenbank';
export const OPERATOR = 'der Betrieb';
export const FROM_PERSON = 'die Person selbst';
export const FROM_SYSTEM = 'entsteht bei der Nutzung';
export const TIME_MADE = 'Zeitpunkt der Anlage';
export const TIME_CHANGED = 'Zeitpunkt der letzten Änderung';
export const VERSION = 'Zähler gegen gleichzeitiges Überschreiben';
