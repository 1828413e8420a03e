import type { BackendErrorKind } from '../../backend/backend-error.ts';
import type { EventAttendance, EventKind, EventStatus } from '../../model/calendar-event.ts';

const termine = (count: number): string => (count === 1 ? '1 Termin' : `${count} Termine`);

/** German, the first language of the interface. Every other dictionary has its shape. */
export const de = {
  lang: 'de',
  common: {
    close: 'Schließen',
    retry: 'Erneut versuchen',
    showMore: 'Mehr anzeigen',
    forEditors: 'Für die Redaktion',
    asOf: (time: string) => `Stand: ${time}`,
    openInNewTab: 'öffnet in neuem Fenster',
  },
  status: {
    waiting: 'Hier fehlt noch die Angabe, woher die Inhalte kommen.',
    waitingForEditors:
      'Geben Sie am Baustein das Attribut src mit der Adresse der Quelle an, oder setzen Sie ihn in ein vr-backend.',
    loading: 'Wird geladen',
    slow: 'Die Quelle antwortet langsam. Wir warten weiter.',
    limited: 'Für diesen Zeitraum fehlen womöglich Einträge.',
    stale: 'Diese Angaben konnten nicht erneuert werden.',
    partly: (count: number) =>
      count === 1 ? 'Eine Quelle ist gerade nicht erreichbar.' : `${count} Quellen sind gerade nicht erreichbar.`,
    partlyOf: (names: string) => `Gerade nicht erreichbar: ${names}.`,
    unreadable: (count: number) =>
      count === 1 ? 'Ein Eintrag ließ sich nicht lesen.' : `${count} Einträge ließen sich nicht lesen.`,
  },
  failure: {
    offline: 'Ihr Gerät ist gerade nicht mit dem Netz verbunden. Sobald es wieder verbunden ist, wird neu geladen.',
    timeout: 'Die Quelle antwortet gerade nicht. Wir versuchen es weiter.',
    denied: 'Diese Inhalte sind nur nach einer Anmeldung zu sehen.',
    missing: 'Diese Inhalte sind an der angegebenen Stelle nicht zu finden. Bitte sagen Sie der Redaktion Bescheid.',
    invalid: 'Diese Inhalte lassen sich nicht lesen. Bitte sagen Sie der Redaktion Bescheid.',
    blocked: 'Ihr Browser darf diese Inhalte hier nicht laden. Bitte sagen Sie der Redaktion Bescheid.',
    busy: 'Die Quelle ist gerade ausgelastet. Wir versuchen es gleich noch einmal.',
    unsupported: 'Die Quelle kann das nicht. Bitte sagen Sie der Redaktion Bescheid.',
    conflict: 'Jemand anderes hat das inzwischen geändert. Laden Sie neu und versuchen Sie es noch einmal.',
    unknown: 'Die Inhalte konnten nicht geladen werden. Wir versuchen es weiter.',
  } satisfies Record<BackendErrorKind, string>,
  filter: {
    label: 'Filter',
    search: 'Suche',
    all: 'Alle',
    reset: 'Filter zurücksetzen',
    option: (label: string, count: number) => `${label} (${count})`,
  },
  calendar: {
    label: 'Veranstaltungskalender',
    today: 'Heute',
    previousMonth: 'Vorheriger Monat',
    nextMonth: 'Nächster Monat',
    previousPeriod: 'Frühere Termine',
    nextPeriod: 'Spätere Termine',
    view: 'Ansicht',
    views: { month: 'Monat', agenda: 'Liste' },
    filterKind: 'Art',
    filterTopic: 'Thema',
    filterOrg: 'Verwaltung',
    events: termine,
    dayLabel: (day: string, count: number, isToday: boolean) =>
      `${day}${isToday ? ', heute' : ''}, ${count === 0 ? 'keine Termine' : termine(count)}`,
    more: (count: number) => `+${count}`,
    moreLabel: (count: number, day: string) =>
      `${count} ${count === 1 ? 'weiterer Termin' : 'weitere Termine'} am ${day}`,
    monthHint:
      'Mit den Pfeiltasten von Tag zu Tag, mit Bild auf und Bild ab von Monat zu Monat, Eingabetaste öffnet den Tag.',
    dayEmpty: 'An diesem Tag ist nichts geplant.',
    monthEmpty: (month: string) => `Im ${month} sind keine Termine eingetragen.`,
    agendaEmpty: 'Zurzeit sind keine Termine eingetragen.',
    filterEmpty: 'Zu dieser Auswahl gibt es keine Termine.',
    later: 'Spätere Termine ansehen',
    upcoming: 'Kommende Termine',
    showing: (count: number, period: string) => `${period}: ${termine(count)}`,
    since: (day: string) => `seit ${day}`,
    until: (day: string) => `bis ${day}`,
    allDay: 'ganztägig',
    clock: (time: string) => `${time} Uhr`,
    kinds: {
      meetup: 'Meetup',
      camp: 'Camp',
      workshop: 'Workshop',
      impulse: 'Impuls',
      'learning-circle': 'Lernzirkel',
      talk: 'Vortrag',
      other: 'Termin',
    } satisfies Record<EventKind, string>,
    statuses: {
      scheduled: '',
      tentative: 'Noch nicht sicher',
      cancelled: 'Abgesagt',
      postponed: 'Verschoben',
      'moved-online': 'Findet online statt',
    } satisfies Record<EventStatus, string>,
    attendance: {
      onsite: 'vor Ort',
      online: 'online',
      hybrid: 'vor Ort und online',
    } satisfies Record<EventAttendance, string>,
    changed: 'Dieser Termin weicht von der Reihe ab.',
    when: 'Wann',
    where: 'Wo',
    organiser: 'Lädt ein',
    topics: 'Themen',
    repeats: 'Wiederholung',
    links: 'Links',
    joinOnline: 'Online teilnehmen',
    moreAbout: 'Mehr zu diesem Termin',
    saveEvent: 'In den Kalender',
    copyLink: 'Link kopieren',
    linkCopied: 'Der Link ist kopiert.',
    linkToCopy: 'Link zu diesem Termin',
    otherZone: (when: string, zone: string) => `Ortszeit (${zone}): ${when}`,
    source: 'Quelle',
    registration: {
      external: (host: string) => `Anmeldung bei ${host}`,
      places: (free: number) => (free === 1 ? 'Noch 1 Platz frei' : `Noch ${free} Plätze frei`),
      full: 'Ausgebucht',
      waiting: (count: number) =>
        count === 1 ? '1 Person auf der Warteliste' : `${count} Personen auf der Warteliste`,
      until: (day: string) => `Anmeldung bis ${day}`,
      closed: 'Die Anmeldung ist geschlossen.',
    },
    programme: 'Programm',
  },
};

/** What a dictionary must say. */
export type Messages = typeof de;
