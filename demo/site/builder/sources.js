/**
 * Addresses of data: what an editor types, what `src` says, which kind an address tells of.
 *
 * @typedef {object} SourceLine
 * @property {string} url as typed
 * @property {string} kind chosen by hand; empty: by the address
 * @property {string} label the editor's name for it
 * @property {string} [found] kind that its answer has told, where the address does not
 */
import { guessKind } from '/dist/doctor.js';

/** Kinds in words, with the data that each has. As `ADAPTERS` of the library says it; a test compares both. */
export const KINDS = [
  { id: 'icalendar', name: 'Kalenderdatei (iCalendar, .ics)', ports: ['events'] },
  { id: 'caldav', name: 'Öffentlicher Kalender über CalDAV', ports: ['events'] },
  { id: 'hub', name: 'Netzwerk mit Bausteine-Hub', ports: ['events', 'ideas', 'peers', 'posts'] },
  { id: 'feed', name: 'Feed (RSS, Atom, JSON Feed)', ports: ['posts'] },
  { id: 'wordpress', name: 'WordPress', ports: ['events', 'ideas', 'peers', 'posts'] },
  { id: 'drupal', name: 'Drupal (JSON:API)', ports: ['events', 'posts'] },
  { id: 'ghost', name: 'Ghost', ports: ['posts'] },
  { id: 'mastodon', name: 'Mastodon-Konto', ports: ['posts'] },
  { id: 'discourse', name: 'Discourse-Forum', ports: ['ideas'] },
  { id: 'decidim', name: 'Decidim', ports: ['ideas'] },
  { id: 'nextcloud', name: 'Nextcloud', ports: ['peers'] },
  { id: 'mattermost', name: 'Mattermost', ports: ['peers'] },
  { id: 'matrix', name: 'Matrix', ports: ['peers'] },
  { id: 'static', name: 'JSON-Datei', ports: ['events', 'ideas', 'peers', 'posts'] },
];

/** @param {string} id */
export const kindName = (id) => KINDS.find((kind) => kind.id === id)?.name ?? id;

/** Splits `hub+https://…`, the way `src` is written by hand. */
export function splitKind(text) {
  const [, kind = '', rest] = /^([a-z][a-z0-9-]*)\+(.*)$/i.exec(text.trim()) ?? [];
  return { kind: kind.toLowerCase(), url: rest ?? text.trim() };
}

/**
 * What is typed, as an absolute address. `www.stadt.example/x` gets its scheme, a path belongs to `base`.
 * @returns {string | undefined} undefined for what is no address, or carries a password
 */
export function absoluteUrl(text, base) {
  const typed = text.trim();
  if (!typed || /\s/.test(typed)) return undefined;
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[\w.-]+:\d+(\/|$)/.test(typed);
  const isBare = !hasScheme && !typed.startsWith('/') && !typed.startsWith('.');
  const address = isBare ? `https://${typed}` : typed;
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (!/^(https?|webcals?):$/.test(url.protocol) || url.username || url.password) return undefined;
  return isBare && !url.hostname.includes('.') && url.hostname !== 'localhost' ? undefined : url.href;
}

/**
 * The lines that have an address, each with its kind where that can be told.
 * @param {readonly SourceLine[]} lines
 * @param {string} base
 */
export const knownSources = (lines, base) =>
  lines.flatMap((line) => {
    const { kind, url } = splitKind(line.url);
    const address = absoluteUrl(url, base);
    const label = line.label.replaceAll(';', ',').trim();
    return address ? [{ address, kind: line.kind || kind || guessKind(address) || line.found, label }] : [];
  });

/** One source as the snippet says it: absolute, with its kind where the address does not tell it. */
const wordOf = ({ kind, address }) => (kind && kind !== guessKind(address) ? `${kind}+${address}` : address);

/** @param {SourceLine} line @returns {string | undefined} undefined where it has no address */
export const sourceWord = (line, base) => knownSources([line], base).map(wordOf)[0];

/** The attributes `src` and `labels` of these lines. */
export function sourceAttributes(lines, base) {
  const known = knownSources(lines, base);
  if (known.length === 0) return {};
  const labels = known.map(({ label }) => label).join('; ');
  return {
    src: known.map(wordOf).join(' '),
    // A name that nobody gave in the middle stays an empty place, so that the others stay with their sources.
    ...(known.some(({ label }) => label) && { labels: labels.replace(/(; )+$/, '') }),
  };
}

/** Where a link to the data leads: browsers open `webcal:` in another program. */
export const pageAddress = (address) => address.replace(/^webcals?:/, 'https:');

/** Servers that a reader's browser asks for the data. @returns {string[]} origins */
export const sourceOrigins = (lines, base) => [
  ...new Set(knownSources(lines, base).map(({ address }) => new URL(pageAddress(address)).origin)),
];

/** A hub's address with a slash at its end, however it was typed. */
export const hubAddress = (address) => address.replace(/(\/api\/v1)?\/*$/, '/');

/** Address of the hub that all data come from; empty where they come from elsewhere, too: only a hub has pages of its own. */
export function onlyHub(lines, base) {
  const [only, ...others] = knownSources(lines, base);
  return only?.kind === 'hub' && others.length === 0 ? hubAddress(only.address) : '';
}

/** What the loader makes of a bare link to data of a kind. As its `linkTarget` says it; a test compares both. */
const WIDGET_OF_KIND = {
  icalendar: 'event-calendar',
  static: 'event-calendar',
  feed: 'blog-feed',
  wordpress: 'blog-feed',
  ghost: 'blog-feed',
  mastodon: 'blog-feed',
};

/**
 * What can be said of the data by an address alone.
 * @returns {import('./systems.js').Reach}
 */
export function reachOf({ sources, widget }, base) {
  const [only, ...others] = knownSources(sources, base);
  const isHub = onlyHub(sources, base) !== '';
  const told = only && guessKind(pageAddress(only.address));
  const isTold = others.length === 0 && told !== undefined && told === only.kind && WIDGET_OF_KIND[told] === widget;
  return { isHub, isTold: isHub || isTold };
}
