import type { NotificationKind } from '../../../src/model/account.ts';

/** What a mail about news says, in one language. `who` is a name, or nobody's where it is not told. */
export interface NotificationWords {
  readonly somebody: string;
  readonly greeting: (name: string) => string;
  readonly intro: (network: string) => string;
  readonly subject: (count: number, network: string) => string;
  readonly subjectOfOne: (sentence: string) => string;
  readonly sentences: Readonly<Record<NotificationKind, (who: string) => string>>;
  readonly other: string;
  readonly more: (count: number) => string;
  readonly why: Readonly<Record<'at-once' | 'daily' | 'weekly', string>>;
  readonly change: (url: string) => string;
  readonly changeThere: string;
}

const de: NotificationWords = {
  somebody: 'Jemand',
  greeting: (name) => `Guten Tag ${name},`,
  intro: (network) => `das ist neu für Sie bei ${network}:`,
  subject: (count, network) => `${count} Neuigkeiten für Sie bei ${network}`,
  subjectOfOne: (sentence) => `Neu für Sie: ${sentence}`,
  sentences: {
    'idea-submitted': () => 'Eine Idee wartet auf Freigabe.',
    'idea-question': () => 'Die Moderation hat eine Rückfrage zu Ihrer Idee.',
    'idea-answered': () => 'Die Rückfrage zu einer Idee ist beantwortet.',
    'idea-released': () => 'Ihre Idee ist freigegeben und sucht Unterstützung.',
    'idea-declined': () => 'Ihre Idee wird nicht weiterverfolgt.',
    'idea-stage': () => 'Eine Idee ist einen Schritt weiter.',
    'idea-reminder': () => 'Um Ihre Idee ist es still geworden. Wie geht es weiter?',
    'idea-parked': () => 'Eine Idee ruht jetzt. Sie lässt sich jederzeit wieder aufnehmen.',
    'idea-answer': (who) => `${who} hat für die Verwaltung geantwortet.`,
    'idea-answer-due': () => 'Die zugesagte Antwort auf eine Idee steht aus.',
    'trial-ending': () => 'Ein Versuch endet bald. Was ist dabei herausgekommen?',
    comment: (who) => `${who} hat kommentiert.`,
    reply: (who) => `${who} hat Ihnen geantwortet.`,
    mention: (who) => `${who} hat Sie erwähnt.`,
    support: (who) => `${who} unterstützt Ihre Idee.`,
    'help-offered': (who) => `${who} bietet Hilfe an.`,
    'help-accepted': () => 'Ihre Hilfe ist willkommen.',
    'help-declined': () => 'Ihre Hilfe wird diesmal nicht gebraucht.',
    'help-thanks': (who) => `${who} bedankt sich für Ihre Hilfe.`,
    'help-withdrawn': (who) => `${who} kann doch nicht helfen.`,
    'patron-named': (who) => `${who} hat Sie als Patin oder Paten benannt.`,
    'merge-proposed': () => 'Zwei Ideen sollen zusammengeführt werden. Ihre Zustimmung ist gefragt.',
    'merge-settled': () => 'Über eine Zusammenführung ist entschieden.',
    'adoption-asked': () => 'Eine Idee soll im Alltag ankommen. Ihre Bestätigung ist gefragt.',
    'adoption-confirmed': () => 'Eine Idee ist im Alltag angekommen.',
    'adoption-refused': () => 'Dass eine Idee im Alltag angekommen ist, wurde noch nicht bestätigt.',
    'taken-over': (who) => `${who} übernimmt Ihre Idee in der eigenen Verwaltung.`,
    report: () => 'Etwas wurde gemeldet und wartet auf die Moderation.',
    'report-settled': () => 'Ihre Meldung ist bearbeitet.',
    'comment-hidden': () => 'Die Moderation hat Ihren Beitrag verborgen.',
    'event-promoted': () => 'Sie haben jetzt einen Platz.',
    'event-changed': () => 'Ein Termin, zu dem Sie angemeldet sind, hat sich geändert.',
    'event-cancelled': () => 'Ein Termin, zu dem Sie angemeldet sind, ist abgesagt.',
    'event-removed': () => 'Die Organisation hat Ihre Anmeldung aufgehoben.',
    'event-message': (who) => `${who} schreibt Ihnen zu einem Termin, zu dem Sie angemeldet sind.`,
    'session-proposed': (who) => `${who} schlägt eine Session vor.`,
    'session-placed': () => 'Ihre Session hat einen Platz im Programm.',
    'session-cancelled': () => 'Eine Session entfällt.',
    'impulse-interest': (who) => `${who} hat Interesse an Ihrem Impuls.`,
    'impulse-dated': () => 'Ein Impuls, an dem Sie Interesse haben, hat einen Termin.',
    'impulse-reopened': () => 'Der Termin eines Impulses ist abgesagt. Der Impuls sucht einen neuen.',
    'impulse-withdrawn': () => 'Ein Impuls, an dem Sie Interesse hatten, findet nicht statt.',
  },
  other: 'Außerdem',
  more: (count) => `… und ${count} weitere.`,
  why: {
    'at-once': 'Sie bekommen diese Mail, sobald es Neues gibt.',
    daily: 'Sie bekommen diese Mail höchstens einmal am Tag.',
    weekly: 'Sie bekommen diese Mail höchstens einmal in der Woche.',
  },
  change: (url) => `Ändern oder abschalten: ${url}`,
  changeThere: 'Ändern oder abschalten können Sie das unter „Neu für Sie“.',
};

const en: NotificationWords = {
  somebody: 'Somebody',
  greeting: (name) => `Hello ${name},`,
  intro: (network) => `this is new for you at ${network}:`,
  subject: (count, network) => `${count} pieces of news for you at ${network}`,
  subjectOfOne: (sentence) => `New for you: ${sentence}`,
  sentences: {
    'idea-submitted': () => 'An idea waits to be released.',
    'idea-question': () => 'The moderators have a question about your idea.',
    'idea-answered': () => 'The question about an idea has been answered.',
    'idea-released': () => 'Your idea has been released and looks for support.',
    'idea-declined': () => 'Your idea will not be pursued.',
    'idea-stage': () => 'An idea has come one step further.',
    'idea-reminder': () => 'Your idea has been quiet for a while. How does it go on?',
    'idea-parked': () => 'An idea rests now. It can be taken up again at any time.',
    'idea-answer': (who) => `${who} has answered for the administration.`,
    'idea-answer-due': () => 'The answer that was promised to an idea is due.',
    'trial-ending': () => 'A trial ends soon. What has come of it?',
    comment: (who) => `${who} has commented.`,
    reply: (who) => `${who} has replied to you.`,
    mention: (who) => `${who} has mentioned you.`,
    support: (who) => `${who} supports your idea.`,
    'help-offered': (who) => `${who} offers help.`,
    'help-accepted': () => 'Your help is welcome.',
    'help-declined': () => 'Your help is not needed this time.',
    'help-thanks': (who) => `${who} thanks you for your help.`,
    'help-withdrawn': (who) => `${who} cannot help after all.`,
    'patron-named': (who) => `${who} has named you as a patron.`,
    'merge-proposed': () => 'Two ideas are to become one. You are asked to agree.',
    'merge-settled': () => 'It has been decided whether two ideas become one.',
    'adoption-asked': () => 'An idea is to become everyday practice. You are asked to confirm.',
    'adoption-confirmed': () => 'An idea has become everyday practice.',
    'adoption-refused': () => 'It has not been confirmed yet that an idea is everyday practice.',
    'taken-over': (who) => `${who} takes your idea over in another administration.`,
    report: () => 'Something was reported and waits for the moderators.',
    'report-settled': () => 'Your report has been dealt with.',
    'comment-hidden': () => 'The moderators have hidden your comment.',
    'event-promoted': () => 'You have a place now.',
    'event-changed': () => 'An event that you are registered for has changed.',
    'event-cancelled': () => 'An event that you are registered for is cancelled.',
    'event-removed': () => 'The organisers have withdrawn your registration.',
    'event-message': (who) => `${who} writes to you about an event that you are registered for.`,
    'session-proposed': (who) => `${who} proposes a session.`,
    'session-placed': () => 'Your session has a place in the programme.',
    'session-cancelled': () => 'A session is cancelled.',
    'impulse-interest': (who) => `${who} is interested in your impulse.`,
    'impulse-dated': () => 'An impulse that you are interested in has a date.',
    'impulse-reopened': () => 'The date of an impulse is cancelled. It is looking for a new one.',
    'impulse-withdrawn': () => 'An impulse that you were interested in does not take place.',
  },
  other: 'Besides',
  more: (count) => `… and ${count} more.`,
  why: {
    'at-once': 'You get this mail as soon as there is news.',
    daily: 'You get this mail once a day at most.',
    weekly: 'You get this mail once a week at most.',
  },
  change: (url) => `Change or switch off: ${url}`,
  changeThere: 'You can change or switch this off under “New for you”.',
};

export const NOTIFICATION_WORDS: Readonly<Record<'de' | 'en', NotificationWords>> = { de, en };
