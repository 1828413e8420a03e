import type { SeedPost } from './seed-post.ts';

/** Reports about trials: those that have been evaluated, and what is to be learned before they end. */
export const TRIAL_REPORTS: readonly SeedPost[] = [
  {
    key: 'stille-stunde',
    title: 'Stille Stunde im Bürgeramt: erst gescheitert, dann am richtigen Tag',
    teaser:
      'Freitags kam kaum jemand, dienstags kommen jede Woche siebzehn Menschen. Wie wir aus einem Fehlversuch einen zweiten gemacht haben.',
    by: 'svea-haselnuss',
    org: 'lindenhafen',
    idea: 'stille-stunde',
    topics: ['organisationskultur', 'co-kreation'],
    tags: ['Barrierefreiheit', 'Bürgeramt', 'Fehlversuch'],
    size: 'city',
    maturity: 'evaluated',
    ago: 9,
    chart: {
      bars: [
        { before: 5, after: 17 },
        { before: 62, after: 94 },
      ],
      alt: 'Zwei Balkenpaare, jeweils freitags und dienstags. Besuche in der stillen Stunde: 5 und 17. Würden wiederkommen: 62 und 94 Prozent.',
    },
    chapters: {
      situation:
        'Lautsprecher, Neonlicht, vierzig Menschen im Wartebereich: Für manche ist das der Grund, gar nicht zu kommen. Wir haben es erst gemerkt, als eine Selbsthilfegruppe nach einem Termin außer der Reihe fragte.',
      approach:
        'Eine Stunde in der Woche ohne Aufruf, mit halbem Licht und einer festen Ansprechperson. Der erste Versuch lief sieben Wochen, freitags von acht bis neun. Der zweite lief zwölf Wochen, dienstags zur selben Zeit. Gefragt haben wir mit drei Kärtchen am Ausgang: wiederkommen, vielleicht, nein.',
      result:
        'Freitags kamen zuletzt fünf Menschen, dienstags sind es siebzehn. 94 Prozent würden wiederkommen, freitags waren es 62. Das Bild zeigt links die Besuche, rechts den Anteil in Prozent; grau ist der Freitag, blau der Dienstag. Im Team sind die Tage mit Kopfschmerzen von neun auf vier im Monat gesunken. Die Zahlen sind klein, und die Menschen haben sich selbst ausgesucht: Mehr als „es lohnt sich“ lesen wir nicht heraus.',
      pitfalls:
        'Der Freitag ist der falsche Tag, da wollen alle vor dem Wochenende fertig werden. Angekündigt hatten wir zuerst in der Zeitung; gekommen sind die Leute wegen des Schilds an der Tür und weil es sich herumsprach. Und: Ist die Ansprechperson krank, lassen wir die Stunde lieber ausfallen, als jemand anderes hinzusetzen. Wer sich angekündigt hat, bekommt dann einen Anruf.',
      contact: 'Bürgeramt am Lindenplatz: stille-stunde@lindenhafen.example.',
    },
  },
  {
    key: 'archiv-am-abend',
    title: 'Abends im Kreisarchiv: im Winter voll, im Sommer leer',
    teaser:
      'Wir haben den offenen Abend aus Brückfurt übernommen und angepasst. Vier Monate später wissen wir, für welche Monate er sich lohnt.',
    by: 'greta-pusteblume',
    org: 'auental',
    idea: 'offener-abend-archiv',
    topics: ['co-kreation', 'transparenz'],
    tags: ['Archiv', 'Abends', 'Übernommen'],
    size: 'county',
    maturity: 'evaluated',
    ago: 34,
    chapters: {
      situation:
        'Das Kreisarchiv hatte dienstags und mittwochs vormittags offen. Wer arbeitet, kam nie. Dabei fragen viele nach Hausakten und nach der Geschichte ihrer Familie.',
      approach:
        'Aus Brückfurt haben wir den Abend und den Tee übernommen, nicht aber die offene Tür: Archivgut braucht Aufsicht. Donnerstags bis 21 Uhr ist deshalb immer eine von uns da und hilft auch beim Lesen alter Schrift. Den Dienst haben wir mit einem freien Montagvormittag ausgeglichen.',
      result:
        'Im Schnitt kamen 19 Gäste am Abend: an kalten, dunklen Abenden mehr als dreißig, an warmen keine fünf. Zwei Vereine haben aus dem Abend einen festen Treff gemacht. Nicht erreicht haben wir Schulen: Für sie ist es zu spät. Wir machen von Oktober bis April weiter.',
      pitfalls:
        'Die Bestellung von Akten braucht einen Tag Vorlauf. Wer das nicht wusste, saß vor einem leeren Tisch. Jetzt steht es auf der Einladung, und wir halten zehn oft gefragte Akten bereit. Der Eingang war abends verschlossen, weil die Zeitschaltuhr des Kreishauses nichts von uns wusste. Bitte früh mit der Hausmeisterei sprechen.',
      contact: 'Kreisarchiv Auental: archiv@auental.example.',
    },
  },
  {
    key: 'skate-park',
    title: 'Young people plan their own skate park: what two months taught us',
    teaser:
      'Twelve teenagers, a small budget and two people from the city who only answer questions. Notes from the trial at the old timber harbour.',
    by: 'ida-funkenflug',
    org: 'impulswerk',
    idea: 'skatepark',
    topics: ['co-kreation'],
    tags: ['Jugend', 'Beteiligung', 'Sport'],
    size: 'city',
    maturity: 'trial',
    lang: 'en',
    ago: 6,
    chapters: {
      situation:
        'The last skate park in Lindenhafen was designed without the people who skate. It has been empty for three years. At the first open meeting for a new one, four teenagers turned up.',
      approach:
        'We handed over the planning: a budget of 6,000 euros for a temporary park, a fenced site and a weekly meeting on Wednesdays at six. Two colleagues from urban development are in the room. They answer questions about noise, liability and procurement, and they do not make suggestions. The group builds cardboard models at a scale of 1 to 20.',
      result:
        'The trial is still running, so this is an interim note. Twelve people now come every week. They dropped the expensive bowl in week three, after they had calculated it themselves. The neighbours were invited by the group and not by the city, and the complaint we had expected has not been made so far.',
      pitfalls:
        'Minors cannot sign contracts, so every order goes through our association. Plan two weeks for each. Meetings during school holidays do not work. And it is hard for adults to stay silent: we agreed on a card that any teenager can hold up.',
      contact:
        'Impulswerk Lindenhafen e. V.: jugend@impulswerk.example. We are happy to answer in German, English or Turkish.',
    },
  },
  {
    key: 'rueckruf',
    title: 'Rückruf am selben Tag: Zwischenstand nach drei Wochen',
    teaser:
      'Wer vor zwölf Uhr anruft, wird am selben Tag zurückgerufen. Was an zwei Plätzen im Bürgeramt klappt und was noch nicht.',
    by: 'rosa-wiesengrund',
    org: 'lindenhafen',
    idea: 'rueckruf-am-selben-tag',
    topics: ['organisationskultur'],
    tags: ['Telefon', 'Bürgeramt'],
    size: 'city',
    maturity: 'trial',
    state: 'pending',
    ago: 1,
    chapters: {
      situation:
        'In der Warteschleife legten 41 Prozent auf, bevor jemand abnahm. Beim ersten Anruf geklärt war weniger als die Hälfte der Fragen.',
      approach:
        'Zwei Plätze nehmen keine Fragen mehr an, sondern nur noch Namen, Nummer und Anliegen. Zurück ruft, wer die Frage beantworten kann. Alle offenen Rückrufe stehen auf einem Bogen Papier an der Wand; am Feierabend wird er abgenommen und vernichtet.',
      result:
        'Noch keine Zahlen: Der Versuch läuft noch drei Wochen. Bisher haben wir jeden Rückruf am selben Tag geschafft, bis auf zwei Tage mit Krankheit.',
      pitfalls:
        'Unterdrückte Nummern: Viele nehmen nicht ab, wenn das Amt anruft. Seit wir eine Uhrzeit nennen, erreichen wir die meisten.',
      contact: 'Bürgeramt am Lindenplatz: rueckruf@lindenhafen.example.',
    },
  },
];
