import type { PersonalTraceKind } from '../../model/personal-traces.ts';
import type { PostFault, PostSort, ScheduleFault } from '../../model/post-form.ts';
import type { PostState, ReportChapter } from '../../model/post.ts';
import { de as forms } from './forms.ts';
import { de as posts } from './posts.ts';

/** Why a picture was not taken. */
export type PictureRefusal = 'too-large' | 'too-many' | 'wrong-type' | 'empty' | 'unreadable' | 'denied';

/** German for writing posts and experience reports. */
export const de = {
  ...forms,
  ...posts,
  editor: {
    newTitle: 'Erfahrungsbericht schreiben',
    editTitle: 'Beitrag bearbeiten',
    reviewTitle: 'Prüfen und veröffentlichen',
    loading: 'Das Formular wird geladen',
    signIn: 'Einloggen',
    signInHint: 'Wer eingeloggt ist, kann Erfahrungsberichte schreiben und veröffentlichen.',
    signInFailed: 'Das Einloggen hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    unsupported: 'In diese Quelle kann von hier aus niemand schreiben.',
    notAllowed: 'Sie können diesen Beitrag nicht bearbeiten.',
    intro:
      'Was haben Sie ausprobiert, und was hätten Sie gern vorher gewusst? Schreiben Sie es für Kolleginnen und Kollegen auf, die vor derselben Aufgabe stehen.',
    prefilled: (idea: string) =>
      `Aus der Idee „${idea}“ übernommen: was im Versuch und in der dokumentierten Praxis steht. Bitte lesen Sie alles noch einmal und ergänzen Sie, was fehlt.`,
    prefillMissing: (chapters: string) => `Dazu sagt die Idee noch nichts: ${chapters}.`,
    prefillFailed: 'Aus der Idee ließ sich gerade nichts übernehmen. Schreiben können Sie trotzdem.',
    restored: 'Ihr Entwurf von vorhin ist wieder da.',
    discard: 'Entwurf verwerfen',
    question: 'Rückfrage der Redaktion',
    sections: {
      what: 'Worum geht es?',
      report: 'Ihr Bericht',
      text: 'Ihr Text',
      pictures: 'Bilder',
      sorting: 'Damit andere es finden',
    },
    chaptersHint:
      'Ein Kapitel genügt für den Anfang. Leere Zeilen trennen Absätze; **fett**, *kursiv* und Listen mit - funktionieren.',
    fields: {
      sort: 'Was schreiben Sie?',
      title: 'Titel',
      titleHint: 'Sagen Sie gleich, was herausgekommen ist: „Wie wir Sitzungsvorlagen halbiert haben“.',
      teaser: 'Kurz gesagt',
      teaserHint: 'Ein bis zwei Sätze für die Liste: Für wen ist das interessant, und warum?',
      body: 'Text',
      bodyHint: 'Leere Zeilen trennen Absätze; **fett**, *kursiv* und Listen mit - funktionieren.',
      size: 'Größe der Kommune',
      maturity: 'Stand der Umsetzung',
      topicIds: 'Themen',
      tags: 'Schlagwörter',
      tagsHint: (most: number) => `Höchstens ${most}, durch Komma getrennt.`,
      orgId: 'Erscheint für',
    },
    sorts: {
      report: 'Erfahrungsbericht',
      post: 'Anderer Beitrag',
    } satisfies Record<PostSort, string>,
    sortHints: {
      report: 'In Kapiteln: wie es war, was Sie getan haben, was daraus wurde.',
      post: 'Ein freier Text, zum Beispiel eine Ankündigung.',
    } satisfies Record<PostSort, string>,
    help: {
      situation: 'Wie war es vorher, und was hat gestört?',
      approach: 'Was haben Sie getan, mit wem, und wie lange hat es gedauert?',
      result: 'Was ist jetzt anders? Zahlen helfen, auch kleine.',
      pitfalls: 'Was ging schief, und was würden Sie heute anders machen? Dieser Teil hilft anderen am meisten.',
      contact:
        'Bei wem können andere nachfragen? Nennen Sie nur, was öffentlich sein darf, zum Beispiel ein Funktionspostfach.',
    } satisfies Record<ReportChapter, string>,
    none: 'keine Angabe',
    faults: {
      'no-text': 'Bitte füllen Sie mindestens ein Kapitel oder den Text aus',
      tags: 'Das sind zu viele Schlagwörter',
      'tag-long': 'Ein Schlagwort ist zu lang',
      alt: 'Bitte beschreiben Sie jedes Bild, oder sagen Sie, dass es Schmuck ist',
      'alt-long': 'Eine Bildbeschreibung ist zu lang',
      unfinished: 'Ein Bild ist noch nicht angekommen. Warten Sie kurz, oder entfernen Sie es',
    } satisfies Record<PostFault, string>,
    codes: {
      'alt-required': 'Bitte beschreiben Sie jedes Bild, oder sagen Sie, dass es Schmuck ist',
      'too-many': 'Das sind zu viele Angaben',
      'not-allowed': 'Diese Angabe ist hier nicht möglich',
      past: 'Dieser Zeitpunkt ist schon vorbei',
    },
    toReview: 'Speichern und weiter zur Vorschau',
    saveDraft: 'Entwurf speichern',
    save: 'Änderungen speichern',
    draftSaved: 'Der Entwurf ist gespeichert. Nur Sie sehen ihn.',
    saved: 'Die Änderungen sind gespeichert.',
    nothingChanged: 'Sie haben noch nichts geändert.',
    close: 'Schließen',
    preview: 'So wird der Beitrag gelesen',
    previewMissing: 'Sobald der Titel steht, erscheint hier die Vorschau.',
    previewFailed: 'Die Vorschau ließ sich nicht laden. Speichern können Sie trotzdem.',
    goOn: 'Weiter bearbeiten',
    edit: 'Bearbeiten',
    changedMeanwhile:
      'Der Beitrag wurde inzwischen geändert. Sie sehen jetzt die neue Fassung; bitte lesen Sie sie, bevor Sie weitermachen.',
    noText: 'Zum Veröffentlichen fehlt noch der Text.',
    stands: {
      draft: 'Entwurf. Nur Sie sehen ihn.',
      pending: 'Wartet auf die Freigabe durch die Redaktion.',
      returned: 'Zurück mit einer Rückfrage. Nur Sie und die Redaktion sehen ihn.',
      scheduled: (when: string) => `Erscheint am ${when}.`,
      published: 'Veröffentlicht. Änderungen sehen alle sofort.',
      withdrawn: 'Zurückgezogen. Nur Sie und die Redaktion sehen ihn.',
    },
    moderatedHint: 'Bevor Ihr Beitrag erscheint, liest ihn die Redaktion. Sie bekommen Bescheid.',
    steps: {
      submit: 'Zur Freigabe einreichen',
      publish: 'Veröffentlichen',
      publishNow: 'Jetzt veröffentlichen',
      schedule: 'Zeitpunkt festlegen',
      reschedule: 'Zeitpunkt ändern',
      return: 'Mit Rückfrage zurückgeben',
      withdraw: 'Zurückziehen',
      delete: 'Löschen',
    },
    forms: {
      schedule: 'Wann soll der Beitrag erscheinen?',
      date: 'Tag',
      time: 'Uhrzeit',
      zone: (name: string) => `Zeitzone: ${name}`,
      scheduleSend: 'Zeitpunkt festlegen',
      returnIntro: 'Wer geschrieben hat, bekommt Ihre Frage und kann den Beitrag ändern und wieder einreichen.',
      question: 'Ihre Frage',
      returnSend: 'Zurückgeben',
      withdrawIntro:
        'Der Beitrag verschwindet aus allen Listen und Feeds. Sie können ihn später wieder veröffentlichen.',
      reason: 'Grund',
      withdrawSend: 'Zurückziehen',
      deleteIntro: (title: string) => `„${title}“ wird gelöscht. Das lässt sich nicht rückgängig machen.`,
      deleteSend: 'Endgültig löschen',
      keep: 'Doch nicht',
    },
    scheduleFaults: {
      past: 'Dieser Zeitpunkt ist schon vorbei',
      skipped: 'Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt',
    } satisfies Record<ScheduleFault, string>,
    clock: (day: string, time: string) => `${day}, ${time} Uhr`,
    done: {
      submit: (title: string) =>
        `„${title}“ liegt jetzt bei der Redaktion. Sie bekommen Bescheid, sobald der Beitrag erscheint oder es eine Rückfrage gibt.`,
      publish: (title: string) => `„${title}“ ist veröffentlicht.`,
      schedule: (title: string, when: string) => `„${title}“ erscheint am ${when}.`,
      return: (title: string) => `Ihre Frage zu „${title}“ ist unterwegs.`,
      withdraw: (title: string) => `„${title}“ ist zurückgezogen.`,
      delete: (title: string) => `„${title}“ ist gelöscht.`,
    },
    read: 'Beitrag ansehen',
    finish: 'Fertig',
    another: 'Weiteren Beitrag schreiben',
    traces: 'Bitte vorher prüfen',
    tracesHint:
      'Diese Stellen könnten Namen oder persönliche Angaben enthalten. Die Prüfung läuft nur auf Ihrem Gerät.',
    noTraces:
      'Auf Ihrem Gerät geprüft: Namen oder persönliche Angaben sind nicht aufgefallen. Lesen Sie trotzdem noch einmal.',
    traceKinds: {
      email: 'E-Mail-Adresse',
      phone: 'Telefonnummer',
      iban: 'Bankverbindung',
      birthday: 'Geburtsdatum',
      reference: 'Aktenzeichen',
      address: 'Anschrift',
      person: 'Name',
      picture: 'Bild: Sind Menschen oder Namen zu sehen?',
      file: 'Datei: Stehen Namen darin?',
    } satisfies Record<PersonalTraceKind, string>,
    picturesCheck: (count: number) =>
      count === 1
        ? 'Ein Bild geht mit hinaus. Sind Menschen darauf einverstanden, und dürfen Sie es zeigen?'
        : `${count} Bilder gehen mit hinaus. Sind Menschen darauf einverstanden, und dürfen Sie sie zeigen?`,
    pictures: {
      hint: (files: number, size: string, types: string) =>
        `Höchstens ${files} Bilder, je bis ${size}: ${types}. Das erste steht in der Liste.`,
      add: 'Bilder wählen',
      drop: 'oder hierher ziehen',
      checking: 'Bilder werden angesehen',
      alt: 'Was ist zu sehen?',
      altHint: 'Für alle, die das Bild nicht sehen können.',
      decoration: 'Das Bild ist Schmuck und sagt nichts',
      needsAlt: 'Bitte beschreiben Sie das Bild, oder sagen Sie, dass es Schmuck ist',
      altTooLong: (most: number) => `Bitte auf ${most} Zeichen kürzen`,
      uploading: 'Wird hochgeladen',
      progress: (name: string) => `${name} wird hochgeladen`,
      failed: 'Noch nicht angekommen. Wir versuchen es weiter.',
      ready: 'Hochgeladen',
      stored: (number: number) => `Bild ${number}`,
      isFirst: 'Bild für die Liste',
      makeFirst: 'In die Liste',
      makeFirstOf: (name: string) => `${name} als Bild für die Liste nehmen`,
      remove: (name: string) => `${name} entfernen`,
      removed: (name: string) => `${name} ist entfernt.`,
      size: (megabytes: string) => `${megabytes} MB`,
      types: { 'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/webp': 'WebP', 'image/avif': 'AVIF' } as Readonly<
        Record<string, string>
      >,
      refusals: {
        'too-large': (name, limits) => `${name} ist zu groß: höchstens ${limits.size}.`,
        'too-many': (name, limits) => `${name} ist eines zu viel: höchstens ${limits.files} Bilder.`,
        'wrong-type': (name, limits) => `${name} ist kein Bild, das hier geht: ${limits.types}.`,
        empty: (name) => `${name} ist leer.`,
        unreadable: (name) => `${name} lässt sich nicht lesen.`,
        denied: (name) => `${name} darf hier nicht hochgeladen werden.`,
      } satisfies Record<
        PictureRefusal,
        (name: string, limits: { readonly files: number; readonly size: string; readonly types: string }) => string
      >,
    },
  },
  desk: {
    title: 'Meine Beiträge',
    lead: 'Was Sie geschrieben haben, und wie weit es ist.',
    write: 'Erfahrungsbericht schreiben',
    queue: 'Wartet auf Ihre Freigabe',
    queueEmpty: 'Gerade wartet nichts auf Ihre Freigabe.',
    mine: 'Von Ihnen',
    mineEmpty: 'Sie haben noch nichts geschrieben. Ein Kapitel genügt für den Anfang.',
    loading: 'Beiträge werden geladen',
    unsupported: 'In diese Quelle kann von hier aus niemand schreiben.',
    signInHint: 'Eingeloggt sehen Sie hier, was Sie geschrieben haben.',
    states: {
      draft: 'Entwurf',
      pending: 'Wartet auf Freigabe',
      returned: 'Rückfrage',
      scheduled: 'Geplant',
      published: 'Veröffentlicht',
      withdrawn: 'Zurückgezogen',
    } satisfies Record<PostState, string>,
    untitled: 'Ohne Titel',
    changed: (day: string) => `zuletzt geändert am ${day}`,
    since: (day: string) => `seit ${day}`,
    scheduled: (when: string) => `erscheint am ${when}`,
    published: (day: string) => `am ${day}`,
    ofIdea: (title: string) => `zur Idee „${title}“`,
    question: 'Frage der Redaktion:',
    goOn: 'Weiterschreiben',
    edit: 'Bearbeiten',
    examine: 'Prüfen',
    look: 'Ansehen',
    read: 'Lesen',
    delete: 'Löschen',
    deleted: (title: string) => `„${title}“ ist gelöscht.`,
  },
};

/** What a dictionary of writing posts must say. */
export type PostEditorMessages = typeof de;
