/** What the sign-in pages and their mails say. German and English have the same shape. */
const de = {
  title: 'Einloggen',
  intro: (hub: string) => `Loggen Sie sich ein, um bei ${hub} mitzumachen.`,
  signedInAs: (name: string) => `Sie sind eingeloggt als ${name}.`,
  back: 'Zurück zur Seite',
  signOut: 'Ausloggen',
  withIssuer: (label: string) => `Einloggen mit ${label}`,
  linkIssuer: (label: string) => `Auch mit ${label} einloggen können`,
  mailTitle: 'Mit einem Link per E-Mail',
  mailIntro: 'Für alle, deren Verwaltung hier keine eigene Anmeldung hat.',
  mail: 'Ihre dienstliche E-Mail-Adresse',
  sendLink: 'Link anfordern',
  sentTitle: 'Sehen Sie in Ihr Postfach',
  sent: (mail: string, minutes: number) =>
    `Wenn ${mail} hier mitmachen darf, ist ein Link zum Einloggen unterwegs. Er gilt ${minutes} Minuten und nur einmal.`,
  sentNothing:
    'Kommt nichts an, ist die Adresse hier nicht freigegeben. Fragen Sie dann jemanden, der schon dabei ist, nach einer Einladung.',
  badMail: 'Das ist keine vollständige E-Mail-Adresse. Beispiel: vorname.name@stadt.example',
  useTitle: 'Noch ein Klick',
  useIntro: 'Der Link ist in Ordnung. Mit dem Knopf loggen Sie sich ein.',
  useName: 'Wie heißen Sie?',
  useNameHint: 'Vor- und Nachname, so wie Kolleginnen und Kollegen Sie kennen.',
  use: 'Jetzt einloggen',
  needsScript: 'Diese Seite braucht JavaScript, um den Link zu prüfen.',
  doneTitle: 'Eingeloggt',
  done: 'Sie sind eingeloggt. Dieses Fenster kann geschlossen werden.',
  demoTitle: 'Vorführung: Wer möchten Sie sein?',
  demoIntro: 'Diese Personen sind erfunden. Wählen Sie eine aus, um ihre Rechte zu sehen.',
  roles: { member: 'Mitglied', organiser: 'Organisation', moderator: 'Moderation', admin: 'Leitung' },
  none: 'Hier kann man sich nicht einloggen. Alles, was öffentlich ist, können Sie lesen.',
  failures: {
    'unknown-issuer': 'Diese Art der Anmeldung gibt es hier nicht.',
    'provider-away':
      'Die Anmeldung Ihrer Verwaltung antwortet gerade nicht. Versuchen Sie es in einigen Minuten noch einmal.',
    expired: 'Dieser Versuch ist zu alt oder wurde schon benutzt. Beginnen Sie bitte noch einmal.',
    refused: 'Das Einloggen wurde abgebrochen. Sie können es noch einmal versuchen.',
    failed: 'Das Einloggen hat nicht geklappt. Versuchen Sie es noch einmal, oder sagen Sie Ihrer IT Bescheid.',
    'linked-elsewhere':
      'Mit dieser Anmeldung gibt es schon ein eigenes Konto. Löschen Sie es dort zuerst, wenn beide zusammengehören.',
    'link-used': 'Dieser Link ist zu alt oder wurde schon benutzt. Fordern Sie bitte einen neuen an.',
  },
  again: 'Noch einmal einloggen',
  mailSubject: (hub: string) => `${hub}: Ihr Link zum Einloggen`,
  mailText: (hub: string, link: string, minutes: number) =>
    `Guten Tag,\n\nmit diesem Link loggen Sie sich bei ${hub} ein:\n\n${link}\n\nEr gilt ${minutes} Minuten und nur einmal. Haben Sie ihn nicht angefordert, brauchen Sie nichts zu tun.\n`,
  inviteSubject: (hub: string) => `Einladung zu ${hub}`,
  inviteText: (hub: string, by: string, link: string, days: number) =>
    `Guten Tag,\n\n${by} lädt Sie zu ${hub} ein. Mit diesem Link loggen Sie sich ein:\n\n${link}\n\nEr gilt ${days} Tage und nur einmal. Möchten Sie nicht mitmachen, brauchen Sie nichts zu tun.\n`,
};

export type SignInWords = typeof de;

const en: SignInWords = {
  title: 'Sign in',
  intro: (hub) => `Sign in to take part in ${hub}.`,
  signedInAs: (name) => `You are signed in as ${name}.`,
  back: 'Back to the page',
  signOut: 'Sign out',
  withIssuer: (label) => `Sign in with ${label}`,
  linkIssuer: (label) => `Also sign in with ${label}`,
  mailTitle: 'With a link by e-mail',
  mailIntro: 'For everybody whose administration has no sign-in of its own here.',
  mail: 'Your e-mail address at work',
  sendLink: 'Ask for a link',
  sentTitle: 'Look into your mailbox',
  sent: (mail, minutes) =>
    `If ${mail} may take part here, a link to sign in is on its way. It works once, for ${minutes} minutes.`,
  sentNothing:
    'If nothing arrives, the address is not allowed here. Then ask somebody who takes part for an invitation.',
  badMail: 'This is no complete e-mail address. Example: first.last@town.example',
  useTitle: 'One more click',
  useIntro: 'The link is fine. The button signs you in.',
  useName: 'What is your name?',
  useNameHint: 'First and last name, as colleagues know you.',
  use: 'Sign in now',
  needsScript: 'This page needs JavaScript to check the link.',
  doneTitle: 'Signed in',
  done: 'You are signed in. This window can be closed.',
  demoTitle: 'Demo: who would you like to be?',
  demoIntro: 'These people are invented. Choose one to see their rights.',
  roles: { member: 'Member', organiser: 'Organiser', moderator: 'Moderator', admin: 'Admin' },
  none: 'Nobody can sign in here. Everything that is public you can read.',
  failures: {
    'unknown-issuer': 'There is no such way to sign in here.',
    'provider-away': 'The sign-in of your administration does not answer. Try again in a few minutes.',
    expired: 'This attempt to sign in is too old or was used before. Please begin again.',
    refused: 'The sign-in was cancelled. You can try again.',
    failed: 'The sign-in did not work. Try again, or tell your IT.',
    'linked-elsewhere': 'This sign-in has an account of its own. Erase that first if both are yours.',
    'link-used': 'This link is too old or was used before. Please ask for a new one.',
  },
  again: 'Sign in again',
  mailSubject: (hub) => `${hub}: your link to sign in`,
  mailText: (hub, link, minutes) =>
    `Hello,\n\nthis link signs you in to ${hub}:\n\n${link}\n\nIt works once, for ${minutes} minutes. If you have not asked for it, there is nothing to do.\n`,
  inviteSubject: (hub) => `Invitation to ${hub}`,
  inviteText: (hub, by, link, days) =>
    `Hello,\n\n${by} invites you to ${hub}. This link signs you in:\n\n${link}\n\nIt works once, for ${days} days. If you do not want to take part, there is nothing to do.\n`,
};

export const SIGN_IN_WORDS = { de, en } as const;
export type Failure = keyof SignInWords['failures'];
