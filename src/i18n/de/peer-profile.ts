import { de as common } from './words.ts';

/** German for the frame of the own entry: what stands there before anybody has signed in, and after all is over. */
export const de = {
  ...common,
  profile: {
    title: 'Mein Eintrag',
    loading: 'Ihr Eintrag wird geladen',
    signIn: 'Einloggen',
    signedOut:
      'Wer im Verzeichnis steht, wird gefunden: mit dem, was Sie können, suchen und anbieten. Sie bestimmen Angabe für Angabe, wer sie sieht. Loggen Sie sich ein, um Ihren Eintrag anzulegen oder zu ändern.',
    signInFailed: 'Das Einloggen hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    noSignIn: 'Ihren Eintrag sehen Sie, sobald Sie auf dieser Seite eingeloggt sind.',
    unsupported: 'Diese Quelle kennt keine eigenen Einträge.',
    again: { removed: 'Neu beginnen', refused: 'Zu meinen Daten' },
    ended: {
      removed: {
        title: 'Ihr Eintrag ist gelöscht',
        text: 'Im Verzeichnis findet Sie niemand mehr, Ihr Bild und Ihre Angebote sind weg. Ihr Konto besteht weiter. Wenn Sie wieder dabei sein möchten, beginnen Sie neu.',
      },
      refused: {
        title: 'Ihr Eintrag ist gelöscht und kommt nicht wieder',
        text: 'Was über Sie eingetragen war, ist gelöscht. Wir merken uns nur einen Prüfwert, damit der nächste Abgleich Sie nicht wieder einträgt. Ihr Konto besteht weiter, bis Sie es löschen.',
      },
      erased: {
        title: 'Alles über Sie ist gelöscht',
        text: 'Ihr Konto und Ihr Eintrag sind gelöscht, Sie sind ausgeloggt. Auf diesem Gerät ist nichts von Ihnen geblieben. Danke für alles, was Sie eingebracht haben.',
      },
    },
  },
};

/** What a dictionary of the entry's frame must say. */
export type PeerProfileMessages = typeof de;
