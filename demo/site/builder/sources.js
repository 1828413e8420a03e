/**
 * Addresses of data: what an editor types, what `src` says, which kind an address tells of.
 *
 * @typedef {object} SourceLine
 * @property {string} url as typed
 * @property {string} kind chosen by hand; empty: by the address
 * @property {string} label the editor's name for it
 */
import { guessKind } from '/dist/doctor.js';

export { guessKind };

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
 * One source as the snippet says it: absolute, with its kind where the address does not tell it.
 * @param {SourceLine} line
 * @param {string} base
 */
export function sourceWord(line, base) {
  const { kind: typed, url } = splitKind(line.url);
  const address = absoluteUrl(url, base);
  if (!address) return undefined;
  const kind = line.kind || typed;
  return kind && kind !== guessKind(address) ? `${kind}+${address}` : address;
}

/**
 * The attributes `src` and `labels` of these lines; lines without an address are left out.
 * @param {readonly SourceLine[]} lines
 * @param {string} base
 */
export function sourceAttributes(lines, base) {
  const known = lines.flatMap((line) => {
    const word = sourceWord(line, base);
    return word ? [{ word, label: line.label.replaceAll(';', ',').trim() }] : [];
  });
  if (known.length === 0) return {};
  const labels = known.map(({ label }) => label).join('; ');
  return {
    src: known.map(({ word }) => word).join(' '),
    // A name that nobody gave in the middle stays an empty place, so that the others stay with their sources.
    ...(known.some(({ label }) => label) && { labels: labels.replace(/(; )+$/, '') }),
  };
}

/** Servers that a reader's browser asks for the data. @returns {string[]} origins */
export function sourceOrigins(lines, base) {
  const origins = lines.flatMap((line) => {
    const address = absoluteUrl(splitKind(line.url).url, base);
    return address ? [new URL(address.replace(/^webcals?:/, 'https:')).origin] : [];
  });
  return [...new Set(origins)];
}

/** Address of the hub that all data come from; empty where they come from elsewhere, too: only a hub has pages of its own. */
export function onlyHub(lines, base) {
  const known = lines.flatMap((line) => {
    const { kind: typed, url } = splitKind(line.url);
    const address = absoluteUrl(url, base);
    return address ? [{ kind: line.kind || typed || guessKind(address), address }] : [];
  });
  if (known.length !== 1 || known[0].kind !== 'hub') return '';
  return known[0].address.replace(/(\/api\/v1)?\/*$/, '/');
}
