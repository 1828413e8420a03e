import type { SeedPost } from './seed-post.ts';

/** Reports about what has become everyday work. */
export const EVERYDAY_REPORTS: readonly SeedPost[] = [
  {
    key: 'sprechzeiten',
    title: 'Sprechzeiten nach Bedarf: Was drei Wochen Strichliste verändert haben',
    teaser:
      'Die Zulassungsstelle im Kreis Auental öffnet heute weniger Stunden als früher, und die Leute warten trotzdem nur noch elf Minuten.',
    by: 'mirja-feldweg',
    org: 'auental',
    idea: 'sprechzeiten-nach-bedarf',
    isPractice: true,
    topics: ['organisationskultur', 'demografischer-wandel'],
    tags: ['Sprechzeiten', 'Bürgernähe', 'Personalrat'],
    size: 'county',
    maturity: 'everyday',
    ago: 88,
    chart: {
      bars: [
        { before: 38, after: 11 },
        { before: 22, after: 87 },
      ],
      alt: 'Zwei Balkenpaare, jeweils vorher und nachher. Wartezeit: 38 und 11 Minuten. Besuche nach 16 Uhr: 22 und 87 in der Woche.',
    },
    chapters: {
      situation:
        'Unsere Zulassungsstelle hatte montags bis freitags von 8 bis 12 Uhr geöffnet, donnerstags zusätzlich von 14 bis 17 Uhr. Morgens saßen wir zu dritt vor leeren Stühlen. Am Donnerstagnachmittag stand die Schlange auf der Treppe, im Schnitt 38 Minuten lang. Beschwerden gab es vor allem von Menschen, die für eine Ummeldung einen halben Tag Urlaub nehmen mussten.',
      approach:
        'Wir haben drei Wochen lang jede Stunde gezählt, mit Strichlisten am Tresen:\n\n- wie viele Menschen kommen,\n- wie viele wieder gehen, ohne dranzukommen,\n- wie viele anrufen und nach anderen Zeiten fragen.\n\nGezählt haben alle im Team, reihum. Danach hingen die Listen eine Woche im Pausenraum. Erst dann haben wir über neue Zeiten gesprochen, zuerst untereinander, dann mit dem Personalrat. Der Donnerstag geht jetzt bis 19 Uhr, der späte Dienst ist freiwillig; dafür bleibt der Mittwoch geschlossen.',
      result:
        'Nach zwölf Wochen haben wir noch einmal gezählt. Die Wartezeit ist von 38 auf 11 Minuten gesunken. Nach 16 Uhr kommen 87 statt 22 Menschen in der Woche. Wir öffnen in der Woche zwei Stunden weniger. Das Bild zeigt links die Wartezeit in Minuten, rechts die Besuche nach 16 Uhr je Woche; grau ist vorher, blau ist nachher.',
      pitfalls:
        'Die neuen Zeiten standen zuerst nur auf der Webseite. Zwei Wochen lang standen mittwochs Menschen vor der Tür. Beim nächsten Mal hängen wir das Schild sechs Wochen vorher auf und sagen es am Telefon an. Außerdem haben wir die Kfz-Händler zu spät gefragt: Sie brauchen einen festen Termin am Morgen und haben ihn jetzt.',
      contact:
        'Team Zulassung, Kreis Auental: zulassung@auental.example. Die leere Strichliste und die ergänzte Dienstvereinbarung schicken wir gern zu.',
    },
  },
  {
    key: 'willkommensbrief',
    title: 'Eine Seite statt elf: unser Willkommensbrief in acht Sprachen',
    teaser:
      'Wer neu nach Lindenhafen zieht, bekommt bei der Anmeldung eine Seite in die Hand. Geschrieben haben sie Menschen, die selbst neu waren.',
    by: 'kalle-uferlos',
    org: 'lindenhafen',
    idea: 'willkommensbrief',
    isPractice: true,
    topics: ['co-kreation', 'demografischer-wandel'],
    tags: ['Ankommen', 'Sprachen', 'Einfache Sprache'],
    size: 'city',
    maturity: 'everyday',
    ago: 30,
    chapters: {
      situation:
        'Unser Merkblatt für Zugezogene hatte elf Seiten, war in Amtsdeutsch geschrieben und lag am Eingang aus. Im ersten Monat kamen die Leute im Schnitt 3,4-mal ins Amt, meist weil ein Papier fehlte, das auf Seite 7 stand.',
      approach:
        'Zusammen mit dem Impulswerk haben wir fünf Menschen eingeladen, die im Jahr davor zugezogen waren. Die Frage war: **Was hätten Sie am ersten Tag wissen müssen?** Alles, was erst nach dem ersten Monat zählt, haben wir gestrichen. Die eine Seite haben wir in acht Sprachen übersetzen lassen. Jede Fassung hat jemand laut vorgelesen, der die Sprache von zu Hause kennt. Ausgegeben wird der Brief am Schalter, mit zwei Sätzen dazu.',
      result:
        'Die Wege ins Amt im ersten Monat sind von 3,4 auf 1,9 gesunken. Gefragt haben wir 120 Personen bei der Anmeldung und noch einmal nach acht Wochen; 74 haben geantwortet. Behalten haben fast alle dasselbe: die Telefonnummer mit einem Namen daneben. Die Übersetzungen haben rund 900 Euro gekostet.',
      pitfalls:
        'Zwei Übersetzungen klangen richtig und waren es nicht: „Meldebescheinigung“ wurde zu „Führungszeugnis“. Ohne das Vorlesen hätten wir das nicht gemerkt. Und: Wenn die Person am Telefon wechselt, müssen acht Fassungen neu gedruckt werden. Wir nennen deshalb jetzt eine Stelle mit fester Nummer und zwei Vornamen.',
      contact:
        'Stadtentwicklung Lindenhafen: willkommen@lindenhafen.example. Die Vorlage steht unter CC0 und darf ohne Rückfrage übernommen werden.',
    },
  },
  {
    key: 'offener-abend',
    title: 'Bibliothek ohne Personal am Abend: Bilanz nach einem Jahr',
    teaser:
      'Die Stadtbibliothek Brückfurt ist bis 22 Uhr offen. 210 Menschen kommen in der Woche nach 18 Uhr, und es geht nicht mehr kaputt als vorher.',
    by: 'nuri-morgenlicht',
    org: 'brueckfurt',
    idea: 'offener-abend',
    isPractice: true,
    topics: ['co-kreation', 'digitale-transformation'],
    tags: ['Bibliothek', 'Abends', 'Ehrenamt'],
    size: 'medium-town',
    maturity: 'transfer',
    ago: 57,
    chapters: {
      situation:
        'Wir schlossen um 18 Uhr. Befragt haben wir 300 Leute mit Ausweis: Die meisten hätten erst danach Zeit. Mehr Personal war nicht zu bekommen.',
      approach:
        'Wer einen Ausweis hat und einmal eingewiesen wurde, öffnet die Tür selbst. Die Hausregeln haben die ersten zwanzig Gäste mit uns geschrieben: sechs Sätze. In den ersten drei Wochen war abends immer jemand von uns da, danach nur noch ein Schließdienst um 22 Uhr. Aus der Benutzungsordnung haben wir einen Paragrafen geändert; das Rechtsamt war von Anfang an dabei.',
      result:
        'Nach 18 Uhr kommen im Schnitt 210 Menschen in der Woche. Schäden gibt es einen im Monat, so viele wie vorher. Die Tür und das Licht davor haben 4.000 Euro gekostet, der Schließdienst braucht zehn Minuten am Abend. Das Kreisarchiv Auental und die Stadtbücherei in Lindenhafen haben den Abend inzwischen übernommen und abgewandelt.',
      pitfalls:
        'Am Anfang hatten wir siebzehn Regeln; niemand hat sie gelesen. Das Licht vor der Tür war zu schwach, deshalb kamen im Winter vor allem Frauen seltener. Seit die Lampe hängt, ist das vorbei. Eine Kamera hatten wir schon ausgesucht und dann nicht gekauft: Sie hätte eine Dienstvereinbarung, eine Abschätzung zum Datenschutz und das Vertrauen gekostet.',
      contact:
        'Stadtbibliothek Brückfurt: abend@bibliothek-brueckfurt.example. Besuch ist jederzeit möglich, am besten nach 18 Uhr.',
    },
  },
  {
    key: 'leihraeder',
    title: 'Sechs Räder, ein Schlüsselbrett, halb so viele Autofahrten',
    teaser:
      'In Brückfurt ersetzen Leihräder mit Korb und Regenzeug zwei Dienstwagen. Den Ausschlag gab nicht das Rad, sondern die Regenhose.',
    by: 'ove-sandbank',
    org: 'brueckfurt',
    idea: 'leihraeder',
    topics: ['klimawandel'],
    tags: ['Rad', 'Dienstwege', 'Klimaschutz'],
    size: 'medium-town',
    maturity: 'everyday',
    ago: 44,
    chart: {
      bars: [
        { before: 61, after: 27 },
        { before: 8, after: 49 },
      ],
      alt: 'Zwei Balkenpaare, jeweils vorher und nachher. Fahrten mit dem Auto: 61 und 27 in der Woche. Fahrten mit dem Rad: 8 und 49 in der Woche.',
    },
    chapters: {
      situation:
        'Vier Dienstwagen standen am Rathaus, zwei davon wurden fast nur für Wege unter drei Kilometern gebraucht. Ein Dienstrad gab es auch: ohne Korb, im Keller, den Schlüssel hatte jemand in Teilzeit.',
      approach:
        'Wir haben sechs gebrauchte Räder überholt und vorn an die Pforte gestellt. Gebucht wird mit einem Haken: Wer fährt, nimmt den Schlüssel vom Brett und hängt sein Namensschild hin. Daneben hängt Regenzeug in vier Größen. Einmal in der Woche pumpt die Hausmeisterei Luft nach und prüft Licht und Bremsen. Vier Monate lang haben wir die Fahrtenbücher und das Schlüsselbrett ausgezählt.',
      result:
        'Die Fahrten mit dem Auto sind von 61 auf 27 in der Woche gesunken, die mit dem Rad von 8 auf 49 gestiegen. Das Bild zeigt links die Autofahrten, rechts die Radfahrten; grau ist vorher, blau ist nachher. Zwei Leasingverträge haben wir nicht verlängert. Die Räder haben mit Zubehör 2.900 Euro gekostet.',
      pitfalls:
        'In den ersten Wochen fuhr bei Regen niemand, weil es nur zwei Regenhosen gab. Die Unfallkasse haben wir zu spät gefragt: Sie wollte eine kurze Einweisung und eine jährliche Prüfung, beides ist leicht zu machen. Ein Rad wurde gestohlen; seitdem stehen alle am Bügel und nicht an der Wand.',
      contact: 'Hausmeisterei im Rathaus Brückfurt: raeder@brueckfurt.example.',
    },
  },
];
