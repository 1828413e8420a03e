import { foldText } from '../../../../src/model/fold-text.ts';

/** What a column may be about. */
export type CsvField =
  | 'displayName'
  | 'givenName'
  | 'familyName'
  | 'function'
  | 'org'
  | 'unit'
  | 'headline'
  | 'bio'
  | 'expertise'
  | 'interests'
  | 'languages'
  | 'email';

/**
 * Names of columns as tables of German and English programs have them. Not among them: `Titel` and `Title`, which is Dr. in
 * one program and the position in the next, telephone numbers, birthdays, addresses and notes: an entry needs none of them.
 */
const NAMES: Readonly<Record<CsvField, string>> = {
  displayName: 'name, anzeigename, vollständiger name, voller name, person, kontakt, display name, full name',
  givenName: 'vorname, vornamen, rufname, first name, given name, forename',
  familyName: 'nachname, familienname, zuname, last name, surname, family name',
  function:
    'funktion, position, rolle, aufgabe, tätigkeit, stelle, stellenbezeichnung, amtsbezeichnung, berufsbezeichnung, function, role, job title, job',
  org: 'organisation, organisationsname, behörde, verwaltung, kommune, körperschaft, institution, arbeitgeber, dienststelle, firma, unternehmen, organization, organisation name, organization name, organization 1 name, company, employer, org',
  unit: 'abteilung, amt, fachbereich, fachamt, referat, sachgebiet, dezernat, bereich, team, organisationseinheit, department, unit, division, office, organization 1 department',
  headline: 'motto, kurzprofil, kurzbeschreibung, in einem satz, headline, tagline, summary',
  bio: 'über mich, beschreibung, profil, vorstellung, about, about me, description, bio',
  expertise:
    'kompetenzen, fähigkeiten, kenntnisse, wissen, expertise, themen, schwerpunkte, arbeitsschwerpunkte, fachgebiete, skills, topics, knowledge',
  interests: 'interessen, interests',
  languages: 'sprache, sprachen, sprachkenntnisse, language, languages, preferred language',
  email:
    'mail, e-mail, e-mail-adresse, mailadresse, dienstliche e-mail, e-mail dienstlich, e-mail address, email address, mail address, e-mail 1 value, work email, primary email',
};

const folded = (name: string): string => foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');

const FIELDS = new Map<string, CsvField>();
for (const [field, names] of Object.entries(NAMES))
  for (const name of names.split(', ')) FIELDS.set(folded(name), field as CsvField);

/** What a column of that name is about; undefined for what is left out. */
export const fieldOfColumn = (name: string): CsvField | undefined => FIELDS.get(folded(name));
