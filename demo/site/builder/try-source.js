/** Tries an address in this browser, by the library's own reader, and says in words what came. */
import { checkSource } from '/dist/doctor.js';

const NAMES = {
  events: ['Termin', 'Termine'],
  posts: ['Beitrag', 'Beiträge'],
  ideas: ['Idee', 'Ideen'],
  peers: ['Mensch', 'Menschen'],
};

/** @param {string} time an instant or a plain date */
const dayOf = (time) =>
  new Intl.DateTimeFormat('de-DE', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: /^\d{4}-\d{2}-\d{2}$/.test(time) ? 'UTC' : 'Europe/Berlin',
  }).format(new Date(time));

/** „37 Termine gefunden, der nächste am Do., 12. März 2026.“ */
export function foundText({ port, count, more, dates, past }) {
  const [one, many] = NAMES[port] ?? ['Eintrag', 'Einträge'];
  const number = `${more ? 'Mehr als ' : ''}${count.toLocaleString('de-DE')} ${count === 1 ? one : many} gefunden`;
  if (dates.length === 0) return `${number}.`;
  if (port === 'posts') return `${number}, ${count === 1 ? 'vom' : 'der neueste vom'} ${dayOf(dates[0])}.`;
  const day = dayOf(dates[0]);
  return count === 1 ? `${number}, am ${day}.` : `${number}, der ${past ? 'letzte' : 'nächste'} am ${day}.`;
}

/** What depends on the page that asks: its cure names it. */
const OF_PAGE = ['source-cors', 'source-local-network'];

/**
 * The doctor speaks of the page that it runs on; here that is the builder, but the widget will stand elsewhere.
 * @param {string} text
 * @param {string} site origin of the website, or what stands for it
 */
const asOn = (site, text = '') => text.replaceAll(location.origin, site);

/** Whoever names the front page of a network means what it has. */
async function tried(source, options) {
  const report = await checkSource(source, options);
  const isPage = !report.sources[0]?.kind && report.findings.some(({ code }) => code === 'source-html');
  const asHub = isPage ? await checkSource(`hub+${source}`, options) : undefined;
  return asHub?.ok ? asHub : report;
}

/**
 * @typedef {object} Told
 * @property {'ok' | 'hint' | 'fault'} severity
 * @property {string} title
 * @property {string} cure
 * @property {string} copy line to hand on
 *
 * @param {string} source as `src` says it
 * @param {string} port kind of data that is wanted
 * @param {{ signal: AbortSignal, site: string }} about
 * @returns {Promise<{ kind: string | undefined, told: Told[] }>}
 */
export async function trySource(source, port, { signal, site }) {
  const { sources, findings } = await tried(source, { ports: [port], language: 'de', signal });
  const [found] = sources;
  const told = findings.map(({ code, severity, cause, cure, copy }) => {
    const isOfPage = OF_PAGE.includes(code);
    const data = found?.data.find(({ count }) => count > 0);
    return {
      severity,
      title: code === 'source-found' && data ? foundText(data) : isOfPage ? asOn(site, cause) : cause,
      cure,
      copy: isOfPage ? asOn(site, copy) : (copy ?? ''),
    };
  });
  return { kind: found?.kind, told };
}
