/** A short session that somebody of the demo offers. */
export interface SeedImpulse {
  readonly key: string;
  readonly by: string;
  readonly org: string;
  readonly title: string;
  readonly abstract?: string;
  readonly topics: readonly string[];
  readonly minutes: number;
  /** Days since it was offered. */
  readonly ago: number;
  /** Keys of people who are interested. */
  readonly interested: readonly string[];
  /** Key of the event that it became. */
  readonly event?: string;
}

export const SEED_IMPULSES: readonly SeedImpulse[] = [
  {
    key: 'posteingang',
    by: 'rosa-wiesengrund',
    org: 'lindenhafen',
    title: 'Ich zeige, wie wir Anträge am Tresen vorab prüfen',
    abstract:
      'Ein Blatt mit sechs Fragen, das vor der Abgabe durchgegangen wird. Seitdem kommt nur noch jeder zehnte Antrag zurück. Das Blatt bringe ich mit.',
    topics: ['transparenz', 'organisationskultur'],
    minutes: 30,
    ago: 2,
    interested: ['henrik-aktendeckel', 'jana-kiesel', 'ove-sandbank', 'gast-3', 'gast-8', 'gast-21'],
  },
  {
    key: 'haushalt',
    by: 'henrik-aktendeckel',
    org: 'auental',
    title: 'Ich zeige, wie ein Haushaltsplan auf zwei Seiten passt',
    abstract:
      'Für alle, die Zahlen erklären müssen. Mit der Vorlage und den drei Sätzen, die im Ausschuss gewirkt haben.',
    topics: ['transparenz'],
    minutes: 25,
    ago: 6,
    interested: ['kalle-uferlos', 'nuri-morgenlicht', 'gast-5'],
  },
  {
    key: 'baumpaten',
    by: 'ida-funkenflug',
    org: 'impulswerk',
    title: 'Ich zeige, wie Nachbarschaften und Grünflächenamt sich Bäume teilen',
    topics: ['klimawandel', 'co-kreation'],
    minutes: 45,
    ago: 13,
    interested: ['rosa-wiesengrund', 'lotte-sommerwiese', 'milo-windrad', 'gast-12', 'gast-30'],
  },
  {
    key: 'sprechzeiten',
    by: 'svea-haselnuss',
    org: 'lindenhafen',
    title: 'Ich zeige, wie wir Sprechzeiten nach dem Andrang gelegt haben',
    abstract: 'Zwei Wochen Strichliste, ein Nachmittag Rechnen. Danach war montags niemand mehr allein am Schalter.',
    topics: ['digitale-transformation', 'organisationskultur'],
    minutes: 30,
    ago: 21,
    interested: ['greta-pusteblume'],
  },
  {
    key: 'vergabe',
    by: 'mirja-feldweg',
    org: 'auental',
    title: 'Vergabe in zwölf Schritten statt in zwölf Monaten',
    abstract: 'Eine Vergabestelle zeigt ihren Ablaufplan und die drei Stellen, an denen vorher alles lag.',
    topics: ['organisationskultur'],
    minutes: 45,
    ago: 30,
    interested: ['kalle-uferlos', 'cem-brueckenbauer', 'emil-kranich', 'gast-2', 'gast-17', 'gast-40'],
    event: 'impuls-vergabe',
  },
];

/** What people of the demo have registered for beside the many others: in front of them, or at the end. */
export interface SeedRegistration {
  readonly event: string;
  readonly person: string;
  readonly needs?: string;
  readonly note?: string;
  /** Comes last: on the waiting list where there is one. */
  readonly last?: boolean;
}

export const SEED_REGISTRATIONS: readonly SeedRegistration[] = [
  { event: 'machbar-camp', person: 'rosa-wiesengrund', note: 'Ich komme erst zum zweiten Kaffee.' },
  { event: 'machbar-camp', person: 'mirja-feldweg', needs: 'Schriftdolmetschen am ersten Tag' },
  { event: 'machbar-camp', person: 'cem-brueckenbauer' },
  { event: 'bescheide-verstehen', person: 'henrik-aktendeckel', note: 'Ich bringe zwei Bescheide mit.', last: true },
  { event: 'besuch-im-nachbaramt', person: 'ayla-mutig', last: true },
  { event: 'netzwerktreffen', person: 'kalle-uferlos', needs: 'Rampe und ein Platz nahe der Tür' },
  { event: 'lernkreis-daten', person: 'kalle-uferlos' },
  { event: 'lernkreis-daten', person: 'cem-brueckenbauer' },
  { event: 'kollegiale-beratung', person: 'mirja-feldweg' },
  { event: 'lernkreis-klare-sprache', person: 'rosa-wiesengrund' },
  { event: 'impuls-vergabe', person: 'cem-brueckenbauer' },
];

/** Who began what any member may begin. */
export const SEED_FOUNDERS: Readonly<Record<string, string>> = {
  'lernkreis-daten': 'cem-brueckenbauer',
  'kollegiale-beratung': 'mirja-feldweg',
  'lernkreis-klare-sprache': 'rosa-wiesengrund',
  'impuls-vergabe': 'mirja-feldweg',
};
