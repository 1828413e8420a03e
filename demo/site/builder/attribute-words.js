/**
 * German for the attributes: by tag, `*` for those that all widgets have. `values` names what a manifest does not list,
 * `common` brings a field to the front, `fallback` is what holds without it where the manifest has a constant.
 */
const REACHES = {
  within: 'In der eigenen Verwaltung',
  between: 'Zwischen Verwaltungen',
  civil: 'Mit der Zivilgesellschaft',
};
const TOPICS = 'Name oder Kennung; mehrere mit Semikolon trennen.';
const ORGS = 'Name oder Kennung; mehrere mit Semikolon trennen.';

export const WORDS = {
  '*': {
    'heading-level': {
      label: 'Ebene der Überschrift',
      help: 'Eine Ebene unter der Überschrift, in deren Abschnitt der Baustein steht.',
    },
    'time-zone': {
      label: 'Zeitzone',
      help: 'Zum Beispiel Europe/Berlin.',
      fallback: 'Europe/Berlin',
    },
    theme: {
      label: 'Hell oder dunkel',
      help: 'Ohne Angabe richtet sich der Baustein nach Ihrer Seite.',
      options: { light: 'Immer hell', dark: 'Immer dunkel', contrast: 'Starker Kontrast' },
    },
    surface: {
      label: 'Hintergrund',
      help: 'Ohne Angabe steht der Baustein direkt auf Ihrer Seite.',
      options: { card: 'Eigene Fläche mit Rand' },
    },
    loading: {
      label: 'Wann er lädt',
      options: { lazy: 'Wenn er fast zu sehen ist', eager: 'Sofort' },
    },
    storage: {
      label: 'Auf dem Gerät merken',
      help: 'Was das Gerät der Lesenden behalten darf. Der Datenschutztext unten richtet sich danach.',
      options: { none: 'Nichts', session: 'Bis der Tab geschlossen wird', local: 'Auch darüber hinaus' },
    },
  },
  'vr-event-calendar': {
    view: {
      label: 'Ansicht am Anfang',
      common: true,
      options: { month: 'Monat', week: 'Woche', day: 'Tag', agenda: 'Liste', program: 'Programm eines Camps' },
    },
    kind: {
      label: 'Nur diese Art',
      common: true,
      options: {
        meetup: 'Meetup',
        camp: 'Camp',
        workshop: 'Workshop',
        impulse: 'Impuls',
        'learning-circle': 'Lernzirkel',
        talk: 'Vortrag',
        other: 'Andere',
      },
    },
    limit: { label: 'Termine in der Liste', common: true, fallback: '50', help: 'Weitere zeigt „Mehr anzeigen“.' },
    'without-controls': {
      label: 'Ohne Schaltflächen und Filter',
      common: true,
      help: 'Für eine schmale Spalte neben dem Inhalt.',
    },
    date: { label: 'Erster Tag, der zu sehen ist', help: 'Ohne Angabe heute.' },
    topic: { label: 'Nur dieses Thema', help: 'Name oder Kennung.' },
    org: { label: 'Nur diese Verwaltung', help: 'Name oder Kennung.' },
    'first-day': { label: 'Erster Tag der Woche', help: '1 ist Montag, 7 ist Sonntag.' },
    'idea-url': {
      label: 'Seite mit dem Ideenformular',
      help: 'Dorthin führt eine Camp-Session, aus der eine Idee wird.',
    },
  },
  'vr-blog-feed': {
    layout: {
      label: 'Anordnung',
      common: true,
      options: { list: 'Liste', cards: 'Karten', magazine: 'Magazin, erster Beitrag groß' },
    },
    limit: { label: 'Beiträge', common: true, help: 'Weitere zeigt „Mehr anzeigen“.' },
    images: {
      label: 'Bilder',
      common: true,
      help: 'Bilder von fremden Servern verraten diesen, wer liest.',
      options: {
        own: 'Nur vom eigenen Server',
        listed: 'Auch von der Quelle und von genannten Servern',
        none: 'Keine',
      },
    },
    'full-text': { label: 'Ganzer Text in der Liste', common: true, help: 'Wo die Quelle ihn mitgibt.' },
    'image-hosts': {
      label: 'Server für Bilder',
      help: 'Namen mit Leerzeichen trennen. Gilt, wenn Bilder auch von genannten Servern kommen dürfen.',
    },
    tag: { label: 'Nur diese Schlagwörter', help: 'Mehrere mit Semikolon trennen.' },
    topic: { label: 'Nur diese Themen', help: TOPICS },
    report: { label: 'Nur Erfahrungsberichte' },
    share: {
      label: 'Wege zum Weitergeben',
      options: {
        mail: 'E-Mail',
        copy: 'Link kopieren',
        mastodon: 'Mastodon',
        linkedin: 'LinkedIn',
        threema: 'Threema',
        print: 'Drucken',
      },
    },
    'idea-url': { label: 'Seite mit den Ideen', help: 'Dort öffnen sich Ideen, auf die ein Beitrag verweist.' },
  },
  'vr-idea-board': {
    view: { label: 'Ansicht am Anfang', common: true, options: { list: 'Liste', board: 'Spalten nach Stand' } },
    sort: {
      label: 'Reihenfolge',
      common: true,
      options: {
        active: 'Zuletzt bewegt',
        new: 'Neueste zuerst',
        support: 'Meiste Unterstützung',
        'needs-help': 'Sucht Hilfe',
      },
    },
    limit: { label: 'Ideen in der Liste', common: true, help: 'Weitere zeigt „Mehr anzeigen“.' },
    reach: { label: 'Nur diese Reichweite', options: REACHES },
    stage: {
      label: 'Nur diese Stände',
      type: 'several',
      values: ['open', 'teaming', 'trying', 'evaluated', 'adopted', 'documented', 'parked', 'stopped', 'declined'],
      options: {
        open: 'Sucht Unterstützung',
        teaming: 'Team bildet sich',
        trying: 'Wird ausprobiert',
        evaluated: 'Ausgewertet',
        adopted: 'Im Alltag angekommen',
        documented: 'Praxis dokumentiert',
        parked: 'Ruht',
        stopped: 'Beendet, mit Erkenntnis',
        declined: 'Nicht weiterverfolgt',
      },
    },
    topic: { label: 'Nur diese Themen', help: TOPICS },
    org: { label: 'Nur diese Verwaltungen', help: ORGS },
    idea: { label: 'Diese Idee öffnen', help: 'Kennung einer Idee, die am Anfang offen ist.' },
    'feed-url': {
      label: 'Seite mit den Berichten',
      help: 'Dort öffnen sich Erfahrungsberichte. Ohne Angabe diese Seite.',
    },
  },
  'vr-idea-submission': {
    address: { label: 'Anrede', common: true, options: { sie: 'Sie', du: 'Du' } },
    fields: {
      label: 'Freiwillige Fragen',
      common: true,
      help: 'Ohne Auswahl werden alle gestellt.',
      options: {
        problem: 'Das Problem',
        body: 'Mehr zur Idee',
        'benefit-for': 'Wem sie hilft',
        place: 'An welchem Ort',
        topics: 'Themen',
        'first-step': 'Erster kleiner Schritt',
        needs: 'Was gebraucht wird',
        attachments: 'Bilder und Dateien',
      },
    },
    reach: { label: 'Vorgewählte Reichweite', options: REACHES },
    topic: { label: 'Vorgewähltes Thema', help: 'Name oder Kennung.' },
    org: { label: 'Für diese Verwaltung', help: 'Name oder Kennung. Dann wird danach nicht gefragt.' },
    'event-id': { label: 'Aus dieser Veranstaltung', help: 'Kennung des Termins, aus dem die Ideen kommen.' },
    messages: { label: 'Eigene Worte', help: 'JSON mit den Texten, die anders lauten sollen.' },
  },
  'vr-peer-directory': {
    view: { label: 'Ansicht am Anfang', common: true, options: { cards: 'Karten', list: 'Liste' } },
    limit: { label: 'Menschen', common: true, help: 'Weitere zeigt „Mehr anzeigen“.' },
    direction: {
      label: 'Nur Menschen, die',
      common: true,
      options: { offer: 'etwas bieten', seek: 'etwas suchen' },
    },
    q: { label: 'Suche am Anfang', help: 'Wonach schon gesucht ist.' },
    topic: { label: 'Nur diese Themen', help: TOPICS },
    org: { label: 'Nur diese Verwaltungen', help: ORGS },
    'profile-url': { label: 'Seite mit dem eigenen Eintrag' },
    'idea-url': { label: 'Seite mit den Ideen' },
    'event-url': { label: 'Seite mit dem Kalender' },
  },
  'vr-peer-profile': {
    'directory-url': {
      label: 'Seite mit dem Verzeichnis',
      common: true,
      help: 'Dort werden Angebote geschrieben. Ohne Angabe im Verzeichnis derselben Seite.',
    },
  },
};
