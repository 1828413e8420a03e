/** Tries an address in this browser, by the library's own reader, and says in words what came. */
import { checkSource } from '/dist/doctor.js';

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
  const told = findings.map(({ code, severity, cause, cure, copy }) => {
    const isOfPage = OF_PAGE.includes(code);
    return {
      severity,
      title: isOfPage ? asOn(site, cause) : cause,
      cure,
      copy: isOfPage ? asOn(site, copy) : (copy ?? ''),
    };
  });
  return { kind: sources[0]?.kind, told };
}
