import type { SeedPost } from './seed-post.ts';

/** Short posts that are no reports. */
export const OTHER_POSTS: readonly SeedPost[] = [
  {
    key: 'camp-themen',
    title: 'MachBar-Camp: Wir sammeln jetzt Themen für den zweiten Tag',
    teaser:
      'Am zweiten Tag entsteht das Programm aus Ihren Vorschlägen. Eine Frage genügt, ein fertiger Vortrag ist nicht nötig.',
    body: 'Das Programm des zweiten Tages machen die Teilnehmenden. Damit der Morgen an der Wand nicht bei null beginnt, sammeln wir schon jetzt Vorschläge im Veranstaltungskalender.\n\nEin guter Vorschlag braucht drei Sätze:\n\n1. Worum geht es?\n2. Was haben Sie ausprobiert, oder was möchten Sie wissen?\n3. Wem nützt das Gespräch?\n\nWer nicht gern vor vielen spricht: Es gibt auch Räume für sechs Personen. Gebärdensprach- und Schriftdolmetschen planen wir nach Ihren Anmeldungen ein. Fragen beantwortet das Vorbereitungsteam unter camp@lindenhafen.example.',
    by: 'ayla-mutig',
    org: 'lindenhafen',
    topics: ['organisationskultur', 'co-kreation'],
    tags: ['MachBar-Camp', 'Ankündigung'],
    ago: 4,
  },
  {
    key: 'kuehle-koepfe',
    title: 'Rückblick auf „Kühle Köpfe“: drei Dinge, die wir mitnehmen',
    teaser:
      '64 Menschen aus 15 Verwaltungen haben in Brückfurt über Hitze, Wasser und Schatten gesprochen. Was davon am nächsten Tag schon ging.',
    body: 'Am Ende des Tages haben wir alle gefragt, was sie morgen anders machen. Drei Antworten kamen immer wieder:\n\n- **Der Hitzeplan passt auf eine Seite.** Wer wen anruft, ab welcher Temperatur, und wer den Schlüssel hat. Alles andere gehört in den Anhang.\n- **Turnhallen nachts lüften kostet nichts** außer einer Absprache mit dem Schließdienst. Zwei Städte haben das noch am selben Abend vereinbart.\n- **Schwammstadt beginnt mit dem Spaten.** Drei entsiegelte Parkplätze vor dem eigenen Rathaus überzeugen mehr als ein Gutachten.\n\nWas nicht gut war: Im großen Saal war es zu laut, und für die Arbeit in kleinen Gruppen fehlten Räume. Beides ändern wir beim nächsten Mal.',
    by: 'milo-windrad',
    org: 'impulswerk',
    topics: ['klimawandel', 'co-kreation'],
    tags: ['Camp', 'Rückblick', 'Hitze'],
    ago: 15,
  },
  {
    key: 'gegenlesen',
    title: 'Beschlüsse in fünf Sätzen: Wir suchen Menschen, die gegenlesen',
    teaser:
      'Nach jeder Ratssitzung fassen wir die Beschlüsse in fünf Sätzen zusammen. Damit sie stimmen und verständlich sind, lesen immer zwei gegen.',
    body: 'Am Morgen nach der Sitzung bekommen Sie den Entwurf per E-Mail. Sie brauchen etwa zwanzig Minuten und achten auf zwei Fragen: Steht etwas darin, das niemand beschlossen hat? Und verstehen Sie jeden Satz beim ersten Lesen?\n\nVorkenntnisse sind nicht nötig. Wer im Rat oder in einer Fraktion arbeitet, kann nicht mitmachen. Schreiben Sie an fuenf-saetze@brueckfurt.example.',
    by: 'cem-brueckenbauer',
    org: 'brueckfurt',
    idea: 'beschluesse-zum-mitlesen',
    topics: ['transparenz'],
    tags: ['Einfache Sprache', 'Rat', 'Ankündigung'],
    state: 'scheduled',
    ago: 2,
    in: 3,
  },
];
