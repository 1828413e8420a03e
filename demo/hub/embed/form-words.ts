import type { FormField } from './form-fields.ts';

const de = {
  labels: {
    problem: 'Beschreiben Sie das Problem',
    title: 'Titel',
    summary: 'Kurz gesagt',
    body: 'Mehr zu Ihrer Idee',
    place: 'An welchem Ort?',
    orgId: 'Für welche Verwaltung?',
    reach: 'Wer soll mitmachen können?',
  } satisfies Record<FormField, string>,
  hints: {
    problem:
      'Was läuft heute nicht gut, und wen betrifft es? Ein, zwei Sätze genügen. Bitte nennen Sie keine Namen von Personen.',
    title: 'Woran erkennt man Ihre Idee wieder?',
    summary: 'Was soll anders werden? Zwei, drei Sätze.',
    place: 'Eine Stadt, ein Amt, eine Einrichtung.',
  } as Partial<Record<FormField, string>>,
  optional: 'freiwillig',
  choose: 'Bitte auswählen',
  anonymous:
    'Sie reichen ohne Namen ein. Weder Ihr Name noch Ihre E-Mail-Adresse werden gespeichert. Bevor andere die Idee sehen, liest sie eine Person aus der Moderation.',
  website: 'Bitte leer lassen',
  check: 'Weiter zur Vorschau',
  stuck: 'Tut sich beim Absenden nichts, dann steht das Formular in einer fremden Seite. Öffnen Sie diese Adresse:',
  previewTitle: 'Stimmt alles so?',
  previewLead: 'So kommt Ihre Idee an. Noch ist nichts gesendet.',
  send: 'Idee einreichen',
  change: 'Ändern',
  wrong: (count: number) =>
    count === 1 ? 'Eine Angabe fehlt noch oder passt nicht' : `${count} Angaben fehlen noch oder passen nicht`,
  required: {
    problem: 'Beschreiben Sie das Problem in ein, zwei Sätzen.',
    title: 'Geben Sie Ihrer Idee einen Titel.',
    summary: 'Sagen Sie in ein, zwei Sätzen, worum es geht.',
    orgId: 'Wählen Sie die Verwaltung aus, für die Ihre Idee ist.',
    reach: 'Wählen Sie aus, wer mitmachen kann.',
  } as Partial<Record<FormField, string>>,
  tooShort: (least: number) => `Der Titel ist zu kurz. Er braucht mindestens ${least} Zeichen.`,
  tooLong: (label: string, most: number) => `„${label}“ ist zu lang. Möglich sind ${most} Zeichen.`,
  refused: (label: string) => `„${label}“ wurde so nicht angenommen. Bitte ändern Sie die Angabe.`,
  refusedAll: 'Die Idee wurde so nicht angenommen. Bitte prüfen Sie Ihre Angaben.',
  doneTitle: 'Danke, Ihre Idee ist angekommen',
  done: 'Eine Person aus der Moderation liest sie, bevor andere sie sehen.',
  keep: 'Mit diesem privaten Link verfolgen und ändern Sie die Idee und beantworten Rückfragen. Bewahren Sie ihn auf: Er wird nur dieses eine Mal gezeigt. Zum Öffnen braucht die Seite JavaScript.',
  privateLink: 'Ihr privater Link',
  another: 'Noch eine Idee einreichen',
  signInNeeded: 'Zum Einreichen loggen Sie sich bitte ein. Dafür braucht diese Seite JavaScript.',
  signIn: 'Einloggen',
};

/** What the form for ideas says where no script runs; in the words of the widget. */
export type FormWords = typeof de;

const en: FormWords = {
  labels: {
    problem: 'Describe the problem',
    title: 'Title',
    summary: 'In short',
    body: 'More about your idea',
    place: 'In which place?',
    orgId: 'For which administration?',
    reach: 'Who shall be able to take part?',
  },
  hints: {
    problem:
      'What does not work well today, and whom does it concern? A sentence or two are enough. Please do not name any persons.',
    title: 'What will people know your idea by?',
    summary: 'What is to be different? Two or three sentences.',
    place: 'A town, an office, an institution.',
  },
  optional: 'optional',
  choose: 'Please choose',
  anonymous:
    'You submit without a name. Neither your name nor your mail address is stored. Before others see the idea, a moderator reads it.',
  website: 'Please leave empty',
  check: 'Go on to the preview',
  stuck: 'If nothing happens when you send it, the form stands in a foreign page. Open this address:',
  previewTitle: 'Is everything right?',
  previewLead: 'This is how your idea arrives. Nothing has been sent yet.',
  send: 'Submit idea',
  change: 'Change',
  wrong: (count) =>
    count === 1 ? 'One answer is missing or does not fit' : `${count} answers are missing or do not fit`,
  required: {
    problem: 'Describe the problem in a sentence or two.',
    title: 'Give your idea a title.',
    summary: 'Say in a sentence or two what it is about.',
    orgId: 'Choose the administration that your idea is for.',
    reach: 'Choose who can take part.',
  },
  tooShort: (least) => `The title is too short. It needs at least ${least} characters.`,
  tooLong: (label, most) => `“${label}” is too long. There is room for ${most} characters.`,
  refused: (label) => `“${label}” was not accepted as it is. Please change it.`,
  refusedAll: 'The idea was not accepted as it is. Please check your answers.',
  doneTitle: 'Thank you, your idea has arrived',
  done: 'A moderator reads it before others see it.',
  keep: 'By this private link you follow and change the idea and answer questions. Keep it: it is shown only this once. The page needs JavaScript to open it.',
  privateLink: 'Your private link',
  another: 'Submit another idea',
  signInNeeded: 'Please sign in to submit. This page needs JavaScript for that.',
  signIn: 'Sign in',
};

export const FORM_WORDS: Readonly<Record<'de' | 'en', FormWords>> = { de, en };
