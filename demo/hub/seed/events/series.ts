import type { SeedEvent } from '../seed-event.ts';
import { BIBLIOTHEK, KREISHAUS, RATHAUS, room, WERKRAUM } from './places.ts';

/** What comes again and again. */
export const SERIES: readonly SeedEvent[] = [
  {
    key: 'offene-sprechstunde',
    org: 'lindenhafen',
    title: 'Offene Sprechstunde: Ihre Idee, unsere Fragen',
    summary:
      'Jeden Dienstag eine halbe Stunde für alle, die etwas ausprobieren wollen und nicht wissen, wo sie anfangen sollen.',
    description:
      '<p>Sie haben beobachtet, dass etwas umständlich läuft, und eine Vermutung, wie es besser ginge? Kommen Sie vorbei, mit Notiz oder ohne. ' +
      'Wir fragen nach, suchen mit Ihnen den kleinsten ersten Schritt und sagen ehrlich, wenn schon jemand daran arbeitet.</p>' +
      '<ul><li>keine Präsentation nötig</li><li>keine Unterschrift der Leitung nötig</li><li>was Sie erzählen, bleibt im Raum</li></ul>',
    kind: 'other',
    attendance: 'hybrid',
    place: RATHAUS,
    onlineUrl: room('sprechstunde'),
    topics: ['organisationskultur'],
    when: { week: -9, weekday: 2, at: '13:30' },
    minutes: 30,
    weekly: { every: 1, times: 48, without: [16] },
    changes: [
      {
        index: 10,
        days: 1,
        content: {
          summary: 'In dieser Woche ausnahmsweise am Mittwoch: Am Dienstag tagt der Personalrat im selben Saal.',
        },
      },
      { index: 13, content: { status: 'moved-online', attendance: 'online', place: null } },
    ],
  },
  {
    key: 'lunch-and-learn',
    org: 'auental',
    title: 'Lunch & Learn: 25 Minuten aus der Praxis',
    summary: 'Alle zwei Wochen zeigt jemand aus einer Verwaltung, was gelungen ist, und was nicht. Mit Butterbrot.',
    description:
      '<p>Eine Person, ein Thema, 25 Minuten. Danach bleibt die Leitung offen für Fragen, und wer keine Zeit hat, liest später die halbe Seite Zusammenfassung. ' +
      'Aufgezeichnet wird nichts, damit auch über Fehler gesprochen werden kann.</p>',
    kind: 'meetup',
    attendance: 'online',
    onlineUrl: room('lunch-and-learn'),
    topics: ['organisationskultur', 'digitale-transformation'],
    when: { week: -4, weekday: 4, at: '12:15' },
    minutes: 45,
    weekly: { every: 2, times: 14, without: [10] },
    changes: [
      { index: 0, content: { title: 'Lunch & Learn: Ein Formular weniger, und niemand hat es vermisst' } },
      { index: 1, content: { title: 'Lunch & Learn: Wie wir die Poststelle gefragt haben' } },
      { index: 2, content: { title: 'Lunch & Learn: Textbausteine, die man versteht' } },
      { index: 3, content: { title: 'Lunch & Learn: Der Abschlussbericht auf einer Seite', topics: ['transparenz'] } },
      { index: 4, content: { title: 'Lunch & Learn: Wärmeplanung mit drei Leuten', topics: ['klimawandel'] } },
    ],
  },
  {
    key: 'lernkreis-daten',
    org: 'brueckfurt',
    title: 'Lernkreis: Mit Daten arbeiten, ohne Statistik studiert zu haben',
    summary: 'Acht Personen, sechs Treffen, ein Leitfaden. Am Ende hat jede ein eigenes kleines Auswertungsblatt.',
    description:
      '<p>Ein fester Kreis, der sich alle zwei Wochen trifft. Der Leitfaden sagt, was in den 90 Minuten geschieht; eine Moderation braucht es nicht. ' +
      'Jede Person bringt eine Frage aus dem eigenen Amt mit: Wann ist der Andrang am größten? Welche Anträge bleiben liegen?</p>',
    kind: 'learning-circle',
    attendance: 'online',
    onlineUrl: room('lernkreis-daten'),
    topics: ['digitale-transformation'],
    when: { week: -2, weekday: 3, at: '09:00' },
    minutes: 90,
    weekly: { every: 2, times: 6 },
    registration: { mode: 'hub', scope: 'series', capacity: 8, registered: 8, waiting: 2 },
    circle: { guideUrl: 'https://www.impulswerk-lindenhafen.example/leitfaden/lernkreis' },
  },
  {
    key: 'stammtisch',
    org: 'impulswerk',
    title: 'Werkstattabend: Stadt und Ehrenamt an einem Tisch',
    summary: 'Jeden ersten Donnerstag im Monat. Wer etwas für die Stadt tut, trifft die, die es genehmigen.',
    description:
      '<p>Kein Podium, kein Protokoll. Ab 18 Uhr steht Suppe auf dem Herd, um halb sieben stellen sich drei Vorhaben vor, jedes in fünf Minuten. ' +
      'Menschen aus Vereinen, aus dem Rathaus und aus der Nachbarschaft sind gleich willkommen.</p>',
    kind: 'meetup',
    attendance: 'onsite',
    place: WERKRAUM,
    topics: ['co-kreation'],
    when: { week: -5, weekday: 4, at: '18:00' },
    minutes: 150,
    monthly: { nth: 1, times: 10 },
    registration: { mode: 'none' },
  },
  {
    key: 'lesecafe',
    org: 'brueckfurt',
    title: 'Digitalcafé für Kolleginnen und Kollegen',
    summary: 'Fragen zu Akte, Kalender und Videokonferenz: einmal im Monat, ohne Anmeldung, mit Kaffee.',
    description:
      'Auszubildende des zweiten Jahres sitzen im Lesecafé und helfen. Keine Frage ist zu klein. Wer lieber unter vier Augen fragt, sagt es an der Theke.',
    kind: 'other',
    attendance: 'onsite',
    place: BIBLIOTHEK,
    topics: ['digitale-transformation', 'organisationskultur'],
    when: { week: -5, weekday: 1, at: '14:00' },
    minutes: 120,
    monthly: { nth: 2, times: 10 },
  },
  {
    key: 'kollegiale-beratung',
    org: 'auental',
    title: 'Kollegiale Beratung: Ein Fall, sechs Köpfe',
    summary: 'Sechs feste Plätze, eine Stunde, ein Fall. Vertraulich und ohne Rangordnung.',
    description:
      'Eine Person schildert ihren Fall, die anderen fragen, deuten und schlagen vor. Nach einer Stunde ist Schluss, und niemand muss etwas umsetzen.',
    kind: 'learning-circle',
    attendance: 'onsite',
    place: KREISHAUS,
    topics: ['organisationskultur'],
    when: { week: -3, weekday: 5, at: '08:30' },
    minutes: 60,
    weekly: { every: 4, times: 6 },
    registration: { mode: 'hub', scope: 'series', capacity: 6, registered: 4, waiting: 0 },
    circle: { guideUrl: 'https://www.impulswerk-lindenhafen.example/leitfaden/beratung' },
  },
  {
    key: 'lernkreis-klare-sprache',
    org: 'lindenhafen',
    title: 'Lernkreis: Klare Sprache in Bescheiden',
    summary: 'Fünf Treffen, acht Plätze. Jedes Mal wird ein echter Bescheid kürzer und verständlicher.',
    kind: 'learning-circle',
    attendance: 'online',
    onlineUrl: room('klare-sprache'),
    topics: ['transparenz'],
    when: { week: 3, weekday: 5, at: '11:00' },
    minutes: 75,
    weekly: { every: 2, times: 5 },
    registration: { mode: 'hub', scope: 'series', capacity: 8, registered: 3 },
    circle: { guideUrl: 'https://www.impulswerk-lindenhafen.example/leitfaden/klare-sprache' },
  },
];
