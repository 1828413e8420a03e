/** Texts for the website's own statements, in the words of those who publish them. */
import { isOutside } from './systems.js';
import { widgetOf } from './widgets.js';

const PROCESSED = {
  'event-calendar':
    'Wer sich zu einem Termin anmeldet, übermittelt dabei die Angaben des Anmeldeformulars an den Server, auf dem der Termin steht.',
  'blog-feed': 'Beim Lesen werden keine weiteren Angaben erhoben.',
  'idea-board':
    'Wer eine Idee unterstützt, kommentiert oder Hilfe anbietet, übermittelt diese Angaben nach einer Anmeldung an den Server des Netzwerks.',
  'idea-submission':
    'Wer eine Idee einreicht, übermittelt die Angaben des Formulars an den Server des Netzwerks. Das Formular sagt vor dem Absenden, wer sie sehen wird. Einreichen ohne Namen ist möglich, wo das Netzwerk es zulässt.',
  'peer-directory':
    'Gezeigt werden nur Einträge von Menschen, die dem zugestimmt haben. Wer eine Kontaktanfrage schreibt, übermittelt sie nach einer Anmeldung an den Server des Netzwerks.',
  'peer-profile':
    'Wer einen Eintrag anlegt, übermittelt die eigenen Angaben nach einer Anmeldung an den Server des Netzwerks. Grundlage ist die Einwilligung, deren Text vollständig gezeigt wird. Sie lässt sich dort jederzeit widerrufen, der Eintrag ändern und löschen.',
};

const DRAFTS = {
  'event-calendar': 'abgeschaltete Kalender, die eigene Zeitzone und das eigene Programm',
  'blog-feed': 'Entwürfe und der Zeitpunkt des letzten Besuchs',
  'idea-board': 'Entwürfe von Kommentaren',
  'idea-submission': 'der Entwurf der Idee',
  'peer-directory': 'Entwürfe von Anfragen und Angeboten',
  'peer-profile': 'noch nicht gespeicherte Angaben zum eigenen Eintrag',
};

function storageText(widget, storage) {
  if (storage === 'session')
    return `Auf dem Gerät merkt sich der Browser bis zum Schließen des Tabs: ${DRAFTS[widget]}. Das geschieht erst, wenn jemand die jeweilige Funktion benutzt (§ 25 Abs. 2 Nr. 2 TDDDG).`;
  if (storage === 'local')
    return `Auf dem Gerät merkt sich der Browser, wenn jemand die jeweilige Funktion benutzt: ${DRAFTS[widget]}. Entwürfe werden nach 14 Tagen gelöscht, ebenso beim Absenden und Abmelden (§ 25 Abs. 2 Nr. 2 TDDDG).`;
  return 'Auf dem Gerät merkt sich der Baustein nichts.';
}

const listed = (hosts) => (hosts.length > 1 ? `${hosts.slice(0, -1).join(', ')} und ${hosts.at(-1)}` : hosts[0]);

/**
 * For the privacy statement.
 *
 * @param {{ widget: string, form: string, storage: string, images: string, imageHosts: string, library: string, hub: string,
 *   sources: readonly string[] }} facts origins, without paths
 */
export function privacyText({ widget, form, storage, images, imageHosts, library, hub, sources }) {
  const { name } = widgetOf(widget);
  const asked = isOutside(form) && hub ? [hub] : [library, ...sources];
  if (widget === 'blog-feed' && images === 'listed' && imageHosts.trim() && !isOutside(form))
    asked.push(...imageHosts.trim().split(/\s+/));
  const hosts = [...new Set(asked.filter(Boolean).map((origin) => origin.replace(/^https?:\/\//, '')))];
  const servers = hosts.length === 1 ? `dem Server ${hosts[0]}` : `den Servern ${listed(hosts)}`;
  return [
    `Baustein „${name}“`,
    '',
    `Auf unserer Website zeigen wir Inhalte mit dem Baustein „${name}“. Ihr Browser lädt ihn und seine Inhalte von ${servers}. Dabei wird technisch bedingt die IP-Adresse übermittelt. An Dritte gehen keine Daten; es gibt keine Auswertung Ihres Verhaltens und keine Werbung.`,
    PROCESSED[widget],
    storageText(widget, storage),
    hub
      ? 'Zum Lesen werden keine Cookies gesetzt. Wer sich anmeldet, bekommt vom Server des Netzwerks ein Cookie, das nur für die Sitzung nötig ist.'
      : 'Der Baustein setzt keine Cookies.',
    '[Bitte ergänzen: Verantwortliche Stelle, Rechtsgrundlage (zum Beispiel Art. 6 Abs. 1 lit. e DSGVO) und wie lange die Server Zugriffe protokollieren.]',
  ].join('\n');
}

/** For the accessibility statement (BITV 2.0, EN 301 549). */
export function accessibilityText({ widget, form }) {
  const { name } = widgetOf(widget);
  return [
    `Eingebundener Baustein „${name}“`,
    '',
    `Der Baustein „${name}“ ist auf die Stufe AA der WCAG 2.2 hin entwickelt und damit auf die Anforderungen der EN 301 549 und der BITV 2.0. Er lässt sich vollständig mit der Tastatur bedienen, gibt Screenreadern Namen, Rollen und Zustände aus, bleibt bei 400 % Vergrößerung und bei eigenen Farben nutzbar und verzichtet auf Bewegung, wo das Gerät das verlangt.`,
    isOutside(form)
      ? 'Der Inhalt steht auch auf einer eigenen Seite bereit, ohne Skript und ohne Rahmen.'
      : 'Wo kein Skript läuft, steht an seiner Stelle ein Link zu denselben Inhalten.',
    'Texte, Bilder und Dokumente in den Einträgen stammen von den Stellen, die sie veröffentlichen. Einzelne davon können Barrieren enthalten, etwa Bilder ohne Beschreibung. [Bitte ergänzen: bekannte Einschränkungen auf dieser Website und der Weg, Barrieren zu melden.]',
  ].join('\n');
}
