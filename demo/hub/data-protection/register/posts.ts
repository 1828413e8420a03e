import { chapter, technical } from '../register-types.ts';
import { days, FROM_PERSON, PSEUDONYM, TIME_CHANGED, TIME_MADE, VERSION } from '../terms.ts';

const GATHERED = 'bei eigenen Beiträgen leer';
const OWN = 'bei eingesammelten Beiträgen leer';
const INDEXING = 'damit mehrere Hubs ihren Suchindex nachführen';

export const posts = chapter({
  title: 'Beiträge und Erfahrungsberichte',
  intro:
    'Eigene Beiträge schreiben Mitglieder für die Öffentlichkeit. Eingesammelte Beiträge stammen aus eingerichteten Quellen, die sie selbst veröffentlicht haben; der Hub zeigt sie mit Namen und Verweis auf das Original. Mailadressen von Autor:innen werden nicht übernommen.',
  tables: {
    post: {
      title: 'Beitrag',
      purpose: 'Erfahrungen veröffentlichen und auffindbar machen',
      basis: ['contract', 'interest'],
      retention: `eigene: ${PSEUDONYM}, Entwürfe werden mit dem Konto gelöscht; eingesammelte: ${days('gatheredPostDays')}, nachdem die Quelle sie zuletzt genannt hat`,
      seen: 'veröffentlichte: alle; Entwürfe: nur wer sie schreibt; eingereichte: auch die Moderation der Organisation',
      source: `${FROM_PERSON}; eingesammelte: die eingerichtete Quelle`,
      columns: {
        id: technical('Kennung'),
        ordinal: technical('kurze Nummer für den Suchindex'),
        changed: technical(INDEXING),
        version: technical(VERSION),
        sourceId: technical(`Quelle; ${GATHERED}`),
        guid: technical(`Kennung bei der Quelle; ${GATHERED}`),
        state: 'Stand: Entwurf, eingereicht, zurückgegeben, geplant, veröffentlicht, zurückgezogen',
        orgId: 'Organisation, für die der Beitrag steht',
        personId: `wer ihn geschrieben hat; ${OWN}`,
        ideaId: 'Idee, die er dokumentiert',
        lang: technical('Sprache'),
        title: 'Titel',
        teaser: 'Kurztext',
        document: {
          what: 'was Listen zeigen',
          keys: {
            image: 'Bild mit Beschreibung, als Adresse bei der Quelle',
            warning: 'Inhaltswarnung',
            licence: 'Lizenz',
            isProtected: 'ob der Text an seiner Quelle ein Passwort verlangt',
            authors: 'Autor:innen eingesammelter Beiträge, wie die Quelle sie nennt: Name, Organisation, Bildadresse',
            images: 'hochgeladene Bilder mit Beschreibung',
          },
        },
        texts: {
          what: 'der ganze Text',
          keys: {
            content: 'Text der Quelle',
            format: 'wie er ausgezeichnet ist',
            report: 'Kapitel der Quelle',
            teaser: 'Kurztext, wie er geschrieben wurde',
            body: 'Text',
            chapters:
              'Kapitel des Erfahrungsberichts; im Kapitel „Kontakt“ nennen die Schreibenden, wen die Öffentlichkeit fragen kann',
          },
        },
        tags: 'Schlagwörter',
        topicIds: 'Themen',
        authorNames: 'Namen von Autor:innen eingesammelter Beiträge',
        size: 'Größe der Kommune',
        maturity: 'Reifegrad',
        isReport: technical('ob es ein Erfahrungsbericht ist'),
        words: technical('Zahl der Wörter, für die Lesezeit'),
        url: `Adresse des Originals; ${GATHERED}`,
        storyUrl: technical('Adresse ohne Zusätze, um denselben Beitrag an mehreren Orten zu erkennen'),
        storyTitle: technical('Titel in vereinfachter Schreibung, zum selben Zweck'),
        announces: technical('Adressen, auf die ein Beitrag ohne Titel verweist, zum selben Zweck'),
        cluster: technical('welche Beiträge denselben Text zeigen'),
        searchText: 'Wörter des Beitrags, für die Suche',
        contentHash: technical('ob sich ein eingesammelter Beitrag geändert hat'),
        publishedAt: 'wann er veröffentlicht wurde',
        modifiedAt: 'wann er zuletzt überarbeitet wurde',
        publishAt: 'wann er erscheinen soll',
        question: {
          what: 'Rückfrage oder Begründung der Moderation',
          seen: 'wer den Beitrag geschrieben hat, und die Moderation',
        },
        seenAt: technical('wann die Quelle ihn zuletzt genannt hat'),
        createdAt: TIME_MADE,
        updatedAt: TIME_CHANGED,
      },
    },
  },
});
