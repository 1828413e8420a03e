/**
 * Which form of the snippet lives through which editor, and how the script comes to each page there once. Measured or
 * read for each system; where an administration has changed the defaults, the other forms are offered, too.
 *
 * @typedef {object} System
 * @property {string} id
 * @property {string} name
 * @property {readonly string[]} forms the best first
 * @property {string} where where to paste the best one
 * @property {Readonly<Record<string, string>>} [elsewhere] where to paste others, by form
 * @property {(script: Script) => { title: string, text: string, note?: string }} [once] the script, once a website
 *
 * @typedef {object} Script
 * @property {string} library folder of the built files, with a slash
 * @property {string} integrity of `bausteine.js`; empty where it is not known
 * @property {string} frame address of `frame.js`
 * @property {string} links beginning of the addresses whose bare links become widgets; empty: none do
 *
 * @typedef {object} Reach what can be said of the data by an address alone
 * @property {boolean} isHub all of them come from one hub, which has a page for the widget
 * @property {boolean} isTold a bare link to them is enough for the widget
 */
import { escapeHtml } from './snippet.js';

/** What each form is, for who may choose. */
export const FORMS = {
  tag: ['Eigenes Element', 'Für Systeme, die HTML unverändert lassen.'],
  mount: ['Bereich mit Angaben', 'Übersteht die meisten Editoren. Ohne Skript bleibt der Link stehen.'],
  link: ['Link mit Klasse', 'Ein gewöhnlicher Link, den das Skript in den Baustein verwandelt.'],
  frame: ['Rahmen (iframe), Höhe passt sich an', 'Braucht nur ein kleines Skript auf Ihrer Seite.'],
  'fixed-frame': ['Rahmen (iframe), feste Höhe', 'Braucht kein Skript auf Ihrer Seite.'],
  shortcode: ['Kurzcode (Shortcode)', 'Für WordPress mit der Erweiterung „Bausteine“.'],
  mediawiki: ['Wikitext', 'Ein Bereich, den MediaWiki stehen lässt.'],
  dokuwiki: ['Wikitext', 'Ein Link allein in seinem Absatz, den das Skript verwandelt.'],
  xwiki: ['HTML-Makro', 'Ein Makro, das HTML enthält.'],
  'xwiki-link': ['Wiki-Link', 'Ein Link allein in seinem Absatz, den das Skript verwandelt.'],
  markdown: ['Link in Markdown', 'Führt zur eigenen Seite des Bausteins.'],
  address: ['Adresse', 'Für ein Feld, in das nur eine Adresse gehört.'],
  plain: ['Gewöhnlicher Link', 'Führt zu den Daten selbst.'],
};

const secured = ({ integrity }) => (integrity ? ` integrity="${integrity}" crossorigin="anonymous"` : '');

/** Where an editor takes the snippet away but for its link, the link becomes the widget all the same. */
const linked = ({ links }) => (links ? ` data-vr-links="${escapeHtml(links)}"` : '');

const anywhere = (script) => ({
  title: 'In den Kopf jeder Seite',
  text: `<script defer src="${escapeHtml(script.library)}bausteine.js"${secured(script)}${linked(script)}></script>`,
});
const quoted = (text) => JSON.stringify(text).replaceAll('<', '\\u003c');
const yaml = (text) => `'${text.replaceAll("'", "''")}'`;

const typoscript = ({ library, integrity }) => ({
  title: 'TypoScript, im Setup der Website',
  text: [
    `page.includeJSFooter.bausteine = ${library}bausteine.js`,
    'page.includeJSFooter.bausteine {',
    '  external = 1',
    '  defer = 1',
    '  excludeFromConcatenation = 1',
    '  disableCompression = 1',
    ...(integrity ? [`  integrity = ${integrity}`, '  crossorigin = anonymous'] : []),
    '}',
  ].join('\n'),
  note: 'So eingebunden bekommt das Skript in TYPO3 auch den Einmalwert (nonce), wenn Ihre Website damit arbeitet.',
});

const drupalLibrary = ({ library, integrity, links }) => ({
  title: 'In die *.libraries.yml Ihres Themes',
  text: [
    'bausteine:',
    '  js:',
    `    ${yaml(`${library}bausteine.js`)}:`,
    '      type: external',
    '      attributes:',
    '        defer: true',
    ...(integrity ? [`        integrity: ${yaml(integrity)}`, '        crossorigin: anonymous'] : []),
    ...(links ? [`        data-vr-links: ${yaml(links)}`] : []),
  ].join('\n'),
  note: 'In der *.info.yml des Themes steht dann unter „libraries:“ der Eintrag „- IHR_THEME/bausteine“. Für den Bereich braucht das Textformat in „Erlaubte HTML-Tags“: <div class data-*> <a href class>.',
});

const addedBy = ({ library, integrity, links }) =>
  [
    // In a block: what stands there twice must not break the site's other scripts.
    '{',
    "  const script = document.createElement('script');",
    `  script.src = ${quoted(`${library}bausteine.js`)};`,
    ...(integrity ? [`  script.integrity = ${quoted(integrity)};`, "  script.crossOrigin = 'anonymous';"] : []),
    ...(links ? [`  script.dataset.vrLinks = ${quoted(links)};`] : []),
    '  document.head.append(script);',
    '}',
  ].join('\n');

/** Where some forms are pasted in any system. */
const ELSEWHERE = {
  shortcode: 'Einen Block „Shortcode“ hinzufügen und den Schnipsel dort einfügen.',
  plain: 'Im Editor einen Link einfügen und ihm diese Adresse geben.',
};
const IN_MACRO =
  'Das Makro „HTML“ einfügen und den Schnipsel hineinsetzen. Die Administration muss es eingeschaltet haben.';

/** @type {readonly System[]} */
export const SYSTEMS = [
  {
    id: 'wordpress',
    name: 'WordPress',
    forms: ['mount', 'tag', 'shortcode', 'fixed-frame'],
    where: 'Im Block-Editor einen Block „Individuelles HTML“ hinzufügen und den Schnipsel dort einfügen.',
    once: (script) => ({
      ...anywhere(script),
      note: 'Das geht in der Kopfzeile des Themes oder mit einer Erweiterung für Kopfzeilen. Die Erweiterung „Bausteine“ erledigt es selbst.',
    }),
  },
  {
    id: 'typo3',
    name: 'TYPO3',
    forms: ['mount', 'tag', 'frame', 'fixed-frame'],
    where:
      'Ein Element „Text“ anlegen, im Editor auf „Quellcode“ wechseln und den Schnipsel dort einfügen. Im Inhaltselement „HTML“ geht es ebenso.',
    once: typoscript,
  },
  {
    id: 'drupal',
    name: 'Drupal',
    forms: ['mount', 'tag', 'link', 'fixed-frame'],
    where: 'Im Editor auf „Quellcode“ wechseln und den Schnipsel einfügen.',
    once: drupalLibrary,
  },
  {
    id: 'sharepoint',
    name: 'SharePoint',
    forms: ['fixed-frame', 'address'],
    where: 'Das Webpart „Einbetten“ hinzufügen und den Schnipsel in sein Feld einfügen.',
  },
  {
    id: 'confluence',
    name: 'Confluence',
    forms: ['address', 'fixed-frame', 'plain', 'tag'],
    where:
      'Das Makro „Iframe“ einfügen und die Adresse eintragen. Fehlt es, genügt die Adresse als Link: Sie führt zur eigenen Seite des Bausteins.',
    elsewhere: { 'fixed-frame': IN_MACRO, tag: IN_MACRO },
    once: (script) => ({
      ...anywhere(script),
      title: 'Administration, „Benutzerdefiniertes HTML“, „Am Ende von HEAD“',
    }),
  },
  {
    id: 'nextcloud',
    name: 'Nextcloud',
    forms: ['markdown', 'address'],
    where:
      'In Kollektiven und Notizen steht der Link im Text. Für die App „Externe Seiten“ nehmen Sie unter „Andere Formen“ die Adresse.',
    elsewhere: { address: 'Die Administration trägt die Adresse in der App „Externe Seiten“ ein.' },
  },
  {
    id: 'xwiki',
    name: 'XWiki (openDesk)',
    forms: ['xwiki', 'xwiki-link'],
    where: 'Im Wiki-Editor (Quelltext) einfügen. Das Makro braucht je nach Einrichtung das Recht „Script“.',
    elsewhere: { 'xwiki-link': 'Im Wiki-Editor (Quelltext) allein in einen Absatz setzen.' },
    once: (script) => ({
      title: 'JavaScript-Erweiterung (Objekt XWiki.JavaScriptExtension, Verwendung „Immer auf diesem Wiki“)',
      text: addedBy(script),
    }),
  },
  {
    id: 'liferay',
    name: 'Liferay',
    forms: ['tag', 'mount', 'fixed-frame'],
    where: 'Ein Fragment „HTML“ auf die Seite ziehen und den Schnipsel als seinen Inhalt einfügen.',
    once: anywhere,
  },
  {
    id: 'mediawiki',
    name: 'MediaWiki',
    forms: ['mediawiki'],
    where: 'Die Seite bearbeiten und den Schnipsel in den Wikitext einfügen.',
    once: (script) => ({ title: 'Auf die Seite MediaWiki:Common.js', text: addedBy(script) }),
  },
  {
    id: 'dokuwiki',
    name: 'DokuWiki',
    forms: ['dokuwiki'],
    where: 'Die Seite bearbeiten und den Schnipsel allein in einen Absatz setzen.',
    once: (script) => ({ title: 'In die Datei conf/userscript.js', text: addedBy(script) }),
  },
  {
    id: 'other',
    name: 'Ein anderes System',
    forms: ['mount', 'tag', 'link', 'frame', 'fixed-frame', 'address'],
    where:
      'Im Editor auf „Quellcode“ oder „HTML“ wechseln und den Schnipsel einfügen. Verschwindet er beim Speichern, probieren Sie unter „Andere Formen“ die nächste.',
    elsewhere: { address: 'In das Feld eintragen, das Ihr System für eingebettete Seiten hat.' },
    once: anywhere,
  },
];

/** What WordPress lets somebody paste, by role. */
export const RIGHTS = [
  { id: 'unknown', name: 'Das weiß ich nicht', form: 'mount' },
  { id: 'no', name: 'Nein, meine Rolle ist „Autor“ oder „Mitarbeiter“', form: 'mount' },
  { id: 'html', name: 'Ja, meine Rolle ist „Redakteur“ oder „Administrator“', form: 'tag' },
  { id: 'plugin', name: 'Die Erweiterung „Bausteine“ ist installiert', form: 'shortcode' },
];

/** @param {string} id */
export const systemOf = (id) => SYSTEMS.find((system) => system.id === id);

/** They show a page of a hub in a frame; where data come from elsewhere there is none. */
const FRAMED = new Set(['frame', 'fixed-frame', 'address']);
const LINKS = new Set(['markdown', 'plain']);
/** Links that become widgets: all that these know is in the address. */
const TOLD = new Set(['dokuwiki', 'xwiki-link']);

/** Whether the snippet shows a page of the hub in a frame. */
export const isFramed = (form) => FRAMED.has(form);
/** Whether the snippet is a link and stays one. */
export const isLink = (form) => LINKS.has(form);
/** Whether the website itself runs no script for it but that of frames. */
export const isOutside = (form) => isFramed(form) || isLink(form);
/** Whether the snippet says no more than an address does. */
export const isAddressOnly = (form) => TOLD.has(form);

/** Forms that a system takes, the best first. @param {string} system @param {Reach} reach */
export function formsOf(system, { isHub, isTold }) {
  const { forms } = systemOf(system) ?? systemOf('other');
  const offered = forms.filter((form) => isHub || (!isFramed(form) && (isTold || !isAddressOnly(form))));
  return offered.length > 0 ? offered : ['plain'];
}

/**
 * The form that holds: the chosen one, where the system takes it, else its best.
 * @param {{ system: string, rights: string, form: string }} state
 * @param {Reach} reach
 */
export function formOf({ system, rights, form }, reach) {
  const offered = formsOf(system, reach);
  if (offered.includes(form)) return form;
  return (system === 'wordpress' && RIGHTS.find(({ id }) => id === rights)?.form) || offered[0];
}

/** Where to paste a form. */
export function whereOf(system, form) {
  const { where, elsewhere = {} } = systemOf(system) ?? systemOf('other');
  return elsewhere[form] ?? ELSEWHERE[form] ?? where;
}

/**
 * What the website needs once; undefined where nothing is.
 * @param {string} system
 * @param {string} form
 * @param {Script} script
 */
export function onceOf(system, form, script) {
  if (form === 'frame')
    return {
      title: 'In den Kopf jeder Seite',
      text: `<script defer src="${escapeHtml(script.frame)}"></script>`,
      note: 'Damit wächst der Rahmen mit seinem Inhalt. Ohne das Skript bleibt seine Höhe fest.',
    };
  // The plugin brings the script along.
  if (form === 'shortcode' || isOutside(form)) return undefined;
  return (systemOf(system) ?? systemOf('other')).once?.(script);
}
