import type { ImportedFields } from '../../peers/peer-tables.ts';

/** What the mail to somebody who was named by others says, and the page on which they refuse. */
const de = {
  subject: (hub: string) => `${hub}: Ihr Eintrag ist vorbereitet`,
  greeting: (name: string) => `Guten Tag ${name},`,
  intro: (org: string, hub: string) =>
    `${org} hat einen Eintrag für Sie im Verzeichnis von ${hub} vorbereitet, damit Kolleg:innen aus anderen Verwaltungen Sie finden und um Rat fragen können. Noch sieht ihn niemand. Ob er erscheint und was darin steht, entscheiden allein Sie.`,
  held: 'Diese Angaben liegen vor:',
  source: (source: string) => `Herkunft: ${source}`,
  look: 'Ansehen, ändern, veröffentlichen (der Link meldet Sie an):',
  refuse: 'Löschen lassen (danach kommt der Eintrag auch durch keine neue Liste zurück):',
  days: (days: number) => `Beide Links gelten ${days} Tage.`,
  nothing: (days: number) =>
    `Wenn Sie nichts tun, bleibt der Entwurf unsichtbar und wird spätestens nach ${days} Tagen gelöscht.`,
  nothingOfDirectory: 'Wenn Sie nichts tun, bleibt der Entwurf unsichtbar.',
  law: (org: string) =>
    `Zu Ihren Rechten (Art. 14 DSGVO): ${org} hat die Angaben übermittelt, um Ihnen einen Eintrag anzubieten (Art. 6 Abs. 1 Buchst. e oder f DSGVO). Veröffentlicht wird nur mit Ihrer Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO), die Sie jederzeit widerrufen können. Sie können Auskunft, Berichtigung und Löschung verlangen, der Verarbeitung widersprechen und sich bei einer Datenschutzaufsicht beschweren.`,
  file: (org: string) => `eine Liste von ${org}`,
  fields: {
    displayName: 'Name',
    org: 'Organisation',
    unit: 'Einheit',
    function: 'Funktion',
    headline: 'Kurzprofil',
    bio: 'Über mich',
    expertise: 'Kompetenzen',
    interests: 'Interessen',
    languages: 'Sprachen',
    email: 'E-Mail-Adresse (sieht niemand)',
  },
  refuseTitle: 'Eintrag löschen lassen',
  refuseIntro:
    'Wir löschen alle Angaben, die für Ihren Eintrag vorliegen. Damit keine spätere Liste ihn zurückbringt, merken wir uns nur einen Prüfwert. Er nennt weder Ihren Namen noch Ihre Adresse.',
  refuseButton: 'Endgültig löschen',
  keepButton: 'Eintrag lieber ansehen',
  refusedTitle: 'Gelöscht',
  refused: 'Ihr Eintrag ist gelöscht. Er kommt durch keine neue Liste zurück.',
  refusedAccount: 'Ihr Eintrag ist gelöscht. Er kommt durch keine neue Liste zurück. Ihr Konto besteht weiter.',
  over: 'Dieser Link ist zu alt oder wurde schon benutzt. Wenn Sie angemeldet sind, können Sie Ihren Eintrag selbst löschen.',
};

export type InviteWords = typeof de;

const en: InviteWords = {
  subject: (hub) => `${hub}: your entry is prepared`,
  greeting: (name) => `Hello ${name},`,
  intro: (org, hub) =>
    `${org} has prepared an entry for you in the directory of ${hub}, so that colleagues from other administrations can find you and ask for advice. Nobody sees it yet. Whether it appears, and what it says, is for you alone to decide.`,
  held: 'This is what is held:',
  source: (source) => `Where it comes from: ${source}`,
  look: 'Look at it, change it, publish it (the link signs you in):',
  refuse: 'Have it deleted (no new list will bring it back):',
  days: (days) => `Both links work for ${days} days.`,
  nothing: (days) => `If you do nothing, the draft stays invisible and is deleted after ${days} days at the latest.`,
  nothingOfDirectory: 'If you do nothing, the draft stays invisible.',
  law: (org) =>
    `Your rights (GDPR, Art. 14): ${org} has passed these details on to offer you an entry (Art. 6(1)(e) or (f) GDPR). It is published with your consent only (Art. 6(1)(a) GDPR), which you can withdraw at any time. You can ask for access, rectification and erasure, object to the processing, and complain to a supervisory authority.`,
  file: (org) => `a list of ${org}`,
  fields: {
    displayName: 'Name',
    org: 'Organisation',
    unit: 'Unit',
    function: 'Role',
    headline: 'In one line',
    bio: 'About me',
    expertise: 'Expertise',
    interests: 'Interests',
    languages: 'Languages',
    email: 'E-mail address (seen by nobody)',
  },
  refuseTitle: 'Have the entry deleted',
  refuseIntro:
    'We delete everything that is held for your entry. So that no later list brings it back, we remember a check value only. It names neither you nor your address.',
  refuseButton: 'Delete for good',
  keepButton: 'Look at the entry instead',
  refusedTitle: 'Deleted',
  refused: 'Your entry is deleted. No new list brings it back.',
  refusedAccount: 'Your entry is deleted. No new list brings it back. Your account remains.',
  over: 'This link is too old or was used before. When you are signed in, you can delete your entry yourself.',
};

export const INVITE_WORDS = { de, en } as const;

/** What is held of somebody, as labels and values in one language. */
export function heldLines(
  fields: ImportedFields,
  orgName: string,
  words: InviteWords,
  lang: 'de' | 'en',
): readonly (readonly [string, string])[] {
  const languages = new Intl.DisplayNames([lang], { type: 'language' });
  const labels = (list: readonly { readonly label: string }[] | undefined): string | undefined =>
    list?.map(({ label }) => label).join(', ');
  const values: readonly (readonly [keyof InviteWords['fields'], string | undefined])[] = [
    ['displayName', fields.displayName],
    ['org', orgName],
    ['unit', fields.unit],
    ['function', fields.function],
    ['headline', fields.headline],
    ['bio', fields.bio?.replace(/\s+/g, ' ')],
    ['expertise', labels(fields.expertise)],
    ['interests', labels(fields.interests)],
    ['languages', fields.languages?.map((tag) => languages.of(tag) ?? tag).join(', ')],
    ['email', fields.email],
  ];
  return values.flatMap(([field, value]) => (value ? [[words.fields[field], value] as const] : []));
}
