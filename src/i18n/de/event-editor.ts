import type { EventAttendance } from '../../model/calendar-event.ts';
import type { Visibility } from '../../model/common.ts';
import type { EventFormFault } from '../../model/event-form-check.ts';
import { de as calendar } from './calendar.ts';
import { de as forms } from './forms.ts';

const ORDINALS = ['', 'ersten', 'zweiten', 'dritten', 'vierten', 'fünften'];
const angemeldete = (count: number): string => (count === 1 ? '1 angemeldete Person' : `${count} Angemeldete`);

/** German for the organiser's form: what the calendar and all forms say, and what it alone says. */
export const de = {
  ...forms,
  ...calendar,
  editor: {
    newTitle: 'Neue Veranstaltung',
    editTitle: 'Veranstaltung bearbeiten',
    loading: 'Das Formular wird geladen',
    noOrgs: 'Veranstaltungen anlegen können Menschen, die für eine Verwaltung oder einen Verein einladen dürfen.',
    notAllowed: 'Sie können diese Veranstaltung nicht bearbeiten.',
    signIn: 'Einloggen',
    signInHint: 'Wer eingeloggt ist, kann Veranstaltungen anlegen und ändern, für die er oder sie zuständig ist.',
    restored: 'Ihr Entwurf von vorhin ist wieder da.',
    discard: 'Entwurf verwerfen',
    preview: 'So sieht es im Kalender aus',
    previewMissing: 'Sobald Titel und Zeiten stimmen, steht hier eine Vorschau.',
    scope: {
      title: 'Was möchten Sie ändern?',
      date: (when: string) => `Nur diesen Termin: ${when}`,
      dateMeans:
        'Die anderen Termine bleiben, wie sie sind. Anmeldungen gelten weiter; benachrichtigt wird, wer zu diesem Termin angemeldet ist.',
      series: 'Die ganze Reihe',
      seriesMeans:
        'Alle Termine ändern sich. Mit einer neuen Zeit oder Wiederholung ziehen Anmeldungen auf den entsprechenden Termin um; was an einzelnen Terminen abweicht, fällt weg. Entfällt ein Termin, erfahren es die Angemeldeten.',
      next: 'Weiter zum Formular',
    },
    sections: {
      what: 'Worum geht es?',
      when: 'Wann?',
      repeat: 'Wiederholung',
      where: 'Wo?',
      registration: 'Anmeldung',
      programme: 'Programm des Camps',
      circle: 'Lernzirkel',
      more: 'Mehr dazu',
      who: 'Wer sieht es?',
      message: 'Nachricht an Angemeldete',
    },
    fields: {
      title: 'Titel',
      kind: 'Art',
      summary: 'Kurz gesagt',
      summaryHint: 'Ein bis zwei Sätze: für wen, und was nimmt man mit?',
      orgId: 'Lädt ein',
      topicIds: 'Themen',
      allDay: 'Ganztägig',
      startDate: 'Beginn',
      startTime: 'Uhrzeit',
      endDate: 'Ende',
      lastDate: 'Letzter Tag',
      endTime: 'Uhrzeit am Ende',
      timeZone: 'Zeitzone',
      timeZoneHint: 'Die Zeiten gelten dort, wo die Veranstaltung ist.',
      repeat: 'Wie oft?',
      interval: 'Alle wie viele Wochen?',
      intervalMonths: 'Alle wie viele Monate?',
      weekdays: 'An welchen Tagen?',
      ends: 'Bis wann?',
      until: 'Letzter möglicher Tag',
      count: 'Anzahl der Termine',
      dates: 'Weitere Termine',
      datesHint: 'Der erste Termin steht oben. Jeder weitere dauert genauso lange.',
      date: 'Tag',
      time: 'Uhrzeit',
      from: 'Von',
      to: 'Bis',
      attendance: 'Teilnahme',
      placeName: 'Ort',
      placeNameHint: 'Zum Beispiel Rathaus, Raum 2.14',
      placeAddress: 'Anschrift',
      onlineUrl: 'Link zur Online-Teilnahme',
      registration: 'Wie meldet man sich an?',
      registrationUrl: 'Adresse der Anmeldung',
      registrationScope: 'Wofür gilt eine Anmeldung?',
      capacity: 'Plätze',
      capacityHint: 'Leer: so viele wie kommen. Sind alle vergeben, entsteht eine Warteliste.',
      opensDate: 'Anmeldung ab',
      opensTime: 'Uhrzeit ab',
      closesDate: 'Anmeldung bis',
      closesTime: 'Uhrzeit bis',
      rooms: 'Räume',
      roomsHint: 'Einer je Zeile, in der Reihenfolge des Plans.',
      tracks: 'Stränge',
      tracksHint: 'Einer je Zeile, zum Beispiel Praxis, Technik, Kultur.',
      slots: 'Zeitfenster',
      slotsHint: 'Wann Sessions beginnen und enden. Ohne Angabe: zu jeder Zeit des Camps.',
      proposals: 'Vorschläge für Sessions',
      guideUrl: 'Link zum Leitfaden',
      description: 'Beschreibung',
      url: 'Eigene Seite der Veranstaltung',
      links: 'Links',
      linkUrl: 'Adresse',
      linkLabel: 'Bezeichnung',
      imageUrl: 'Adresse eines Bildes',
      imageAlt: 'Was ist auf dem Bild zu sehen?',
      visibility: 'Sichtbar für',
      message: 'Was sollen die Angemeldeten wissen?',
      reason: 'Warum fällt es aus?',
    },
    repeats: {
      none: 'Einmalig',
      weekly: 'Wöchentlich oder alle paar Wochen',
      'monthly-nth': (ordinal: number, weekday: string) => `Monatlich am ${ORDINALS[ordinal] ?? ''} ${weekday}`,
      'monthly-last': (weekday: string) => `Monatlich am letzten ${weekday}`,
      'monthly-day': (day: number) => `Monatlich am ${day}.`,
      dates: 'An einzelnen Terminen',
      kept: 'So wie bisher',
    },
    keptRule: (words: string) =>
      words
        ? `Die Reihe wiederholt sich ${words}. Das bleibt so, wenn Sie nichts anderes wählen.`
        : 'Die Reihe wiederholt sich nach einer eigenen Regel. Sie bleibt so, wenn Sie nichts anderes wählen.',
    changedDates: (added: number, removed: number) =>
      [
        added > 0 ? (added === 1 ? '1 zusätzlicher Termin' : `${added} zusätzliche Termine`) : '',
        removed > 0 ? (removed === 1 ? '1 ausgelassener Termin' : `${removed} ausgelassene Termine`) : '',
      ]
        .filter(Boolean)
        .join(' und ') + ': das bleibt erhalten.',
    ends: { never: 'Ohne Ende', until: 'Bis zu einem Tag', count: 'Nach einer Anzahl' },
    attendance: {
      onsite: 'Vor Ort',
      online: 'Online',
      hybrid: 'Vor Ort und online',
    } satisfies Record<EventAttendance, string>,
    registration: {
      none: 'Ohne Anmeldung',
      hub: 'Hier im Kalender',
      hubHint: 'Mit Plätzen, Warteliste und Liste der Angemeldeten.',
      external: 'Auf einer anderen Seite',
    },
    registrationScope: { date: 'Für einen Termin', series: 'Für alle Termine der Reihe (feste Gruppe)' },
    proposals: { open: 'Angemeldete Mitglieder schlagen Sessions vor', closed: 'Keine Vorschläge mehr' },
    visibilities: {
      public: 'Alle, auch ohne Anmeldung',
      network: 'Das Netzwerk',
      organisation: 'Die eigene Organisation',
      unit: 'Die eigene Abteilung',
      self: 'Nur ich (Entwurf)',
    } satisfies Record<Visibility, string>,
    rows: {
      date: (number: number) => `Termin ${number}`,
      addDate: 'Weiterer Termin',
      removeDate: (number: number) => `Termin ${number} entfernen`,
      slot: (number: number) => `Zeitfenster ${number}`,
      addSlot: 'Weiteres Zeitfenster',
      removeSlot: (number: number) => `Zeitfenster ${number} entfernen`,
      link: (number: number) => `Link ${number}`,
      addLink: 'Weiterer Link',
      removeLink: (number: number) => `Link ${number} entfernen`,
    },
    faults: {
      required: 'Bitte ausfüllen',
      order: 'Das Ende liegt vor dem Beginn',
      'out-of-range': 'Eine Veranstaltung dauert höchstens ein Jahr',
      'not-found': 'Diese Zeitzone ist nicht bekannt. Beispiel: Europe/Berlin',
      'after-start': 'Das liegt nach dem Beginn der Veranstaltung',
      'below-registered': 'So viele sind schon angemeldet; weniger Plätze geht nicht',
      outside: 'Das liegt außerhalb des Camps',
      skipped: 'Diese Uhrzeit gibt es an dem Tag nicht, weil die Uhr auf Sommerzeit umgestellt wird',
      'not-that-day': 'Der erste Termin muss auf einen der gewählten Tage fallen',
    } satisfies Record<EventFormFault, string>,
    codes: {
      format: 'Bitte prüfen Sie die Schreibweise',
      'not-found': 'Das ist hier nicht bekannt',
      'not-allowed': 'Das geht hier nicht',
    },
    belowRegistered: (count: number) =>
      count === 1
        ? 'Schon 1 Person ist angemeldet; weniger Plätze geht nicht'
        : `Schon ${count} Menschen sind angemeldet; weniger Plätze geht nicht`,
    altMissing: 'Bitte beschreiben Sie das Bild für alle, die es nicht sehen',
    told: (registered: number, waiting: number) =>
      registered + waiting === 0
        ? 'Noch ist niemand angemeldet; es wird niemand benachrichtigt.'
        : [registered > 0 ? angemeldete(registered) : '', waiting > 0 ? `${waiting} auf der Warteliste` : '']
            .filter(Boolean)
            .join(' und ') + (registered + waiting === 1 ? ' wird benachrichtigt.' : ' werden benachrichtigt.'),
    toldSeries: 'Wer zu einem der Termine angemeldet ist, wird benachrichtigt.',
    messageHint: 'Steht in der Nachricht über die Änderung. Freiwillig.',
    create: 'Veranstaltung anlegen',
    save: 'Änderungen speichern',
    nothingChanged: 'Es ist nichts geändert.',
    created: (title: string) => `„${title}“ steht jetzt im Kalender.`,
    saved: 'Ihre Änderungen sind gespeichert.',
    cancelled: 'Die Veranstaltung ist abgesagt.',
    restoredEvent: 'Die Absage ist zurückgenommen.',
    movedOnline: 'Die Veranstaltung findet nun online statt.',
    done: 'Fertig',
    another: 'Noch eine anlegen',
    undo: 'Absage zurücknehmen',
    tasks: 'Weitere Schritte',
    task: {
      edit: 'Bearbeiten',
      cancel: 'Absagen',
      'move-online': 'Online verlegen',
      restore: 'Absage zurücknehmen',
    },
    taskTitle: {
      cancel: 'Veranstaltung absagen',
      'move-online': 'Online verlegen',
      restore: 'Absage zurücknehmen',
    },
    cancelIntro: 'Die Veranstaltung bleibt im Kalender stehen, als abgesagt. Sie können das zurücknehmen.',
    cancelSend: { single: 'Veranstaltung absagen', date: 'Diesen Termin absagen', series: 'Ganze Reihe absagen' },
    moveIntro: 'Der Ort entfällt; der Link zur Teilnahme tritt an seine Stelle.',
    moveSend: 'Online verlegen',
    restoreIntro: 'Die Veranstaltung findet wieder statt wie geplant.',
    restoreSend: 'Absage zurücknehmen',
    keep: 'Zurück',
    yes: 'Ja',
    no: 'Nein',
  },
};

/** What a dictionary of the organiser's form must say. */
export type EventEditorMessages = typeof de;
