/** German for the feed check: what was found, why it matters, what helps. */
export const FORMATS = { rss: 'RSS', rdf: 'RSS (RDF)', atom: 'Atom', 'json-feed': 'JSON Feed', cdf: 'CDF' };

const some = (count, of, one, many) =>
  count === of ? `Alle ${of} ${many}` : count === 1 ? `1 ${one}` : `${count} von ${of} ${many}`;
const posts = ({ count, of }) => some(count, of, 'Beitrag', 'Beiträge');
const pictures = ({ count, of }) => some(count, of, 'Bild', 'Bilder');

/** By code: what is so, and the cure. */
export const FINDINGS = {
  'no-items': () => ['Der Feed ist leer', 'Veröffentlichen Sie einen Beitrag und prüfen Sie die Adresse noch einmal.'],
  'no-titles': (f) => [
    `${posts(f)} ohne Titel`,
    'Die Liste zeigt dann den Anfang des Textes. Besser ist ein eigener Titel im Redaktionssystem.',
  ],
  'no-links': (f) => [
    `${posts(f)} ohne Adresse`,
    'Solche Beiträge lassen sich nicht im Original öffnen. Die Vorlage des Feeds braucht das Element „link“.',
  ],
  'no-dates': (f) => [
    `${posts(f)} ohne lesbares Datum`,
    'Sie stehen am Ende der Liste. Die Vorlage des Feeds braucht „pubDate“ oder „updated“.',
  ],
  'future-dates': (f) => [
    `${posts(f)} mit einem Datum in der Zukunft`,
    'Prüfen Sie die Uhr des Servers und geplante Beiträge.',
  ],
  old: ({ detail }) => [
    `Neuester Beitrag vom ${dateOf(detail)}`,
    'Vielleicht gibt es eine neuere Adresse des Feeds. Fragen Sie die Redaktion der Quelle.',
  ],
  http: () => [
    'Die Adresse ist nicht verschlüsselt',
    'Verschlüsselte Seiten dürfen sie nicht laden. Versuchen Sie https:// am Anfang.',
  ],
  'http-images': (f) => [
    `${pictures(f)} über unverschlüsselte Adressen`,
    'Browser zeigen sie auf verschlüsselten Seiten nicht. Die Quelle muss ihre Bilder über https ausliefern.',
  ],
  'no-cors': () => [
    'Browser dürfen den Feed nicht direkt lesen',
    'Die Quelle erlaubt es anderen Seiten nicht (Access-Control-Allow-Origin). Nehmen Sie den Weg über den Hub, oder bitten Sie die Quelle um diese Freigabe.',
  ],
  'content-type': ({ detail }) => [
    'Der Server nennt einen falschen Inhaltstyp',
    `${detail ? `Er sagt „${detail}“.` : 'Er nennt keinen.'} Richtig ist application/rss+xml, application/atom+xml oder application/feed+json. Bausteine liest den Feed trotzdem.`,
  ],
  encoding: () => [
    'Zeichen kommen beschädigt an',
    'Kopfzeile und Datei nennen verschiedene Zeichensätze, oder Umlaute sind zerstört. Die Quelle sollte beides auf UTF-8 stellen.',
  ],
  'no-alt': (f) => [
    `${pictures(f)} ohne Alternativtext`,
    'Menschen, die Bilder nicht sehen, erfahren nichts davon. Ergänzen Sie Alternativtexte im Redaktionssystem, bei Schmuck einen leeren.',
  ],
  'no-images': (f) => [`${posts(f)} ohne Bild`, 'Karten zeigen dann nur Text. Ein Bild je Beitrag genügt.'],
  'foreign-images': ({ count }) => [
    count === 1 ? 'Bilder liegen auf 1 weiteren Server' : `Bilder liegen auf ${count} weiteren Servern`,
    'Voreingestellt lädt Bausteine sie nicht. Wer sie zeigen will, nennt die Server in image-hosts und in der Datenschutzerklärung.',
  ],
  'no-authors': (f) => [
    `${posts(f)} ohne Namen`,
    'Die Liste nennt dann nur die Quelle. Namen stehen in „dc:creator“ oder „author“.',
  ],
  'no-full-text': () => [
    'Der Feed enthält nur Anrisse',
    'Zum Weiterlesen öffnet sich die Quelle. Wer den ganzen Text zeigen will, stellt den Feed auf „vollständig“.',
  ],
  moved: ({ detail }) => ['Die Adresse leitet weiter', `Nehmen Sie gleich die neue: ${detail}`],
  large: () => [
    'Der Feed ist größer als 1 MB',
    'Jeder Aufruf lädt ihn ganz. Weniger Beiträge im Feed genügen, oder der Weg über den Hub.',
  ],
};

/** Why nothing could be read, and what to do. */
export const FAILURES = {
  'private-address': [
    'Diese Adresse liegt in einem internen Netz',
    'Solche Adressen fragt der Hub nicht an. Wer ihn betreibt, kann sie als Quelle mit allowPrivate freigeben.',
  ],
  port: ['Dieser Port ist nicht vorgesehen', 'Geprüft werden Adressen mit http und https an ihren üblichen Ports.'],
  denied: ['Die Adresse verlangt eine Anmeldung', 'Ein Feed zum Einbinden muss öffentlich sein.'],
  missing: [
    'Unter dieser Adresse gibt es nichts',
    'Prüfen Sie die Schreibweise, oder geben Sie die Startseite der Website ein: die Prüfung sucht den Feed dort.',
  ],
  gone: [
    'Der Feed wurde abgeschaltet',
    'Die Quelle sagt, dass er nicht wiederkommt. Fragen Sie dort nach einer neuen Adresse.',
  ],
  busy: ['Der Server hat gerade zu viel zu tun', 'Versuchen Sie es in einigen Minuten erneut.'],
  timeout: [
    'Der Server hat nicht rechtzeitig geantwortet',
    'Versuchen Sie es später erneut. Dauert es öfter so lange, sammelt besser der Hub.',
  ],
  'too-large': ['Die Datei ist zu groß', 'Geprüft werden Feeds bis 5 MB. Weniger Beiträge im Feed genügen.'],
  redirects: [
    'Die Adresse leitet zu oft weiter',
    'Öffnen Sie sie im Browser und nehmen Sie die Adresse, bei der Sie ankommen.',
  ],
  'no-such-host': ['Diesen Server gibt es nicht', 'Prüfen Sie die Schreibweise der Adresse.'],
  refused: ['Der Server nimmt keine Verbindung an', 'Er ist ausgeschaltet oder lässt den Hub nicht zu.'],
  certificate: [
    'Das Zertifikat des Servers ist nicht gültig',
    'Browser warnen ihre Leserinnen und Leser ebenso. Die Quelle muss es erneuern.',
  ],
  'server-error': [
    'Der Server meldet einen eigenen Fehler',
    'Versuchen Sie es später erneut, oder schreiben Sie der Redaktion der Quelle.',
  ],
  empty: ['Die Antwort ist leer', 'Unter dieser Adresse steht nichts. Prüfen Sie sie im Browser.'],
  unknown: ['Die Adresse ließ sich nicht lesen', 'Prüfen Sie die Schreibweise und versuchen Sie es erneut.'],
};

export const STATES = {
  page: (found) =>
    found > 0
      ? ['Das ist eine Website, kein Feed', 'Sie nennt selbst ihre Feeds. Wählen Sie einen davon.']
      : [
          'Das ist eine Website, kein Feed',
          'Sie nennt auch keinen. Suchen Sie dort nach „RSS“ oder „Feed“, oder fragen Sie die Redaktion.',
        ],
  calendar: () => ['Das ist ein Kalender, kein Feed', 'Dafür gibt es einen eigenen Baustein: vr-event-calendar.'],
  other: () => ['Das ist kein Feed', 'Die Datei ist weder RSS noch Atom noch JSON Feed.'],
};

/** @returns {string} a date as people write it */
export const dateOf = (instant) =>
  new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(new Date(instant));

export const REFUSALS = {
  400: 'Das ist keine Adresse. Schreiben Sie zum Beispiel www.stadt.example/feed.',
  401: 'Melden Sie sich an: Der Hub prüft nur für angemeldete Personen.',
  429: 'Sie haben viele Adressen geprüft. Bitte warten Sie einige Minuten.',
  503: 'Gerade laufen mehrere Prüfungen. Bitte versuchen Sie es gleich noch einmal.',
};
export const NO_ANSWER = 'Die Prüfung hat nicht geantwortet. Bitte versuchen Sie es noch einmal.';
