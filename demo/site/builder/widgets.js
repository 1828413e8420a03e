/**
 * The six widgets in the words of an editor: what each shows and what it needs.
 *
 * @typedef {object} Widget
 * @property {string} id name of the tag without `vr-`
 * @property {string} name
 * @property {string} does one sentence
 * @property {string} needs one sentence
 * @property {string} port the kind of data that a source has to have
 * @property {string} link text of the link that stands where no script runs
 * @property {string} example what an address looks like
 */

/** @type {readonly Widget[]} */
export const WIDGETS = [
  {
    id: 'event-calendar',
    name: 'Kalender',
    does: 'Zeigt Termine als Monat, Woche oder Liste, auch aus mehreren Kalendern.',
    needs: 'Braucht die Adresse eines Kalenders, meist hinter „Abonnieren“ oder „Exportieren“.',
    port: 'events',
    link: 'Alle Termine ansehen',
    example: 'https://www.ihre-stadt.de/termine.ics',
  },
  {
    id: 'blog-feed',
    name: 'Berichte und Beiträge',
    does: 'Zeigt die neuesten Beiträge aus Blogs und Magazinen als Liste oder Karten.',
    needs: 'Braucht die Adresse eines Feeds oder einer WordPress-Seite.',
    port: 'posts',
    link: 'Alle Beiträge lesen',
    example: 'https://www.ihre-stadt.de/aktuelles/feed/',
  },
  {
    id: 'idea-board',
    name: 'Ideen',
    does: 'Zeigt Ideen, ihren Stand und wo noch Hilfe gesucht wird.',
    needs: 'Braucht ein Netzwerk (Hub) oder eine Ideen-Plattform wie Discourse oder Decidim.',
    port: 'ideas',
    link: 'Alle Ideen ansehen',
    example: 'hub+https://netzwerk.ihre-stadt.de/',
  },
  {
    id: 'idea-submission',
    name: 'Idee einreichen',
    does: 'Führt in wenigen Schritten durch ein Formular, auch ohne Namen.',
    needs: 'Braucht ein Netzwerk (Hub), das Ideen annimmt.',
    port: 'ideas',
    link: 'Idee einreichen',
    example: 'hub+https://netzwerk.ihre-stadt.de/',
  },
  {
    id: 'peer-directory',
    name: 'Menschen',
    does: 'Zeigt, wer im Netzwerk was kann und sucht, und stellt Kontakt her.',
    needs: 'Braucht ein Netzwerk (Hub) oder ein Verzeichnis wie das von Nextcloud.',
    port: 'peers',
    link: 'Menschen im Netzwerk finden',
    example: 'hub+https://netzwerk.ihre-stadt.de/',
  },
  {
    id: 'peer-profile',
    name: 'Eigener Eintrag',
    does: 'Lässt Menschen ihren eigenen Eintrag anlegen, ändern und löschen.',
    needs: 'Braucht ein Netzwerk (Hub), bei dem sie sich anmelden.',
    port: 'peers',
    link: 'Meinen Eintrag bearbeiten',
    example: 'hub+https://netzwerk.ihre-stadt.de/',
  },
];

/** @param {string} id */
export const widgetOf = (id) => WIDGETS.find((widget) => widget.id === id);

/** @param {string} id */
export const tagOf = (id) => `vr-${id}`;
