import type { WordsOverride } from '../override-words.ts';
import type { SubmissionMessages } from './idea-submission.ts';

/** What the form says in another way to people it is on first-name terms with. */
export const du: WordsOverride<SubmissionMessages['submission']> = {
  intro: 'Vier kurze Fragen, dann eine Vorschau. Bis du einreichst, bleibt alles bei dir.',
  next: { idea: 'Weiter zu deiner Idee', needs: 'Weiter zu dem, was du brauchst' },
  steps: { idea: 'Was ist deine Idee?', needs: 'Was brauchst du?' },
  fields: {
    problem: 'Beschreibe das Problem',
    body: 'Mehr zu deiner Idee',
    needs: 'Was würde dir helfen?',
  },
  hints: {
    problem:
      'Was läuft heute nicht gut, und wen betrifft es? Ein, zwei Sätze genügen. Bitte nenne keine Namen von Personen.',
    title: 'Woran erkennt man deine Idee wieder?',
    body: 'Wie könnte es gehen, was hast du schon versucht? Absätze, Listen mit „-“ und Links sind möglich.',
  },
  errors: {
    required: {
      problem: 'Beschreibe das Problem in ein, zwei Sätzen.',
      title: 'Gib deiner Idee einen Titel.',
      summary: 'Sag in ein, zwei Sätzen, worum es geht.',
      orgId: 'Wähle die Verwaltung aus, für die deine Idee ist.',
      reach: 'Wähle aus, wer mitmachen kann.',
      alt: 'Beschreibe in Worten, was auf „{1}“ zu sehen ist.',
    },
    tooMany: 'Wähle höchstens {1} Themen aus.',
    tooManyNeeds: 'Wähle höchstens {1} Arten von Hilfe aus.',
    refused: '„{1}“ wurde so nicht angenommen. Bitte ändere die Angabe.',
    refusedAll: 'Die Idee wurde so nicht angenommen. Bitte prüfe deine Angaben.',
  },
  similar: { hint: 'Vielleicht könnt ihr euch zusammentun. Deine Idee kannst du trotzdem einreichen.' },
  attachments: {
    waiting: 'Diese Dateien nehmen wir so nicht an. Bitte entferne sie.',
    denied: '„{1}“ darf hier nicht hochgeladen werden. Vielleicht bist du nicht mehr eingeloggt.',
  },
  sender: {
    as: (name: string, org: string) => `Du reichst ein als ${name}${org ? `, ${org}` : ''}.`,
    shown: 'Dein Name steht bei der Idee.',
    anonymous: 'Du reichst ohne Namen ein.',
    anonymousMeaning:
      'Weder dein Name noch deine E-Mail-Adresse werden gespeichert. Bevor andere die Idee sehen, liest sie eine Person aus der Moderation. Nach dem Einreichen bekommst du einen privaten Link: Nur damit kannst du die Idee verfolgen, ändern und Rückfragen beantworten.',
    signInInstead: 'Mit Namen einreichen? Logge dich ein.',
    signInNeeded: 'Zum Einreichen logge dich bitte ein. Schreiben kannst du schon jetzt.',
    kept: 'Was du geschrieben hast, bleibt dabei erhalten.',
    signInFailed: 'Das Einloggen hat nicht geklappt. Was du geschrieben hast, ist noch da.',
  },
  draft: {
    session: 'Dein Entwurf bleibt, bis du diesen Tab schließt.',
    local: 'Dein Entwurf bleibt auf diesem Gerät, bis du einreichst oder ihn verwirfst.',
    rememberHint: 'Nur auf einem Gerät, das du allein benutzt.',
    restored: 'Dein Entwurf ist wieder da.',
    otherTab: 'Diesen Entwurf hast du inzwischen in einem anderen Tab geändert.',
    afterSignIn: 'Du bist eingeloggt. Dein Entwurf ist noch da.',
  },
  origin: {
    ask: (title) => `Du hast schon eine Idee begonnen. Soll die Session „${title}“ an ihre Stelle treten?`,
  },
  sending: {
    title: 'Deine Idee ist unterwegs',
    keepOpen: 'Lass dieses Fenster bis dahin bitte offen.',
    busy: 'Gerade kommen sehr viele Einreichungen an. Wir senden deine Idee gleich von selbst noch einmal.',
    failedMeaning: 'Was du geschrieben hast, ist noch da. Versuch es noch einmal.',
    denied:
      'Du bist nicht mehr eingeloggt, oder du darfst hier nichts einreichen. Was du geschrieben hast, ist noch da.',
    conflict: 'Jemand hat die Idee inzwischen geändert. Deine Änderungen sind noch nicht gespeichert.',
  },
  done: {
    title: 'Deine Idee ist angekommen',
    thanks: 'Danke, dass du das anstößt.',
    reading: (org: string) =>
      `Eine Person aus der Moderation${org ? ` (${org})` : ''} liest deine Idee in den nächsten Arbeitstagen.`,
    questionByLink: 'Hat sie eine Frage, siehst du das über deinen privaten Link.',
    questionByNews: 'Hat sie eine Frage, bekommst du eine Nachricht.',
    openNow: 'Deine Idee steht jetzt unter „{1}“. Wer helfen kann, meldet sich dort.',
    linkTitle: 'Dein privater Link',
    linkMeaning:
      'Damit siehst du, wie es um deine Idee steht, beantwortest Rückfragen und änderst sie. Bewahre ihn gut auf: Wer ihn hat, kann die Idee ändern.',
    copyFailed: 'Das Kopieren ist hier nicht möglich. Der Link ist markiert: Kopiere ihn mit Strg + C.',
  },
  followUp: {
    title: 'Deine Idee',
    loading: 'Deine Idee wird geladen',
    failed: 'Deine Idee lässt sich gerade nicht laden.',
    answer: 'Deine Antwort',
    answerHint: 'Sie steht im Verlauf der Idee. Du kannst auch die Idee selbst ändern.',
    withdrawReason: 'Warum ziehst du die Idee zurück?',
    withdrawReasonMissing: 'Schreib in einem Satz, warum du die Idee zurückziehst.',
    withdrawn: 'Deine Idee ist zurückgezogen.',
    saved: 'Deine Änderungen sind gespeichert.',
    sent: 'Deine Antwort ist angekommen. Die Moderation liest die Idee noch einmal.',
    meaning: {
      submitted: 'Die Moderation liest deine Idee, bevor andere sie sehen.',
      returned: 'Die Moderation hat eine Frage. Nach deiner Antwort geht es weiter.',
    },
  },
};
