import type { CommentKind, HelpState, Reaction, SupportLevel, SupportShown } from '../../model/idea-participation.ts';
import type { HelpKind, HelpSize, IdeaReach, IdeaStage, TrialResult } from '../../model/idea.ts';
import { de as common } from './words.ts';

/** German for ideas: the names of their closed lists, which several widgets say. */
export const de = {
  ...common,
  idea: {
    stages: {
      draft: 'Entwurf',
      submitted: 'Eingereicht',
      returned: 'Rückfrage',
      open: 'Sucht Unterstützung',
      teaming: 'Team bildet sich',
      trying: 'Wird ausprobiert',
      evaluated: 'Ausgewertet',
      adopted: 'Im Alltag angekommen',
      documented: 'Praxis dokumentiert',
      transfer: 'Wird übernommen',
      parked: 'Ruht',
      stopped: 'Beendet, mit Erkenntnis',
      declined: 'Nicht weiterverfolgt',
      merged: 'Zusammengeführt',
      withdrawn: 'Zurückgezogen',
    } satisfies Record<IdeaStage, string>,
    reaches: {
      within: 'In unserer Verwaltung',
      between: 'Zwischen Verwaltungen',
      civil: 'Mit der Zivilgesellschaft',
    } satisfies Record<IdeaReach, string>,
    help: {
      knowledge: 'Wissen',
      time: 'Zeit',
      room: 'Raum',
      budget: 'Geld',
      legal: 'Recht',
      it: 'IT',
      design: 'Gestaltung',
      data: 'Daten',
      'test-site': 'Testort',
      'pilot-users': 'Menschen zum Ausprobieren',
      contact: 'Kontakte',
      moderation: 'Moderation',
      'decision-maker': 'Entscheidung',
      documentation: 'Dokumentation',
    } satisfies Record<HelpKind, string>,
    helpSizes: {
      '1': 'eine Stunde',
      '2-5': 'zwei bis fünf Stunden',
      day: 'ein Tag',
      more: 'mehr als ein Tag',
    } satisfies Record<HelpSize, string>,
    helpStates: {
      offered: 'angeboten',
      accepted: 'angenommen',
      declined: 'nicht gebraucht',
      withdrawn: 'zurückgenommen',
      done: 'erledigt',
    } satisfies Record<HelpState, string>,
    supportLevels: {
      interesting: 'Interessant',
      'useful-here': 'Haben wir auch',
      'i-join': 'Ich mache mit',
    } satisfies Record<SupportLevel, string>,
    supportShown: {
      name: 'mit meinem Namen',
      org: 'nur mit meiner Verwaltung',
      'count-only': 'nur als Zahl',
    } satisfies Record<SupportShown, string>,
    comments: {
      comment: 'Kommentar',
      question: 'Frage',
      concern: 'Bedenken',
      experience: 'Erfahrung',
      answer: 'Antwort',
    } satisfies Record<CommentKind, string>,
    reactions: { thanks: 'Danke', insight: 'Guter Hinweis', heart: 'Gefällt mir' } satisfies Record<Reaction, string>,
    results: {
      works: 'Funktioniert',
      partly: 'Funktioniert teilweise',
      not: 'Funktioniert nicht',
    } satisfies Record<TrialResult, string>,
    anonymous: 'Anonym eingereicht',
    similarKinds: { idea: 'Idee', practice: 'Erprobte Praxis', event: 'Termin', peer: 'Ansprechperson' },
  },
};

/** What a dictionary of ideas must say. */
export type IdeaMessages = typeof de;
