/**
 * What those who run the servers have to allow, for exactly these addresses, as a text that can be mailed to them.
 *
 * @typedef {object} Facts
 * @property {string} form of the snippet
 * @property {string} site origin of the website; empty: not known yet
 * @property {string} library origin of the script
 * @property {string} hub origin of the hub, for frames and pages
 * @property {readonly string[]} sources origins of the data
 * @property {string} widget
 * @property {string} images which pictures of posts are loaded
 * @property {readonly string[]} imageHosts servers that are named for them
 * @property {string} system
 * @property {readonly object[]} gather the sources as a hub's configuration names them
 */
import { isFramed, isLink, isOutside } from './systems.js';

/** Stands where the website's own address belongs and nobody has said it. */
export const UNKNOWN_SITE = 'https://IHRE-WEBSITE';

const unique = (list) => [...new Set(list)];
const named = (origins, site) => unique(origins.map((origin) => (origin === site ? "'self'" : origin)));

/** Servers for pictures, as the widget reads them; what names none is left out, since anything may be typed. */
export const hostsOf = (text) =>
  text.split(/[\s,;]+/).flatMap((word) => {
    const url = word.includes('/') ? word : `https://${word}`;
    const host = URL.canParse(url) ? new URL(url).host : '';
    return /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/.test(host) ? [host] : [];
  });

function imageOrigins({ widget, images, imageHosts, sources, site }) {
  if (widget !== 'blog-feed') return named(sources, site);
  if (images === 'none') return [];
  return images === 'own' ? ["'self'"] : unique(["'self'", ...named(sources, site), ...imageHosts]);
}

/**
 * Directives to add to the website's Content-Security-Policy.
 * @param {Facts} facts
 * @returns {Readonly<Record<string, readonly string[]>>}
 */
export function directivesOf(facts) {
  const { form, site, library, hub, sources } = facts;
  if (isFramed(form))
    return { 'frame-src': named([hub], site), ...(form === 'frame' && { 'script-src': named([library], site) }) };
  if (isOutside(form)) return {};
  const images = imageOrigins(facts);
  return {
    'script-src': named([library], site),
    'connect-src': named(sources, site),
    ...(images.length > 0 && { 'img-src': images }),
    // Browsers start workers from the page's own server only; from elsewhere the page itself does their work.
    ...(library === site && { 'worker-src': ["'self'"] }),
  };
}

const lines = (directives) => Object.entries(directives).map(([name, origins]) => `  ${name} ${origins.join(' ')}`);

function websitePart(facts) {
  const directives = directivesOf(facts);
  if (Object.keys(directives).length === 0)
    return ['Auf der Website ist nichts freizugeben: Dort steht ein gewöhnlicher Link.'];
  return [
    'Content-Security-Policy der Website: Diese Angaben ergänzen. Ohne eine solche Richtlinie ist nichts zu tun.',
    ...lines(directives),
    ...(isOutside(facts.form)
      ? []
      : [
          '  style-src und font-src brauchen nichts.',
          '',
          'Nur wenn die Richtlinie Trusted Types auflistet, kommen diese Namen dazu:',
          '  trusted-types lit-html vr',
          '',
          "Arbeitet die Website mit Einmalwerten ('nonce-…', 'strict-dynamic'), bekommt das <script> das Attribut nonce mit dem Wert der jeweiligen Antwort. Die Angabe bei script-src entfällt dann.",
        ]),
  ];
}

function sourcePart({ form, site, sources, hub }) {
  const foreign = isOutside(form) ? [] : sources.filter((origin) => origin !== site);
  return foreign.flatMap((origin) => [
    '',
    `Server ${origin}: Seine Antworten brauchen diese Kopfzeile (CORS).`,
    `  Access-Control-Allow-Origin: ${site || UNKNOWN_SITE}`,
    ...(origin === hub
      ? ['  Beim Hub steht das in hub.config.json unter cors.origins. Ist dort nichts gesetzt, ist nichts zu tun.']
      : []),
  ]);
}

function framePart({ form, site, hub }) {
  if (!isFramed(form)) return [];
  return [
    '',
    `Server ${hub}: Seine Seiten unter /embed dürfen ohne weitere Einstellung in Rahmen stehen.`,
    'Ist in hub.config.json embed.frameAncestors gesetzt, gehört die Website hinein. Die Antwort lautet dann:',
    `  Content-Security-Policy: frame-ancestors 'self' ${site || UNKNOWN_SITE}`,
    '  Die Kopfzeile X-Frame-Options darf nicht gesetzt sein.',
  ];
}

/** What a hub gathers has a page there, for frames and links. */
function gatherPart({ form, hub, gather }) {
  if (!isLink(form) || hub) return [];
  return [
    'In diesem System läuft der Baustein nur, wenn ein Netzwerk (Hub) die Daten hat: Es hat eine eigene Seite dafür.',
    'Bitten Sie Ihr Netzwerk, die Quelle zu sammeln. In hub.config.json steht dann:',
    JSON.stringify({ sources: gather }, null, 2).replace(/^/gm, '  '),
    '',
  ];
}

const SYSTEM_PARTS = {
  sharepoint: ({ form, hub }) =>
    isFramed(form)
      ? [
          '',
          'SharePoint: Unter Websiteeinstellungen, „HTML-Feldsicherheit“ diesen Server für iframes zulassen.',
          `  ${new URL(hub).host}`,
        ]
      : [],
};

function mixedPart({ form, site, library, hub, sources }) {
  const asked = isFramed(form) ? [hub, ...(form === 'frame' ? [library] : [])] : [library, ...sources];
  const open = unique(asked).filter((origin) => origin.startsWith('http:'));
  if (isLink(form) || !site.startsWith('https:') || open.length === 0) return [];
  return [
    '',
    `Die Website ist verschlüsselt (https), nicht aber: ${open.join(', ')}. Browser laden von dort nichts in die Seite; nötig ist https.`,
  ];
}

/**
 * The whole text.
 * @param {Facts} facts
 */
export function itText(facts) {
  return [
    `Bausteine auf ${facts.site || 'unserer Website'}`,
    '',
    ...gatherPart(facts),
    ...websitePart(facts),
    ...sourcePart(facts),
    ...framePart(facts),
    ...(SYSTEM_PARTS[facts.system]?.(facts) ?? []),
    ...mixedPart(facts),
  ].join('\n');
}
