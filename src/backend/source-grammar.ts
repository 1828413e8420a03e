/**
 * `src="[kind+]URL [[kind+]URL …]"`: what editors write to say where data come from.
 */
export interface Source {
  /** Kind of the adapter; undefined when neither the editor nor the address tells. */
  readonly kind: string | undefined;
  /** Absolute address without its kind. */
  readonly url: string;
  /** The editor's name for it. */
  readonly label?: string;
}

/** A mistake in `src` or `labels`, for the console; codes as in `docs/errors.md`. */
export interface SourceWarning {
  readonly code: 'VR004' | 'VR006' | 'VR007' | 'VR013';
  readonly message: string;
  /** What was left out for it, without secrets. */
  readonly part?: string;
}

export interface ParsedSources {
  readonly sources: readonly Source[];
  readonly warnings: readonly SourceWarning[];
}

export interface GrammarOptions {
  /** Names of the sources in their order, separated by semicolons. */
  readonly labels?: string | null;
  /** Address of the page, which relative ones start from. `<base>` does not count: it is not the editors' to know. */
  readonly base?: string;
  /** Kinds that there are adapters for. */
  readonly kinds: readonly string[];
}

/** What an address tells of its kind; the first that fits. */
const GUESSES: readonly (readonly [kind: string, address: RegExp])[] = [
  ['icalendar', /^webcals?:|\.(ics|ical|icalendar|ifb|vcs)([?#]|$)|[?&](export|ical|format=ics)\b/],
  ['caldav', /\/((remote|dav|cal|caldav)\.php|caldav)\//],
  ['wordpress', /\/wp-json(\/|$)/],
  ['drupal', /\/jsonapi(\/|$)/],
  ['ghost', /\/ghost\/api\//],
  ['hub', /\/api\/v1\/?$/],
  ['nextcloud', /\/ocs\/v[12]\.php\//],
  ['mattermost', /\/api\/v4(\/|$)/],
  ['matrix', /\/_matrix\/client\//],
  ['discourse', /\/c\/([\w%.~-]+\/)+\d+(\.json)?([?#]|$)|\/tag\/[\w%.~-]+\.json([?#]|$)/],
  ['decidim', /\/(processes|assemblies|initiatives|conferences)\/[^/]+\/f\/\d+(\/|$)/],
  ['feed', /\.(xml|rss|atom|rdf)([?#]|$)|\/(feed|rss|atom)(\.json)?\/?([?#]|$)/],
  ['static', /\.json([?#]|$)/],
  ['mastodon', /^https?:\/\/[^/]+\/(@|users\/)[^/?#]+\/?([?#]|$)/],
];

/** The kind that an address gives away by its scheme, ending or a known path. */
export const guessKind = (url: string): string | undefined =>
  GUESSES.find(([, address]) => address.test(url.toLowerCase()))?.[0];

/** Reads `src`. What cannot be used is left out and told; the rest works. */
export function parseSources(src: string, { labels, base, kinds }: GrammarOptions): ParsedSources {
  const names = labels?.split(';').map((name) => name.trim()) ?? [];
  const sources: Source[] = [];
  const warnings: SourceWarning[] = [];
  const warn = (code: SourceWarning['code'], message: string, part?: string): void =>
    void warnings.push({ code, message, part });

  const words = src.split(/\s+/).filter(Boolean);
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const [, given, rest] = /^([a-z][a-z0-9-]*)\+(.*)$/i.exec(word) ?? [];
    const url = toAddress(given ? rest! : word, base);
    if (!url) {
      warn(
        'VR007',
        `"${hideSecret(word)}" is no address; expected http:, https:, webcal: or a path of this site.`,
        hideSecret(word),
      );
      continue;
    }
    if (url.username || url.password) {
      warn(
        'VR006',
        `The address of ${url.host} carries credentials, which every reader could see; it is not used.`,
        url.host,
      );
      continue;
    }
    const kind = given?.toLowerCase() ?? guessKind(url.href);
    if (kind && !kinds.includes(kind)) {
      warn('VR004', `No adapter for kind "${kind}"; there are: ${kinds.join(', ')}.`, word);
      continue;
    }
    const label = names[index];
    sources.push({ kind, url: url.href, ...(label ? { label } : {}) });
  }
  if (names.length > words.length) warn('VR013', `${names.length} labels for ${words.length} sources.`);
  return { sources, warnings };
}

function toAddress(text: string, base: string | undefined): URL | undefined {
  if (!text || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return /^(https?|webcals?|blob):$/.test(url.protocol) ? url : undefined;
}

const hideSecret = (text: string): string => text.replace(/\/\/[^/@]*@/, '//…@').slice(0, 80);
