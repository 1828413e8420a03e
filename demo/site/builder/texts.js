/** Texts for the website's own statements, in the words of those who publish them. */
import { isFramed, isLink } from './systems.js';
import { widgetOf } from './widgets.js';

const NOTHING_MORE = 'Beim Lesen werden keine weiteren Angaben erhoben.';

/** What people send, by widget: to a network, and where the data come from elsewhere. */
const SENT = {
  'event-calendar': [
    'Wer sich zu einem Termin anmeldet, eine Session vorschlägt oder einen Impuls anbietet, übermittelt diese Angaben nach einer Anmeldung an den Server des Netzwerks.',
    `${NOTHING_MORE} Anmeldungen zu Terminen führen auf die Seiten derer, die dazu einladen.`,
  ],
  'blog-feed': [
    'Wer selbst einen Beitrag schreibt, übermittelt ihn nach einer Anmeldung an den Server des Netzwerks. Wer einen Beitrag weitergibt, öffnet dafür den gewählten Dienst.',
    `${NOTHING_MORE} Wer einen Beitrag weitergibt, öffnet dafür den gewählten Dienst.`,
  ],
  'idea-board': [
    'Wer eine Idee unterstützt, kommentiert oder Hilfe anbietet, übermittelt diese Angaben nach einer Anmeldung an den Server des Netzwerks.',
    NOTHING_MORE,
  ],
  'idea-submission': [
    'Wer eine Idee einreicht, übermittelt die Angaben des Formulars an den Server des Netzwerks. Schon beim Schreiben gehen Titel und Problem als Suche dorthin, um ähnliche Ideen zu finden; das Netzwerk speichert sie dabei nicht. Das Formular sagt vor dem Absenden, wer die Idee sehen wird. Einreichen ohne Namen ist möglich, wo das Netzwerk es zulässt.',
    NOTHING_MORE,
  ],
  'peer-directory': [
    'Gezeigt werden nur Einträge von Menschen, die dem zugestimmt haben. Wer eine Kontaktanfrage schreibt, übermittelt sie nach einer Anmeldung an den Server des Netzwerks.',
    'Gezeigt wird, wer in dem genannten Verzeichnis steht. [Bitte ergänzen: auf welcher Grundlage diese Menschen dort veröffentlicht sind.]',
  ],
  'peer-profile': [
    'Wer einen Eintrag anlegt, übermittelt die eigenen Angaben nach einer Anmeldung an den Server des Netzwerks. Grundlage ist die Einwilligung, deren Text vollständig gezeigt wird. Sie lässt sich dort jederzeit widerrufen, der Eintrag ändern und löschen.',
    NOTHING_MORE,
  ],
};

/** What a device may keep once a function is used: of any source, and of a network. */
const KEPT = {
  'event-calendar': [
    ['abgeschaltete Kalender', 'die eigene Zeitzone', 'das eigene Programm eines Camps'],
    ['Entwürfe und Anmeldungen, die noch nicht angekommen sind'],
  ],
  'blog-feed': [['der Mastodon-Server, den jemand zum Merken angekreuzt hat'], ['Entwürfe von Beiträgen']],
  'idea-board': [[], ['Entwürfe von Kommentaren und Angeboten']],
  'idea-submission': [[], ['der Entwurf der Idee', 'Ideen, die noch nicht angekommen sind']],
  'peer-directory': [[], ['Entwürfe und Anfragen, die noch nicht angekommen sind']],
  'peer-profile': [[], ['noch nicht gespeicherte Angaben zum eigenen Eintrag']],
};

const AFTER_USE = 'Das geschieht erst, wenn jemand die jeweilige Funktion benutzt (§ 25 Abs. 2 Nr. 2 TDDDG).';

function storageText({ widget, storage, hasHub }) {
  const [ofAny, ofHub] = KEPT[widget];
  const kept = [...ofAny, ...(hasHub ? ofHub : [])].join(', ');
  const lines = [];
  if (storage === 'session' && kept)
    lines.push(`Auf dem Gerät merkt sich der Browser bis zum Schließen des Tabs: ${kept}. ${AFTER_USE}`);
  else if (storage === 'local' && kept)
    lines.push(
      `Auf dem Gerät merkt sich der Browser: ${kept}. ${AFTER_USE} Entwürfe werden beim Absenden und Abmelden gelöscht, ältere als 14 Tage beim nächsten Öffnen des Formulars.`,
    );
  else lines.push('Auf dem Gerät merkt sich der Baustein nichts.');
  if (widget === 'idea-submission' && storage === 'local')
    lines.push('Über das Schließen des Tabs hinaus bleibt der Entwurf nur, wenn jemand das ankreuzt.');
  if (widget === 'blog-feed' && storage !== 'none')
    lines.push(
      'Beim Öffnen merkt sich der Browser, wann er zuletzt hier war, um Neues zu kennzeichnen. [Bitte prüfen: Dafür kann eine Einwilligung nötig sein, § 25 Abs. 1 TDDDG.]',
    );
  if (hasHub && storage === 'none')
    lines.push(
      'Nur wenn sich jemand mitten im Schreiben anmeldet, liegt der Text bis zur Rückkehr im Speicher des Tabs (§ 25 Abs. 2 Nr. 2 TDDDG).',
    );
  return lines.join(' ');
}

const listed = (words) => (words.length > 1 ? `${words.slice(0, -1).join(', ')} und ${words.at(-1)}` : words[0]);

/** „dem Server a und …“: where a browser goes; an origin that is not known yet is the website's own. */
function serverNames(origins) {
  const hosts = [...new Set(origins.filter(Boolean).map((origin) => origin.replace(/^https?:\/\//, '')))];
  return [
    ...(origins.includes('') ? ['unserem eigenen Server'] : []),
    ...(hosts.length > 0 ? [hosts.length === 1 ? `dem Server ${hosts[0]}` : `den Servern ${listed(hosts)}`] : []),
  ].join(' und ');
}

const SENT_ALONG =
  'Dabei werden technisch bedingt die IP-Adresse und die Anfrage selbst übermittelt; in ihr kann stehen, wonach Sie suchen.';
const NO_MORE = 'Andere Server fragt der Baustein nicht. Er wertet nicht aus, was Sie tun, und zeigt keine Werbung.';
const TO_ADD =
  '[Bitte ergänzen: Verantwortliche Stelle, Rechtsgrundlage (zum Beispiel Art. 6 Abs. 1 lit. e DSGVO) und wie lange die Server Zugriffe protokollieren.]';

/** Servers that a reader's browser asks before anybody has pressed anything. */
function askedServers({ form, library, hub, sources, imageHosts }) {
  if (form === 'frame') return [hub, library];
  return isFramed(form) || isLink(form) ? [hub] : [library, ...sources, ...imageHosts];
}

/**
 * For the privacy statement.
 *
 * @param {{ widget: string, form: string, storage: string, imageHosts: readonly string[], library: string, hub: string,
 *   hasHub: boolean, sources: readonly string[] }} facts origins, without paths; `hasHub`: a network is among the sources
 */
export function privacyText(facts) {
  const { widget, form, hub, hasHub, sources } = facts;
  const { name } = widgetOf(widget);
  if (isLink(form) && !hub)
    return [
      `Link zu „${name}“`,
      '',
      `Auf unserer Website steht ein Link zu ${serverNames(sources)}. Erst wer ihm folgt, ruft diesen Server auf. Dabei wird technisch bedingt die IP-Adresse übermittelt.`,
    ].join('\n');
  const servers = serverNames(askedServers(facts));
  return [
    `Baustein „${name}“`,
    '',
    isLink(form)
      ? `Auf unserer Website steht ein Link zum Baustein „${name}“ auf ${servers}. Erst wer ihm folgt, ruft diesen Server auf. ${SENT_ALONG} ${NO_MORE}`
      : `Auf unserer Website zeigen wir Inhalte mit dem Baustein „${name}“. Ihr Browser lädt ihn und seine Inhalte von ${servers}. ${SENT_ALONG} ${NO_MORE}`,
    SENT[widget][hasHub ? 0 : 1],
    storageText(facts),
    hasHub
      ? 'Zum Lesen werden keine Cookies gesetzt. Wer sich anmeldet, bekommt vom Server des Netzwerks ein Cookie, das nur diese Anmeldung hält.'
      : 'Der Baustein setzt keine Cookies.',
    TO_ADD,
  ].join('\n');
}

/** What readers without a script find, by form. */
function withoutScript(widget, form) {
  if (!isFramed(form) && !isLink(form))
    return 'Wo kein Skript läuft, steht an seiner Stelle ein Link zur Quelle der Inhalte.';
  return widget === 'peer-profile'
    ? 'Um den Eintrag zu ändern, braucht es ein Skript und eine Anmeldung; was der Eintrag ist, steht auf einer eigenen Seite, ohne Skript und ohne Rahmen.'
    : 'Was alle sehen dürfen, steht auch auf einer eigenen Seite bereit, ohne Skript und ohne Rahmen.';
}

/** For the accessibility statement (BITV 2.0, EN 301 549). */
export function accessibilityText({ widget, form, hub }) {
  const { name } = widgetOf(widget);
  if (isLink(form) && !hub)
    return [
      `Link zu „${name}“`,
      '',
      'Der Link führt zu den Daten selbst, zum Beispiel zu einer Kalenderdatei. Ob sie barrierefrei zu lesen sind, hängt von dem Programm ab, das sie öffnet.',
    ].join('\n');
  return [
    `${isLink(form) ? 'Verlinkter' : 'Eingebundener'} Baustein „${name}“`,
    '',
    `Der Baustein „${name}“ ist nach Stufe AA der WCAG 2.2 entwickelt. Sie schließt ein, was Kapitel 9 der EN 301 549 und damit die BITV 2.0 von Webinhalten verlangt. Er lässt sich vollständig mit der Tastatur bedienen, gibt Screenreadern Namen, Rollen und Zustände aus, bleibt bei 400 % Vergrößerung und bei eigenen Farben nutzbar und verzichtet auf Bewegung, wo das Gerät das verlangt.`,
    withoutScript(widget, form),
    'Texte, Bilder und Dokumente in den Einträgen stammen von den Stellen, die sie veröffentlichen. Einzelne davon können Barrieren enthalten, etwa Bilder ohne Beschreibung. [Bitte ergänzen: bekannte Einschränkungen auf dieser Website und der Weg, Barrieren zu melden.]',
  ].join('\n');
}
